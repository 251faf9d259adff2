// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/sqlshape.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {
struct SqlShapeText
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
    SqlTokens(const QString &sql, SqlDialect dialect)
        : m_sql(sql)
        , m_isPostgres(dialect == SqlDialect::Postgres)
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
            else if (c == u'[' && !m_isPostgres)
                return quoted(u']');
            else if (m_isPostgres && startsWith(u"::"))
                return cast();
            else
                return bare(c);
        }
        return {};
    }

    bool isBroken() const { return m_isBroken; }
    /// Where the next one is looked for.
    qsizetype at() const { return m_at; }

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

    QString cast()
    {
        m_at += 2;
        return QStringLiteral("::");
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
    bool m_isPostgres;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

bool isStatementWord(const QString &upper)
{
    static const QStringList Words{QStringLiteral("SELECT"),  QStringLiteral("INSERT"),
                                   QStringLiteral("UPDATE"),  QStringLiteral("DELETE"),
                                   QStringLiteral("REPLACE"), QStringLiteral("VALUES")};
    return Words.contains(upper);
}

tl::unexpected<Error> refused(const QString &why)
{
    return failure(ErrorKind::BadInput, why);
}

/// A sign that stands for a value, but not as ":name".
bool isOtherParameter(const QString &token, SqlDialect dialect)
{
    if (token[0] == u'$' || token == u":")
        return true;
    return dialect == SqlDialect::Sqlite && (token[0] == u'?' || token[0] == u'@');
}

/// Collects the parameters of a statement and writes it anew with their numbers.
class Numbering
{
public:
    Numbering(const QString &sql, SqlShape &shape)
        : m_sql(sql)
        , m_shape(shape)
    {
    }

    /// A ":name" that ends here.
    void add(const QString &token, qsizetype end)
    {
        const QString name = token.mid(1);
        if (!m_shape.parameters.contains(name))
            m_shape.parameters << name;
        m_shape.numbered += QStringView(m_sql).mid(m_written, end - token.size() - m_written);
        m_shape.numbered += u'$' + QString::number(m_shape.parameters.indexOf(name) + 1);
        m_written = end;
    }

    void finish() { m_shape.numbered += QStringView(m_sql).mid(m_written); }

private:
    const QString &m_sql;
    SqlShape &m_shape;
    qsizetype m_written = 0;
};
} // namespace

Result<SqlShape> selectShape(const QString &sql, SqlDialect dialect)
{
    SqlTokens tokens(sql, dialect);
    SqlShape shape;
    Numbering numbering(sql, shape);
    QString statement;
    int depth = 0;
    bool isFirst = true;
    for (QString token = tokens.next(); !token.isEmpty(); token = tokens.next()) {
        const QString upper = token.toUpper();
        if (isFirst && upper != QLatin1String("SELECT") && upper != QLatin1String("WITH"))
            return refused(SqlShapeText::tr("a SELECT was expected, not \"%1\"").arg(token));
        isFirst = false;
        if (token == u";")
            return refused(SqlShapeText::tr("one statement without a semicolon was expected"));
        depth += token == u"(" ? 1 : token == u")" ? -1 : 0;
        if (depth < 0)
            return refused(SqlShapeText::tr("parentheses that match were expected"));
        if (depth == 0 && statement.isEmpty() && isStatementWord(upper))
            statement = upper;
        if (isOtherParameter(token, dialect))
            return refused(SqlShapeText::tr("parameters written :name were expected, not \"%1\"").arg(token));
        if (token[0] == u':' && token != u"::")
            numbering.add(token, tokens.at());
    }
    numbering.finish();
    if (tokens.isBroken() || depth != 0)
        return refused(SqlShapeText::tr("closed quotes and parentheses were expected"));
    if (statement != QLatin1String("SELECT"))
        return refused(SqlShapeText::tr("a SELECT was expected"));
    return shape;
}

} // namespace pilothouse
