// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/environmententries.h"

#include "core/base/redaction.h"

#include <algorithm>

namespace pilothouse {

QList<EnvironmentEntry> environmentEntries(const QList<QByteArray> &lines)
{
    QList<EnvironmentEntry> entries;
    for (const QByteArray &line : lines) {
        const qsizetype equals = line.indexOf('=');
        if (equals <= 0)
            continue;
        EnvironmentEntry entry;
        entry.key = QString::fromUtf8(line.left(equals));
        entry.isSecret = isSecretKey(entry.key);
        entry.isEmpty = line.mid(equals + 1).trimmed().isEmpty();
        if (!entry.isSecret)
            entry.value = redacted(QString::fromUtf8(line.mid(equals + 1)));
        entries.append(entry);
    }
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return a.key < b.key; });
    return entries;
}

} // namespace pilothouse
