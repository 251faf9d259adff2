// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Terms that ask for what a record says: its fields, and what every record has.

#include "core/logs/filter/filterterm.h"

namespace pilothouse {

namespace {

/// What each record has, whatever its format; nothing where it is no such name.
const QString *ownPart(const LogRecord &record, QStringView name)
{
    return name == u"component" ? &record.component
           : name == u"source"  ? &record.source
           : name == u"stream"  ? &record.stream
           : name == u"message" ? &record.message
                                : nullptr;
}

/// Empty where the record does not have it.
QString valueOf(const FilterSubject &subject, const QString &name)
{
    const QString *own = ownPart(subject.record(), name);
    if (!own)
        return subject.fields().value(name);
    const bool isMissing = own->isEmpty() && subject.fields().has(name);
    return isMissing ? subject.fields().value(name) : *own;
}

/// Stands in the record's text as it is, whatever the format writes around it.
bool isSafeToken(const QString &value)
{
    static const QRegularExpression Safe(QStringLiteral("\\A[A-Za-z0-9_.@:-]{2,}\\z"));
    return Safe.match(value).hasMatch();
}

class FieldTerm final : public FilterTerm
{
public:
    FieldTerm(QString field, FilterOperator op, QString value)
        : m_field(std::move(field))
        , m_operator(op)
        , m_value(std::move(value))
        , m_quantity(quantityOf(m_value))
    {
    }
    bool matches(const FilterSubject &subject) const override
    {
        const QString value = valueOf(subject, m_field);
        if (value.isEmpty())
            return false;
        if (m_operator == FilterOperator::Contains)
            return value.contains(m_value, Qt::CaseInsensitive);
        const auto quantity = m_quantity ? subject.reader().quantity(m_field, value) : std::nullopt;
        if (quantity)
            return isSo(compared(*quantity, *m_quantity));
        if (m_operator != FilterOperator::Equal && m_operator != FilterOperator::NotEqual && m_quantity)
            return false; // no number
        return isSo(value.compare(m_value, Qt::CaseInsensitive) <=> 0);
    }
    NeededTexts needed(const LogFieldReader &) const override
    {
        const bool isText = m_operator == FilterOperator::Equal || m_operator == FilterOperator::Contains;
        const bool isElsewhere = m_field == u"source" || m_field == u"stream";
        if (!isText || isElsewhere || !isSafeToken(m_value) || m_quantity)
            return {};
        return {{m_value, false, false}};
    }

private:
    bool isSo(std::partial_ordering order) const
    {
        switch (m_operator) {
        case FilterOperator::Less:
            return order < 0;
        case FilterOperator::LessEqual:
            return order <= 0;
        case FilterOperator::Greater:
            return order > 0;
        case FilterOperator::GreaterEqual:
            return order >= 0;
        case FilterOperator::NotEqual:
            return order != 0;
        default:
            return order == 0;
        }
    }

    QString m_field;
    FilterOperator m_operator;
    QString m_value;
    std::optional<Quantity> m_quantity;
};

class FieldTextTerm final : public FilterTerm
{
public:
    FieldTextTerm(QString field, const LogQuery &query)
        : m_field(std::move(field))
        , m_expression(query.expression())
    {
    }
    bool matches(const FilterSubject &subject) const override
    {
        const QString value = valueOf(subject, m_field);
        return !value.isEmpty() && m_expression.match(value).hasMatch();
    }

private:
    QString m_field;
    QRegularExpression m_expression;
};

class HasTerm final : public FilterTerm
{
public:
    explicit HasTerm(QString field)
        : m_field(std::move(field))
    {
    }
    bool matches(const FilterSubject &subject) const override { return !valueOf(subject, m_field).isEmpty(); }

private:
    QString m_field;
};

} // namespace

FilterTermPointer hasTerm(const QString &field)
{
    return std::make_shared<HasTerm>(field);
}

FilterTermPointer fieldTerm(const QString &field, FilterOperator op, const QString &value)
{
    return std::make_shared<FieldTerm>(field, op, value);
}

FilterTermPointer fieldTerm(const QString &field, const LogQuery &query)
{
    return std::make_shared<FieldTextTerm>(field, query);
}

} // namespace pilothouse
