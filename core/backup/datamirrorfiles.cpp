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
        if (Result<> removed = m_files->exists(old) ? m_files->removeFile(old) : Result<>(); !removed)
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
        const QString tar = root() + QStringLiteral("/log.tar");
        for (const QString &path : {fresh, tar})
            if (Result<> removed = m_files->exists(path) ? m_files->removeFile(path) : Result<>(); !removed)
                return removed;
        known.files.remove(log);
        if (isThere) {
            if (Result<> made = m_files->makeFolder(QFileInfo(livePath(log)).path(), {0700, {}, {}}); !made)
                return made;
            if (Result<> got = fetchTar({*m_engine, m_container, inside(log)}, tar, 2 * LargestLog, context);
                !got)
                return got;
            Result<MirrorFile> file = unpackFile(tar, QFileInfo(log).fileName(), fresh, context);
            if (!file)
                return tl::unexpected(withSubject(file.error(), inside(log)));
            file->facts = *found; // what came after that look is fetched the next time
            known.files.insert(log, *file);
        }
        if (Result<> replaced = replace(fresh, livePath(log)); !replaced)
            return replaced;
    }
    return known.takenAt.isValid() ? writeNote(known) : Result<>();
}

Result<> DataMirror::takeFolders(const QStringList &relative, const OperationContext &context) const
{
    for (const QString &folder : relative) {
        const QString name = folder.endsWith(u'/') ? folder.chopped(1) : folder;
        const QString tar = root() + QStringLiteral("/folder.tar");
        const QString fresh = root() + QStringLiteral("/folder.fresh");
        if (m_files->exists(tar))
            if (Result<> removed = m_files->removeFile(tar); !removed)
                return removed;
        if (m_files->exists(fresh))
            if (Result<> removed = m_files->removeTree(fresh); !removed)
                return removed;
        const auto facts = m_engine->fileFacts(m_container, inside(name), context);
        if (!facts)
            return tl::unexpected(facts.error());
        if (*facts && (*facts)->isDirectory) {
            if (Result<> got = fetchTar({*m_engine, m_container, inside(name)}, tar, UnlimitedBytes, context);
                !got)
                return got;
            if (const Result<int> count = unpackFolder(tar, fresh, context); !count)
                return tl::unexpected(withSubject(count.error(), inside(name)));
            if (Result<> removed = m_files->removeFile(tar); !removed)
                return removed;
        }
        if (m_files->exists(livePath(name)))
            if (Result<> removed = m_files->removeTree(livePath(name)); !removed)
                return removed;
        if (m_files->exists(fresh))
            if (Result<> moved = m_files->rename(fresh, livePath(name)); !moved)
                return moved;
    }
    return {};
}

} // namespace pilothouse
