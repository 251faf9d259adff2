// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/containerword.h"

namespace pilothouse {

/// Gets an image onto this machine. Output "id" pins it: later steps use this image, whatever its name means
/// by then. Putting back gives the name to the image that had it before; an image that came new is removed
/// where nothing uses it.
class ImageFetchStep : public ContainerWord
{
    Q_DECLARE_TR_FUNCTIONS(ImageFetchStep)
public:
    bool changesService() const override { return false; }
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

protected:
    [[nodiscard]] virtual Result<> fetch(const DockerEngine &engine, const StepScope &scope) const = 0;
    /// What must be there afterwards: an id where it is known before, else the name.
    static QString wanted(const QJsonObject &arguments);
    /// The id that a name means now; empty: none.
    [[nodiscard]] static Result<QString> idOf(const StepScope &scope, const QString &image);
};

/// image.pull {image}: from its registry.
class ImagePullStep final : public ImageFetchStep
{
    Q_DECLARE_TR_FUNCTIONS(ImagePullStep)
public:
    QString name() const override { return QStringLiteral("image.pull"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    [[nodiscard]] Result<> fetch(const DockerEngine &engine, const StepScope &scope) const override;
};

/// image.load {image, file, id}: out of a file of "docker save", whose manifest names the id.
class ImageLoadStep final : public ImageFetchStep
{
    Q_DECLARE_TR_FUNCTIONS(ImageLoadStep)
public:
    QString name() const override { return QStringLiteral("image.load"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    [[nodiscard]] Result<> fetch(const DockerEngine &engine, const StepScope &scope) const override;
};

} // namespace pilothouse
