// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QString>

namespace pilothouse {

/// What the first bytes of an archive of pg_dump say: of a file in custom format, or of a folder's toc.dat.
struct DumpHeader
{
    QString archiveVersion; ///< "1.14.0"
    QString database;       ///< name of the database that was dumped
    QString serverVersion;  ///< "15.18 (Debian 15.18-0+deb12u1)"
    QString dumpVersion;    ///< of pg_dump
    QDateTime created = {}; ///< by the clock of whoever dumped, whose zone is not told: this machine's

    int serverMajor() const;
    int dumpMajor() const;
};

/// True where a file begins as an archive of pg_dump does, whatever follows.
bool looksLikeDump(const QByteArray &beginning);

/// BadData where it is not an archive of these forms, or is cut off inside its header.
[[nodiscard]] Result<DumpHeader> dumpHeader(const QByteArray &beginning);

} // namespace pilothouse
