// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logtime.h"

#include <QLocale>
#include <QTimeZone>

namespace pilothouse {

struct LogTimeReader::Fields
{
    int year = 1970;
    int month = 1;
    int day = 1;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int milliseconds = 0;
    int offsetSeconds = 0;
    bool hasOffset = false;

    /// What a letter of the format stands for; null: the letter itself.
    int *numberFor(QChar letter);
};

namespace {

constexpr QStringView Letters = u"yMdHhmszZtaAP";

qsizetype runLength(QStringView format, qsizetype at)
{
    qsizetype end = at;
    while (end < format.size() && format.at(end) == format.at(at))
        ++end;
    return end - at;
}

/// True where the fast path knows every letter of the format.
bool isSimpleFormat(QStringView format)
{
    static constexpr std::array<QStringView, 9> Known{u"yyyy", u"MM", u"MMM", u"dd", u"HH",
                                                      u"hh",   u"mm", u"ss",  u"zzz"};
    for (qsizetype at = 0; at < format.size();) {
        const qsizetype length = runLength(format, at);
        const QStringView run = format.mid(at, length);
        const bool isKnown = run == u"t" || std::find(Known.begin(), Known.end(), run) != Known.end();
        if (format.at(at) == u'\'' || (Letters.contains(format.at(at)) && !isKnown))
            return false;
        at += length;
    }
    return true;
}

/// Exactly `count` digits; -1 where there are others.
int readDigits(QStringView text, qsizetype &at, qsizetype count)
{
    if (at + count > text.size())
        return -1;
    int value = 0;
    for (qsizetype i = 0; i < count; ++i, ++at) {
        const char16_t digit = text.at(at).unicode();
        if (digit < u'0' || digit > u'9')
            return -1;
        value = value * 10 + (digit - u'0');
    }
    return value;
}

/// "Jan" to "Dec"; -1 where there is another word.
int readMonthName(QStringView text, qsizetype &at)
{
    constexpr QStringView Names = u"JanFebMarAprMayJunJulAugSepOctNovDec";
    const QStringView name = text.mid(at, 3);
    at += 3;
    const qsizetype place = name.size() == 3 ? Names.indexOf(name) : -1;
    return place >= 0 && place % 3 == 0 ? static_cast<int>(place / 3) + 1 : -1;
}

/// "Z", "+01:00" or "+0100"; nothing where it is none of them.
std::optional<int> readOffset(QStringView text, qsizetype &at)
{
    if (at >= text.size())
        return {};
    const QChar sign = text.at(at++);
    if (sign == u'Z')
        return 0;
    if (sign != u'+' && sign != u'-')
        return {};
    const int hours = readDigits(text, at, 2);
    if (at < text.size() && text.at(at) == u':')
        ++at;
    const int minutes = readDigits(text, at, 2);
    if (hours < 0 || hours > 14 || minutes < 0 || minutes > 59)
        return {};
    return (sign == u'-' ? -1 : 1) * (hours * 60 + minutes) * 60;
}

QDateTime nearestDate(const QTime &time, const QDateTime &stamp)
{
    if (!time.isValid() || !stamp.isValid())
        return {};
    const QDateTime day(stamp.toUTC().date(), time, Qt::UTC);
    const qint64 away = day.secsTo(stamp);
    constexpr qint64 HalfDay = 43200;
    return away > HalfDay ? day.addDays(1) : away < -HalfDay ? day.addDays(-1) : day;
}

} // namespace

LogTimeReader::LogTimeReader(QString format, const QString &zone)
    : m_format(std::move(format))
    , m_isEpoch(m_format == QLatin1String("epoch-ms"))
    , m_isLocal(zone == QLatin1String("local"))
    , m_isSimple(isSimpleFormat(m_format))
    , m_hasDate(m_format.contains(u'd'))
{
}

QDateTime LogTimeReader::read(QStringView text, const QDateTime &stamp, QStringView offset) const
{
    if (m_format.isEmpty())
        return stamp.toUTC();
    if (m_isEpoch) {
        bool isNumber = false;
        const qint64 milliseconds = text.toLongLong(&isNumber);
        return isNumber ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC) : QDateTime();
    }
    QDateTime time = m_isSimple ? readFields(text) : readByLocale(text);
    qsizetype at = 0;
    if (!offset.isEmpty() && time.isValid())
        time = time.addSecs(-readOffset(offset, at).value_or(0));
    return m_hasDate ? time : nearestDate(time.time(), stamp);
}

QTime LogTimeReader::timeOfDay(QStringView text) const
{
    return (m_isSimple ? readFields(text) : readByLocale(text)).time();
}

int *LogTimeReader::Fields::numberFor(QChar letter)
{
    switch (letter.unicode()) {
    case u'y':
        return &year;
    case u'M':
        return &month;
    case u'd':
        return &day;
    case u'h':
    case u'H':
        return &hour;
    case u'm':
        return &minute;
    case u's':
        return &second;
    case u'z':
        return &milliseconds;
    default:
        return nullptr;
    }
}

bool LogTimeReader::readField(QStringView text, qsizetype &at, qsizetype &formatAt, Fields &fields) const
{
    const QChar letter = m_format.at(formatAt);
    const qsizetype length = runLength(m_format, formatAt);
    formatAt += length;
    if (letter == u't') {
        const std::optional<int> offset = readOffset(text, at);
        fields.offsetSeconds = offset.value_or(0);
        fields.hasOffset = offset.has_value();
        return fields.hasOffset;
    }
    if (int *const target = fields.numberFor(letter)) {
        *target = letter == u'M' && length == 3 ? readMonthName(text, at) : readDigits(text, at, length);
        return *target >= 0;
    }
    const bool isSame = text.mid(at, length) == QStringView(m_format).mid(formatAt - length, length);
    at += length;
    return isSame;
}

QDateTime LogTimeReader::readFields(QStringView text) const
{
    Fields fields;
    qsizetype at = 0;
    for (qsizetype formatAt = 0; formatAt < m_format.size();) {
        if (!readField(text, at, formatAt, fields))
            return {};
    }
    const QDate date(fields.year, fields.month, fields.day);
    const QTime time(fields.hour, fields.minute, fields.second, fields.milliseconds);
    if (at != text.size() || !date.isValid() || !time.isValid())
        return {};
    if (m_isLocal && !fields.hasOffset)
        return m_hasDate ? QDateTime(date, time).toUTC() : QDateTime(date, time, Qt::UTC);
    return QDateTime(date, time, Qt::UTC).addSecs(-fields.offsetSeconds);
}

QDateTime LogTimeReader::readByLocale(QStringView text) const
{
    QDateTime time = QLocale::c().toDateTime(text.toString(), m_format);
    if (!m_isLocal && time.timeSpec() == Qt::LocalTime)
        time.setTimeSpec(Qt::UTC);
    return time.toUTC();
}

} // namespace pilothouse
