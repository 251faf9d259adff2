// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/containerword.h"

namespace pilothouse {

class ComposeProject;

/// compose.replace {project, service, image, tag, keep | variable, file, line, of}: the compose tool makes
/// all containers of a stopped service again, without starting them, after one thing has changed that its
/// files leave open: what the image name `tag` means, or a secret in an environment file (SecretChange). The
/// files of the project stay as they are.
///
/// "changeShell" only shows that change. `image` is an id; the image before gets the name `keep`, so that
/// nothing tidies it away. Putting back is the same with what was before. Outputs: {kept, was}.
class ComposeReplaceStep final : public ContainerWord
{
    Q_DECLARE_TR_FUNCTIONS(ComposeReplaceStep)
public:
    QString name() const override { return QStringLiteral("compose.replace"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

    /// For the compose tool; `count` containers.
    static QStringList words(const QString &service, qsizetype count);

private:
    [[nodiscard]] static Result<> change(const StepScope &scope, const ComposeProject &project,
                                         const QJsonObject &before);
    [[nodiscard]] static Result<> make(const StepScope &scope, const ComposeProject &project,
                                       const QJsonObject &before);
    [[nodiscard]] static Result<> check(const StepScope &scope, const ComposeProject &project);
    [[nodiscard]] static Result<bool> runAsBefore(const StepScope &scope, const QJsonObject &before,
                                                  const QJsonObject &now);
    /// What the containers are changed by: nothing of it, or all.
    [[nodiscard]] static Result<Observed> observeChange(const StepScope &scope, const ComposeProject &project,
                                                        const QJsonObject &before);
};

} // namespace pilothouse
