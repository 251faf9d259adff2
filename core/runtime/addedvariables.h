// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/runtime/serviceruntime.h"

namespace pilothouse {

class FileOps;

/// BadInput for a name or value that cannot stand in an environment file: control characters, blanks in a
/// name.
[[nodiscard]] Result<> checkVariables(const VariableMap &variables);
/// "KEY=value" lines, the values quoted as systemd reads them.
QByteArray variablesText(const VariableMap &variables);
/// All variables after the changes; those that they do not name stay as they are.
VariableMap changed(VariableMap variables, const VariableChanges &changes);
/// Changes such a file in a shell; names and values of the changes only, never what else the file holds.
QString changeCommand(const QString &file, const VariableChanges &changes);
/// What such a text holds.
VariableMap variablesIn(const QByteArray &text);
/// What such a file holds; nothing where it is not there.
[[nodiscard]] Result<VariableMap> readVariables(const FileOps &files, const QString &path);
/// Writes it, private to this user; removes it where there is no variable.
[[nodiscard]] Result<> writeVariables(FileOps &files, const QString &path, const VariableMap &variables);

} // namespace pilothouse
