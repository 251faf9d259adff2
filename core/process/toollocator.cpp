// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/process/toollocator.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

ToolLocator::ToolLocator(QStringList folders)
    : m_folders(std::move(folders))
{
}

QStringList ToolLocator::standardFolders()
{
    return {QStringLiteral("/usr/local/bin"),  QStringLiteral("/usr/bin"),  QStringLiteral("/bin"),
            QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/sbin"), QStringLiteral("/sbin")};
}

Result<QString> ToolLocator::find(const QString &name) const
{
    if (name.isEmpty() || name.contains(u'/'))
        return failure(
            ErrorKind::BadInput,
            QCoreApplication::translate("ToolLocator", "“%1” is not the name of a program.").arg(name));
    for (const QString &folder : m_folders) {
        const QFileInfo file(folder + u'/' + name);
        if (file.isAbsolute() && file.isFile() && file.isExecutable())
            return file.absoluteFilePath();
    }
    Error error;
    error.kind = ErrorKind::NotFound;
    error.subject = name;
    error.message = QCoreApplication::translate("ToolLocator", "This program is not installed.");
    error.advice = QCoreApplication::translate("ToolLocator", "Install it, or put it in one of: %1.")
                       .arg(m_folders.join(QStringLiteral(", ")));
    return failure(std::move(error));
}

} // namespace pilothouse
