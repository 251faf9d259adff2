// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/cronfields.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

/// What is wrong with a time.
struct CronFieldsText
{
    Q_DECLARE_TR_FUNCTIONS(CronFields)
};

constexpr int YearsAhead = 5;

/// One field: the lowest and highest number, and names that stand for numbers from the lowest on.
struct Field
{
    int low;
    int high;
    QStringList names;
};

QString withoutShortForm(const QString &text)
{
    static const QMap<QString, QString> Short{{QStringLiteral("@hourly"), QStringLiteral("0 * * * *")},
                                              {QStringLiteral("@daily"), QStringLiteral("0 0 * * *")},
                                              {QStringLiteral("@midnight"), QStringLiteral("0 0 * * *")},
                                              {QStringLiteral("@weekly"), QStringLiteral("0 0 * * 0")},
                                              {QStringLiteral("@monthly"), QStringLiteral("0 0 1 * *")},
                                              {QStringLiteral("@yearly"), QStringLiteral("0 0 1 1 *")},
                                              {QStringLiteral("@annually"), QStringLiteral("0 0 1 1 *")}};
    return Short.value(text.trimmed().toLower(), text);
}

std::optional<int> numberOf(const QString &word, const Field &field)
{
    const qsizetype name = field.names.indexOf(word.toLower());
    if (name >= 0)
        return field.low + static_cast<int>(name);
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return isNumber && number >= field.low && number <= field.high ? std::optional(number) : std::nullopt;
}

/// "1-5/2", "*/15", "mon": sets its numbers; false where it cannot be.
template <std::size_t Size>
bool addPart(const QString &part, const Field &field, std::bitset<Size> &into)
{
    const QString range = part.section(u'/', 0, 0);
    const bool hasStep = part.contains(u'/');
    bool isNumber = true;
    const int step = hasStep ? part.section(u'/', 1).toInt(&isNumber) : 1;
    std::optional<int> first = field.low;
    std::optional<int> last = field.high;
    if (range != u'*') {
        first = numberOf(range.section(u'-', 0, 0), field);
        last = range.contains(u'-') ? numberOf(range.section(u'-', 1), field) : first;
    }
    if (!isNumber || step < 1 || !first || !last || *first > *last)
        return false;
    for (int at = *first; at <= *last; at += step)
        into.set(static_cast<std::size_t>(at));
    return true;
}

template <std::size_t Size>
Result<> parseField(const QString &text, const Field &field, std::bitset<Size> &into)
{
    for (const QString &part : text.split(u',')) {
        if (!addPart(part, field, into))
            return failure(ErrorKind::BadInput,
                           CronFieldsText::tr("“%1” cannot stand in the time of a cron line.").arg(text));
    }
    return {};
}

} // namespace

Result<CronFields> CronFields::parse(const QString &text)
{
    static const Field Months{1, 12,
                              QStringLiteral("jan feb mar apr may jun jul aug sep oct nov dec").split(u' ')};
    static const Field Weekdays{0, 7, QStringLiteral("sun mon tue wed thu fri sat").split(u' ')};
    const QStringList words = withoutShortForm(text).simplified().split(u' ', Qt::SkipEmptyParts);
    if (words.size() != 5)
        return failure(
            ErrorKind::BadInput,
            CronFieldsText::tr("The time of a cron line has five fields: “%1” has not.").arg(text));
    CronFields fields;
    const auto parsed = parseField(words[0], {0, 59, {}}, fields.m_minutes)
                            .and_then([&] {
                                return parseField(words[1], {0, 23, {}}, fields.m_hours);
                            })
                            .and_then([&] {
                                return parseField(words[2], {1, 31, {}}, fields.m_days);
                            })
                            .and_then([&] { return parseField(words[3], Months, fields.m_months); })
                            .and_then([&] { return parseField(words[4], Weekdays, fields.m_weekdays); });
    if (!parsed)
        return tl::unexpected(parsed.error());
    if (fields.m_weekdays.test(7))
        fields.m_weekdays.set(0);
    fields.m_isAnyDay = words[2].startsWith(u'*');
    fields.m_isAnyWeekday = words[4].startsWith(u'*');
    return fields;
}

bool CronFields::fitsDay(const QDate &date) const
{
    if (!m_months.test(static_cast<std::size_t>(date.month())))
        return false;
    const bool isDay = m_days.test(static_cast<std::size_t>(date.day()));
    const bool isWeekday = m_weekdays.test(static_cast<std::size_t>(date.dayOfWeek() % 7));
    // As cron has it: where both are restricted, either will do.
    return m_isAnyDay || m_isAnyWeekday ? isDay && isWeekday : isDay || isWeekday;
}

QDateTime CronFields::next(const QDateTime &moment) const
{
    const QDateTime start = moment.toLocalTime();
    const QDate end = start.date().addYears(YearsAhead);
    for (QDate date = start.date(); date <= end; date = date.addDays(1)) {
        if (!fitsDay(date))
            continue;
        for (int minute = 0; minute < 24 * 60; ++minute) {
            if (!m_hours.test(static_cast<std::size_t>(minute / 60))
                || !m_minutes.test(static_cast<std::size_t>(minute % 60)))
                continue;
            const QDateTime due(date, QTime(minute / 60, minute % 60), Qt::LocalTime);
            if (due > start)
                return due;
        }
    }
    return {};
}

} // namespace pilothouse
