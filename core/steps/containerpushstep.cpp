// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/containerpushstep.h"

#include "core/backup/archivewriter.h"
#include "core/backup/databaseinspection.h"
#include "core/backup/datamirror.h"
#include "core/database/sqliteengine.h"
#include "core/process/commandline.h"
#include "core/runtime/serviceruntime.h"

#include <QJsonDocument>

namespace pilothouse {

namespace {

const QStringList Journals{QStringLiteral("-wal"), QStringLiteral("-journal")};

/// What happens while databases are brought into a container.
struct ContainerPushText
{
    Q_DECLARE_TR_FUNCTIONS(ContainerPush)
};

/// Brings files into the container of one operation, and looks at what is there.
class Pusher
{
public:
    Pusher(const DataMirror &mirror, FileOps &files, const StepScope &scope)
        : m_mirror(mirror)
        , m_files(files)
        , m_scope(scope)
        , m_kept(mirror.kept(scope.operation))
        , m_folder(mirror.keptFolder(scope.operation))
    {
    }

    Result<> checkStopped() const
    {
        const Result<ServiceStatus> status = m_scope.session.runtime().status(m_scope.context);
        if (!status)
            return tl::unexpected(status.error());
        if (status->state == ServiceState::Stopped)
            return {};
        return failure(
            Error{ErrorKind::Refused,
                  m_mirror.container(),
                  ContainerPushText::tr("The container runs; its databases are not written under it."),
                  ContainerPushText::tr("Find out what started it, stop that, then try again."),
                  {}});
    }

    /// Refused where somebody has changed the files since they were copied.
    Result<> checkUnchanged() const
    {
        if (!m_kept.takenAt.isValid())
            return failure(ErrorKind::Internal,
                           ContainerPushText::tr("What the container held before is not recorded."));
        const Result<ContainerFacts> now = m_mirror.look(m_scope.context);
        if (!now)
            return tl::unexpected(now.error());
        bool isSame = now->size() == m_kept.files.size();
        for (auto file = now->cbegin(); file != now->cend(); ++file)
            isSame = isSame && m_kept.files.value(file.key()).facts == file.value();
        if (isSame)
            return {};
        return failure(Error{
            ErrorKind::Refused,
            m_mirror.container(),
            ContainerPushText::tr("Its databases have changed since they were copied."),
            ContainerPushText::tr("Something else writes to this volume; stop it, then plan this anew."),
            {}});
    }

    /// Databases of the copy that differ from what was taken, each as one plain file with its digest.
    Result<MirrorNote> prepareFiles() const
    {
        const QString out = m_folder + QStringLiteral("/out");
        if (m_files.exists(out))
            if (Result<> removed = m_files.removeTree(out); !removed)
                return tl::unexpected(removed.error());
        if (Result<> made = m_files.makeFolder(out, {0700, {}, {}}); !made)
            return tl::unexpected(made.error());
        MirrorNote pushed;
        pushed.takenAt = m_kept.takenAt;
        for (const QString &database : m_mirror.databasePaths()) {
            const QString live = m_scope.session.instance().dataDir + u'/' + database;
            if (!m_files.exists(live))
                continue;
            const Result<bool> isChanged = differs(live, database);
            if (!isChanged)
                return tl::unexpected(isChanged.error());
            if (!*isChanged)
                continue;
            Result<MirrorFile> file = makePlain(live, out + u'/' + DataMirror::tarName(database));
            if (!file)
                return tl::unexpected(withSubject(file.error(), database));
            giveAccess(*file, database);
            pushed.files.insert(database, *file);
        }
        return pushed;
    }

    Result<> write(const MirrorNote &pushed) const
    {
        const QString note = m_folder + QStringLiteral("/pushed.json");
        if (Result<> noted = m_files.write(note, QJsonDocument(toJson(pushed)).toJson(), {0600, {}, {}});
            !noted)
            return noted;
        for (auto file = pushed.files.cbegin(); file != pushed.files.cend(); ++file)
            if (Result<> sent = send(file.key(), file.value()); !sent)
                return sent;
        return {};
    }

    MirrorNote pushed() const
    {
        const Result<QByteArray> json = m_files.read(m_folder + QStringLiteral("/pushed.json"));
        return json ? mirrorNoteFromJson(QJsonDocument::fromJson(*json).object()) : MirrorNote();
    }

    /// Whether each file is in the container as it was pushed, its journals empty or gone.
    Result<bool> isPushed(const MirrorNote &pushed) const
    {
        for (auto file = pushed.files.cbegin(); file != pushed.files.cend(); ++file) {
            const Result<bool> isSame = m_mirror.holds(file.key(), file.value(), m_scope.context);
            if (!isSame || !*isSame)
                return isSame;
            for (const QString &ending : Journals) {
                const Result<bool> isEmpty = m_mirror.isEmptyOrGone(file.key() + ending, m_scope.context);
                if (!isEmpty || !*isEmpty)
                    return isEmpty;
            }
        }
        return true;
    }

