// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/evidence/evidencewriter.h"

#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/logs/logfile.h"
#include "core/logs/packedlog.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonDocument>
#include <QUuid>

namespace pilothouse {

namespace {

constexpr qsizetype WriteAt = 4 << 20;
constexpr int MostTries = 5;

QString folderNameOf(const LogSource &source)
{
    QString name = source.id;
    return name.replace(u'/', u'-');
}

/// The files of a log that are there now, the one that is being written first.
QStringList pathsOf(const LogSource &source)
{
    QStringList paths{source.path};
    const int last = source.rotated.isEmpty() ? 0 : source.keep + 1;
    for (int n = 1; n <= last; ++n) {
        const QString path = source.pathOf(n);
        const QString packed = PackedLog::beside(path);
        if (QFileInfo::exists(path))
            paths.append(path);
        else if (!packed.isEmpty())
            paths.append(packed);
    }
    return paths;
}

QList<std::optional<FileIdentity>> identitiesOf(const QStringList &paths)
{
    QList<std::optional<FileIdentity>> identities;
    for (const QString &path : paths)
        identities.append(LogFile::identityAt(path));
    return identities;
}

} // namespace

EvidenceWriter::EvidenceWriter(FileOps &files, const QString &folder)
    : m_files(files)
    , m_folder(QDir::cleanPath(folder))
{
}

EvidenceWriter::~EvidenceWriter()
{
    if (m_partial.isEmpty())
        return;
    if (const auto removed = m_files.removeTree(m_partial); !removed)
        qWarning("What was begun of an evidence set could not be removed: %s",
                 qUtf8Printable(removed.error().toText()));
}

Result<> EvidenceWriter::begin()
{
    if (m_files.exists(m_folder))
        return failure(Error{ErrorKind::Refused,
                             m_folder,
                             tr("Something is there already."),
                             tr("Name a folder that does not exist yet."),
                             {}});
    const QString partial =
        m_folder + u'.' + QUuid::createUuid().toString(QUuid::Id128).left(8) + QStringLiteral(".partial");
    if (auto made = m_files.makeFolder(partial); !made)
        return made;
    m_partial = partial;
    return {};
}

Result<> EvidenceWriter::makeFolderOf(const QString &name)
{
    const QString folder = QFileInfo(pathOf(name)).path();
    return m_files.exists(folder) ? Result<>() : m_files.makeFolder(folder);
}

/// False where the log was rotated meanwhile: what was copied goes again.
Result<bool> EvidenceWriter::copyOnce(const LogSource &source, const OperationContext &context)
{
    const QStringList paths = pathsOf(source);
    const auto before = identitiesOf(paths);
    QList<EvidenceFile> copied;
    for (qsizetype at = 0; at < paths.size(); ++at) {
        if (!before.at(at))
            continue;
        if (const auto log = LogFile::open(paths.at(at)); !log && log.error().kind != ErrorKind::NotFound)
            return tl::unexpected(log.error());
        EvidenceFile file{folderNameOf(source) + u'/' + QFileInfo(paths.at(at)).fileName(),
                          source.id,
                          paths.at(at),
                          0,
                          -1,
                          {}};
        if (const auto made = makeFolderOf(file.name); !made)
            return failure(made.error());
        const auto hash = m_files.copy(file.from, pathOf(file.name), {}, context);
        if (!hash && hash.error().kind != ErrorKind::NotFound)
            return failure(hash.error());
        if (!hash)
            continue; // it was rotated away this moment, which is seen below
        const auto facts = m_files.facts(pathOf(file.name));
        if (!facts)
            return failure(facts.error());
        file.bytes = facts->bytes;
        file.sha256 = *hash;
        copied.append(file);
    }
    if (identitiesOf(paths) == before && pathsOf(source) == paths) {
        m_written.append(copied);
        return true;
    }
    for (const EvidenceFile &file : copied) {
        if (const auto removed = m_files.removeFile(pathOf(file.name)); !removed)
            return failure(removed.error());
    }
    return false;
}

Result<> EvidenceWriter::copyFiles(const LogSource &source, const OperationContext &context)
{
    for (int tries = 0; tries < MostTries; ++tries) {
        const auto copied = copyOnce(source, context);
        if (!copied)
            return tl::unexpected(copied.error());
        if (*copied)
            return {};
    }
    return failure(Error{ErrorKind::Refused,
                         source.title,
                         tr("The log was rotated again and again while it was copied."),
                         tr("Export it once more, or a part of it with --since."),
                         {}});
}

Result<> EvidenceWriter::beginRecords(const LogSource &source)
{
    m_open = {folderNameOf(source) + QStringLiteral("/records.log"), source.id, {}, 0, 0, {}};
    m_isStream = source.isStream();
    m_waiting.clear();
    if (auto made = makeFolderOf(m_open.name); !made)
        return made;
    return m_files.write(pathOf(m_open.name), {});
}

Result<> EvidenceWriter::flush()
{
    if (m_waiting.isEmpty())
        return {};
    const auto written = m_files.append(pathOf(m_open.name), m_waiting);
    m_waiting.clear();
    return written;
}

Result<> EvidenceWriter::addRecords(const QList<ScannedRecord> &records)
{
    for (const ScannedRecord &one : records) {
        if (m_isStream && one.record.stamp.isValid())
            m_waiting += toIso(one.record.stamp).toUtf8() + ' ';
        m_waiting += one.record.text().toUtf8() + '\n';
        ++m_open.records;
        if (one.record.cutAt > 0) {
            ++m_open.cutRecords;
            m_open.cutAt = one.record.cutAt;
        }
    }
    return m_waiting.size() >= WriteAt ? flush() : Result<>();
}

Result<> EvidenceWriter::endRecords(const OperationContext &context)
{
    if (auto written = flush(); !written)
        return written;
    const auto facts = m_files.facts(pathOf(m_open.name));
    if (!facts)
        return tl::unexpected(facts.error());
    const auto hash = m_files.sha256(pathOf(m_open.name), context);
    if (!hash)
        return tl::unexpected(hash.error());
    m_open.bytes = facts->bytes;
    m_open.sha256 = *hash;
    m_written.append(m_open);
    return {};
}

Result<QByteArray> EvidenceWriter::finish(EvidenceManifest manifest, const OperationContext &context)
{
    manifest.files = m_written;
    const QString path = pathOf(evidenceManifestName());
    if (const auto written = m_files.write(path, QJsonDocument(manifest.toJson()).toJson()); !written)
        return failure(written.error());
    const auto hash = m_files.sha256(path, context);
    if (!hash)
        return hash;
    if (const auto written = m_files.write(pathOf(evidenceSumsName()), evidenceSums(manifest.files, *hash));
        !written)
        return failure(written.error());
    if (const auto named = m_files.rename(m_partial, m_folder); !named)
        return failure(named.error());
    m_partial.clear();
    return hash;
}

} // namespace pilothouse
