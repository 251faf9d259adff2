// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/unitenvironment.h"

namespace pilothouse {

namespace {

bool isBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What stands behind a backslash; inside double quotes and outside any.
char unescaped(char c)
{
    switch (c) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    default:
        return c;
    }
}

/// One logical line of an environment file, from `at` to its end, quotes taken off.
QByteArray logicalLine(const QByteArray &content, qsizetype &at)
{
    QByteArray line;
    qsizetype kept = 0; // blanks at the end count only inside quotes
    char quote = 0;
    for (; at < content.size(); ++at) {
        const char c = content.at(at);
        if (c == '\\' && quote != '\'' && at + 1 < content.size()) {
            const char next = content.at(++at);
            if (next != '\n')
                line += next;
            kept = line.size();
        } else if (quote ? c == quote : (c == '"' || c == '\'')) {
            quote = quote ? '\0' : c;
            kept = line.size();
        } else if (c == '\n' && !quote) {
            break;
        } else {
            line += c;
            kept = quote || !isBlank(c) ? line.size() : kept;
        }
    }
    ++at;
    return line.left(kept);
}

} // namespace

QList<QByteArray> unitWords(const QByteArray &text)
{
    QList<QByteArray> words;
    QByteArray word;
    bool isInWord = false;
    char quote = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const char c = text.at(at);
        if (c == '\\' && quote != '\'' && at + 1 < text.size()) {
            word += unescaped(text.at(++at));
            isInWord = true;
        } else if (quote ? c == quote : (c == '"' || c == '\'')) {
            quote = quote ? '\0' : c;
            isInWord = true;
        } else if (!quote && isBlank(c)) {
            if (isInWord)
                words << word;
            word.clear();
            isInWord = false;
        } else {
            word += c;
            isInWord = true;
        }
    }
    if (isInWord)
        words << word;
    return words;
}

QList<QByteArray> environmentFileLines(const QByteArray &content)
{
    QList<QByteArray> lines;
    qsizetype at = 0;
    while (at < content.size()) {
        while (at < content.size() && isBlank(content.at(at)))
            ++at;
        if (at < content.size() && (content.at(at) == '#' || content.at(at) == ';')) {
            const qsizetype end = content.indexOf('\n', at);
            at = end < 0 ? content.size() : end + 1;
            continue;
        }
        const QByteArray line = logicalLine(content, at);
        if (line.indexOf('=') > 0)
            lines << line;
    }
    return lines;
}

} // namespace pilothouse
