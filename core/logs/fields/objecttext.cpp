// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Objects as programs of Node.js print them. Foreign text: whatever it holds, reading it ends.

#include "core/base/foreigntext.h"
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
        bool hasEscapes = false;
        for (++m_at; m_at < m_text.size() && current() != quote; ++m_at) {
            if (current() == u'\\' && m_at + 1 < m_text.size()) {
                ++m_at;
                text += readEscape();
                hasEscapes = true;
            } else {
                text += current();
            }
        }
        ++m_at;
        return hasEscapes ? visibleText(text) : text;
    }

private:
    /// What stands behind a backslash means; `m_at` goes to its last character.
    QString readEscape()
    {
        constexpr QStringView Letters = u"ntrbfv0";
        constexpr QStringView Meanings(u"\n\t\r\b\f\v\0", 7);
        const QChar letter = current();
        if (const qsizetype known = Letters.indexOf(letter); known >= 0)
            return Meanings.at(known);
        if (letter == u'\n')
            return {}; // the text goes on in a next line
        if (letter == u'x')
            return readCode(1, 2, 2);
        if (letter != u'u')
            return letter;
        const qsizetype end = m_text.indexOf(u'}', m_at);
        return m_text.mid(m_at + 1, 1) == u"{" && end > 0 ? readCode(2, end - m_at - 2, end - m_at)
                                                          : readCode(1, 4, 4);
    }
    /// The character of so many hexadecimal digits `from` here on, which with their marks are `length` long.
    QString readCode(qsizetype from, qsizetype digits, qsizetype length)
    {
        bool isCode = false;
        const char32_t code = m_text.mid(m_at + from, std::min<qsizetype>(digits, 6)).toUInt(&isCode, 16);
        if (!isCode || digits > 6 || code > 0x10FFFF || m_at + length >= m_text.size())
            return current();
        m_at += length;
        return code > 0xFFFF ? QString::fromUcs4(&code, 1) : QString(QChar(static_cast<char16_t>(code)));
    }
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
