// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/containerword.h"

#include "core/instances/instancesession.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerruntime.h"

namespace pilothouse {

const DockerEngine *engineOf(const InstanceSession &session)
{
    if (const auto *docker = dynamic_cast<const DockerRuntime *>(&session.runtime()))
        return &docker->engine();
    const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime());
    return compose ? &compose->project().engine() : nullptr;
}

QString ContainerWord::text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString ContainerWord::shell(const QJsonObject &arguments, const QStringList &words)
{
    QString line = text(arguments, "docker");
    if (line.isEmpty())
        line = QStringLiteral("docker");
    for (const QString &word : words)
        line += u' ' + shellQuoted(word);
    return line;
}

Result<const DockerEngine *> ContainerWord::engine(const StepScope &scope)
{
    if (const DockerEngine *found = engineOf(scope.session))
        return found;
    return failure(Error{ErrorKind::Refused,
                         scope.session.instance().name,
                         tr("This instance runs in no container."),
                         {},
                         {}});
}

Result<std::optional<QJsonObject>> ContainerWord::look(const StepScope &scope, const QString &container)
{
    const auto found = engine(scope);
    if (!found)
        return failure(found.error());
    auto inspected = (*found)->inspect(container, scope.context);
    if (inspected)
        return std::optional(*inspected);
    if (inspected.error().kind == ErrorKind::NotFound && inspected.error().subject == container)
        return std::optional<QJsonObject>();
    return failure(inspected.error());
}

QString ContainerWord::nameOf(const QJsonObject &inspected)
{
    return text(inspected, "Name").mid(1);
}

} // namespace pilothouse
