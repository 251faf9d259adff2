// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/datamirror.h"

#include "core/backup/databaseinspection.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/dockerstate.h"

#include <QDir>
#include <QJsonDocument>

#include <limits>

namespace pilothouse {

namespace {

const QStringList CopiedEndings{QString(), QStringLiteral("-wal"), QStringLiteral("-journal")};
const QStringList FamilyEndings{QString(), QStringLiteral("-wal"), QStringLiteral("-shm"),
                                QStringLiteral("-journal")};
constexpr int KeptOperations = 3;
constexpr int Tries = 3;
constexpr qint64 Unlimited = std::numeric_limits<qint64>::max();
constexpr qint64 WalVersionPlace = 18; // in the header of a database: 2 in WAL mode

/// Whether the container still has what was copied; logs may be gone.
bool isSame(const ContainerFacts &facts, const MirrorNote &note, const QStringList &logs)
{
    for (auto now = facts.cbegin(); now != facts.cend(); ++now) {
        const auto copied = note.files.constFind(now.key());
        if (copied == note.files.cend() || copied->facts.bytes != now->bytes
            || copied->facts.modified != now->modified)
            return false;
    }
    return std::all_of(note.files.keyBegin(), note.files.keyEnd(),
                       [&](const QString &path) { return facts.contains(path) || logs.contains(path); });
}

} // namespace

std::optional<DataMirror> DataMirror::of(const InstanceSession &session, FileOps &files, const Clock &clock)
{
    if (!session.isMirrored() || !dynamic_cast<DockerRuntime *>(&session.runtime()))
        return std::nullopt;
    return DataMirror(session, files, clock);
}

DataMirror::DataMirror(const InstanceSession &session, FileOps &files, const Clock &clock)
    : m_session(&session)
    , m_files(&files)
    , m_clock(&clock)
{
    const auto &docker = dynamic_cast<DockerRuntime &>(session.runtime());
    m_engine = &docker.engine();
    m_container = docker.container();
}

QString DataMirror::inside(const QString &relative) const
{
    return m_session->containerFolder() + u'/' + relative;
}

QString DataMirror::livePath(const QString &relative) const
{
    return m_session->instance().dataDir + u'/' + relative;
}

QString DataMirror::keptFolder(const QUuid &operation) const
{
    return root() + QStringLiteral("/kept-") + operation.toString(QUuid::WithoutBraces);
}

QString DataMirror::tarName(const QString &relative)
{
    return QString(relative).replace(u'/', u'~') + QStringLiteral(".tar");
}

QStringList DataMirror::databasePaths() const
{
    QStringList paths;
    for (const DatabaseReference &database : m_session->databases())
        paths << database.relativePath;
    return paths;
}

QStringList DataMirror::logPaths() const
{
    QStringList paths;
    for (const ProfileLogSource &source : m_session->profile().logs) {
        if (source.kind != u"file")
            continue;
        paths << source.path;
        for (int number = 1; !source.rotated.isEmpty() && number <= source.keep; ++number)
            paths << QString(source.rotated)
                         .replace(QStringLiteral("{path}"), source.path)
                         .replace(QStringLiteral("{n}"), QString::number(number));
    }
    return paths;
}

MirrorNote DataMirror::note() const
{
    const Result<QByteArray> json = m_files->read(notePath());
    return json ? mirrorNoteFromJson(QJsonDocument::fromJson(*json).object()) : MirrorNote();
}

MirrorNote DataMirror::kept(const QUuid &operation) const
{
    const Result<QByteArray> json = m_files->read(keptFolder(operation) + QStringLiteral("/note.json"));
    return json ? mirrorNoteFromJson(QJsonDocument::fromJson(*json).object()) : MirrorNote();
}

Result<> DataMirror::writeNote(const MirrorNote &note) const
{
    return m_files->write(notePath(), QJsonDocument(toJson(note)).toJson(), {0600, {}, {}});
}

Result<ContainerFacts> DataMirror::factsOf(const QStringList &relative, const OperationContext &context) const
{
    ContainerFacts found;
    for (const QString &path : relative) {
        const auto facts = m_engine->fileFacts(m_container, inside(path), context);
        if (!facts)
            return tl::unexpected(facts.error());
        if (*facts)
            found.insert(path, **facts);
    }
    return found;
}

Result<ContainerFacts> DataMirror::look(const OperationContext &context) const
{
    if (const auto inspected = m_engine->inspect(m_container, context); !inspected)
        return tl::unexpected(inspected.error()); // else a lost container would look like an empty one
    QStringList paths;
    for (const QString &database : databasePaths())
        for (const QString &ending : CopiedEndings)
            paths << database + ending;
    return factsOf(paths, context);
}

Result<> DataMirror::checkNoLinks(const ContainerFacts &facts) const
{
    for (auto file = facts.cbegin(); file != facts.cend(); ++file)
        if (!file->isRegular)
            return failure(Error{ErrorKind::Refused,
                                 inside(file.key()),
                                 tr("In the container this is a link or something else that is no file."),
                                 tr("Name the folder that really holds the data."),
                                 {}});
    return {};
}

Result<> DataMirror::makeScratch() const
{
    if (m_files->exists(scratch()))
        if (Result<> removed = m_files->removeTree(scratch()); !removed)
            return removed;
    for (const char *part : {"/tar", "/raw", "/plain"})
        if (Result<> made = m_files->makeFolder(scratch() + QLatin1String(part), {0700, {}, {}}); !made)
            return made;
    return m_files->makeFolder(m_session->instance().dataDir, {0700, {}, {}});
}

Result<> DataMirror::spool(const ContainerFacts &facts, const OperationContext &context) const
{
    for (auto file = facts.cbegin(); file != facts.cend(); ++file) {
        const QString tar = scratch() + QStringLiteral("/tar/") + tarName(file.key());
        if (Result<> fetched =
                fetchTar({*m_engine, m_container, inside(file.key())}, tar, Unlimited, context);
            !fetched)
            return fetched;
    }
    return {};
}

Result<> DataMirror::spoolPaused(ContainerFacts &facts, const OperationContext &context) const
{
    if (Result<> paused = m_engine->pause(m_container, context); !paused)
        return paused;
    // Looked at again: what was written between the look and the pause counts.
    Result<ContainerFacts> now = look(context);
    Result<> spooled = now ? checkNoLinks(*now).and_then([&] { return spool(*now, context); })
                           : Result<>(tl::unexpected(now.error()));
    const OperationContext own; // let go even where the operation was cancelled
    if (Result<> released = m_engine->unpause(m_container, own); !released)
        return failure(Error{ErrorKind::NeedsOperator, m_container,
                             tr("The container was paused for the copy and cannot be let go."),
                             tr("Run “docker unpause %1” at once.").arg(m_container),
                             released.error().toText()});
    if (spooled)
        facts = *now;
    return spooled;
}

Result<MirrorNote> DataMirror::unpack(const ContainerFacts &facts, const OperationContext &context) const
{
    MirrorNote note;
    for (auto file = facts.cbegin(); file != facts.cend(); ++file) {
        const QString raw = scratch() + QStringLiteral("/raw/") + file.key();
        if (Result<> made = m_files->makeFolder(QFileInfo(raw).path(), {0700, {}, {}}); !made)
            return tl::unexpected(made.error());
        Result<MirrorFile> unpacked = unpackFile(scratch() + QStringLiteral("/tar/") + tarName(file.key()),
                                                 QFileInfo(file.key()).fileName(), raw, context);
        if (!unpacked)
            return tl::unexpected(withSubject(unpacked.error(), inside(file.key())));
        if (unpacked->facts.bytes != file->bytes)
            return failure(ErrorKind::Locked, tr("It changed while it was copied."), inside(file.key()));
        unpacked->facts = file.value();
        note.files.insert(file.key(), *unpacked);
    }
    for (const QString &database : databasePaths())
        if (note.files.contains(database))
            if (Result<> made = makePlain(database, note, context); !made)
                return tl::unexpected(made.error());
    return note;
}

/// Out of a database with what lies beside it one plain file in the same journal mode. What cannot be read
/// stays as it is, with its family: whoever reads it sees that it is damaged.
Result<> DataMirror::makePlain(const QString &relative, MirrorNote &note,
                               const OperationContext &context) const
{
    const QString raw = scratch() + QStringLiteral("/raw/") + relative;
    const QString plain = scratch() + QStringLiteral("/plain/") + relative;
    if (Result<> made = m_files->makeFolder(QFileInfo(plain).path(), {0700, {}, {}}); !made)
        return made;
    const Result<QByteArray> version = m_files->readAt(raw, WalVersionPlace, 1);
    const bool isWal = version && version->size() == 1 && version->at(0) == 2;
    const bool isReadable = m_files->facts(raw).value_or(FileFacts()).bytes > 0
                            && checkSqliteHeader(raw).has_value()
                            && SqliteEngine().recover(raw, plain, context).has_value();
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, tr("Cancelled."));
    if (!isReadable) {
        for (const QString &ending : FamilyEndings) {
            if (m_files->exists(plain + ending))
                if (Result<> removed = m_files->removeFile(plain + ending); !removed)
                    return removed;
            if (m_files->exists(raw + ending))
                if (Result<> moved = m_files->rename(raw + ending, plain + ending); !moved)
                    return moved;
        }
        return {};
    }
    if (isWal)
        if (Result<> marked = markAsWal(plain); !marked)
            return marked;
    const Result<QByteArray> digest = m_files->sha256(plain, context);
    if (!digest)
        return tl::unexpected(digest.error());
    note.files[relative].plain = QString::fromLatin1(digest->toHex());
    return {};
}

