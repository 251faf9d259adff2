// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/jsonpositions.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace pilothouse {
namespace {
constexpr int DepthLimit = 64;

struct JsonPositionsText
{
    Q_DECLARE_TR_FUNCTIONS(JsonPositions)
};
} // namespace

/// Walks a JSON text once and notes where every key and value begins.
class JsonScanner
{
public:
    explicit JsonScanner(const QByteArray &text)
        : m_text(text)
    {
    }

    bool scan()
    {
        if (m_text.startsWith("\xef\xbb\xbf"))
            m_at = 3;
        if (!value(QString(), 0))
            return false;
        skipSpace();
        return m_at == m_text.size() || fail(JsonPositionsText::tr("nothing was expected after the end"));
    }

    JsonPositions takePositions() { return std::move(m_positions); }
    TextPosition failedAt() const { return m_failedAt; }
    QString expected() const { return m_expected; }

private:
    bool value(const QString &pointer, int depth)
    {
        skipSpace();
        if (depth > DepthLimit)
            return fail(JsonPositionsText::tr("at most 64 levels were expected"));
        m_positions.m_values.insert(pointer, here());
        switch (peek()) {
        case '{':
            return object(pointer, depth);
        case '[':
            return array(pointer, depth);
        case '"':
            return string(nullptr);
        default:
            return scalar();
        }
    }

    bool object(const QString &pointer, int depth)
    {
        ++m_at;
        if (skipSpace(); take('}'))
            return true;
        do {
            if (!entry(pointer, depth))
                return false;
            skipSpace();
        } while (take(','));
        return take('}') || fail(JsonPositionsText::tr("\",\" or \"}\" was expected"));
    }

    bool entry(const QString &pointer, int depth)
    {
        skipSpace();
        const TextPosition at = here();
        QByteArray raw;
        if (peek() != '"')
            return fail(JsonPositionsText::tr("a key in quotes was expected"));
        if (!string(&raw))
            return false;
        const QString child = JsonPositions::child(pointer, decoded(raw));
        if (m_positions.m_keys.contains(child)) {
            m_failedAt = at;
            m_expected = JsonPositionsText::tr("each key was expected once");
            return false;
        }
        m_positions.m_keys.insert(child, at);
        if (skipSpace(); !take(':'))
            return fail(JsonPositionsText::tr("\":\" was expected"));
        return value(child, depth + 1);
    }

    bool array(const QString &pointer, int depth)
    {
        ++m_at;
        if (skipSpace(); take(']'))
            return true;
        qsizetype index = 0;
        do {
            if (!value(JsonPositions::child(pointer, index++), depth + 1))
                return false;
            skipSpace();
        } while (take(','));
        return take(']') || fail(JsonPositionsText::tr("\",\" or \"]\" was expected"));
    }

    bool string(QByteArray *raw)
    {
        const qsizetype start = m_at++;
        while (m_at < m_text.size() && m_text[m_at] != '"') {
            if (static_cast<uchar>(m_text[m_at]) < 0x20)
                return fail(JsonPositionsText::tr("a closing quote was expected on this line"));
            m_at += m_text[m_at] == '\\' ? 2 : 1;
        }
        if (m_at >= m_text.size()) {
            m_at = m_text.size();
            return fail(JsonPositionsText::tr("a closing quote was expected"));
        }
        ++m_at;
        if (raw)
            *raw = m_text.mid(start, m_at - start);
        return true;
    }

    bool scalar()
    {
        const qsizetype start = m_at;
        while (m_at < m_text.size() && !QByteArrayView(" \t\r\n,:{}[]\"").contains(m_text[m_at]))
            ++m_at;
        const QByteArray word = m_text.mid(start, m_at - start);
        if (word == "true" || word == "false" || word == "null" || isNumber(word))
            return true;
        m_at = start;
        return fail(JsonPositionsText::tr("a value was expected"));
    }

    static bool isNumber(const QByteArray &word)
    {
        bool ok = false;
        word.toDouble(&ok);
        return ok && (word[0] == '-' || (word[0] >= '0' && word[0] <= '9'));
    }

    static QString decoded(const QByteArray &raw)
    {
        return QJsonDocument::fromJson('[' + raw + ']')[0].toString();
    }

    char peek() const { return m_at < m_text.size() ? m_text[m_at] : '\0'; }

    bool take(char wanted)
    {
        if (m_at >= m_text.size() || m_text[m_at] != wanted)
            return false;
        ++m_at;
        return true;
    }

    void skipSpace()
    {
        while (m_at < m_text.size() && QByteArrayView(" \t\r\n").contains(m_text[m_at]))
            ++m_at;
    }

    /// Counts lines from where it last stood, so that a whole scan stays linear.
    TextPosition here()
    {
        for (; m_counted < m_at; ++m_counted) {
            if (m_text[m_counted] == '\n') {
                ++m_line;
                m_lineStart = m_counted + 1;
            }
        }
        return {m_line, static_cast<int>(m_at - m_lineStart) + 1};
    }

    bool fail(const QString &expected)
    {
        m_failedAt = here();
        m_expected = expected;
        return false;
    }

    const QByteArray &m_text;
    qsizetype m_at = 0;
    qsizetype m_counted = 0;
    qsizetype m_lineStart = 0;
    int m_line = 1;
    TextPosition m_failedAt;
    QString m_expected;
    JsonPositions m_positions;
};

Result<JsonPositions> JsonPositions::scan(const QByteArray &text)
{
    JsonScanner scanner(text);
    if (scanner.scan())
        return scanner.takePositions();
    const TextPosition at = scanner.failedAt();
    return failure(
        ErrorKind::BadInput,
        JsonPositionsText::tr("Line %1, column %2: %3.").arg(at.line).arg(at.column).arg(scanner.expected()));
}

TextPosition JsonPositions::of(QString pointer) const
{
    while (!pointer.isEmpty() && !m_values.contains(pointer))
        pointer.truncate(std::max<qsizetype>(0, pointer.lastIndexOf(u'/')));
    return m_values.value(pointer);
}

TextPosition JsonPositions::ofKey(const QString &objectPointer, const QString &key) const
{
    const auto found = m_keys.constFind(child(objectPointer, key));
    return found == m_keys.cend() ? of(objectPointer) : *found;
}

QString JsonPositions::child(const QString &pointer, const QString &key)
{
    QString escaped = key;
    escaped.replace(u'~', QLatin1String("~0")).replace(u'/', QLatin1String("~1"));
    return pointer + u'/' + escaped;
}

QString JsonPositions::child(const QString &pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

} // namespace pilothouse
