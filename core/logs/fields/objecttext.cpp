// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Objects as programs of Node.js print them. Foreign text: whatever it holds, reading it ends.

#include "core/logs/fields/logfields.h"

namespace pilothouse {

namespace {

constexpr int DeepestObject = 16;

/// Goes through the text once; gives up where it is no object any more and keeps what it has read.
class ObjectText
{
public:
    ObjectText(QStringView text, LogFields &fields)
        : m_text(text)
        , m_fields(fields)
    {
    }

    /// From a "{" on. False where no member follows.
    bool readFrom(qsizetype brace)
    {
        m_at = brace;
        return readObject({}, 0);
    }
    qsizetype at() const { return m_at; }

    /// The quoted text at `at`, or empty; `at` goes behind it.
    QString readQuoted()
    {
        const QChar quote = current();
        if (quote != u'\'' && quote != u'"' && quote != u'`')
            return {};
        QString text;
        for (++m_at; m_at < m_text.size() && current() != quote; ++m_at) {
            if (current() == u'\\' && m_at + 1 < m_text.size())
                ++m_at;
            text += current();
        }
        ++m_at;
        return text;
    }

private:
    QChar current() const { return m_at < m_text.size() ? m_text.at(m_at) : QChar(); }
    void skipSpace()
    {
        while (m_at < m_text.size() && current().isSpace())
            ++m_at;
    }
    bool skip(QChar character)
    {
        skipSpace();
        if (current() != character)
            return false;
        ++m_at;
        return true;
    }

    QString readKey()
    {
        skipSpace();
        if (current() == u'\'' || current() == u'"')
            return readQuoted();
        const qsizetype begin = m_at;
        while (current().isLetterOrNumber() || current() == u'_' || current() == u'$' || current() == u'-')
            ++m_at;
        return m_text.mid(begin, m_at - begin).toString();
    }

    bool readObject(const QString &prefix, int depth)
    {
        bool hasMember = false;
        for (++m_at; m_at < m_text.size() && !skip(u'}'); skip(u',')) {
            const QString key = readKey();
            if (key.isEmpty() || !skip(u':'))
                return hasMember;
            hasMember = true;
            skipSpace();
            readValue(prefix.isEmpty() ? key : prefix + u'.' + key, depth);
        }
        return hasMember;
    }

    void readValue(const QString &name, int depth)
    {
        if (current() == u'{' && depth < DeepestObject) {
            readObject(name, depth + 1);
        } else if (current() == u'\'' || current() == u'"' || current() == u'`') {
            QString text = readQuoted();
            while (skip(u'+')) { // long texts go on in a next line
                skipSpace();
                text += readQuoted();
            }
            m_fields.add(name, text);
        } else {
            m_fields.add(name, readBare().trimmed().toString());
        }
    }

    /// A number, a word, a list as it stands.
    QStringView readBare()
    {
        const qsizetype begin = m_at;
        int open = 0;
        for (; m_at < m_text.size(); ++m_at) {
            const QChar character = current();
            if (open == 0 && (character == u',' || character == u'}' || character == u'\n'))
                break;
            if (character == u'[' || character == u'{')
                ++open;
            else if (character == u']' || character == u'}')
                --open;
        }
        return m_text.mid(begin, m_at - begin);
    }

    QStringView m_text;
    qsizetype m_at = 0;
    LogFields &m_fields;
};

} // namespace

void addObjectFields(QStringView text, LogFields &fields)
{
    constexpr int MostTries = 16;
    ObjectText reader(text, fields);
    reader.readQuoted(); // a message in quotes may hold braces of its own
    qsizetype brace = text.indexOf(u'{', reader.at());
    for (int tries = 0; brace >= 0 && tries < MostTries; ++tries) {
        if (reader.readFrom(brace))
            return;
        brace = text.indexOf(u'{', brace + 1);
    }
}

} // namespace pilothouse
