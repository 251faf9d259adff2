// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filter/fieldfilter.h"

#include "core/logs/filter/logfilter.h"

namespace pilothouse {

namespace {

/// Longer values are found by their beginning: nobody reads more in the field of a filter.
constexpr qsizetype LongestFieldValue = 500;

/// A name that means itself where it stands without quotation marks.
bool isPlainName(const QString &name)
{
    static const QRegularExpression Plain(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_.-]*\\z"));
    static const QStringList Meaning{
        QStringLiteral("level"),     QStringLiteral("since"),  QStringLiteral("until"),
        QStringLiteral("after"),     QStringLiteral("before"), QStringLiteral("time"),
        QStringLiteral("has"),       QStringLiteral("source"), QStringLiteral("stream"),
        QStringLiteral("component"), QStringLiteral("message")};
    return Plain.match(name).hasMatch() && !Meaning.contains(name);
}

QString writtenValue(const QString &value)
{
    static const QRegularExpression Plain(QStringLiteral("\\A[\\p{L}0-9_./@+-][\\p{L}0-9_./:@+-]*\\z"));
    return Plain.match(value).hasMatch() ? value : LogFilter::quoted(value);
}

FieldFilter ownFilter(const QString &name, const QString &value)
{
    return {name, value, name + u'=' + writtenValue(value)};
}

} // namespace

QString writtenFieldName(const QString &name)
{
    return isPlainName(name) ? name : LogFilter::quoted(name);
}

FieldFilter fieldFilter(const QString &name, const QString &value)
{
    const QString written = writtenFieldName(name);
    if (value.size() <= LongestFieldValue)
        return {name, value, written + u'=' + writtenValue(value)};
    return {name, value, written + u'~' + LogFilter::quoted(value.left(LongestFieldValue))};
}

QList<FieldFilter> fieldFilters(const LogRecord &record, const LogFields &fields)
{
    QList<FieldFilter> filters;
    if (record.level != LogLevel::Unknown)
        filters.append(ownFilter(QStringLiteral("level"), logLevelName(record.level)));
    if (!record.component.isEmpty())
        filters.append(ownFilter(QStringLiteral("component"), record.component));
    if (!record.stream.isEmpty())
        filters.append(ownFilter(QStringLiteral("stream"), record.stream));
    for (const LogField &field : fields.list())
        filters.append(fieldFilter(field.name, field.value));
    return filters;
}

QString narrowedFilter(const QString &filter, const QString &term, bool isWanted)
{
    const QString unwanted = QStringLiteral("not ") + term;
    QStringList parts = LogFilter::partsOf(filter);
    parts.removeAll(term);
    parts.removeAll(unwanted);
    parts.append(isWanted ? term : unwanted);
    return parts.join(u' ');
}

} // namespace pilothouse
