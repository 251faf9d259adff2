// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

namespace pilothouse {

class ComposeRuntime;
class InstanceSession;

/// What is known of an image before it is used.
struct ImageFacts
{
    QString reference; ///< the name that it was asked for by
    QString id;        ///< "sha256:..."
    QString digest;    ///< "example/notes@sha256:..."; empty: it came from no registry
    QString version;   ///< what its label says; empty: it has none
    QString platform;  ///< "linux/amd64"
    QDateTime created;
};

ImageFacts imageFactsOf(const QJsonObject &inspected, const QString &reference);
/// "example/notes:2 (version 2.0.1, 9f8e7d6c5b4a, made 3 March 2026)"
QString imageText(const ImageFacts &facts, const QDateTime &now);
/// "example/notes" of "registry:5000/example/notes:2@sha256:...".
QString repositoryOf(const QString &reference);

/// A container that an upgrade has set aside.
struct KeptContainer
{
    QString name;
    QString image;
    QDateTime since; ///< when it ended
};
/// Of the container with this name, newest first.
[[nodiscard]] Result<QList<KeptContainer>> keptContainers(const InstanceSession &session,
                                                          const OperationContext &context);
/// The name under which an operation keeps a container.
QString keptName(const QString &container, const QUuid &operation);

/// The name under which an operation keeps the image of a compose service.
QString keptImageName(const ComposeRuntime &compose, const QUuid &operation);

/// What runs, which newer images of the same name are on this machine, and what is kept of upgrades before.
[[nodiscard]] Result<QJsonValue> upgradeFacts(const InstanceSession &session,
                                              const OperationContext &context);

} // namespace pilothouse
