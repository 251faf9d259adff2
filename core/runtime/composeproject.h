// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/runtime/dockerengine.h"

namespace pilothouse {

/// One service of a compose project with its containers, replicas in their order.
struct ComposeService
{
    QString name;
    QList<DockerContainer> containers;
    QStringList dependsOn;

    int runningCount() const;
};

/// Where the files of a project lie; relative names are resolved.
struct ComposeFiles
{
    QString folder;
    QStringList files;
    QString environmentFile; ///< empty: ".env" of the folder, if there is one

    bool operator==(const ComposeFiles &) const = default;
};

/// A project of docker-compose or "docker compose", known by the labels of its containers. Reads go to the
/// engine; only what needs the project's files runs the tool. Blocking; safe from any thread.
class ComposeProject
{
    Q_DECLARE_TR_FUNCTIONS(ComposeProject)
public:
    /// `settings` name the project, and where its files lay when it was added: they count once all of its
    /// containers are gone.
    ComposeProject(const QString &socket, RuntimeSettings settings);

    const DockerEngine &engine() const { return m_engine; }
    QString name() const { return m_settings.project; }
    /// Containers of its services, by service and number; one-off ones are left out.
    [[nodiscard]] Result<QList<DockerContainer>> containers(const OperationContext &context) const;
    /// In the order in which they start, what others depend on first.
    [[nodiscard]] Result<QList<ComposeService>> services(const OperationContext &context) const;
    [[nodiscard]] Result<ComposeFiles> files(const OperationContext &context) const;

    /// Runs the tool on the project, such as {"up", "--detach", "web"}.
    [[nodiscard]] Result<ProcessOutput> run(const QStringList &words, std::chrono::milliseconds timeout,
                                            const OperationContext &context) const;
    /// The same for a shell.
    QString shell(const QStringList &words) const;

    static QString serviceOf(const DockerContainer &container);

private:
    struct Tool
    {
        QString program;
        QStringList words;
        bool isPlugin = false;
    };

    [[nodiscard]] Result<Tool> tool(bool prefersPlugin, const OperationContext &context) const;
    QStringList projectWords(const ComposeFiles &files) const;
    QMap<QString, QStringList> dependencies(const QList<DockerContainer> &containers,
                                            const OperationContext &context) const;

    DockerEngine m_engine;
    RuntimeSettings m_settings;
};

/// What depends on what, out of the YAML that the tool itself prints for a project.
QMap<QString, QStringList> dependenciesFromConfig(const QByteArray &printed);
/// Services so ordered that each comes after what it depends on; by name where that leaves a choice.
QList<ComposeService> inStartOrder(QList<ComposeService> services);
/// BadInput for what is no name of a project or service.
[[nodiscard]] Result<> checkComposeName(const QString &name);

} // namespace pilothouse