    /// Whether the databases that would be pushed are all as they were before.
    Result<bool> isOld(const MirrorNote &pushed) const
    {
        for (const QString &path : affected(pushed)) {
            const auto before = m_kept.files.constFind(path);
            const Result<bool> isSame = before == m_kept.files.cend()
                                            ? m_mirror.isEmptyOrGone(path, m_scope.context)
                                            : m_mirror.holds(path, *before, m_scope.context);
            if (!isSame || !*isSame)
                return isSame;
        }
        return true;
    }

    Result<> putBack(const MirrorNote &pushed) const
    {
        for (const QString &path : affected(pushed)) {
            const auto facts =
                m_mirror.engine().fileFacts(m_mirror.container(), m_mirror.inside(path), m_scope.context);
            if (!facts)
                return tl::unexpected(facts.error());
            Result<> put;
            if (m_kept.files.contains(path))
                put = upload(path, m_folder + u'/' + DataMirror::tarName(path));
            else if (*facts) // there was none: an empty one stands for that
                put = sendEmpty({path}, pushed.files.value(path));
            if (!put)
                return put;
        }
        const Result<bool> isBack = isOld(pushed);
        if (!isBack)
            return tl::unexpected(isBack.error());
        return *isBack ? Result<>()
                       : failure(ErrorKind::NeedsOperator,
                                 ContainerPushText::tr(
                                     "The databases in the container are not as they were before."));
    }

private:
    Result<bool> differs(const QString &live, const QString &database) const
    {
        const QString plain = m_kept.files.value(database).plain;
        const qint64 wal = m_files.facts(live + QStringLiteral("-wal")).value_or(FileFacts()).bytes;
        if (plain.isEmpty() || wal > 0)
            return !plain.isEmpty() || checkSqliteHeader(live).has_value();
        return m_files.sha256(live, m_scope.context).map([&plain](const QByteArray &digest) {
            return QString::fromLatin1(digest.toHex()) != plain;
        });
    }

    Result<MirrorFile> makePlain(const QString &live, const QString &plain) const
    {
        const Result<QByteArray> version = m_files.readAt(live, 18, 1);
        if (Result<> made = SqliteEngine().recover(live, plain, m_scope.context); !made)
            return tl::unexpected(made.error());
        if (version && *version == QByteArray(1, 2))
            if (Result<> marked = markAsWal(plain); !marked)
                return tl::unexpected(marked.error());
        const Result<QByteArray> digest = m_files.sha256(plain, m_scope.context);
        if (!digest)
            return tl::unexpected(digest.error());
        MirrorFile file;
        file.sha256 = QString::fromLatin1(digest->toHex());
        return file;
    }

    /// As it was before; a database that was not there gets the owner of another one.
    void giveAccess(MirrorFile &file, const QString &database) const
    {
        const MirrorFile before =
            m_kept.files.value(database, m_kept.files.isEmpty() ? MirrorFile() : m_kept.files.first());
        file.facts.mode = before.facts.mode == 0 ? 0600 : before.facts.mode;
        file.ownerId = before.ownerId;
        file.groupId = before.groupId;
    }

    QStringList affected(const MirrorNote &pushed) const
    {
        QStringList paths;
        for (auto file = pushed.files.cbegin(); file != pushed.files.cend(); ++file) {
            paths << file.key();
            for (const QString &ending : Journals)
                paths << file.key() + ending;
        }
        return paths;
    }

    Result<> upload(const QString &path, const QString &tar) const
    {
        const QString folder = QFileInfo(m_mirror.inside(path)).path();
        return m_mirror.engine().upload(m_mirror.container(), folder, tar, m_scope.context);
    }

    static ArchiveSource source(const QString &name, const QString &file, const MirrorFile &access)
    {
        return {QFileInfo(name).fileName(),         file, access.facts.mode, access.ownerId, access.groupId,
                QDateTime::currentMSecsSinceEpoch()};
    }

    Result<> sendSources(const QString &path, const QList<ArchiveSource> &sources) const
    {
        const QString tar = m_folder + QStringLiteral("/out.tar");
        if (m_files.exists(tar))
            if (Result<> removed = m_files.removeFile(tar); !removed)
                return removed;
        if (const auto written = writeArchive(tar, QStringLiteral("tar"), sources, m_scope.context); !written)
            return tl::unexpected(written.error());
        return upload(path, tar);
    }

    Result<> sendEmpty(const QStringList &paths, const MirrorFile &access) const
    {
        const QString empty = m_folder + QStringLiteral("/empty");
        if (Result<> made = m_files.write(empty, {}, {0600, {}, {}}); !made)
            return made;
        QList<ArchiveSource> sources;
        for (const QString &path : paths)
            sources << source(path, empty, access);
        return sources.isEmpty() ? Result<>() : sendSources(paths.first(), sources);
    }

