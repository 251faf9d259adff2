// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/logrecord.h"

#include <array>

namespace pilothouse {

namespace {
constexpr std::array<const char *, 7> Names{"unknown", "trace", "debug", "info", "warning", "error", "fatal"};
}

QString logLevelName(LogLevel level)
{
    return QString::fromLatin1(Names.at(static_cast<size_t>(level)));
}

LogLevel logLevelFromName(const QString &name)
{
    for (size_t i = 0; i < Names.size(); ++i) {
        if (name == QLatin1String(Names.at(i)))
            return static_cast<LogLevel>(i);
    }
    return LogLevel::Unknown;
}

QString LogRecord::text() const
{
    if (continuation.isEmpty())
        return firstLine;
    return firstLine + u'\n' + continuation.join(u'\n');
}

qsizetype LogRecord::characters() const
{
    qsizetype sum = firstLine.size();
    for (const QString &line : continuation)
        sum += line.size() + 1;
    return sum;
}

} // namespace pilothouse
