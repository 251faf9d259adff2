// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/schedule/scheduleplans.h"
#include "core/schedule/schedulejob.h"
#include "core/schedule/schedulestore.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <sys/stat.h>

namespace pilothouse {

namespace {

QJsonValue scheduleJson(const std::optional<Schedule> &schedule)
{
    return schedule ? QJsonValue(toJson(*schedule)) : QJsonValue();
}

QJsonArray jobsJson(const QList<FoundJob> &jobs)
{
    QJsonArray list;
    for (const FoundJob &job : jobs)
        list << toJson(job);
    return list;
}

bool isTimer(const FoundJob &job)
{
    return job.kind.endsWith(u"timer");
}

bool isCronLine(const FoundJob &job)
{
    return job.kind == u"crontab" || job.kind == u"cron file";
}

bool isCron(const std::optional<Schedule> &schedule)
{
    return schedule && schedule->kind == ScheduleKind::Cron;
}

bool isSystemd(const std::optional<Schedule> &schedule)
{
    return schedule && schedule->kind == ScheduleKind::Systemd;
}

ScheduledWork workOf(const ScheduleChange &change)
{
    const std::optional<Schedule> &schedule = change.to ? change.to : change.from;
    return schedule ? schedule->work : ScheduledWork::Backup;
}

/// Gathers the steps in the order in which they run.
class StepList
{
public:
    StepList(Plan &plan, const ScheduleChange &change, const QString &instance, const QString &log)
        : m_plan(plan)
        , m_change(change)
        , m_instance(instance)
        , m_log(log)
        , m_work(workOf(change))
    {
    }

    void addTimers()
    {
        if (isSystemd(m_change.from) && !isSystemd(m_change.to))
            add(QStringLiteral("remove"), QStringLiteral("timer.remove"),
                {{QStringLiteral("unit"), scheduleUnitName(m_change.from->instance, m_work)}});
        if (isSystemd(m_change.to))
            add(QStringLiteral("install"), QStringLiteral("timer.install"),
                {{QStringLiteral("unit"), scheduleUnitName(m_instance, m_work)},
                 {QStringLiteral("service"), QString::fromUtf8(serviceUnitText(*m_change.to, m_log))},
                 {QStringLiteral("timer"), QString::fromUtf8(timerUnitText(*m_change.to))}});
        for (const FoundJob &job : m_change.off + m_change.on) {
            if (isTimer(job))
                add(QStringLiteral("switch-") + job.id, QStringLiteral("timer.switch"),
                    {{QStringLiteral("unit"), job.place.chopped(6)},
                     {QStringLiteral("isUser"), job.kind == u"user timer"},
                     {QStringLiteral("isOn"), m_change.on.contains(job)}});
        }
    }

    void addTables()
    {
        QMap<QString, QJsonObject> edits;
        if (isCron(m_change.from) || isCron(m_change.to))
            edits[QString()].insert(QStringLiteral("line"),
                                    isCron(m_change.to) ? QString::fromUtf8(cronLine(*m_change.to, m_log))
                                                        : QString());
        for (const FoundJob &job : m_change.off + m_change.on) {
            if (!isCronLine(job))
                continue;
            const QString key =
                m_change.on.contains(job) ? QStringLiteral("enable") : QStringLiteral("disable");
            QJsonObject &edit = edits[job.kind == u"crontab" ? QString() : job.place];
            QJsonArray lines = edit.value(key).toArray();
            lines << job.line;
            edit.insert(key, lines);
        }
        int number = 0;
        for (auto edit = edits.begin(); edit != edits.end(); ++edit) {
            edit->insert(QStringLiteral("file"), edit.key());
            edit->insert(QStringLiteral("instance"), m_instance);
            edit->insert(QStringLiteral("work"), scheduledWorkName(m_work));
            add(QStringLiteral("cron-%1").arg(++number), QStringLiteral("cron.edit"), *edit);
        }
    }

    /// cron leaves out what may not be run. Nobody may read it who could not before.
    static QString modeFor(const QString &script, bool isOn)
    {
        struct stat facts = {};
        if (::stat(QFile::encodeName(script).constData(), &facts) != 0)
            return isOn ? QStringLiteral("0700") : QStringLiteral("0600");
        const uint mode = facts.st_mode & 07777;
        return u"0%1"_qs.arg(isOn ? mode | ((mode & 0444) >> 2) : mode & ~0111U, 3, 8, QLatin1Char('0'));
    }

    void addFolders()
    {
        for (const FoundJob &job : m_change.off + m_change.on) {
            if (job.kind == u"cron folder")
                add(QStringLiteral("mode-") + job.id, QStringLiteral("file.set-mode"),
                    {{QStringLiteral("path"), job.place},
                     {QStringLiteral("mode"), modeFor(job.place, m_change.on.contains(job))}});
        }
    }

    void add(const QString &id, const QString &word, const QJsonObject &arguments)
    {
        m_plan.steps << StepCall{id, word, arguments};
    }

private:
    Plan &m_plan;
    const ScheduleChange &m_change;
    const QString &m_instance;
    const QString &m_log;
    ScheduledWork m_work;
};

} // namespace

void addChangeSteps(Plan &plan, const ScheduleTools &tools, const InstanceSession &session,
                    const ScheduleChange &change)
{
    const ScheduleStore store(tools.files, session.stateFolder());
    const ScheduledWork work = workOf(change);
    const QString log = store.logFile(session.instance(), work);
    plan.parameters = {{QStringLiteral("from"), scheduleJson(change.from)},
                       {QStringLiteral("to"), scheduleJson(change.to)},
                       {QStringLiteral("off"), jobsJson(change.off)},
                       {QStringLiteral("on"), jobsJson(change.on)}};
    StepList steps(plan, change, session.instance().name, log);
    if (change.to)
        steps.add(QStringLiteral("rehearse"), QStringLiteral("schedule.rehearse"),
                  {{QStringLiteral("schedule"), toJson(*change.to)}});
    if (change.enablesLinger)
        steps.add(QStringLiteral("linger"), QStringLiteral("linger.enable"), {});
    steps.addTimers();
    steps.addTables();
    steps.addFolders();
    const QString file = store.file(session.instance(), work);
    if (change.to)
        steps.add(QStringLiteral("note"), QStringLiteral("file.write"),
                  {{QStringLiteral("path"), file},
                   {QStringLiteral("text"), QString::fromUtf8(QJsonDocument(toJson(*change.to)).toJson())}});
    else
        steps.add(QStringLiteral("note"), QStringLiteral("file.remove"), {{QStringLiteral("path"), file}});
}

} // namespace pilothouse
