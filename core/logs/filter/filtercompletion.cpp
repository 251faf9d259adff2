// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/filter/filtercompletion.h"

#include "core/domain/logrecord.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

/// Where the word before the cursor begins; nothing where that is inside of a quoted text.
std::optional<qsizetype> beginOfWord(QStringView text)
{
    bool isQuoted = false;
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar character = text.at(at);
        if (character == u'\\' && isQuoted)
            ++at;
        else if (character == u'"')
            isQuoted = !isQuoted;
        else if (!isQuoted && (character.isSpace() || character == u'('))
            begin = at + 1;
    }
    return isQuoted ? std::nullopt : std::optional(begin);
}

QStringList levelNames()
{
    QStringList names;
    for (int level = static_cast<int>(LogLevel::Trace); level <= static_cast<int>(LogLevel::Fatal); ++level)
        names.append(logLevelName(static_cast<LogLevel>(level)));
    return names;
}

/// What may stand behind a name and its operator.
QStringList valuesOf(const QString &name, const QStringList &fields)
{
    if (name == u"level")
        return levelNames();
    if (name == u"has")
        return fields;
    static const QStringList Times{QStringLiteral("since"), QStringLiteral("until"), QStringLiteral("after"),
                                   QStringLiteral("before")};
    if (Times.contains(name))
        return {QStringLiteral("-10m"), QStringLiteral("-1h"), QStringLiteral("-1d")};
    return {};
}

} // namespace

FilterCompletion completeFilter(const QString &text, qsizetype cursor, const QStringList &fields)
{
    static const QStringList Names{
        QStringLiteral("level>="), QStringLiteral("level:"),     QStringLiteral("since:"),
        QStringLiteral("until:"),  QStringLiteral("has:"),       QStringLiteral("source:"),
        QStringLiteral("stream:"), QStringLiteral("component:"), QStringLiteral("message:")};
    static const QRegularExpression Named(QStringLiteral("\\A([A-Za-z_][\\w.-]*(?:>=|<=|!=|==|=|>|<|:))"));
    const auto begin = beginOfWord(QStringView(text).first(std::min(cursor, text.size())));
    if (!begin)
        return {cursor, {}, {}};
    FilterCompletion completion{*begin, text.mid(*begin, cursor - *begin), {}};
    const QString head = Named.match(completion.word).captured(1);
    QStringList known = head.isEmpty() ? Names + fields : QStringList();
    if (!head.isEmpty()) {
        static const QRegularExpression Operator(QStringLiteral("[<>=!:]+\\z"));
        for (const QString &value : valuesOf(QString(head).remove(Operator), fields))
            known.append(head + value);
    }
    for (const QString &one : std::as_const(known)) {
        if (one.size() > completion.word.size() && one.startsWith(completion.word, Qt::CaseInsensitive))
            completion.choices.append(one);
    }
    completion.choices.sort(Qt::CaseInsensitive);
    completion.choices.removeDuplicates();
    return completion;
}

} // namespace pilothouse
