// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/units.h"

#include "core/base/dateformat.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

#include <array>

namespace pilothouse {

namespace {
constexpr QChar NarrowSpace{0x202F};

QString unitsText(const char *text)
{
    return QCoreApplication::translate("Units", text);
}

QString withUnit(qint64 value, const char *unit)
{
    return QString::number(value) + NarrowSpace + unitsText(unit);
}
} // namespace

QString formatBytes(qint64 bytes)
{
    constexpr std::array Units{"B", "kB", "MB", "GB", "TB", "PB"};
    auto value = static_cast<double>(bytes);
    std::size_t unit = 0;
    while (unit + 1 < Units.size() && qAbs(value) >= 999.5) {
        value /= 1000;
        ++unit;
    }
    const int decimals = unit == 0 || qAbs(value) >= 99.95 ? 0 : (qAbs(value) >= 9.995 ? 1 : 2);
    QString number = QLocale().toString(value, 'f', decimals);
    const QString point = QLocale().decimalPoint();
    if (number.contains(point)) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(point))
            number.chop(static_cast<int>(point.size()));
    }
    return number + NarrowSpace + QString::fromLatin1(Units.at(unit));
}

QString formatCount(qint64 count)
{
    QString digits = QString::number(qAbs(count));
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3)
        digits.insert(at, NarrowSpace);
    return count < 0 ? u'-' + digits : digits;
}

QString formatDuration(qint64 milliseconds)
{
    const qint64 seconds = qMax<qint64>(0, milliseconds) / 1000;
    if (seconds < 60)
        return withUnit(seconds, QT_TRANSLATE_NOOP("Units", "s"));
    if (seconds < 600 && seconds % 60 != 0)
        return withUnit(seconds / 60, QT_TRANSLATE_NOOP("Units", "min")) + u' '
               + withUnit(seconds % 60, QT_TRANSLATE_NOOP("Units", "s"));
    if (seconds < 3600)
        return withUnit(seconds / 60, QT_TRANSLATE_NOOP("Units", "min"));
    if (seconds < 86400) {
        const QString hours = withUnit(seconds / 3600, QT_TRANSLATE_NOOP("Units", "h"));
        const qint64 minutes = seconds % 3600 / 60;
        return seconds < 4 * 3600 && minutes > 0
                   ? hours + u' ' + withUnit(minutes, QT_TRANSLATE_NOOP("Units", "min"))
                   : hours;
    }
    const QString days = withUnit(seconds / 86400, QT_TRANSLATE_NOOP("Units", "d"));
    const qint64 hours = seconds % 86400 / 3600;
    return seconds < 10 * 86400 && hours > 0 ? days + u' ' + withUnit(hours, QT_TRANSLATE_NOOP("Units", "h"))
                                             : days;
}

QString formatMoment(const QDateTime &moment, const QDateTime &now)
{
    // A machine without a time zone has a local time all the same.
    const QDateTime there =
        now.timeSpec() == Qt::LocalTime ? moment.toLocalTime() : moment.toTimeZone(now.timeZone());
    const QLocale locale;
    const qint64 days = there.date().daysTo(now.date());
    const QString clock = there.toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return clock;
    if (days == 1)
        return unitsText(QT_TRANSLATE_NOOP("Units", "yesterday %1")).arg(clock);
    if (days == -1)
        return unitsText(QT_TRANSLATE_NOOP("Units", "tomorrow %1")).arg(clock);
    if (qAbs(days) <= 6)
        return locale.toString(there, QStringLiteral("ddd ")) + clock;
    if (qAbs(days) < 365)
        return locale.toString(there, dayPattern());
    return locale.toString(there, dayPattern() + QStringLiteral(" yyyy"));
}

QString toIso(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODateWithMs);
}

QString toStamp(const QDateTime &moment)
{
    return moment.toUTC().toString(QStringLiteral("yyyyMMdd'T'HHmmss'Z'"));
}

} // namespace pilothouse
