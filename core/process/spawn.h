// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/process/commandline.h"

#include <QByteArray>
#include <QList>

#include <sys/types.h>
#include <vector>

namespace pilothouse {

/// A null-terminated array of C strings that owns them, as exec wants it.
class CStrings
{
public:
    explicit CStrings(QList<QByteArray> strings);
    char *const *data() { return m_pointers.data(); }

private:
    QList<QByteArray> m_strings;
    std::vector<char *> m_pointers;
};

/// Program, arguments, minimal environment and folder of a command, checked and ready for exec.
struct SpawnInput
{
    QByteArray program;
    CStrings arguments;
    CStrings environment;
    QByteArray folder;
};

/// NotFound, Refused or BadInput where the command cannot be started; `fallbackFolder` serves where it names
/// none.
[[nodiscard]] Result<SpawnInput> spawnInput(const CommandLine &command, const QString &fallbackFolder);

/// Starts it in a process group of its own: stdin empty where none is given, every other descriptor closed.
[[nodiscard]] Result<pid_t> spawnGrouped(SpawnInput &input, int standardOutput, int standardError,
                                         int standardInput = -1);

/// Starts it in a session of its own, not as our child; output goes to a descriptor. Returns its pid.
[[nodiscard]] Result<pid_t> spawnDetached(SpawnInput &input, int output);

} // namespace pilothouse
