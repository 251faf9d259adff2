// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/retention.h"

#include <QCoreApplication>
#include <QSet>

namespace pilothouse {

namespace {

/// The words of retention.
struct RetentionText
{
    Q_DECLARE_TR_FUNCTIONS(Retention)
};

constexpr qint64 ClockTolerance = 300; // seconds by which a set may seem to come from the future

bool isVerified(const BackupRecord &record)
{
    return record.isSound() && record.verified.state == BackupStamp::State::Reached;
}

/// A part keeps no other one from being kept, and is never the newest.
bool counts(const BackupRecord &record)
{
    return isVerified(record) && record.countsForRetention();
}

/// Marks the newest set of each of the last `count` periods that have one; `records` are newest first.
template <typename PeriodOf>
void keepGenerations(QList<BackupRecord> &records, int count, const QString &reason, PeriodOf periodOf)
{
    QSet<qint64> seen;
    for (BackupRecord &record : records) {
        if (!counts(record))
            continue;
        const qint64 period = periodOf(record.takenAt.toUTC().date());
        if (seen.contains(period))
            continue;
        if (seen.size() >= count)
            return;
        seen.insert(period);
        record.keptAs << reason;
    }
}

void keepByPolicy(QList<BackupRecord> &records, const RetentionInput &input)
{
    const ProfileRetention &policy = input.policy;
    keepGenerations(records, policy.daily, QStringLiteral("daily"),
                    [](QDate date) { return date.toJulianDay(); });
    keepGenerations(records, policy.weekly, QStringLiteral("weekly"),
                    [](QDate date) { return date.toJulianDay() / 7; });
    keepGenerations(records, policy.monthly, QStringLiteral("monthly"),
                    [](QDate date) { return qint64{date.year()} * 12 + date.month(); });
    // A part is of no generation: where only those are set it may stay as many days as there are daily ones.
    const int partDays = policy.days > 0 ? policy.days : policy.daily;
    const bool hasPolicy = policy.days > 0 || policy.daily > 0 || policy.weekly > 0 || policy.monthly > 0;
    for (BackupRecord &record : records) {
        if (!hasPolicy)
            record.keptAs << QStringLiteral("no-policy");
        else if (const int days = record.isPart() ? partDays : policy.days;
                 days > 0 && record.takenAt.daysTo(input.now) <= days)
            record.keptAs << QStringLiteral("age");
    }
}

void keepAlways(QList<BackupRecord> &records, const QStringList &inUse)
{
    const auto newest = std::find_if(records.begin(), records.end(), counts);
    if (newest != records.end())
        newest->keptAs.prepend(QStringLiteral("newest"));
    for (BackupRecord &record : records) {
        if (record.isPinned)
            record.keptAs.prepend(QStringLiteral("pinned"));
        if (inUse.contains(record.id))
            record.keptAs.prepend(QStringLiteral("in-use"));
        if (!record.isSound())
            record.keptAs << QStringLiteral("damaged");
        else if (!isVerified(record))
            record.keptAs << QStringLiteral("unverified");
    }
}

QString reasonToStop(const QList<BackupRecord> &records, const RetentionInput &input)
{
    if (input.hasLastFailed)
        return RetentionText::tr("The last backup failed, so nothing is removed.");
    const auto newest = std::find_if(records.cbegin(), records.cend(),
                                     [](const BackupRecord &record) { return !record.isPart(); });
    if (newest != records.cend() && !counts(*newest))
        return RetentionText::tr("The newest backup is not verified, so nothing is removed.");
    const bool isAhead = std::any_of(records.cbegin(), records.cend(), [&](const BackupRecord &record) {
        return !record.takenAt.isValid() || input.now.secsTo(record.takenAt) > ClockTolerance;
    });
    if (isAhead || !input.now.isValid())
        return RetentionText::tr(
            "A backup seems to come from the future, so the clock is not trusted and nothing is removed.");
    return {};
}

} // namespace

bool RetentionChoice::removes(const QString &id) const
{
    return std::any_of(remove.cbegin(), remove.cend(),
                       [&](const BackupRecord &record) { return record.id == id; });
}

RetentionChoice planRetention(const RetentionInput &input)
{
    QList<BackupRecord> records = input.records;
    std::stable_sort(records.begin(), records.end(),
                     [](const BackupRecord &a, const BackupRecord &b) { return a.takenAt > b.takenAt; });
    for (BackupRecord &record : records)
        record.keptAs.clear();
    keepByPolicy(records, input);
    keepAlways(records, input.inUse);

    RetentionChoice choice;
    choice.stopped = reasonToStop(records, input);
    for (const BackupRecord &record : std::as_const(records)) {
        if (choice.stopped.isEmpty() && record.keptAs.isEmpty())
            choice.remove << record;
        else
            choice.keep << record;
    }
    return choice;
}

QString retentionReasonText(const QString &reason)
{
    static const QMap<QString, const char *> Words{
        {QStringLiteral("newest"), QT_TRANSLATE_NOOP("Retention", "newest verified backup")},
        {QStringLiteral("daily"), QT_TRANSLATE_NOOP("Retention", "daily")},
        {QStringLiteral("weekly"), QT_TRANSLATE_NOOP("Retention", "weekly")},
        {QStringLiteral("monthly"), QT_TRANSLATE_NOOP("Retention", "monthly")},
        {QStringLiteral("age"), QT_TRANSLATE_NOOP("Retention", "young enough")},
        {QStringLiteral("no-policy"), QT_TRANSLATE_NOOP("Retention", "no retention is set")},
        {QStringLiteral("pinned"), QT_TRANSLATE_NOOP("Retention", "pinned")},
        {QStringLiteral("in-use"), QT_TRANSLATE_NOOP("Retention", "an unfinished operation needs it")},
        {QStringLiteral("damaged"), QT_TRANSLATE_NOOP("Retention", "does not count; remove it by hand")},
        {QStringLiteral("unverified"), QT_TRANSLATE_NOOP("Retention", "not verified")}};
    const char *word = Words.value(reason);
    return word ? RetentionText::tr(word) : reason;
}

} // namespace pilothouse
