// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/composeproject.h"

#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "core/process/processrunner.h"
#include "core/process/toollocator.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds LookTime{30000};
constexpr qsizetype SaidLength = 2000;

QString label(const DockerContainer &container, const char *name)
{
    return container.labels.value(QStringLiteral("com.docker.compose.") + QLatin1String(name));
}

int numberOf(const DockerContainer &container)
{
    return label(container, "container-number").toInt();
}

/// "db:service_started:false,cache:service_healthy:true", as the newer tool labels it.
QStringList dependenciesFromLabel(const QString &text)
{
    QStringList names;
    for (const QString &entry : text.split(u',', Qt::SkipEmptyParts))
        names << entry.section(u':', 0, 0);
    return names;
}

QString unquoted(QString word)
{
    if (word.size() >= 2 && (word.startsWith(u'\'') || word.startsWith(u'"')) && word.back() == word.front())
        word = word.mid(1, word.size() - 2);
    return word;
}

} // namespace

Result<> checkComposeName(const QString &name)
{
    static const QRegularExpression Pattern(
        QRegularExpression::anchoredPattern(QStringLiteral("[A-Za-z0-9][A-Za-z0-9_.-]{0,200}")));
    if (Pattern.match(name).hasMatch())
        return {};
    return failure(ErrorKind::BadInput,
                   ComposeProject::tr("“%1” is not the name of a compose project or service.")
                       .arg(visibleText(name.left(100))));
}

QMap<QString, QStringList> dependenciesFromConfig(const QByteArray &printed)
{
    QMap<QString, QStringList> found;
    QString section;
    QString service;
    QString key;
    for (const QString &line : QString::fromUtf8(printed).split(u'\n')) {
        const QString word = line.trimmed();
        qsizetype indent = 0;
        while (indent < line.size() && line.at(indent) == u' ')
            ++indent;
        if (word.isEmpty())
            continue;
        const QString name = unquoted(word.section(u':', 0, 0));
        if (indent == 0)
            section = name;
        else if (section == QLatin1String("services") && indent == 2)
            service = name;
        else if (section == QLatin1String("services") && indent == 4 && !word.startsWith(u'-'))
            key = name;
        const bool isListed = indent >= 4 && word.startsWith(QLatin1String("- "));
        const bool isMapped = indent == 6 && word.endsWith(u':');
        if (section == QLatin1String("services") && key == QLatin1String("depends_on")
            && (isListed || isMapped))
            found[service] << (isListed ? unquoted(word.mid(2)) : name);
        if (indent == 2)
            key.clear();
    }
    return found;
}

QList<ComposeService> inStartOrder(QList<ComposeService> services)
{
    std::sort(services.begin(), services.end(), [](const auto &a, const auto &b) { return a.name < b.name; });
    QList<ComposeService> ordered;
    while (!services.isEmpty()) {
        const auto waits = [&](const ComposeService &service) {
            return std::any_of(service.dependsOn.begin(), service.dependsOn.end(), [&](const QString &other) {
                const bool isThere = std::any_of(services.begin(), services.end(),
                                                 [&other](const auto &one) { return one.name == other; });
                return isThere && other != service.name;
            });
        };
        auto next = std::find_if_not(services.begin(), services.end(), waits);
        if (next == services.end()) // a circle, which the tool itself would refuse
            next = services.begin();
        ordered << *next;
        services.erase(next);
    }
    return ordered;
}

int ComposeService::runningCount() const
{
    return static_cast<int>(std::count_if(containers.begin(), containers.end(), [](const auto &container) {
        return container.state == QLatin1String("running");
    }));
}

ComposeProject::ComposeProject(const QString &socket, RuntimeSettings settings)
    : m_engine(socket)
    , m_settings(std::move(settings))
{
}

QString ComposeProject::serviceOf(const DockerContainer &container)
{
    return label(container, "service");
}

Result<QList<DockerContainer>> ComposeProject::containers(const OperationContext &context) const
{
    auto all = m_engine.containers(context);
    if (!all)
        return all;
    QList<DockerContainer> own;
    for (const DockerContainer &container : *all) {
        const bool isOneOff =
            label(container, "oneoff").compare(QLatin1String("true"), Qt::CaseInsensitive) == 0;
        if (label(container, "project") == m_settings.project && !isOneOff && !serviceOf(container).isEmpty())
            own << container;
    }
    std::sort(own.begin(), own.end(), [](const auto &a, const auto &b) {
        return std::pair(serviceOf(a), numberOf(a)) < std::pair(serviceOf(b), numberOf(b));
    });
    return own;
}

QMap<QString, QStringList> ComposeProject::dependencies(const QList<DockerContainer> &containers,
                                                        const OperationContext &context) const
{
    QMap<QString, QStringList> found;
    bool isLabelled = false;
    for (const DockerContainer &container : containers) {
        isLabelled = isLabelled || container.labels.contains(QStringLiteral("com.docker.compose.depends_on"));
        found.insert(serviceOf(container), dependenciesFromLabel(label(container, "depends_on")));
    }
    if (isLabelled)
        return found;
    const auto printed = run({QStringLiteral("config")}, LookTime, context);
    return printed ? dependenciesFromConfig(printed->standardOutput) : found;
}

