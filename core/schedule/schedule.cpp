// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/schedule.h"

#include "core/base/foreigntext.h"
#include "core/process/processrunner.h"
#include "core/schedule/cronfields.h"

#include <QCoreApplication>
#include <QLocale>

namespace pilothouse {

namespace {

/// The names of times.
struct ScheduleText
{
    Q_DECLARE_TR_FUNCTIONS(Schedule)
};

constexpr std::chrono::seconds AnalyzeTime{10};
constexpr int LongestOwn = 200;

const QStringList &weekdays()
{
    static const QStringList Days = QStringLiteral("mon tue wed thu fri sat sun").split(u' ');
    return Days;
}

Result<QTime> timeOfDay(const QString &text)
{
    if (text.isEmpty())
        return QTime(2, 0);
    const QTime time = QTime::fromString(text, QStringLiteral("H:mm"));
    if (!time.isValid())
        return failure(ErrorKind::BadInput,
                       ScheduleText::tr("“%1” is no time of day such as 02:00.").arg(text));
    return time;
}

Result<ScheduleTime> weeklyTime(const QStringList &words)
{
    ScheduleTime time{ScheduleTime::Preset::Weekly, QTime(2, 0), 7, {}};
    QStringList rest = words.mid(1);
    if (!rest.isEmpty() && !rest.first().contains(u':')) {
        time.weekday = static_cast<int>(weekdays().indexOf(rest.takeFirst().left(3).toLower())) + 1;
        if (time.weekday < 1)
            return failure(ErrorKind::BadInput,
                           ScheduleText::tr("A weekly schedule names a day such as sun."));
    }
    return timeOfDay(rest.join(u' ')).map([&time](const QTime &at) {
        time.at = at;
        return time;
    });
}

QList<QDateTime> cronTimes(const CronFields &fields, QDateTime from, int count)
{
    QList<QDateTime> times;
    while (times.size() < count) {
        from = fields.next(from);
        if (!from.isValid())
            break;
        times << from.toUTC();
    }
    return times;
}

/// The lines of systemd-analyze that end with a moment in UTC.
QList<QDateTime> analyzedTimes(const QByteArray &said)
{
    QList<QDateTime> times;
    for (const QByteArray &line : said.split('\n')) {
        const QString text = QString::fromUtf8(line.mid(line.indexOf(": ") + 2)).trimmed();
        if (!text.endsWith(u" UTC") || text.size() < 23)
            continue;
        QDateTime moment =
            QDateTime::fromString(text.section(u' ', 1, 2), QStringLiteral("yyyy-MM-dd HH:mm:ss"));
        moment.setTimeSpec(Qt::UTC);
        if (moment.isValid())
            times << moment;
    }
    return times;
}

Result<QList<QDateTime>> calendarTimes(const QString &calendar, int count, const OperationContext &context)
{
    CommandLine command;
    command.program = QStringLiteral("systemd-analyze");
    command.arguments = {QStringLiteral("calendar"), QStringLiteral("--iterations=%1").arg(count),
                         QStringLiteral("--"), calendar};
    const auto ran = LocalProcessRunner().run(command, AnalyzeTime, context);
    if (!ran)
        return tl::unexpected(ran.error());
    const QList<QDateTime> times = analyzedTimes(ran->standardOutput);
    if (ran->exitCode != 0 || times.isEmpty())
        return failure(ErrorKind::BadInput,
                       ScheduleText::tr("“%1” is no time that systemd knows.").arg(calendar),
                       visibleText(QString::fromUtf8(ran->standardError).trimmed()));
    return times;
}

} // namespace

QString scheduleKindName(ScheduleKind kind)
{
    return kind == ScheduleKind::Systemd ? QStringLiteral("systemd") : QStringLiteral("cron");
}

QString scheduledWorkName(ScheduledWork work)
{
    return work == ScheduledWork::Drill ? QStringLiteral("drill") : QStringLiteral("backup");
}

ScheduledWork scheduledWorkFromName(const QString &name)
{
    return name == u"drill" ? ScheduledWork::Drill : ScheduledWork::Backup;
}

Result<ScheduleTime> ScheduleTime::parse(const QString &text)
{
    const QStringList words = text.simplified().split(u' ', Qt::SkipEmptyParts);
    const QString first = words.value(0).toLower();
    static const QMap<QString, Preset> ByTimeOfDay{{QString(), Preset::Daily},
                                                   {QStringLiteral("daily"), Preset::Daily},
                                                   {QStringLiteral("monthly"), Preset::Monthly},
                                                   {QStringLiteral("quarterly"), Preset::Quarterly}};
    if (const auto preset = ByTimeOfDay.constFind(first); preset != ByTimeOfDay.cend()) {
        return timeOfDay(words.mid(1).join(u' ')).map([preset](const QTime &time) {
            return ScheduleTime{*preset, time, 7, {}};
        });
    }
    if (first == u"hourly" && words.size() == 1)
        return ScheduleTime{Preset::Hourly, {}, 7, {}};
    if (first == u"weekly")
        return weeklyTime(words);
    // It becomes a line of a file: what could end the line or hide in it has no place there.
    const bool isPlain = std::all_of(text.begin(), text.end(), [](QChar c) {
        return c.unicode() >= 0x20 && c.unicode() < 0x7f && c != u'%';
    });
    if (!isPlain || text.size() > LongestOwn)
        return failure(ErrorKind::BadInput, ScheduleText::tr("A time is one line of plain characters."));
    return ScheduleTime{Preset::Own, {}, 7, words.join(u' ')};
}

QString ScheduleTime::toText() const
{
    const QString clock = at.toString(QStringLiteral("HH:mm"));
    switch (preset) {
    case Preset::Hourly:
        return QStringLiteral("hourly");
    case Preset::Daily:
        return QStringLiteral("daily ") + clock;
    case Preset::Weekly:
        return QStringLiteral("weekly %1 %2").arg(weekdays().value(weekday - 1), clock);
    case Preset::Monthly:
        return QStringLiteral("monthly ") + clock;
    case Preset::Quarterly:
        return QStringLiteral("quarterly ") + clock;
    case Preset::Own:
        break;
    }
    return own;
}

QString ScheduleTime::title() const
{
    const QString clock = at.toString(QStringLiteral("HH:mm"));
    switch (preset) {
    case Preset::Hourly:
        return ScheduleText::tr("every hour");
    case Preset::Daily:
        return ScheduleText::tr("every day at %1").arg(clock);
    case Preset::Weekly:
        return ScheduleText::tr("every %1 at %2").arg(QLocale().dayName(weekday), clock);
    case Preset::Monthly:
        return ScheduleText::tr("on the first of every month at %1").arg(clock);
    case Preset::Quarterly:
        return ScheduleText::tr("on the first day of every quarter at %1").arg(clock);
    case Preset::Own:
        break;
    }
    return own;
}

QString ScheduleTime::calendar() const
{
    const QString clock = at.toString(QStringLiteral("HH:mm:00"));
    switch (preset) {
    case Preset::Hourly:
        return QStringLiteral("*-*-* *:00:00");
    case Preset::Daily:
        return QStringLiteral("*-*-* ") + clock;
    case Preset::Weekly: {
        QString day = weekdays().value(weekday - 1);
        day[0] = day[0].toUpper();
        return day + QStringLiteral(" *-*-* ") + clock;
    }
    case Preset::Monthly:
        return QStringLiteral("*-*-01 ") + clock;
    case Preset::Quarterly:
        return QStringLiteral("*-01,04,07,10-01 ") + clock;
    case Preset::Own:
        break;
    }
    return own;
}

QString ScheduleTime::cron() const
{
    switch (preset) {
    case Preset::Hourly:
        return QStringLiteral("0 * * * *");
    case Preset::Daily:
        return QStringLiteral("%1 %2 * * *").arg(at.minute()).arg(at.hour());
    case Preset::Weekly:
        return QStringLiteral("%1 %2 * * %3").arg(at.minute()).arg(at.hour()).arg(weekday % 7);
    case Preset::Monthly:
        return QStringLiteral("%1 %2 1 * *").arg(at.minute()).arg(at.hour());
    case Preset::Quarterly:
        return QStringLiteral("%1 %2 1 1,4,7,10 *").arg(at.minute()).arg(at.hour());
    case Preset::Own:
        break;
    }
    return own;
}

Result<QList<QDateTime>> dueTimes(const ScheduleTime &time, ScheduleKind kind, const QDateTime &from,
                                  int count, const OperationContext &context)
{
    if (kind == ScheduleKind::Systemd && time.preset == ScheduleTime::Preset::Own)
        return calendarTimes(time.own, count, context);
    return CronFields::parse(time.cron()).and_then([&](const CronFields &fields) -> Result<QList<QDateTime>> {
        const QList<QDateTime> times = cronTimes(fields, from, count);
        if (times.isEmpty())
            return failure(ErrorKind::BadInput, ScheduleText::tr("“%1” never comes.").arg(time.own));
        return times;
    });
}

qint64 Schedule::graceSeconds() const
{
    return std::clamp<qint64>(intervalSeconds / 4, 600, 7200);
}

QJsonObject toJson(const Schedule &schedule)
{
    return {{QStringLiteral("format"), 1},
            {QStringLiteral("work"), scheduledWorkName(schedule.work)},
            {QStringLiteral("agreed"), QJsonArray::fromStringList(schedule.agreed)},
            {QStringLiteral("instance"), schedule.instance},
            {QStringLiteral("kind"), scheduleKindName(schedule.kind)},
            {QStringLiteral("when"), schedule.time.toText()},
            {QStringLiteral("intervalSeconds"), schedule.intervalSeconds},
            {QStringLiteral("prunes"), schedule.prunes},
            {QStringLiteral("agreedPolicy"), schedule.agreedPolicy},
            {QStringLiteral("program"), schedule.program},
            {QStringLiteral("stateFolder"), schedule.stateFolder},
            {QStringLiteral("installedAt"), schedule.installedAt.toUTC().toString(Qt::ISODate)},
            {QStringLiteral("adopted"), schedule.adopted}};
}

Result<Schedule> scheduleFromJson(const QJsonObject &object)
{
    Schedule schedule;
    const auto time = ScheduleTime::parse(object.value(QStringLiteral("when")).toString());
    schedule.instance = object.value(QStringLiteral("instance")).toString();
    const QString kind = object.value(QStringLiteral("kind")).toString();
    const bool isKind = kind == u"systemd" || kind == u"cron";
    if (object.value(QStringLiteral("format")).toInt() != 1 || !time || !isKind
        || schedule.instance.isEmpty())
        return failure(ErrorKind::BadData, ScheduleText::tr("This is no schedule that this program knows."));
    schedule.kind = kind == u"cron" ? ScheduleKind::Cron : ScheduleKind::Systemd;
    schedule.work = scheduledWorkFromName(object.value(QStringLiteral("work")).toString());
    schedule.agreed = object.value(QStringLiteral("agreed")).toVariant().toStringList();
    schedule.time = *time;
    schedule.intervalSeconds =
        std::max<qint64>(60, object.value(QStringLiteral("intervalSeconds")).toInteger());
    schedule.prunes = object.value(QStringLiteral("prunes")).toBool();
    schedule.agreedPolicy = object.value(QStringLiteral("agreedPolicy")).toObject();
    schedule.program = object.value(QStringLiteral("program")).toString();
    schedule.stateFolder = object.value(QStringLiteral("stateFolder")).toString();
    schedule.installedAt =
        QDateTime::fromString(object.value(QStringLiteral("installedAt")).toString(), Qt::ISODate);
    schedule.adopted = object.value(QStringLiteral("adopted")).toArray();
    return schedule;
}

} // namespace pilothouse
