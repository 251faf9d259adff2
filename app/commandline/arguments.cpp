// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/arguments.h"

#include "app/commandline/nearest.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct OptionKind
{
    bool isKnown = false;
    bool takesValue = false;
};

OptionKind kindOf(const QString &name, const QStringList &options)
{
    for (const QString &option : options) {
        const QString bare = option.section(u'=', 0, 0);
        if (bare == name)
            return {true, option.contains(u'=')};
    }
    return {};
}

QString argumentsText(const char *text)
{
    return QCoreApplication::translate("Arguments", text);
}

tl::unexpected<Error> unknownOption(const QString &name, const QStringList &known)
{
    QStringList names;
    for (const QString &option : known)
        names << option.section(u'=', 0, 0);
    const QString near = nearestWord(name, names);
    const QString text =
        near.isEmpty()
            ? argumentsText(QT_TRANSLATE_NOOP("Arguments", "There is no option --%1 here.")).arg(name)
            : argumentsText(
                  QT_TRANSLATE_NOOP("Arguments", "There is no option --%1 here. Did you mean --%2?"))
                  .arg(name, near);
    return failure(ErrorKind::BadInput, text);
}

/// Reads one option; moves `at` on past a value that stands apart.
Result<> readOption(const QStringList &words, qsizetype &at, const QStringList &known, Arguments &arguments)
{
    const QString word = words[at].mid(2);
    const QString name = word.section(u'=', 0, 0);
    const OptionKind kind = kindOf(name, known);
    if (!kind.isKnown)
        return unknownOption(name, known);
    if (!kind.takesValue) {
        if (word.contains(u'='))
            return failure(ErrorKind::BadInput,
                           argumentsText(QT_TRANSLATE_NOOP("Arguments", "--%1 takes no value.")).arg(name));
        arguments.options[name];
        return {};
    }
    if (word.contains(u'=')) {
        arguments.options[name] << word.section(u'=', 1);
        return {};
    }
    if (at + 1 >= words.size())
        return failure(ErrorKind::BadInput,
                       argumentsText(QT_TRANSLATE_NOOP("Arguments", "--%1 needs a value.")).arg(name));
    arguments.options[name] << words[++at];
    return {};
}

} // namespace

QString Arguments::value(const QString &option) const
{
    const QStringList all = options.value(option);
    return all.isEmpty() ? QString() : all.last();
}

const QStringList &commonOptions()
{
    static const QStringList Common{
        QStringLiteral("json"),       QStringLiteral("yes"),       QStringLiteral("dry-run"),
        QStringLiteral("confirm="),   QStringLiteral("reason="),   QStringLiteral("accept=*"),
        QStringLiteral("state-dir="), QStringLiteral("language="), QStringLiteral("help")};
    return Common;
}

Result<Arguments> parseArguments(const QStringList &words, const ArgumentSpec &spec)
{
    const QStringList known = commonOptions() + spec.options;
    Arguments arguments;
    bool isLiteral = false;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words[at];
        if (!isLiteral && word == QStringLiteral("-h")) {
            arguments.options[QStringLiteral("help")];
        } else if (isLiteral || !word.startsWith(QStringLiteral("--"))) {
            arguments.positional << word;
        } else if (word == QStringLiteral("--")) {
            isLiteral = true;
        } else if (const auto read = readOption(words, at, known, arguments); !read) {
            return tl::unexpected(read.error());
        }
    }
    if (arguments.has(QStringLiteral("help")))
        return arguments;
    if (arguments.positional.size() < spec.required.size())
        return failure(ErrorKind::BadInput, argumentsText(QT_TRANSLATE_NOOP("Arguments", "%1 is missing."))
                                                .arg(spec.required.at(arguments.positional.size())));
    const qsizetype most = spec.required.size() + spec.optional.size();
    if (arguments.positional.size() > most)
        return failure(ErrorKind::BadInput,
                       argumentsText(QT_TRANSLATE_NOOP("Arguments", "“%1” is one word too many."))
                           .arg(arguments.positional.at(most)));
    return arguments;
}

QString usageOf(const ArgumentSpec &spec)
{
    QStringList parts = spec.required;
    for (const QString &name : spec.optional)
        parts << u'[' + name + u']';
    for (const QString &option : spec.options) {
        const QString bare = option.section(u'=', 0, 0);
        parts << (option.contains(u'=') ? QStringLiteral("[--%1 %2]").arg(bare, bare.toUpper())
                                        : QStringLiteral("[--%1]").arg(bare));
    }
    return parts.join(u' ');
}

} // namespace pilothouse
