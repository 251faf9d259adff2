// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/backupscontroller.h"

#include "core/backup/backupstore.h"
#include "core/backup/retention.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/schedule/backupclock.h"

namespace pilothouse {

namespace {

QString policyInWords(const ProfileRetention &policy)
{
    QStringList rules;
    if (policy.days > 0)
        rules << BackupsController::tr("%n day(s)", nullptr, policy.days);
    if (policy.daily > 0)
        rules << BackupsController::tr("%n daily", nullptr, policy.daily);
    if (policy.weekly > 0)
        rules << BackupsController::tr("%n weekly", nullptr, policy.weekly);
    if (policy.monthly > 0)
        rules << BackupsController::tr("%n monthly", nullptr, policy.monthly);
    return rules.isEmpty() ? BackupsController::tr("everything") : rules.join(QStringLiteral(", "));
}

std::optional<ScheduleReading> readScheduleOf(const InstanceSession &session, FileOps &files,
                                              const QList<BackupRecord> &records, const QDateTime &now)
{
    const ScheduleStore store(files, session.stateFolder());
    const auto schedule = store.find(session.instance());
    if (!schedule || !*schedule)
        return std::nullopt;
    const auto verified = std::find_if(records.begin(), records.end(), [](const BackupRecord &record) {
        return record.countsForRetention() && record.verified.state == BackupStamp::State::Reached;
    });
    return readSchedule(**schedule, store.lastRun(session.instance()),
                        verified == records.end() ? QDateTime() : verified->takenAt, now);
}

std::optional<ScheduleReading> readDrillSchedule(const InstanceSession &session, FileOps &files,
                                                 const QDateTime &lastPassed, const QDateTime &now)
{
    const ScheduleStore store(files, session.stateFolder());
    const auto schedule = store.find(session.instance(), ScheduledWork::Drill);
    if (!schedule || !*schedule)
        return std::nullopt;
    return readSchedule(**schedule, store.lastRun(session.instance(), ScheduledWork::Drill), lastPassed, now);
}

Result<BackupsReading> readBackups(const InstanceSession &session, FileOps &files, const Clock &clock,
                                   const OperationContext &context)
{
    BackupsReading reading;
    reading.folder = session.backupFolder();
    reading.wanted = session.profile().backup.databases;
    const ProfileRetention &policy = session.profile().backup.retention;
    reading.policy = policyInWords(policy);
    for (const QString &former : session.instance().formerBackupDirs) {
        const qsizetype sets = BackupStore(files, clock).list(former).size();
        if (sets > 0 && former != reading.folder)
            reading.former.insert(former, sets);
    }
    reading.drills = drillHistory(files, session.stateFolder(), session.instance().id);
    reading.drillState = drillState(files, session, clock.now());
    reading.drillDays = drillDays(session);
    reading.hasDrillKey = session.profile().drill.marker.has_value();
    reading.drillSchedule = readDrillSchedule(session, files, reading.drillState.lastAt, clock.now());
    reading.freeBytes = files.freeBytes(reading.folder).value_or(-1);
    if (!files.exists(reading.folder)) {
        reading.schedule = readScheduleOf(session, files, {}, clock.now());
        return reading;
    }
    if (const Result<QStringList> names = files.list(reading.folder); !names)
        return tl::unexpected(withSubject(names.error(), reading.folder));
    const QList<BackupRecord> records = BackupStore(files, clock).list(reading.folder);
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, BackupsController::tr("Reading the backups was stopped."));
    reading.schedule = readScheduleOf(session, files, records, clock.now());
    const RetentionChoice choice = planRetention({records, policy, clock.now(), {}, false});
    reading.stopped = choice.stopped;
    reading.records = choice.keep + choice.remove;
    std::stable_sort(reading.records.begin(), reading.records.end(),
                     [](const BackupRecord &a, const BackupRecord &b) { return a.takenAt > b.takenAt; });
    for (const BackupRecord &record : std::as_const(reading.records))
        reading.usedBytes += record.bytes;
    return reading;
}

Result<BackupContents> readContents(const QString &folder, FileOps &files, const Clock &clock)
{
    const BackupStore store(files, clock);
    Result<Manifest> manifest = store.manifest(folder);
    if (!manifest)
        return tl::unexpected(manifest.error());
    const QJsonObject copy = store.copyNote(folder);
    return BackupContents{folder, std::move(*manifest), copy.value(QStringLiteral("folder")).toString(),
                          copy.value(QStringLiteral("problem")).toString()};
}

} // namespace

