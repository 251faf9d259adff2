// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace pilothouse {

class FileOps;

/// One file of an evidence set.
struct EvidenceFile
{
    QString name;   ///< below the set's folder
    QString source; ///< id of the log
    QString from;   ///< where it was copied from; empty: records, written as they are shown
    qint64 bytes = 0;
    qint64 records = -1;   ///< -1: a whole file, not counted
    QByteArray sha256;     ///< 32 bytes
    qint64 cutRecords = 0; ///< records with a line that was too long to be kept whole
    qint64 cutAt = 0;      ///< so many bytes of such a line are there

    bool operator==(const EvidenceFile &) const = default;
};

/// What an evidence set is of, and what its files must be.
struct EvidenceManifest
{
    static constexpr int Version = 1;
    QString instance;
    QString profile;
    QString actor;       ///< who made it
    QString workstation; ///< and where
    QDateTime madeAt;
    QString filter; ///< what was asked for, in words of LogFilter; empty: everything
    QDateTime since;
    QDateTime until;
    bool isOfMarks = false; ///< the records that somebody has marked
    QStringList notes = {}; ///< on them
    QList<EvidenceFile> files = {};

    QJsonObject toJson() const;
    /// BadData where it is none.
    [[nodiscard]] static Result<EvidenceManifest> fromJson(const QByteArray &json);
};

/// What looking through a set has shown.
struct EvidenceCheck
{
    EvidenceManifest manifest;
    QByteArray manifestSha256; ///< to be compared with the one that was told when the set was made
    QStringList problems;      ///< sentences; none: everything is as it was
};

/// Reads every file of a set. Refused where the folder is no set; what differs is no failure but a problem.
[[nodiscard]] Result<EvidenceCheck> checkEvidence(const FileOps &files, const QString &folder,
                                                  const OperationContext &context);

/// Names of a set's own files.
QString evidenceManifestName();
QString evidenceSumsName();
/// Lines for "sha256sum -c".
QByteArray evidenceSums(const QList<EvidenceFile> &files, const QByteArray &manifestSha256);

} // namespace pilothouse
