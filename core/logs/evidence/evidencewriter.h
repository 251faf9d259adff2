// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"
#include "core/logs/evidence/evidencemanifest.h"
#include "core/logs/logsource.h"
#include "core/logs/scan/recordsieve.h"

#include <QCoreApplication>

namespace pilothouse {

class FileOps;

/// Writes an evidence set beside its place and gives it its name when it is whole; what was begun goes away
/// with the writer. One thread.
class EvidenceWriter
{
    Q_DECLARE_TR_FUNCTIONS(EvidenceWriter)
public:
    EvidenceWriter(FileOps &files, const QString &folder);
    ~EvidenceWriter();
    EvidenceWriter(const EvidenceWriter &) = delete;
    EvidenceWriter &operator=(const EvidenceWriter &) = delete;

    /// Refused where something is in its place already.
    [[nodiscard]] Result<> begin();
    /// Copies the files of a log as they are, rotations included.
    [[nodiscard]] Result<> copyFiles(const LogSource &source, const OperationContext &context);
    /// Records of a log, one after the other; of one that an engine keeps with the engine's time before each.
    [[nodiscard]] Result<> beginRecords(const LogSource &source);
    [[nodiscard]] Result<> addRecords(const QList<ScannedRecord> &records);
    [[nodiscard]] Result<> endRecords(const OperationContext &context);
    /// Writes the manifest and the sums, and names the set; the SHA-256 of the manifest.
    [[nodiscard]] Result<QByteArray> finish(EvidenceManifest manifest, const OperationContext &context);

    const QList<EvidenceFile> &written() const { return m_written; }

private:
    [[nodiscard]] Result<> makeFolderOf(const QString &name);
    [[nodiscard]] Result<bool> copyOnce(const LogSource &source, const OperationContext &context);
    [[nodiscard]] Result<> flush();
    QString pathOf(const QString &name) const { return m_partial + u'/' + name; }

    FileOps &m_files;
    QString m_folder;
    QString m_partial; ///< empty: nothing was begun
    QList<EvidenceFile> m_written;
    EvidenceFile m_open;
    bool m_isStream = false;
    QByteArray m_waiting;
};

} // namespace pilothouse
