// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The part of DataMirror that looks after log files, folders and single files of the container.

#include "core/backup/datamirror.h"
#include "core/files/fileops.h"

#include <QFileInfo>

#include <limits>

namespace pilothouse {

namespace {

constexpr qint64 LargestLog = 256 << 20;
constexpr qint64 UnlimitedBytes = std::numeric_limits<qint64>::max();

Result<> removeFileIfAny(FileOps &files, const QString &path)
{
    return files.exists(path) ? files.removeFile(path) : Result<>();
}

Result<> removeTreeIfAny(FileOps &files, const QString &path)
{
    return files.exists(path) ? files.removeTree(path) : Result<>();
}

} // namespace

Result<bool> DataMirror::isEmptyOrGone(const QString &relative, const OperationContext &context) const
{
    return m_engine->fileFacts(m_container, inside(relative), context).map([](const auto &facts) {
        return !facts || facts->bytes == 0;
    });
}

Result<bool> DataMirror::holds(const QString &relative, const MirrorFile &wanted,
                               const OperationContext &context) const
{
    const auto facts = m_engine->fileFacts(m_container, inside(relative), context);
    if (!facts)
        return tl::unexpected(facts.error());
    if (!*facts)
        return false;
    const QString tar = root() + QStringLiteral("/back.tar");
    const QString file = root() + QStringLiteral("/back");
    for (const QString &old : {tar, file})
        if (Result<> removed = removeFileIfAny(*m_files, old); !removed)
            return tl::unexpected(removed.error());
    if (Result<> got = fetchTar({*m_engine, m_container, inside(relative)}, tar, UnlimitedBytes, context);
        !got)
        return tl::unexpected(got.error());
    const Result<MirrorFile> found = unpackFile(tar, QFileInfo(relative).fileName(), file, context);
    if (!found)
        return tl::unexpected(found.error());
    return found->sha256 == wanted.sha256 && found->facts.mode == wanted.facts.mode
           && found->ownerId == wanted.ownerId && found->groupId == wanted.groupId;
}

Result<MirrorFile> DataMirror::fetchLog(const QString &log, const QString &destination,
                                        const OperationContext &context) const
{
    const QString tar = root() + QStringLiteral("/log.tar");
    if (Result<> removed = removeFileIfAny(*m_files, tar); !removed)
        return tl::unexpected(removed.error());
    if (Result<> made = m_files->makeFolder(QFileInfo(livePath(log)).path(), {0700, {}, {}}); !made)
        return tl::unexpected(made.error());
    if (Result<> got = fetchTar({*m_engine, m_container, inside(log)}, tar, 2 * LargestLog, context); !got)
        return tl::unexpected(got.error());
    Result<MirrorFile> file = unpackFile(tar, QFileInfo(log).fileName(), destination, context);
    if (!file)
        return tl::unexpected(withSubject(file.error(), inside(log)));
    return file;
}

Result<> DataMirror::refreshLogs(const OperationContext &context) const
{
    const Result<ContainerFacts> facts = factsOf(logPaths(), context);
    if (!facts)
        return tl::unexpected(facts.error());
    MirrorNote known = note();
    for (const QString &log : logPaths()) {
        const auto found = facts->constFind(log);
        const auto before = known.files.constFind(log);
        const bool isThere = found != facts->cend() && found->isRegular && found->bytes <= LargestLog;
        if (isThere && before != known.files.cend() && before->facts == *found)
            continue;
        const QString fresh = root() + QStringLiteral("/log.fresh");
        if (Result<> removed = removeFileIfAny(*m_files, fresh); !removed)
            return removed;
        known.files.remove(log);
        if (isThere) {
            Result<MirrorFile> file = fetchLog(log, fresh, context);
            if (!file)
                return tl::unexpected(file.error());
            file->facts = *found; // what came after that look is fetched the next time
            known.files.insert(log, *file);
        }
        if (Result<> replaced = replace(fresh, livePath(log)); !replaced)
            return replaced;
    }
    return known.takenAt.isValid() ? writeNote(known) : Result<>();
}

Result<> DataMirror::fetchFolder(const QString &name, const QString &destination,
                                 const OperationContext &context) const
{
    const QString tar = root() + QStringLiteral("/folder.tar");
    if (Result<> removed = removeFileIfAny(*m_files, tar); !removed)
        return removed;
    if (Result<> got = fetchTar({*m_engine, m_container, inside(name)}, tar, UnlimitedBytes, context); !got)
        return got;
    if (const Result<int> count = unpackFolder(tar, destination, context); !count)
        return tl::unexpected(withSubject(count.error(), inside(name)));
    return m_files->removeFile(tar);
}

Result<> DataMirror::takeFolders(const QStringList &relative, const OperationContext &context) const
{
    for (const QString &folder : relative) {
        const QString name = folder.endsWith(u'/') ? folder.chopped(1) : folder;
        const QString fresh = root() + QStringLiteral("/folder.fresh");
        if (Result<> removed = removeTreeIfAny(*m_files, fresh); !removed)
            return removed;
        const auto facts = m_engine->fileFacts(m_container, inside(name), context);
        if (!facts)
            return tl::unexpected(facts.error());
        const bool isThere = *facts && (*facts)->isDirectory;
        if (Result<> got = isThere ? fetchFolder(name, fresh, context) : Result<>(); !got)
            return got;
        if (Result<> removed = removeTreeIfAny(*m_files, livePath(name)); !removed)
            return removed;
        if (Result<> moved = isThere ? m_files->rename(fresh, livePath(name)) : Result<>(); !moved)
            return moved;
    }
    return {};
}

} // namespace pilothouse
