// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How terms are put together, and the terms of text, level and time. Those of fields have a file of their
// own.

#include "core/logs/filter/filterterm.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype MostNeeded = 64;

QDateTime laterOf(const QDateTime &left, const QDateTime &right)
{
    return !left.isValid() || (right.isValid() && right > left) ? right : left;
}

QDateTime earlierOf(const QDateTime &left, const QDateTime &right)
{
    return !left.isValid() || (right.isValid() && right < left) ? right : left;
}

/// The fewer the better, then the longer the better.
bool isSharper(const NeededTexts &left, const NeededTexts &right)
{
    const auto shortest = [](const NeededTexts &texts) {
        qsizetype length = std::numeric_limits<qsizetype>::max();
        for (const LogQuery &one : texts)
            length = std::min(length, one.text.size());
        return length;
    };
    const bool isShort = shortest(left) < 3;
    const bool isOtherShort = shortest(right) < 3;
    if (isShort != isOtherShort)
        return isOtherShort;
    if (left.size() != right.size())
        return left.size() < right.size();
    return shortest(left) > shortest(right);
}

/// Several terms as one.
class JoinedTerm : public FilterTerm
{
public:
    explicit JoinedTerm(std::vector<FilterTermPointer> terms)
        : m_terms(std::move(terms))
    {
    }
    void addMarked(QList<LogQuery> &marked) const override
    {
        for (const auto &term : m_terms)
            term->addMarked(marked);
    }

protected:
    const std::vector<FilterTermPointer> &terms() const { return m_terms; }

private:
    std::vector<FilterTermPointer> m_terms;
};

class AllTerm final : public JoinedTerm
{
public:
    using JoinedTerm::JoinedTerm;
    bool matches(const FilterSubject &subject) const override
    {
        return std::all_of(terms().begin(), terms().end(),
                           [&subject](const auto &term) { return term->matches(subject); });
    }
    NeededTexts needed(const LogFieldReader &reader) const override
    {
        NeededTexts best;
        for (const auto &term : terms()) {
            const NeededTexts texts = term->needed(reader);
            if (!texts.isEmpty() && (best.isEmpty() || isSharper(texts, best)))
                best = texts;
        }
        return best;
    }
    LogTimeRange range() const override
    {
        LogTimeRange range;
        for (const auto &term : terms()) {
            const LogTimeRange one = term->range();
            range.since = laterOf(range.since, one.since);
            range.until = earlierOf(range.until, one.until);
        }
        return range;
    }
};

class AnyTerm final : public JoinedTerm
{
public:
    using JoinedTerm::JoinedTerm;
    bool matches(const FilterSubject &subject) const override
    {
        return std::any_of(terms().begin(), terms().end(),
                           [&subject](const auto &term) { return term->matches(subject); });
    }
    NeededTexts needed(const LogFieldReader &reader) const override
    {
        NeededTexts all;
        for (const auto &term : terms()) {
            const NeededTexts texts = term->needed(reader);
            if (texts.isEmpty())
                return {};
            all.append(texts);
        }
        return all.size() > MostNeeded ? NeededTexts() : all;
    }
    LogTimeRange range() const override
    {
        LogTimeRange range = terms().front()->range();
        for (const auto &term : terms()) {
            const LogTimeRange one = term->range();
            range.since =
                range.since.isValid() && one.since.isValid() ? std::min(range.since, one.since) : QDateTime();
            range.until =
                range.until.isValid() && one.until.isValid() ? std::max(range.until, one.until) : QDateTime();
        }
        return range;
    }
};

class NotTerm final : public FilterTerm
{
public:
    explicit NotTerm(FilterTermPointer term)
        : m_term(std::move(term))
    {
    }
    bool matches(const FilterSubject &subject) const override { return !m_term->matches(subject); }

private:
    FilterTermPointer m_term;
};

/// What a line looks like in a record differs from its bytes where these are made visible.
bool isSameInBytes(const QString &text)
{
    return !text.contains(QLatin1String("\\u{")) && std::none_of(text.begin(), text.end(), [](QChar one) {
        return one == QChar::ReplacementCharacter || (one.unicode() >= 0x2400 && one.unicode() <= 0x2443);
    });
}

