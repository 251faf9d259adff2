// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/shownblock.h"

#include "core/logs/engine/linepattern.h"
#include "core/logs/engineline.h"

#include <algorithm>
#include <cstring>

namespace pilothouse {

namespace {

constexpr char ColourEscape = '\x1b';

/// Length of a colour sequence "ESC [ digits ; : m" at `at`, or 0.
qsizetype colourLengthAt(const char *at, const char *end)
{
    if (end - at < 3 || at[1] != '[')
        return 0;
    for (const char *next = at + 2; next < end; ++next) {
        if (*next == 'm')
            return next + 1 - at;
        if (!(*next >= '0' && *next <= ';')) // digits, ':' and ';'
            return 0;
    }
    return 0;
}

} // namespace

bool ShownBlock::isNeeded(QByteArrayView block, LogEncoding encoding)
{
    return encoding != LogEncoding::Bytes || block.contains(ColourEscape);
}

void ShownBlock::take(QByteArrayView block, LogEncoding encoding)
{
    m_lines.clear();
    if (isWide(encoding))
        takeWide(block, encoding);
    else if (encoding == LogEncoding::EngineJson)
        takeEngineLines(block);
    else
        takeBytes(block);
    if (text().contains(ColourEscape))
        dropColours();
    std::fill_n(m_text.data() + m_length, LineMatcher::PaddingBytes, '\0');
}

qsizetype ShownBlock::originOf(qsizetype start) const
{
    const auto after =
        std::upper_bound(m_lines.begin(), m_lines.end(), start,
                         [](qsizetype wanted, const Line &line) { return wanted < line.start; });
    return after == m_lines.begin() ? 0 : std::prev(after)->origin;
}

void ShownBlock::takeWide(QByteArrayView block, LogEncoding encoding)
{
    m_text = utf8Of(block, encoding);
    m_length = m_text.size();
    m_text.append(LineMatcher::PaddingBytes, '\0');
    qsizetype start = 0;
    for (qsizetype origin = 0; origin >= 0 && start >= 0;) {
        m_lines.push_back({start, origin});
        start = afterFirstLineEnd(text(), start, LogEncoding::Bytes);
        origin = afterFirstLineEnd(block, origin, encoding);
    }
}

/// Texts that go on in a next line of the same stream are put together.
void ShownBlock::takeEngineLines(QByteArrayView block)
{
    if (m_text.size() < block.size() + 1 + LineMatcher::PaddingBytes)
        m_text = QByteArray(block.size() + 1 + LineMatcher::PaddingBytes, Qt::Uninitialized);
    char *const begin = m_text.data();
    char *to = begin;
    bool isOpen = false;
    QByteArrayView openStream;
    for (qsizetype at = 0; at < block.size();) {
        const qsizetype after = afterFirstLineEnd(block, at, LogEncoding::EngineJson);
        const qsizetype end = after < 0 ? block.size() : after;
        const QByteArrayView line = block.sliced(at, end - at);
        const auto parts = EngineLineParts::of(line);
        if (isOpen && !(parts && parts->stream == openStream)) {
            *to++ = '\n';
            isOpen = false;
        }
        if (!isOpen)
            m_lines.push_back({to - begin, at});
        const char *const lineBegin = to;
        if (parts) {
            to = writeUnescaped(parts->text, to);
            openStream = parts->stream;
        } else {
            std::memcpy(to, line.data(), static_cast<size_t>(line.size()));
            to += line.size();
        }
        isOpen = to == begin || to[-1] != '\n';
        if (isOpen && to - lineBegin < EngineLine::PieceBytes) { // it is a whole line
            *to++ = '\n';
            isOpen = false;
        }
        at = end;
    }
    m_length = to - begin;
}

void ShownBlock::takeBytes(QByteArrayView block)
{
    m_text.resize(block.size() + LineMatcher::PaddingBytes);
    std::memcpy(m_text.data(), block.data(), static_cast<size_t>(block.size()));
    m_length = block.size();
    for (qsizetype at = 0; at >= 0; at = afterFirstLineEnd(block, at, LogEncoding::Bytes))
        m_lines.push_back({at, at});
}

void ShownBlock::dropColours()
{
    char *const begin = m_text.data();
    char *to = begin;
    auto line = m_lines.begin();
    for (const char *at = begin; at < begin + m_length;) {
        const void *const found = std::memchr(at, ColourEscape, static_cast<size_t>(begin + m_length - at));
        const char *const stop = found ? static_cast<const char *>(found) : begin + m_length;
        for (; line != m_lines.end() && line->start <= stop - begin; ++line)
            line->start -= at - to;
        std::memmove(to, at, static_cast<size_t>(stop - at));
        to += stop - at;
        at = stop;
        if (!found)
            continue;
        const qsizetype colour = colourLengthAt(stop, begin + m_length);
        at += colour;
        if (colour == 0)
            *to++ = *at++;
    }
    m_length = to - begin;
}

} // namespace pilothouse
