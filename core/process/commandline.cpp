// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/commandline.h"

#include <algorithm>

namespace pilothouse {

namespace {

bool isPlain(QChar letter)
{
    static const QString Marks = QStringLiteral("@%+=:,./-_");
    return letter.unicode() < 128 && (letter.isLetterOrNumber() || Marks.contains(letter));
}

} // namespace

QString joinedCommand(const QStringList &words)
{
    QStringList quoted;
    for (QString word : words) {
        const bool isPlain = !word.isEmpty() && std::none_of(word.begin(), word.end(), [](QChar letter) {
            return letter.isSpace() || letter == u'"';
        });
        quoted << (isPlain ? word : u'"' + word.replace(u'"', QStringLiteral("\"\"\"")) + u'"');
    }
    return quoted.join(u' ');
}

QString shellQuoted(const QString &word)
{
    if (!word.isEmpty() && std::all_of(word.begin(), word.end(), isPlain))
        return word;
    QString quoted = word;
    quoted.replace(u'\'', QStringLiteral("'\\''"));
    return u'\'' + quoted + u'\'';
}

QString CommandLine::toDisplayString() const
{
    QString text = shellQuoted(program);
    for (const QString &argument : arguments)
        text += u' ' + shellQuoted(argument);
    return text;
}

} // namespace pilothouse