Result<> DataMirror::replace(const QString &from, const QString &to) const
{
    if (m_files->exists(to))
        if (Result<> removed = m_files->removeFile(to); !removed)
            return removed;
    if (!m_files->exists(from))
        return {};
    if (Result<> made = m_files->makeFolder(QFileInfo(to).path(), {0700, {}, {}}); !made)
        return made;
    return m_files->rename(from, to);
}

/// The note goes first and comes last: between the two there is no copy.
Result<> DataMirror::install(MirrorNote note) const
{
    const MirrorNote before = this->note();
    for (const QString &log : logPaths())
        if (before.files.contains(log))
            note.files.insert(log, before.files.value(log));
    if (m_files->exists(notePath()))
        if (Result<> removed = m_files->removeFile(notePath()); !removed)
            return removed;
    for (const QString &database : databasePaths())
        for (const QString &ending : FamilyEndings)
            if (Result<> moved = replace(scratch() + QStringLiteral("/plain/") + database + ending,
                                         livePath(database) + ending);
                !moved)
                return moved;
    if (Result<> removed = m_files->removeTree(scratch()); !removed)
        return removed;
    return writeNote(note);
}

Result<> DataMirror::keep(const MirrorNote &note, const QUuid &operation) const
{
    QStringList others = QDir(root()).entryList({QStringLiteral("kept-*")}, QDir::Dirs, QDir::Time);
    while (others.size() >= KeptOperations)
        if (Result<> removed = m_files->removeTree(root() + u'/' + others.takeLast()); !removed)
            return removed;
    const QString folder = keptFolder(operation);
    if (m_files->exists(folder))
        if (Result<> removed = m_files->removeTree(folder); !removed)
            return removed;
    const QString tars = scratch() + QStringLiteral("/tar");
    return m_files
        ->write(tars + QStringLiteral("/note.json"), QJsonDocument(toJson(note)).toJson(), {0600, {}, {}})
        .and_then([&] { return m_files->rename(tars, folder); });
}

