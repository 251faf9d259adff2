// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filter/filterparser.h"

#include <QMap>

namespace pilothouse {

namespace {

constexpr int DeepestGroup = 64;

FilterOperator operatorOf(const QString &text)
{
    static const QMap<QString, FilterOperator> Operators{
        {QStringLiteral("="), FilterOperator::Equal},        {QStringLiteral("=="), FilterOperator::Equal},
        {QStringLiteral("!="), FilterOperator::NotEqual},    {QStringLiteral("<"), FilterOperator::Less},
        {QStringLiteral("<="), FilterOperator::LessEqual},   {QStringLiteral(">"), FilterOperator::Greater},
        {QStringLiteral(">="), FilterOperator::GreaterEqual}};
    return Operators.value(text, FilterOperator::Contains);
}

bool isTimeName(const QString &name)
{
    return name == u"since" || name == u"until" || name == u"after" || name == u"before" || name == u"time";
}

LogLevel levelFromWord(const QString &word)
{
    static const QMap<QString, QString> Short{{QStringLiteral("warn"), QStringLiteral("warning")},
                                              {QStringLiteral("err"), QStringLiteral("error")},
                                              {QStringLiteral("information"), QStringLiteral("info")},
                                              {QStringLiteral("critical"), QStringLiteral("fatal")}};
    const QString name = word.toLower();
    return logLevelFromName(Short.value(name, name));
}

} // namespace

FilterParser::FilterParser(QString text, const MomentReading &moments)
    : m_text(std::move(text))
    , m_moments(moments)
{
    if (!m_moments.now.isValid())
        m_moments.now = QDateTime::currentDateTimeUtc();
}

tl::unexpected<LogFilterProblem> FilterParser::problem(qsizetype position, const QString &text) const
{
    return tl::unexpected(LogFilterProblem{position, text});
}

FilterParser::Term FilterParser::read()
{
    skipSpace();
    if (isAtEnd())
        return FilterTermPointer();
    Term term = readAny();
    if (!term)
        return term;
    skipSpace();
    if (!isAtEnd())
        return problem(m_at, tr("There is no “(” for this “)”."));
    return term;
}

tl::expected<QStringList, LogFilterProblem> FilterParser::readParts()
{
    QStringList parts;
    for (skipSpace(); !isAtEnd(); skipSpace()) {
        if (isKeyword(QLatin1String("or")))
            return QStringList{u'(' + m_text.trimmed() + u')'};
        const qsizetype begin = m_at;
        if (const Term term = readOne(); !term)
            return tl::unexpected(term.error());
        parts.append(m_text.mid(begin, m_at - begin));
        takeKeyword(QLatin1String("and"));
    }
    return parts;
}

FilterParser::Term FilterParser::readAny()
{
    std::vector<FilterTermPointer> terms;
    do {
        Term term = readAll();
        if (!term)
            return term;
        terms.push_back(*term);
    } while (takeKeyword(QLatin1String("or")));
    return anyOf(std::move(terms));
}

FilterParser::Term FilterParser::readAll()
{
    std::vector<FilterTermPointer> terms;
    bool isWanted = true; // after "and" there must be something
    for (skipSpace(); isWanted || (!isAtEnd() && m_text.at(m_at) != u')' && !isKeyword(QLatin1String("or")));
         skipSpace()) {
        Term term = readOne();
        if (!term)
            return term;
        terms.push_back(*term);
        isWanted = takeKeyword(QLatin1String("and"));
    }
    return allOf(std::move(terms));
}

FilterParser::Term FilterParser::readOne()
{
    skipSpace();
    const qsizetype begin = m_at;
    if (isAtEnd() || m_text.at(m_at) == u')' || isKeyword(QLatin1String("or"))
        || isKeyword(QLatin1String("and")))
        return problem(m_at, tr("Something to find is missing here."));
    if (++m_depth > DeepestGroup)
        return problem(m_at, tr("There are too many groups within each other."));
    Term term;
    if (takeKeyword(QLatin1String("not")))
        term = readOne().map([](const FilterTermPointer &one) { return notOf(one); });
    else if (m_text.at(m_at) == u'(')
        term = readGroup();
    else if (const auto field = takeQuotedName()) {
        term = readNamed(*field, begin);
    } else if (m_text.at(m_at) == u'"') {
        const auto text = takeQuoted();
        const QString flags = takeFlags(QLatin1String("cw"));
        term = text ? readText({*text, false, flags.contains(u'c'), flags.contains(u'w')}, begin)
                    : problem(begin, tr("The quotation mark has no end."));
    } else if (const auto pattern = takeSlashed()) {
        const QString flags = takeFlags(QLatin1String("iw"));
        term = readText({*pattern, true, !flags.contains(u'i'), flags.contains(u'w')}, begin);
    } else if (const auto name = takeName()) {
        term = readNamed(*name, begin);
    } else {
        term = readText({takeWord(), false, false, false}, begin);
    }
    --m_depth;
    return term;
}

FilterParser::Term FilterParser::readGroup()
{
    const qsizetype begin = m_at++;
    Term term = readAny();
    if (!term)
        return term;
    skipSpace();
    if (isAtEnd())
        return problem(begin, tr("There is no “)” for this “(”."));
    ++m_at;
    return term;
}

FilterParser::Term FilterParser::readText(const LogQuery &query, qsizetype begin) const
{
    if (query.text.isEmpty())
        return problem(begin, tr("Something to find is missing here."));
    const QRegularExpression expression = query.expression();
    if (!expression.isValid())
        return problem(begin + 1
                           + std::max<qsizetype>(0, QRegularExpression(query.text).patternErrorOffset()),
                       tr("This is not a regular expression: %1.").arg(expression.errorString()));
    return textTerm(query);
}

FilterParser::Term FilterParser::readFieldPattern(const Name &name, qsizetype begin)
{
    const qsizetype at = m_at;
    const auto pattern = takeSlashed();
    if (!pattern)
        return problem(begin, tr("The regular expression has no end."));
    const QString flags = takeFlags(QLatin1String("iw"));
    const LogQuery query{*pattern, true, !flags.contains(u'i'), flags.contains(u'w')};
    if (auto checked = readText(query, at); !checked)
        return checked;
    return fieldTerm({name.field, name.isQuoted}, query);
}

FilterParser::Term FilterParser::readNamed(const Name &name, qsizetype begin)
{
    const qsizetype valueAt = m_at;
    if (name.op == u"~" && !isAtEnd() && m_text.at(m_at) == u'/')
        return readFieldPattern(name, begin);
    QString value;
    if (!isAtEnd() && m_text.at(m_at) == u'"') {
        const auto quoted = takeQuoted();
        if (!quoted)
            return problem(valueAt, tr("The quotation mark has no end."));
        value = *quoted;
    } else {
        value = takeWord();
    }
    if (value.isEmpty())
        return problem(m_at, tr("A value is missing after “%1”.").arg(name.field + name.op));
    if (name.isQuoted)
        return fieldTerm({name.field, true}, operatorOf(name.op), value);
    if (name.field == u"level")
        return readLevel(name, value, valueAt);
    if (isTimeName(name.field))
        return readTime(name, value, valueAt);
    if (name.field == u"has")
        return hasTerm(value);
    return fieldTerm({name.field}, operatorOf(name.op), value);
}

FilterParser::Term FilterParser::readLevel(const Name &name, const QString &value, qsizetype begin) const
{
    const LogLevel level = levelFromWord(value);
    if (level == LogLevel::Unknown && value != u"unknown")
        return problem(
            begin,
            tr("“%1” is no level; there are trace, debug, info, warning, error and fatal.").arg(value));
    return levelTerm(operatorOf(name.op), level);
}

FilterParser::Term FilterParser::readTime(const Name &name, const QString &value, qsizetype begin) const
{
    const QDateTime from = momentFrom(value, m_moments);
    if (!from.isValid())
        return problem(begin, tr("“%1” is no time: write 2026-11-20, 2026-11-20T22:00, 22:00, or how long "
                                 "ago: -10m, -1h, -2d.")
                                  .arg(value));
    const QDateTime past = momentPast(value, m_moments);
    const FilterOperator op = operatorOf(name.op);
    if (name.field != u"time")
        return name.field == u"since"    ? timeTerm({from, {}})
               : name.field == u"after"  ? timeTerm({past, {}})
               : name.field == u"before" ? timeTerm({{}, from})
                                         : timeTerm({{}, past});
    switch (op) {
    case FilterOperator::GreaterEqual:
        return timeTerm({from, {}});
    case FilterOperator::Greater:
        return timeTerm({past, {}});
    case FilterOperator::Less:
        return timeTerm({{}, from});
    case FilterOperator::LessEqual:
        return timeTerm({{}, past});
    default:
        return problem(begin, tr("A time is compared with <, <=, > or >=."));
    }
}

} // namespace pilothouse
