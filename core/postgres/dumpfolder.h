// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QList>
#include <QString>

namespace pilothouse {

/// A file of a dump in directory format.
struct DumpPart
{
    QString name; ///< "toc.dat", "3346.dat.gz"
    qint64 bytes = 0;
    QByteArray sha256; ///< 32 bytes
};

/// The table of contents in a dump of directory format, without which a folder is none.
inline constexpr QLatin1String DumpContentsName("toc.dat");

bool isDumpFolder(const QString &path);
/// What a path means where the table of contents stands for its folder, as in a dialog that chooses files.
QString dumpFolderOf(const QString &path);
/// Removes a dump in either form; nothing where there is none. A job of pg_dump that is just ending may put a
/// last file into its folder: this waits a moment for it.
[[nodiscard]] Result<> removeDump(const QString &path);
/// Looks at every file of a folder: names, sizes and digests. BadData where something in it is no plain file,
/// is empty though it is packed, or is not packed and lacks the end that pg_dump writes: pg_restore takes
/// both for tables with fewer rows.
[[nodiscard]] Result<QList<DumpPart>> lookAtDumpFolder(const QString &folder,
                                                       const OperationContext &context);
/// Makes the files of a folder that pg_dump has just written private, and looks at them.
[[nodiscard]] Result<QList<DumpPart>> sealDumpFolder(const QString &folder, const OperationContext &context);

} // namespace pilothouse