    /// The journals first: between the two the old database has lost at most what was not in it yet, and the
    /// service does not run.
    Result<> send(const QString &database, const MirrorFile &file) const
    {
        QStringList journals;
        for (const QString &ending : Journals) {
            const auto facts = m_mirror.engine().fileFacts(
                m_mirror.container(), m_mirror.inside(database + ending), m_scope.context);
            if (!facts)
                return tl::unexpected(facts.error());
            if (*facts && (*facts)->bytes > 0)
                journals << database + ending;
        }
        if (Result<> emptied = sendEmpty(journals, file); !emptied)
            return emptied;
        const QString plain = m_folder + QStringLiteral("/out/") + DataMirror::tarName(database);
        return sendSources(database, {source(database, plain, file)});
    }

    const DataMirror &m_mirror;
    FileOps &m_files;
    const StepScope &m_scope;
    MirrorNote m_kept;
    QString m_folder;
};

tl::unexpected<Error> notMirrored()
{
    return failure(ErrorKind::Refused,
                   ContainerPushText::tr("The data of this instance is reached directly."));
}

} // namespace

StepText ContainerPushStep::describe(const QJsonObject &arguments) const
{
    QString container = text(arguments, "container");
    return {tr("Bring the changed databases into the container and read them back"),
            QStringLiteral("docker cp -a %1/. %2")
                .arg(shellQuoted(text(arguments, "folder")),
                     shellQuoted(container + u':' + text(arguments, "inside")))};
}

Result<QJsonObject> ContainerPushStep::prepare(const StepScope &scope) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror)
        return notMirrored();
    const Pusher pusher(*mirror, files(), scope);
    return pusher.checkStopped().and_then([&] { return pusher.checkUnchanged(); }).map([&] {
        return QJsonObject{{QStringLiteral("kept"), mirror->keptFolder(scope.operation)}};
    });
}

Result<QJsonObject> ContainerPushStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror)
        return notMirrored();
    const Pusher pusher(*mirror, files(), scope);
    if (Result<> stopped = pusher.checkStopped(); !stopped)
        return tl::unexpected(stopped.error());
    const Result<MirrorNote> pushed = pusher.prepareFiles();
    if (!pushed)
        return tl::unexpected(pushed.error());
    if (Result<> written = pusher.write(*pushed); !written)
        return tl::unexpected(written.error());
    const Result<bool> isThere = pusher.isPushed(*pushed);
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (!*isThere)
        return failure(ErrorKind::BadData,
                       tr("Read back from the container, a database is not what was sent."));
    return QJsonObject{{QStringLiteral("databases"), pushed->files.size()}};
}

Result<Observed> ContainerPushStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror)
        return Observed::Unknown;
    const Pusher pusher(*mirror, files(), scope);
    const MirrorNote pushed = pusher.pushed();
    if (!pushed.takenAt.isValid())
        return Observed::NotDone;
    const Result<bool> isThere = pusher.isPushed(pushed);
    if (!isThere)
        return tl::unexpected(isThere.error());
    if (*isThere)
        return Observed::Done;
    return pusher.isOld(pushed).map([](bool isOld) { return isOld ? Observed::NotDone : Observed::Partly; });
}

Result<> ContainerPushStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    const auto mirror = DataMirror::of(scope.session, files(), clock());
    if (!mirror)
        return notMirrored();
    const Pusher pusher(*mirror, files(), scope);
    const MirrorNote pushed = pusher.pushed();
    if (!pushed.takenAt.isValid())
        return {};
    const Result<bool> isOld = pusher.isOld(pushed);
    if (!isOld)
        return tl::unexpected(isOld.error());
    if (*isOld)
        return {};
    return pusher.checkStopped().and_then([&] { return pusher.putBack(pushed); });
}

QString ContainerPushStep::putBackShell(const QJsonObject &arguments, const QJsonObject &before) const
{
    const QString kept = text(before, "kept");
    QStringList lines;
    for (const QString &database : text(arguments, "databases").split(u' ', Qt::SkipEmptyParts))
        for (const QString &ending : QStringList{QString()} + Journals) {
            const QString path = database + ending;
            const QString tar = kept + u'/' + DataMirror::tarName(path);
            if (files().exists(tar))
                lines << QStringLiteral("docker cp -a - %1 < %2")
                             .arg(shellQuoted(text(arguments, "container") + u':'
                                              + QFileInfo(text(arguments, "inside") + u'/' + path).path()),
                                  shellQuoted(tar));
        }
    return lines.join(u'\n');
}

QStringList ContainerPushStep::keptFiles(const QJsonObject &, const QJsonObject &before) const
{
    return {tr("%1 (the databases as they were in the container)").arg(text(before, "kept"))};
}

} // namespace pilothouse
