// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QList>
#include <QPair>
#include <QStringList>

namespace pilothouse {

/// How a container is made again with another image: everything that was asked for when it was made, and
/// nothing that only its old image brought. Holds the environment with its secrets, so it is never kept.
struct ContainerRecipe
{
    QJsonObject body; ///< for the engine
    /// More networks to join, with what the container asked for there: an engine takes only one at the start.
    QList<QPair<QString, QJsonObject>> networks;
};

/// `inspected` is the container, `image` the image it was made from, `reference` the image to use.
ContainerRecipe recipeOf(const QJsonObject &inspected, const QJsonObject &image, const QString &reference);

/// What two images bring by themselves, told by name: "Cmd: [...] → [...]". Values of the environment are not
/// told.
QStringList imageChanges(const QJsonObject &before, const QJsonObject &after);

/// Where the new container is not what the old one was and its new image does not explain it: paths such as
/// "HostConfig.Memory". Names, ids, times, addresses given out by the engine and paths of the engine's own
/// files differ always and are passed over, as is the order of lists that have none.
QStringList recipeDifferences(const QJsonObject &oldContainer, const QJsonObject &oldImage,
                              const QJsonObject &newContainer, const QJsonObject &newImage);

} // namespace pilothouse
