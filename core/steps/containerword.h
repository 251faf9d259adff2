// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"
#include "core/runtime/dockerengine.h"

#include <QCoreApplication>

namespace pilothouse {

/// What the words about images and containers share: the engine of the instance. Their argument "docker" is
/// the client with its socket, and only shows it.
class ContainerWord : public Step
{
    Q_DECLARE_TR_FUNCTIONS(ContainerWord)

protected:
    static QString text(const QJsonObject &object, const char *key);
    /// "docker rename a b" for this instance's engine.
    static QString shell(const QJsonObject &arguments, const QStringList &words);
    /// Refused where the instance runs in no container.
    [[nodiscard]] static Result<const DockerEngine *> engine(const StepScope &scope);
    /// Nothing where there is no such container.
    [[nodiscard]] static Result<std::optional<QJsonObject>> look(const StepScope &scope,
                                                                 const QString &container);
    /// Without the slash in front.
    static QString nameOf(const QJsonObject &inspected);
};

/// The engine of a session that runs in a container or as a compose service; null for others.
const DockerEngine *engineOf(const InstanceSession &session);

} // namespace pilothouse
