// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/serviceprofile.h"
#include "core/runtime/dockerengine.h"

namespace pilothouse {

/// A container that could become an instance, with what could be told of it.
struct DockerCandidate
{
    DockerContainer container;
    QString profile;        ///< id of the profile that its image belongs to; empty: none
    QString dataFolder;     ///< on this machine; empty where it is not known
    QString composeProject; ///< empty: not started by compose
};

/// The name of an image without registry, tag and digest: "example/service".
QString imageRepository(const QString &image);

/// Every container of an engine; those that a profile knows come first.
[[nodiscard]] Result<QList<DockerCandidate>> discoverContainers(const DockerEngine &engine,
                                                                const QList<ServiceProfile> &profiles,
                                                                const OperationContext &context);

} // namespace pilothouse
