// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace pilothouse {

class InstanceSession;

/// An npm package as it is installed for the whole machine or below a prefix.
struct PackageFacts
{
    QString name;                    ///< "@example/notes"
    QString version;                 ///< "1.2.3"
    QString prefix;                  ///< "/usr/local"
    QString folder;                  ///< "/usr/local/lib/node_modules/@example/notes"
    QMap<QString, QString> programs; ///< name in bin -> target of its link
};

/// What its package.json says; BadData where there is none that can be read.
[[nodiscard]] Result<PackageFacts> packageAt(const QString &folder);
/// The package that holds a program; NotFound where it lies in none.
[[nodiscard]] Result<PackageFacts> packageOfProgram(const QString &program);
/// The package that the instance's process runs, by its command line or by the command that starts it.
[[nodiscard]] Result<PackageFacts> packageOf(const InstanceSession &session, const OperationContext &context);
/// "1.2.3" and the like, or a tag such as "latest".
bool isPackageVersion(const QString &version);

} // namespace pilothouse
