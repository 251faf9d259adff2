// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filter/logmoment.h"

#include <QMap>
#include <QRegularExpression>

namespace pilothouse {

namespace {

/// Nothing where the text is no span.
QDateTime agoFrom(const QString &text, const QDateTime &now)
{
    static const QRegularExpression Span(QStringLiteral(
        "\\A-?(\\d{1,9}) ?(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?|w|weeks?)( ago)?\\z"));
    static const QMap<QChar, qint64> Seconds{
        {u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}, {u'w', 604800}};
    const QRegularExpressionMatch span = Span.match(text);
    if (!span.hasMatch())
        return {};
    return now.addSecs(-span.captured(1).toLongLong() * Seconds.value(span.captured(2).at(0)));
}

bool takeSuffix(QString &text, QLatin1String suffix)
{
    if (!text.endsWith(suffix, Qt::CaseInsensitive))
        return false;
    text = text.chopped(suffix.size()).trimmed();
    return true;
}

} // namespace

QDateTime momentFrom(const QString &written, const MomentReading &reading)
{
    static const QRegularExpression ClockOnly(QStringLiteral("\\A\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,3})?)?\\z"));
    const QDateTime now = reading.now.isValid() ? reading.now.toUTC() : QDateTime::currentDateTimeUtc();
    QString text = written.trimmed();
    if (const QDateTime ago = agoFrom(text, now); ago.isValid())
        return ago;
    bool isLocal = reading.zone == ShownZone::Local;
    if (takeSuffix(text, QLatin1String("local")))
        isLocal = true;
    else if (takeSuffix(text, QLatin1String("utc")))
        isLocal = false;
    if (ClockOnly.match(text).hasMatch())
        text = (isLocal ? now.toLocalTime() : now).date().toString(Qt::ISODate) + u'T' + text;
    if (text.size() > 10 && text.at(10) == u' ')
        text[10] = u'T';
    QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (moment.timeSpec() == Qt::LocalTime && !isLocal)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

QDateTime momentPast(const QString &text, const MomentReading &reading)
{
    static const QRegularExpression Day(QStringLiteral("\\A\\d{4}-\\d{2}-\\d{2} ?(utc|local)?\\z"),
                                        QRegularExpression::CaseInsensitiveOption);
    const QDateTime moment = momentFrom(text, reading);
    if (!moment.isValid() || !Day.match(text.trimmed()).hasMatch())
        return moment;
    const bool isLocal =
        text.endsWith(QLatin1String("local"), Qt::CaseInsensitive)
        || (reading.zone == ShownZone::Local && !text.endsWith(QLatin1String("utc"), Qt::CaseInsensitive));
    return isLocal ? moment.toLocalTime().addDays(1).toUTC() : moment.addDays(1); // a day may have 23 hours
}

} // namespace pilothouse
