// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/mirrorfiles.h"
#include "core/base/clock.h"
#include "core/instances/instancesession.h"

#include <optional>

namespace pilothouse {

/// The private copy of data that only the container's engine reaches. Databases lie in it as plain files
/// without -wal, so that reading is as everywhere; what a change makes of them is brought back by push().
/// Blocking; one at a time an instance, under the one writer's lock.
class DataMirror
{
    Q_DECLARE_TR_FUNCTIONS(DataMirror)

public:
    /// How the container is while it is copied.
    enum class Way {
        Paused, ///< paused for the databases and let go again
        Stopped ///< it does not run, and nothing may start it
    };

    /// Nothing where the data is reached directly.
    static std::optional<DataMirror> of(const InstanceSession &session, FileOps &files, const Clock &clock);

    MirrorNote note() const;
    /// The databases with their -wal and -journal, and the log files, as they are in the container now.
    [[nodiscard]] Result<ContainerFacts> look(const OperationContext &context) const;

    /// Takes all databases anew. Pausing is ended on every way out but a death of this program. What was
    /// taken stays in keptFolder() where `keeps` says so.
    [[nodiscard]] Result<MirrorNote> take(Way way, const QUuid &operation, bool keeps,
                                          const OperationContext &context) const;
    /// Takes folders of the data folder anew, while the service runs.
    [[nodiscard]] Result<> takeFolders(const QStringList &relative, const OperationContext &context) const;
    /// Brings the copy up to date without touching the service: where nothing has changed it only looks.
    /// Refused where the files did not stand still for the time of a copy; the copy before that stays.
    [[nodiscard]] Result<MirrorNote> refresh(const OperationContext &context) const;
    /// Log files that have changed since.
    [[nodiscard]] Result<> refreshLogs(const OperationContext &context) const;

    /// Reads the file in the container: whether content, owner and mode are these.
    [[nodiscard]] Result<bool> holds(const QString &relative, const MirrorFile &wanted,
                                     const OperationContext &context) const;
    [[nodiscard]] Result<bool> isEmptyOrGone(const QString &relative, const OperationContext &context) const;

    /// What take() kept of one operation: a tar for each file, as the engine packed it, and a note.
    QString keptFolder(const QUuid &operation) const;
    MirrorNote kept(const QUuid &operation) const;

    const DockerEngine &engine() const { return *m_engine; }
    QString container() const { return m_container; }
    QString inside(const QString &relative) const;
    QStringList databasePaths() const;
    /// The name of its tar in keptFolder().
    static QString tarName(const QString &relative);

private:
    DataMirror(const InstanceSession &session, FileOps &files, const Clock &clock);

    QString root() const { return m_session->mirrorFolder(); }
    QString scratch() const { return root() + QStringLiteral("/incoming"); }
    QString notePath() const { return root() + QStringLiteral("/note.json"); }
    QString livePath(const QString &relative) const;
    QStringList logPaths() const;
    [[nodiscard]] Result<> makeScratch() const;
    [[nodiscard]] Result<> checkNoLinks(const ContainerFacts &facts) const;
    [[nodiscard]] Result<ContainerFacts> factsOf(const QStringList &relative,
                                                 const OperationContext &context) const;
    [[nodiscard]] Result<MirrorFile> fetchLog(const QString &log, const QString &destination,
                                              const OperationContext &context) const;
    [[nodiscard]] Result<> fetchFolder(const QString &name, const QString &destination,
                                       const OperationContext &context) const;
    [[nodiscard]] Result<> spool(const ContainerFacts &facts, const OperationContext &context) const;
    [[nodiscard]] Result<> spoolPaused(ContainerFacts &facts, const OperationContext &context) const;
    [[nodiscard]] Result<MirrorNote> unpack(const ContainerFacts &facts,
                                            const OperationContext &context) const;
    [[nodiscard]] Result<> makePlain(const QString &relative, MirrorNote &note,
                                     const OperationContext &context) const;
    [[nodiscard]] Result<> install(MirrorNote note) const;
    [[nodiscard]] Result<> keep(const MirrorNote &note, const QUuid &operation) const;
    [[nodiscard]] Result<> writeNote(const MirrorNote &note) const;
    [[nodiscard]] Result<> replace(const QString &from, const QString &to) const;

    const InstanceSession *m_session;
    FileOps *m_files;
    const Clock *m_clock;
    const DockerEngine *m_engine;
    QString m_container;
};

} // namespace pilothouse