/// An expression that looks at where a text begins, ends or stands means another place in a line.
bool looksAround(const QString &expression)
{
    static const QRegularExpression Around(QStringLiteral(R"([\^$]|\\[AbBzZGKRXNu]|\(\?[=!<>|&P(0-9+*-])"));
    return Around.match(QString(expression).replace(QLatin1String("[^"), QLatin1String("["))).hasMatch();
}

class TextTerm final : public FilterTerm
{
public:
    explicit TextTerm(const LogQuery &query)
        : m_query(query)
        , m_expression(query.expression())
        , m_isPlain(!query.isPattern && !query.isWholeWord)
    {
        m_expression.optimize();
    }
    bool matches(const FilterSubject &subject) const override
    {
        const LogRecord &record = subject.record();
        return holds(record.message) || holds(record.component)
               || std::any_of(record.continuation.begin(), record.continuation.end(),
                              [this](const QString &line) { return holds(line); });
    }
    NeededTexts needed(const LogFieldReader &) const override
    {
        LogQuery query = m_query;
        query.isWholeWord = false; // the text itself is found sooner, and has to be there as well
        const bool isUsable = query.isPattern ? !looksAround(query.text) : isSameInBytes(query.text);
        return isUsable ? NeededTexts{query} : NeededTexts();
    }
    void addMarked(QList<LogQuery> &marked) const override { marked.append(m_query); }

private:
    bool holds(const QString &text) const
    {
        if (m_isPlain)
            return text.contains(m_query.text,
                                 m_query.isCaseSensitive ? Qt::CaseSensitive : Qt::CaseInsensitive);
        return m_expression.match(text).hasMatch();
    }

    LogQuery m_query;
    QRegularExpression m_expression;
    bool m_isPlain;
};

bool accepts(FilterOperator op, LogLevel wanted, LogLevel level)
{
    if (op == FilterOperator::NotEqual)
        return level != wanted;
    if (op == FilterOperator::Equal || op == FilterOperator::Contains)
        return level == wanted;
    if (level == LogLevel::Unknown)
        return false;
    return op == FilterOperator::Less        ? level < wanted
           : op == FilterOperator::LessEqual ? level <= wanted
           : op == FilterOperator::Greater   ? level > wanted
                                             : level >= wanted;
}

class LevelTerm final : public FilterTerm
{
public:
    LevelTerm(FilterOperator op, LogLevel level)
        : m_operator(op)
        , m_level(level)
    {
    }
    bool matches(const FilterSubject &subject) const override
    {
        return accepts(m_operator, m_level, subject.record().level);
    }
    NeededTexts needed(const LogFieldReader &reader) const override
    {
        NeededTexts texts;
        for (int at = 0; at <= static_cast<int>(LogLevel::Fatal); ++at) {
            const auto level = static_cast<LogLevel>(at);
            if (!accepts(m_operator, m_level, level))
                continue;
            const QStringList words = reader.wordsOf(level);
            if (words.isEmpty())
                return {};
            for (const QString &word : words)
                texts.append({word, false, false});
        }
        return texts;
    }

private:
    FilterOperator m_operator;
    LogLevel m_level;
};

class TimeTerm final : public FilterTerm
{
public:
    explicit TimeTerm(LogTimeRange range)
        : m_range(std::move(range))
    {
    }
    bool matches(const FilterSubject &subject) const override
    {
        return !subject.at().isValid() || m_range.holds(subject.at());
    }
    LogTimeRange range() const override { return m_range; }

private:
    LogTimeRange m_range;
};

} // namespace

FilterTermPointer allOf(std::vector<FilterTermPointer> terms)
{
    return terms.size() == 1 ? terms.front() : std::make_shared<AllTerm>(std::move(terms));
}

FilterTermPointer anyOf(std::vector<FilterTermPointer> terms)
{
    return terms.size() == 1 ? terms.front() : std::make_shared<AnyTerm>(std::move(terms));
}

FilterTermPointer notOf(FilterTermPointer term)
{
    return std::make_shared<NotTerm>(std::move(term));
}

FilterTermPointer textTerm(const LogQuery &query)
{
    return std::make_shared<TextTerm>(query);
}

FilterTermPointer levelTerm(FilterOperator op, LogLevel level)
{
    return std::make_shared<LevelTerm>(op, level);
}

FilterTermPointer timeTerm(const LogTimeRange &range)
{
    return std::make_shared<TimeTerm>(range);
}

} // namespace pilothouse
