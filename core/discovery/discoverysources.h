// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/discovery/discovery.h"
#include "core/discovery/profilematch.h"

namespace pilothouse {

/// What a source looks for and what it fills; `candidates` also counts where it fails in the middle.
struct SourceWork
{
    const DiscoveryRequest &request;
    const OperationContext &context;
    QList<Candidate> &candidates;
};

[[nodiscard]] Result<> findContainers(const SourceWork &work);
[[nodiscard]] Result<> findUnits(const SourceWork &work);
[[nodiscard]] Result<> findProcesses(const SourceWork &work);
[[nodiscard]] Result<> findFolders(const SourceWork &work);

/// Takes over what a match tells: profile, score, reasons, data folder.
void take(Candidate &candidate, const ProfileMatch &match);

/// Properties of several units as "systemctl show" prints them, a block for each.
QList<QMap<QString, QString>> unitBlocks(const QByteArray &shown);
/// Program and arguments out of the property ExecStart.
QStringList startWords(const QString &execStart);
/// The file that the words of a command name for its process id; empty: none.
QString pidFileOf(const QStringList &words, const QString &workingDirectory);

} // namespace pilothouse