Result<QList<ComposeService>> ComposeProject::services(const OperationContext &context) const
{
    const auto own = containers(context);
    if (!own)
        return failure(own.error());
    const QMap<QString, QStringList> depends = dependencies(*own, context);
    QMap<QString, ComposeService> byName;
    for (auto it = depends.begin(); it != depends.end(); ++it)
        byName[it.key()] = {it.key(), {}, it.value()};
    for (const DockerContainer &container : *own) {
        ComposeService &service = byName[serviceOf(container)];
        service.name = serviceOf(container);
        service.containers << container;
    }
    return inStartOrder(byName.values());
}

Result<ComposeFiles> ComposeProject::files(const OperationContext &context) const
{
    const auto own = containers(context);
    if (!own)
        return failure(own.error());
    ComposeFiles found{m_settings.workingDirectory, m_settings.composeFiles, {}};
    if (!own->isEmpty()) {
        const DockerContainer &any = own->first();
        found.folder = label(any, "project.working_dir");
        found.files = label(any, "project.config_files").split(u',', Qt::SkipEmptyParts);
        found.environmentFile = label(any, "project.environment_file");
    }
    if (!QDir::isAbsolutePath(found.folder) || found.files.isEmpty())
        return failure(withSubject(
            failure(ErrorKind::NotFound, tr("Where the files of this compose project lie is not known."))
                .value(),
            m_settings.project, tr("Start it once with docker-compose, and add it again.")));
    for (QString &file : found.files)
        file = QDir::cleanPath(QDir(found.folder).absoluteFilePath(file));
    return found;
}

Result<ComposeProject::Tool> ComposeProject::tool(bool prefersPlugin, const OperationContext &context) const
{
    std::optional<Tool> plugin;
    CommandLine asked;
    asked.program = QStringLiteral("docker");
    asked.arguments = {QStringLiteral("compose"), QStringLiteral("version")};
    const auto found = ToolLocator().find(QStringLiteral("docker-compose"));
    if (prefersPlugin || !found) {
        const auto answer = LocalProcessRunner().run(asked, LookTime, context);
        if (answer && answer->exitCode == 0)
            plugin = Tool{QStringLiteral("docker"), {QStringLiteral("compose")}, true};
    }
    if (plugin)
        return *plugin;
    if (found)
        return Tool{*found, {}, false};
    return failure(Error{ErrorKind::NotFound,
                         QStringLiteral("docker-compose"),
                         tr("Neither docker-compose nor the compose plugin of docker is installed."),
                         tr("Install the package docker-compose."),
                         {}});
}

QStringList ComposeProject::projectWords(const ComposeFiles &files) const
{
    QStringList words{QStringLiteral("--project-name"), m_settings.project,
                      QStringLiteral("--project-directory"), files.folder};
    for (const QString &file : files.files)
        words << QStringLiteral("--file") << file;
    if (!files.environmentFile.isEmpty())
        words << QStringLiteral("--env-file") << files.environmentFile;
    return words;
}

Result<ProcessOutput> ComposeProject::run(const QStringList &words, milliseconds timeout,
                                          const OperationContext &context) const
{
    const auto place = files(context);
    if (!place)
        return failure(place.error());
    for (const QString &file : place->files) {
        if (!QFileInfo(file).isReadable())
            return failure(Error{ErrorKind::NotFound,
                                 file,
                                 tr("This file of the compose project cannot be read here."),
                                 tr("Put it back, or run Pilothouse as a user who may read it."),
                                 {}});
    }
    const auto own = containers(context);
    const bool isOfPlugin =
        own && !own->isEmpty() && !label(own->first(), "version").startsWith(QLatin1String("1."));
    const auto chosen = tool(isOfPlugin, context);
    if (!chosen)
        return failure(chosen.error());
    CommandLine line;
    line.program = chosen->program;
    line.arguments = chosen->words + QStringList{QStringLiteral("--ansi"), QStringLiteral("never")}
                     + projectWords(*place) + words;
    line.workingDirectory = place->folder;
    line.environment.insert(QStringLiteral("DOCKER_HOST"), QStringLiteral("unix://") + m_engine.socket());
    auto ran = LocalProcessRunner().run(line, timeout, context);
    if (!ran)
        return failure(withSubject(ran.error(), m_settings.project));
    if (ran->exitCode == 0)
        return ran;
    const QString said = QString::fromUtf8(ran->standardError).trimmed().right(SaidLength);
    return failure(Error{
        ErrorKind::Refused, m_settings.project, tr("The compose tool refused: %1.").arg(words.value(0)),
        tr("Read what it says, mend the files of the project, and try again."), visibleText(redacted(said))});
}

QString ComposeProject::shell(const QStringList &words) const
{
    CommandLine line;
    line.program = QStringLiteral("docker-compose");
    line.arguments = projectWords({m_settings.workingDirectory, m_settings.composeFiles, {}}) + words;
    if (m_settings.engine.isEmpty())
        return line.toDisplayString();
    return QStringLiteral("DOCKER_HOST=%1 %2")
        .arg(shellQuoted(QStringLiteral("unix://") + m_engine.socket()), line.toDisplayString());
}

} // namespace pilothouse
