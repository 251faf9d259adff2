// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/filter/logfilter.h"

#include <optional>
#include <vector>

namespace pilothouse {

/// One record under a filter, its fields read when they are asked for first.
class FilterSubject
{
public:
    FilterSubject(const LogRecord &record, const LogFieldReader &reader, const QDateTime &at)
        : m_record(record)
        , m_reader(reader)
        , m_at(record.time.isValid() ? record.time : at)
    {
    }

    const LogRecord &record() const { return m_record; }
    const LogFieldReader &reader() const { return m_reader; }
    /// When it was written; invalid: nobody knows.
    const QDateTime &at() const { return m_at; }
    const LogFields &fields() const
    {
        if (!m_fields)
            m_fields = m_reader.fields(m_record);
        return *m_fields;
    }

private:
    const LogRecord &m_record;
    const LogFieldReader &m_reader;
    QDateTime m_at;
    mutable std::optional<LogFields> m_fields;
};

/// Texts of which a line of the record must hold one.
using NeededTexts = QList<LogQuery>;
using FilterTermPointer = std::shared_ptr<const FilterTerm>;

/// A part of a filter.
class FilterTerm
{
public:
    virtual ~FilterTerm() = default;
    virtual bool matches(const FilterSubject &subject) const = 0;
    /// Empty: nothing can be said.
    virtual NeededTexts needed(const LogFieldReader &) const { return {}; }
    virtual LogTimeRange range() const { return {}; }
    virtual void addMarked(QList<LogQuery> &) const {}
};

enum class FilterOperator { Equal, NotEqual, Less, LessEqual, Greater, GreaterEqual, Contains };

FilterTermPointer allOf(std::vector<FilterTermPointer> terms);
FilterTermPointer anyOf(std::vector<FilterTermPointer> terms);
FilterTermPointer notOf(FilterTermPointer term);
FilterTermPointer textTerm(const LogQuery &query);
FilterTermPointer levelTerm(FilterOperator op, LogLevel level);
FilterTermPointer timeTerm(const LogTimeRange &range);
FilterTermPointer hasTerm(const QString &field);
/// What is asked for by name: a field, or the component, source, stream or message of a record. A name in
/// quotation marks is that of a field whatever it says.
struct FilterName
{
    QString text;
    bool isQuoted = false;
};
FilterTermPointer fieldTerm(const FilterName &name, FilterOperator op, const QString &value);
FilterTermPointer fieldTerm(const FilterName &name, const LogQuery &query);

} // namespace pilothouse
