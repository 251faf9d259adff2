// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/prettyjson.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pilothouse {

namespace {

constexpr qsizetype LargestJson = 20000;
constexpr int JsonIndent = 2;

/// Writes what is known to be JSON anew with other spaces and nothing else changed: numbers of twenty digits
/// and members of the same name stay what they are.
class JsonSpacer
{
public:
    QString spaced(QStringView json)
    {
        for (const QChar character : json) {
            if (m_isInString)
                takeInString(character);
            else if (!character.isSpace())
                take(character);
        }
        return m_text;
    }

private:
    void takeInString(QChar character)
    {
        m_text += character;
        m_isInString = m_isEscaped || character != u'"';
        m_isEscaped = !m_isEscaped && character == u'\\';
    }

    void take(QChar character)
    {
        const bool isClosing = character == u'}' || character == u']';
        m_depth -= isClosing ? 1 : 0;
        if (isClosing ? !m_isEmpty : m_isEmpty)
            breakLine();
        m_isEmpty = false;
        m_text += character;
        m_isInString = character == u'"';
        if (character == u':')
            m_text += u' ';
        else if (character == u',')
            breakLine();
        else if (character == u'{' || character == u'[')
            open();
    }

    void open()
    {
        ++m_depth;
        m_isEmpty = true; // the line is broken only if something comes
    }

    void breakLine() { m_text += u'\n' + QString(JsonIndent * m_depth, u' '); }

    QString m_text;
    int m_depth = 0;
    bool m_isInString = false;
    bool m_isEscaped = false;
    bool m_isEmpty = false;
};

} // namespace

PrettyJson prettyJson(const QString &text)
{
    const qsizetype begin = text.indexOf(u'{');
    if (begin < 0 || text.size() - begin > LargestJson)
        return {};
    const QStringView json = QStringView(text).mid(begin);
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    if (object.isEmpty())
        return {};
    PrettyJson pretty{JsonSpacer().spaced(json), {}};
    for (const QString &name : {QStringLiteral("message"), QStringLiteral("msg")}) {
        if (begin == 0 && object.value(name).isString())
            pretty.message = object.value(name).toString();
    }
    return pretty;
}

} // namespace pilothouse
