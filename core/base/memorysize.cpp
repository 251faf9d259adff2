// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/memorysize.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <cmath>

namespace pilothouse {

namespace {

struct MemorySizeText
{
    Q_DECLARE_TR_FUNCTIONS(MemorySize)
};

} // namespace

Result<qint64> bytesFromText(const QString &text)
{
    static const QRegularExpression Size(
        QStringLiteral("\\A\\s*(\\d+(?:\\.\\d+)?)\\s*(?:([kmgt])i?)?b?\\s*\\z"),
        QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = Size.match(text);
    const qsizetype power =
        match.captured(2).isEmpty() ? 0 : QStringLiteral("kmgt").indexOf(match.captured(2).toLower()) + 1;
    const double bytes = match.captured(1).toDouble() * std::pow(1024.0, static_cast<double>(power));
    if (!match.hasMatch() || bytes < 1 || bytes > 1e15)
        return failure(ErrorKind::BadInput,
                       MemorySizeText::tr("“%1” is no amount of memory; expected is one such as 512M or 2G.")
                           .arg(text.left(40)));
    return static_cast<qint64>(bytes);
}

QString limitText(qint64 bytes)
{
    constexpr qint64 Step = 1024;
    const char units[] = {'b', 'k', 'm', 'g'};
    int unit = 0;
    while (unit < 3 && bytes > 0 && bytes % Step == 0) {
        bytes /= Step;
        ++unit;
    }
    return QString::number(bytes) + QLatin1Char(units[unit]);
}

} // namespace pilothouse
