// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/packagefacts.h"
#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;

/// What the words about npm packages share: whole folders change places, so the way back needs no network.
class PackageWord : public Step
{
    Q_DECLARE_TR_FUNCTIONS(PackageWord)

public:
    explicit PackageWord(FileOps &files)
        : m_files(files)
    {
    }

    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
    QStringList keptFiles(const QJsonObject &arguments, const QJsonObject &before) const override;

protected:
    FileOps &files() const { return m_files; }
    static QString text(const QJsonObject &object, const char *key);
    /// The inode as text; empty where there is nothing.
    QString identityOf(const QString &folder) const;
    /// Makes the links in bin those of the package that is in place now.
    [[nodiscard]] Result<> link(const QString &folder) const;
    [[nodiscard]] Result<> move(const QString &from, const QString &to) const;

private:
    FileOps &m_files;
};

/// package.install {folder, kept, package, from, version?}: the installed package is moved to `kept`, and npm
/// installs another one in its place, `from` a file of "npm pack" or "name@version".
class PackageInstallStep final : public PackageWord
{
    Q_DECLARE_TR_FUNCTIONS(PackageInstallStep)
public:
    using PackageWord::PackageWord;
    QString name() const override { return QStringLiteral("package.install"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> install(const StepScope &scope) const;
};

/// package.exchange {folder, other, kept}: the installed package is moved to `kept`, and `other` to its
/// place.
class PackageExchangeStep final : public PackageWord
{
    Q_DECLARE_TR_FUNCTIONS(PackageExchangeStep)
public:
    using PackageWord::PackageWord;
    QString name() const override { return QStringLiteral("package.exchange"); }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;
    QString putBackShell(const QJsonObject &arguments, const QJsonObject &before) const override;
};

} // namespace pilothouse
