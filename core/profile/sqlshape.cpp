// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/sqlshape.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(SqlShape)
};

bool isWordStart(QChar c)
{
    return c.isLetter() || c == u'_';
}

bool isWordPart(QChar c)
{
    return c.isLetterOrNumber() || c == u'_' || c == u'$';
}

/// Splits a statement into words, parameters and signs; strings, quoted names and comments are passed over.
class SqlTokens
{
public:
    explicit SqlTokens(const QString &sql)
        : m_sql(sql)
    {
    }

    /// The next word, parameter (with its sign) or other character; empty at the end.
    QString next()
    {
        while (m_at < m_sql.size()) {
            const QChar c = m_sql[m_at];
            if (c.isSpace())
                ++m_at;
            else if (startsWith(u"--"))
                skipTo(u"\n", 0);
            else if (startsWith(u"/*"))
                skipTo(u"*/", 2);
            else if (c == u'\'' || c == u'"' || c == u'`')
                return quoted(c);
            else if (c == u'[')
                return quoted(u']');
            else
                return bare(c);
        }
        return {};
    }

    bool isBroken() const { return m_isBroken; }

private:
    bool startsWith(QStringView text) const { return QStringView(m_sql).mid(m_at).startsWith(text); }

    void skipTo(QStringView end, qsizetype opening)
    {
        const qsizetype found = m_sql.indexOf(end, m_at + opening);
        m_at = found < 0 ? m_sql.size() : found + end.size();
    }

    QString quoted(QChar end)
    {
        const qsizetype found = m_sql.indexOf(end, m_at + 1);
        m_isBroken = m_isBroken || found < 0;
        m_at = found < 0 ? m_sql.size() : found + 1;
        return QStringLiteral("''");
    }

    QString bare(QChar c)
    {
        const qsizetype start = m_at++;
        if (isWordStart(c) || c == u':' || c == u'@' || c == u'$' || c == u'?') {
            while (m_at < m_sql.size() && isWordPart(m_sql[m_at]))
                ++m_at;
        }
        return m_sql.mid(start, m_at - start);
    }

    const QString &m_sql;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

bool isStatementWord(const QString &upper)
{
    static const QStringList words{QStringLiteral("SELECT"),  QStringLiteral("INSERT"),
                                   QStringLiteral("UPDATE"),  QStringLiteral("DELETE"),
                                   QStringLiteral("REPLACE"), QStringLiteral("VALUES")};
    return words.contains(upper);
}

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorKind::BadInput, why);
}
} // namespace

Result<SqlShape> selectShape(const QString &sql)
{
    SqlTokens tokens(sql);
    SqlShape shape;
    QString statement;
    int depth = 0;
    bool isFirst = true;
    for (QString token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
        const QString upper = token.toUpper();
        if (isFirst && upper != QLatin1String("SELECT") && upper != QLatin1String("WITH"))
            return refused(Text::tr("a SELECT was expected, not \"%1\"").arg(token));
        isFirst = false;
        if (token == u";")
            return refused(Text::tr("one statement without a semicolon was expected"));
        depth += token == u"(" ? 1 : token == u")" ? -1 : 0;
        if (depth < 0)
            return refused(Text::tr("parentheses that match were expected"));
        if (depth == 0 && statement.isEmpty() && isStatementWord(upper))
            statement = upper;
        if (token[0] == u'?' || token[0] == u'@' || (token[0] == u'$') || token == u":")
            return refused(Text::tr("parameters written :name were expected, not \"%1\"").arg(token));
        if (token[0] == u':' && !shape.parameters.contains(token.mid(1)))
            shape.parameters << token.mid(1);
    }
    if (tokens.isBroken() || depth != 0)
        return refused(Text::tr("closed quotes and parentheses were expected"));
    if (statement != QLatin1String("SELECT"))
        return refused(Text::tr("a SELECT was expected"));
    return shape;
}

} // namespace pilothouse
