// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/schedulestore.h"

#include "core/domain/instance.h"
#include "core/files/fileops.h"

#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr qint64 LargestFile = 1 << 20;

/// By id: a name may change and be given again.
QString stem(const Instance &instance, ScheduledWork work)
{
    const QString id = instance.id.toString(QUuid::WithoutBraces);
    return work == ScheduledWork::Backup ? id : id + u'-' + scheduledWorkName(work);
}

} // namespace

ScheduleStore::ScheduleStore(FileOps &files, const QString &stateFolder)
    : m_files(files)
    , m_folder(stateFolder + QStringLiteral("/schedules"))
{
}

QString ScheduleStore::file(const Instance &instance, ScheduledWork work) const
{
    return QStringLiteral("%1/%2.json").arg(m_folder, stem(instance, work));
}

QString ScheduleStore::logFile(const Instance &instance, ScheduledWork work) const
{
    return QStringLiteral("%1/%2.log").arg(m_folder, stem(instance, work));
}

QString ScheduleStore::runFile(const Instance &instance, ScheduledWork work) const
{
    return QStringLiteral("%1/%2.run").arg(m_folder, stem(instance, work));
}

Result<std::optional<Schedule>> ScheduleStore::find(const Instance &instance, ScheduledWork work) const
{
    const auto content = m_files.read(file(instance, work), LargestFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return std::nullopt;
    if (!content)
        return tl::unexpected(content.error());
    const auto schedule = scheduleFromJson(QJsonDocument::fromJson(*content).object());
    if (!schedule)
        return failure(withSubject(schedule.error(), file(instance, work)));
    return *schedule;
}

std::optional<ScheduledRun> ScheduleStore::lastRun(const Instance &instance, ScheduledWork work) const
{
    const auto content = m_files.read(runFile(instance, work), LargestFile);
    if (!content)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    ScheduledRun run;
    run.at = QDateTime::fromString(object.value(QStringLiteral("at")).toString(), Qt::ISODate);
    run.code = object.value(QStringLiteral("code")).toInt(-1);
    run.problem = object.value(QStringLiteral("problem")).toString();
    return run.at.isValid() ? std::optional(run) : std::nullopt;
}

Result<> ScheduleStore::noteRun(const Instance &instance, const ScheduledRun &run, ScheduledWork work)
{
    const QJsonObject object{{QStringLiteral("at"), run.at.toUTC().toString(Qt::ISODate)},
                             {QStringLiteral("code"), run.code},
                             {QStringLiteral("problem"), run.problem}};
    return m_files.makeFolder(m_folder).and_then(
        [&] { return m_files.write(runFile(instance, work), QJsonDocument(object).toJson()); });
}

} // namespace pilothouse
