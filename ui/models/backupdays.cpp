// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/backupdays.h"

#include "core/base/dateformat.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTimeZone>

namespace pilothouse {

namespace {

constexpr int Days = 28;

/// What the calendar says of itself.
struct BackupDaysText
{
    Q_DECLARE_TR_FUNCTIONS(BackupDays)
};

DayState stateOf(const BackupRecord &record)
{
    if (!record.countsForRetention())
        return DayState::Failed;
    if (record.proven.state == BackupStamp::State::Reached)
        return DayState::Proven;
    return record.verified.state == BackupStamp::State::Reached ? DayState::Verified : DayState::Complete;
}

DayKept keptOf(const BackupRecord &record)
{
    const auto isKept = [&](const char *reason) {
        return record.keptAs.contains(QString::fromLatin1(reason));
    };
    if (!record.countsForRetention() || isKept("newest") || isKept("daily") || isKept("age"))
        return DayKept::No;
    if (isKept("monthly"))
        return DayKept::Monthly;
    return isKept("weekly") ? DayKept::Weekly : DayKept::No;
}

QString stateInWords(const BackupDay &day)
{
    switch (day.state) {
    case DayState::None:
        return BackupDaysText::tr("no backup");
    case DayState::Failed:
        return BackupDaysText::tr("no backup that counts");
    case DayState::Complete:
        return BackupDaysText::tr("complete, not verified");
    case DayState::Verified:
        return BackupDaysText::tr("verified");
    case DayState::Proven:
        return BackupDaysText::tr("proven");
    case DayState::ToCome:
        break;
    }
    return BackupDaysText::tr("to come");
}

} // namespace

QList<BackupDay> backupDays(const QList<BackupRecord> &records, const QDateTime &now)
{
    const QDate today = now.date();
    const QDate first = today.addDays(7 - today.dayOfWeek()).addDays(1 - Days);
    QList<BackupDay> days;
    for (int at = 0; at < Days; ++at) {
        const QDate date = first.addDays(at);
        days << BackupDay{date, date > today ? DayState::ToCome : DayState::None, DayKept::No, 0, {}};
    }
    for (const BackupRecord &record : records) {
        if (!record.takenAt.isValid() || record.isPart())
            continue;
        const qint64 at = first.daysTo(record.takenAt.toTimeZone(now.timeZone()).date());
        if (at < 0 || at >= Days || days.at(at).state == DayState::ToCome)
            continue;
        BackupDay &day = days[at];
        ++day.count;
        day.kept = std::max(day.kept, keptOf(record));
        const DayState state = stateOf(record);
        if (day.folder.isEmpty() || state > day.state) {
            day.state = state;
            day.folder = record.folder;
        }
    }
    return days;
}

QString dayInWords(const BackupDay &day)
{
    QStringList parts{stateInWords(day)};
    if (day.count > 1)
        parts << BackupDaysText::tr("%n backup(s)", nullptr, day.count);
    if (day.kept != DayKept::No)
        parts << (day.kept == DayKept::Monthly ? BackupDaysText::tr("kept as monthly")
                                               : BackupDaysText::tr("kept as weekly"));
    return BackupDaysText::tr("%1: %2").arg(QLocale().toString(day.date, longDayPattern()),
                                            parts.join(QStringLiteral(", ")));
}

QString daysInWords(const QList<BackupDay> &days)
{
    int verified = 0;
    int past = 0;
    for (const BackupDay &day : days) {
        // Nothing is missing from the days before the first backup.
        const bool hasBegun = past > 0 || day.count > 0;
        past += hasBegun && day.state != DayState::ToCome ? 1 : 0;
        verified += day.state == DayState::Verified || day.state == DayState::Proven ? 1 : 0;
    }
    if (past == 0)
        return BackupDaysText::tr("No backup in these weeks");
    return BackupDaysText::tr("%1 of %n day(s) verified", nullptr, past).arg(verified);
}

} // namespace pilothouse
