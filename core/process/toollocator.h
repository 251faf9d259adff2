// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace pilothouse {

/// Finds programs in a fixed list of folders: never in the working directory, never by the inherited PATH.
class ToolLocator
{
public:
    explicit ToolLocator(QStringList folders = standardFolders());

    /// Absolute path of a program; NotFound names it and where it was looked for. BadInput for a name with a
    /// slash.
    [[nodiscard]] Result<QString> find(const QString &name) const;

    static QStringList standardFolders();

private:
    QStringList m_folders;
};

} // namespace pilothouse
