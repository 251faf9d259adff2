// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/fileops.h"
#include "core/plan/step.h"

namespace pilothouse {

/// What the words about files share.

/// An absolute path among the arguments, cleaned. BadInput names the argument.
[[nodiscard]] Result<QString> pathArgument(const QJsonObject &arguments, const QString &key);
/// "0640" as bits. BadInput where it is not such a text.
[[nodiscard]] Result<uint> modeArgument(const QJsonObject &arguments);
/// The optional "mode", "ownerId" and "groupId".
[[nodiscard]] Result<FileAccess> accessArguments(const QJsonObject &arguments);
QString modeText(uint mode);

/// Where an operation keeps what it takes away from the folder of `path`: on the same file system.
QString asideFolder(const QString &path, const QUuid &operation);

/// The folders above `path` that are not there, the deepest first.
QStringList missingFolders(const FileOps &files, const QString &path);
/// Removes those of the folders that are there and empty, in their order.
[[nodiscard]] Result<> removeEmptyFolders(FileOps &files, const QStringList &folders);

/// What stands at a path; nothing where nothing does. Other failures stay failures.
[[nodiscard]] Result<std::optional<FileFacts>> factsIfThere(const FileOps &files, const QString &path);

} // namespace pilothouse
