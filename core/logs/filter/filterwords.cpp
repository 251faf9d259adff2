// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// How the text of a filter is cut into words.

#include "core/logs/filter/filterparser.h"

namespace pilothouse {

void FilterParser::skipSpace()
{
    while (!isAtEnd() && m_text.at(m_at).isSpace())
        ++m_at;
}

bool FilterParser::isKeyword(QLatin1String word) const
{
    const qsizetype end = m_at + word.size();
    if (QStringView(m_text).mid(m_at, word.size()).compare(word, Qt::CaseInsensitive) != 0)
        return false;
    return end >= m_text.size() || m_text.at(end).isSpace() || m_text.at(end) == u'('
           || m_text.at(end) == u')';
}

bool FilterParser::takeKeyword(QLatin1String word)
{
    skipSpace();
    if (!isKeyword(word))
        return false;
    m_at += word.size();
    return true;
}

std::optional<FilterParser::Name> FilterParser::takeName()
{
    static const QRegularExpression Named(
        QStringLiteral("([A-Za-z_][A-Za-z0-9_.-]*)(>=|<=|!=|==|=|>|<|~|:)"));
    static const QStringList Known{QStringLiteral("level"),  QStringLiteral("since"),
                                   QStringLiteral("until"),  QStringLiteral("after"),
                                   QStringLiteral("before"), QStringLiteral("has"),
                                   QStringLiteral("source"), QStringLiteral("component"),
                                   QStringLiteral("stream"), QStringLiteral("message")};
    const QRegularExpressionMatch match = Named.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                      QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return {};
    const Name name{match.captured(1), match.captured(2)};
    const qsizetype end = match.capturedEnd();
    const bool isKnown = Known.contains(name.field);
    const bool hasValue = end < m_text.size() && !m_text.at(end).isSpace() && m_text.at(end) != u')';
    if ((name.op == u":" && !isKnown) || (!hasValue && !isKnown))
        return {}; // a word, such as "localhost:8080"
    m_at = end;
    return name;
}

std::optional<FilterParser::Name> FilterParser::takeQuotedName()
{
    static const QRegularExpression Operator(QStringLiteral("(>=|<=|!=|==|=|>|<|~)(?=[^\\s)])"));
    const qsizetype begin = m_at;
    if (m_text.at(m_at) != u'"')
        return {};
    const auto name = takeQuoted();
    const QRegularExpressionMatch match = Operator.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                         QRegularExpression::AnchorAtOffsetMatchOption);
    if (!name || name->isEmpty() || !match.hasMatch()) {
        m_at = begin;
        return {};
    }
    m_at = match.capturedEnd();
    return Name{*name, match.captured(1), true};
}

QString FilterParser::takeWord()
{
    const qsizetype begin = m_at;
    int open = 0;
    for (; !isAtEnd() && !m_text.at(m_at).isSpace(); ++m_at) {
        if (m_text.at(m_at) == u'(')
            ++open;
        else if (m_text.at(m_at) == u')' && --open < 0)
            break;
    }
    return m_text.mid(begin, m_at - begin);
}

std::optional<QString> FilterParser::takeQuoted()
{
    QString text;
    for (qsizetype at = m_at + 1; at < m_text.size(); ++at) {
        const QChar character = m_text.at(at);
        const bool isEscape = character == u'\\' && at + 1 < m_text.size()
                              && (m_text.at(at + 1) == u'"' || m_text.at(at + 1) == u'\\');
        if (character == u'"') {
            m_at = at + 1;
            return text;
        }
        text += isEscape ? m_text.at(++at) : character;
    }
    return {};
}

std::optional<QString> FilterParser::takeSlashed()
{
    static const QRegularExpression Slashed(
        QStringLiteral(R"re(/((?:[^/\\]|\\.|/(?![iw]*(?:[\s)]|\z)))+)/(?=[iw]*(?:[\s)]|\z)))re"));
    const QRegularExpressionMatch match = Slashed.match(m_text, m_at, QRegularExpression::NormalMatch,
                                                        QRegularExpression::AnchorAtOffsetMatchOption);
    if (!match.hasMatch())
        return {};
    m_at = match.capturedEnd();
    return match.captured(1);
}

QString FilterParser::takeFlags(QLatin1String known)
{
    const qsizetype begin = m_at;
    while (!isAtEnd() && known.contains(m_text.at(m_at)))
        ++m_at;
    const bool isWhole = isAtEnd() || m_text.at(m_at).isSpace() || m_text.at(m_at) == u')';
    if (!isWhole)
        m_at = begin;
    return m_text.mid(begin, m_at - begin);
}

} // namespace pilothouse
