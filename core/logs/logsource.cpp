// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logsource.h"

namespace pilothouse {

QString LogSource::pathOf(int n) const
{
    if (n == 0)
        return path;
    QString name = rotated;
    return name.replace(QStringLiteral("{path}"), path).replace(QStringLiteral("{n}"), QString::number(n));
}

} // namespace pilothouse
