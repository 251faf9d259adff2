// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/discovery/candidate.h"

#include "core/process/commandline.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr qsizetype LongestName = 64;

/// "--name=value" keeps a value that begins with a dash from being an option.
void append(QStringList &words, const char *option, const QString &value)
{
    if (!value.isEmpty())
        words << QStringLiteral("--%1=%2").arg(QLatin1String(option), value);
}

void appendRuntime(QStringList &words, const RuntimeSettings &runtime)
{
    append(words, "docker", runtime.kind == QLatin1String("docker") ? runtime.container : QString());
    if (runtime.kind == QLatin1String("compose"))
        append(words, "compose", runtime.project + u'/' + runtime.service);
    append(words, "engine", runtime.engine);
    if (runtime.kind == QLatin1String("systemd")) {
        append(words, "systemd", runtime.unit);
        if (runtime.isUserUnit)
            words << QStringLiteral("--user-unit");
    }
    if (runtime.kind == QLatin1String("process")) {
        append(words, "process", joinedCommand(runtime.command));
        append(words, "pid-file", runtime.pidFile);
        append(words, "working-dir", runtime.workingDirectory);
    }
}

} // namespace

QString discoverySourceName(DiscoverySource source)
{
    switch (source) {
    case DiscoverySource::Containers:
        return QStringLiteral("containers");
    case DiscoverySource::Units:
        return QStringLiteral("units");
    case DiscoverySource::Processes:
        return QStringLiteral("processes");
    case DiscoverySource::Folders:
        break;
    }
    return QStringLiteral("folders");
}

QString instanceNameFrom(const QString &foreign, const QString &otherwise, const QStringList &taken)
{
    QString base;
    for (const QChar letter : foreign.left(4 * LongestName)) {
        const bool isPlain = letter.unicode() < 128 && letter.isLetterOrNumber();
        const bool isJoint = letter == u'.' || letter == u'_' || letter == u'-';
        if (isPlain || (isJoint && !base.isEmpty()))
            base += letter;
        else if (!base.isEmpty() && !base.endsWith(u'-'))
            base += u'-';
    }
    base.truncate(LongestName);
    while (!base.isEmpty() && !base.back().isLetterOrNumber())
        base.chop(1);
    if (base.isEmpty())
        base = otherwise;
    QString name = base;
    for (int number = 2; taken.contains(name); ++number) {
        const QString suffix = QStringLiteral("-%1").arg(number);
        name = base.left(LongestName - suffix.size()) + suffix;
    }
    return name;
}

QStringList addWords(const Instance &instance)
{
    QStringList words{QStringLiteral("instance"), QStringLiteral("add"), instance.name};
    append(words, "profile", instance.profile);
    appendRuntime(words, instance.runtime);
    append(words, "data-dir", instance.dataDir);
    append(words, "health-url", instance.healthUrl);
    append(words, "environment", environmentName(instance.environment));
    append(words, "group", instance.group);
    return words;
}

QString addCommand(const Candidate &candidate)
{
    if (!candidate.refusal.isEmpty() || !candidate.knownAs.isEmpty() || !candidate.hasProfile())
        return {};
    QStringList quoted{QStringLiteral("pilothouse-cli")};
    for (const QString &word : addWords(candidate.instance))
        quoted << shellQuoted(word);
    return quoted.join(u' ');
}

QJsonObject toJson(const Candidate &candidate)
{
    return {{QStringLiteral("source"), discoverySourceName(candidate.source)},
            {QStringLiteral("title"), candidate.title},
            {QStringLiteral("instance"), toJson(candidate.instance)},
            {QStringLiteral("score"), candidate.score},
            {QStringLiteral("reasons"), QJsonArray::fromStringList(candidate.reasons)},
            {QStringLiteral("facts"), QJsonArray::fromStringList(candidate.facts)},
            {QStringLiteral("problems"), QJsonArray::fromStringList(candidate.problems)},
            {QStringLiteral("refusal"), candidate.refusal},
            {QStringLiteral("knownAs"), candidate.knownAs},
            {QStringLiteral("add"), addCommand(candidate)}};
}

} // namespace pilothouse