const BackupRecord *BackupsReading::newestCounted() const
{
    const auto found = std::find_if(records.cbegin(), records.cend(),
                                    [](const BackupRecord &record) { return record.countsForRetention(); });
    return found == records.cend() ? nullptr : &*found;
}

const BackupRecord *BackupsReading::newestProven() const
{
    const auto found = std::find_if(records.cbegin(), records.cend(), [](const BackupRecord &record) {
        return record.countsForRetention() && record.proven.state == BackupStamp::State::Reached;
    });
    return found == records.cend() ? nullptr : &*found;
}

const BackupRecord *BackupsReading::byFolder(const QString &set) const
{
    const auto found = std::find_if(records.cbegin(), records.cend(),
                                    [&](const BackupRecord &record) { return record.folder == set; });
    return found == records.cend() ? nullptr : &*found;
}

QString BackupsReading::formerText() const
{
    qsizetype sets = 0;
    for (const qsizetype some : former)
        sets += some;
    if (sets == 0)
        return {};
    return BackupsController::tr("%n more backup(s) lie(s) where this instance kept them before: %1", nullptr,
                                 static_cast<int>(sets))
        .arg(QStringList(former.keys()).join(QStringLiteral(", ")));
}

qint64 BackupsReading::room() const
{
    const BackupRecord *newest = newestCounted();
    return newest && newest->bytes > 0 && freeBytes >= 0 ? freeBytes / newest->bytes : -1;
}

BackupsController::BackupsController(FileOps &files, OperationRunner &runner, const Clock &clock,
                                     QObject *parent)
    : QObject(parent)
    , m_files(files)
    , m_clock(clock)
    , m_read(runner, this)
    , m_readContents(runner, this)
{
}

void BackupsController::setSession(const SessionPointer &session)
{
    m_read.cancel();
    m_readContents.cancel();
    m_session = session;
    m_chosen.clear();
    m_backups = {};
    m_contents = {};
    emit changed();
    emit contentsChanged();
}

void BackupsController::refresh()
{
    if (!m_session)
        return;
    m_backups.isReading = true;
    m_backups.startedAt = m_clock.now();
    m_read.start(
        tr("Reading the backups"),
        [session = m_session, &files = m_files, &clock = m_clock](const OperationContext &context) {
            return readBackups(*session, files, clock, context);
        },
        [this](Result<BackupsReading> reading) { takeBackups(std::move(reading)); });
    emit changed();
}

void BackupsController::takeBackups(Result<BackupsReading> reading)
{
    m_backups.isReading = false;
    m_backups.error = reading ? std::nullopt : std::optional(reading.error());
    if (reading) {
        m_backups.value = std::move(*reading);
        m_backups.hasValue = true;
        m_backups.readAt = m_clock.now();
    }
    emit changed();
    choose(m_chosen);
}

void BackupsController::stop()
{
    m_read.cancel();
    m_backups.isReading = false;
    emit changed();
}

void BackupsController::choose(const QString &folder)
{
    m_chosen = folder;
    m_readContents.cancel();
    if (m_contents.value.folder != folder)
        m_contents = {};
    if (folder.isEmpty()) {
        m_contents = {};
        emit contentsChanged();
        return;
    }
    m_contents.isReading = true;
    m_contents.startedAt = m_clock.now();
    m_readContents.start(
        tr("Reading a backup's manifest"),
        [folder, &files = m_files, &clock = m_clock](const OperationContext &) {
            return readContents(folder, files, clock);
        },
        [this](Result<BackupContents> contents) {
            m_contents.isReading = false;
            m_contents.error = contents ? std::nullopt : std::optional(contents.error());
            m_contents.hasValue = contents.has_value();
            m_contents.value = contents ? std::move(*contents) : BackupContents{};
            m_contents.readAt = m_clock.now();
            emit contentsChanged();
        });
}

QString BackupsController::instanceName() const
{
    return m_session ? m_session->instance().name : QString();
}

QString BackupsController::databaseName(const QString &id) const
{
    const std::optional<DatabaseReference> database =
        m_session ? m_session->database(id) : std::optional<DatabaseReference>();
    if (database)
        return database->fileName;
    const std::optional<ServerDatabase> server =
        m_session ? m_session->serverDatabase(id) : std::optional<ServerDatabase>();
    return server && !server->title.isEmpty() ? server->title : id;
}

} // namespace pilothouse