Result<MirrorNote> DataMirror::take(Way way, const QUuid &operation, bool keeps,
                                    const OperationContext &context) const
{
    Result<ContainerFacts> facts = look(context);
    if (!facts)
        return tl::unexpected(facts.error());
    if (Result<> checked = checkNoLinks(*facts).and_then([this] { return makeScratch(); }); !checked)
        return tl::unexpected(checked.error());
    const Result<> spooled = way == Way::Paused ? spoolPaused(*facts, context) : spool(*facts, context);
    if (!spooled)
        return tl::unexpected(spooled.error());
    Result<MirrorNote> note = unpack(*facts, context);
    if (!note)
        return note;
    note->takenAt = note->seenAt = m_clock->now();
    note->way = way == Way::Paused ? QStringLiteral("paused") : QStringLiteral("stopped");
    note->operation = operation.toString(QUuid::WithoutBraces);
    if (keeps)
        if (Result<> kept = keep(*note, operation); !kept)
            return tl::unexpected(kept.error());
    if (Result<> installed = install(*note); !installed)
        return tl::unexpected(installed.error());
    return note;
}

Result<MirrorNote> DataMirror::refresh(const OperationContext &context) const
{
    MirrorNote known = note();
    for (int attempt = 0; attempt < Tries; ++attempt) {
        const Result<ContainerFacts> facts = look(context);
        if (!facts)
            return tl::unexpected(facts.error());
        if (known.takenAt.isValid() && isSame(*facts, known, logPaths())) {
            known.seenAt = m_clock->now();
            return writeNote(known).map([&known] { return known; });
        }
        if (Result<> ready = checkNoLinks(*facts).and_then([this] { return makeScratch(); }).and_then([&] {
                return spool(*facts, context);
            });
            !ready && ready.error().kind != ErrorKind::NotFound)
            return tl::unexpected(ready.error());
        const Result<ContainerFacts> after = look(context);
        if (!after)
            return tl::unexpected(after.error());
        if (*after != *facts)
            continue;
        Result<MirrorNote> fresh = unpack(*facts, context);
        if (!fresh && fresh.error().kind == ErrorKind::Locked)
            continue;
        if (!fresh)
            return fresh;
        fresh->takenAt = fresh->seenAt = m_clock->now();
        fresh->way = QStringLiteral("still");
        if (Result<> installed = install(*fresh); !installed)
            return tl::unexpected(installed.error());
        return fresh;
    }
    return failure(Error{ErrorKind::Locked,
                         m_container,
                         tr("The service writes too often for a copy while it runs."),
                         tr("What is shown is the last copy; a backup makes a new one."),
                         {}});
}

} // namespace pilothouse
