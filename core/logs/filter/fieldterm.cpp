// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Terms that ask for what a record says: its fields, and what every record has.

#include "core/logs/filter/filterterm.h"

#include <cmath>

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
QString valueOf(const FilterSubject &subject, const FilterName &name)
{
    const QString *own = name.isQuoted ? nullptr : ownPart(subject.record(), name.text);
    if (!own)
        return subject.fields().value(name.text);
    const bool isMissing = own->isEmpty() && subject.fields().has(name.text);
    return isMissing ? subject.fields().value(name.text) : *own;
}

/// Whole numbers beyond these are not told apart as numbers: long identifiers are compared as text.
bool isExact(const Quantity &quantity)
{
    return std::abs(quantity.number) < 9'007'199'254'740'992.0;
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
    FieldTerm(FilterName field, FilterOperator op, QString value)
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
        const bool isOrder = m_operator != FilterOperator::Equal && m_operator != FilterOperator::NotEqual;
        const auto quantity = m_quantity ? subject.reader().quantity(m_field.text, value) : std::nullopt;
        if (quantity && (isOrder || isExact(*quantity)))
            return isSo(compared(*quantity, *m_quantity));
        if (isOrder && m_quantity)
            return false; // no number
        return isSo(value.compare(m_value, Qt::CaseInsensitive) <=> 0);
    }
    NeededTexts needed(const LogFieldReader &) const override
    {
        const bool isText = m_operator == FilterOperator::Equal || m_operator == FilterOperator::Contains;
        const bool isElsewhere =
            !m_field.isQuoted && (m_field.text == u"source" || m_field.text == u"stream");
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

    FilterName m_field;
    FilterOperator m_operator;
    QString m_value;
    std::optional<Quantity> m_quantity;
};

class FieldTextTerm final : public FilterTerm
{
public:
    FieldTextTerm(FilterName field, const LogQuery &query)
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
    FilterName m_field;
    QRegularExpression m_expression;
};

class HasTerm final : public FilterTerm
{
public:
    explicit HasTerm(const QString &field)
        : m_field{field}
    {
    }
    bool matches(const FilterSubject &subject) const override { return !valueOf(subject, m_field).isEmpty(); }

private:
    FilterName m_field;
};

} // namespace

FilterTermPointer hasTerm(const QString &field)
{
    return std::make_shared<HasTerm>(field);
}

FilterTermPointer fieldTerm(const FilterName &name, FilterOperator op, const QString &value)
{
    return std::make_shared<FieldTerm>(name, op, value);
}

FilterTermPointer fieldTerm(const FilterName &name, const LogQuery &query)
{
    return std::make_shared<FieldTextTerm>(name, query);
}

} // namespace pilothouse
