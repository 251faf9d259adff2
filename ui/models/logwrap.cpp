// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logwrap.h"

namespace pilothouse {

namespace {

/// Code units and cells of the character at a place.
struct Step
{
    qsizetype units = 1;
    int cells = 1;
};

Step stepAt(QStringView text, qsizetype at)
{
    const QChar character = text.at(at);
    if (character.isHighSurrogate() && at + 1 < text.size())
        return {2, 2};
    const char16_t code = character.unicode();
    const bool isWide = (code >= 0x1100 && code <= 0x115F) || (code >= 0x2E80 && code <= 0xA4CF)
                        || (code >= 0xAC00 && code <= 0xD7A3) || (code >= 0xF900 && code <= 0xFAFF)
                        || (code >= 0xFE30 && code <= 0xFE6F) || (code >= 0xFF00 && code <= 0xFF60);
    return {1, isWide ? 2 : 1};
}

/// Tells the beginning of every line after the first.
template <typename Tell>
void wrap(QStringView text, int cells, Tell tell)
{
    int used = 0;
    for (qsizetype at = 0; at < text.size();) {
        const Step step = stepAt(text, at);
        if (used + step.cells > cells && used > 0) {
            tell(at);
            used = 0;
        }
        used += step.cells;
        at += step.units;
    }
}

} // namespace

QList<qsizetype> wrapStarts(QStringView text, int cells)
{
    QList<qsizetype> starts{0};
    wrap(text, cells, [&starts](qsizetype at) { starts.append(at); });
    return starts;
}

int wrapCount(QStringView text, int cells)
{
    if (2 * text.size() <= cells)
        return 1;
    int count = 1;
    wrap(text, cells, [&count](qsizetype) { ++count; });
    return count;
}

} // namespace pilothouse
