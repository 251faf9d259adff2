// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/lastbackupcard.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/backupstory.h"
#include "ui/widgets/button.h"
#include "ui/widgets/drillcard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/schedulecard.h"

#include <QVBoxLayout>

namespace pilothouse {
namespace {

Station stationOf(const BackupStamp &stamp)
{
    switch (stamp.state) {
    case BackupStamp::State::Reached:
        return Station::Reached;
    case BackupStamp::State::Failed:
        return Station::Failed;
    case BackupStamp::State::NotReached:
        break;
    }
    return Station::NotReached;
}

QString momentOf(const BackupStamp &stamp, const QDateTime &now)
{
    return stamp.at.isValid() ? formatMoment(stamp.at, shownTime(now)) : QString();
}

StationStory completeStory(const BackupRecord &backup, const QDateTime &now)
{
    const QString sentence =
        LastBackupCard::tr("%1 ago, %2, %3")
            .arg(formatDuration(backup.takenAt.msecsTo(now)), formatBytes(backup.bytes),
                 LastBackupCard::tr("%n database(s)", nullptr, static_cast<int>(backup.databases.size())));
    return {stationOf(backup.complete), LastBackupCard::tr("Complete"), momentOf(backup.complete, now),
            sentence};
}

StationStory verifiedStory(const BackupRecord &backup, const QDateTime &now)
{
    const BackupStamp &stamp = backup.verified;
    QString sentence = stamp.note;
    if (stamp.state == BackupStamp::State::NotReached)
        sentence = LastBackupCard::tr("Its files were not read back yet");
    else if (sentence.isEmpty())
        sentence = LastBackupCard::tr("Digests and structure were read back");
    return {stationOf(stamp), LastBackupCard::tr("Verified"), momentOf(stamp, now), sentence};
}

StationStory provenStory(const BackupRecord &backup, const QDateTime &now)
{
    const BackupStamp &stamp = backup.proven;
    // What a proven stamp notes is the operation that proved it; that stands on the Backups page.
    QString sentence = LastBackupCard::tr("A restore from it passed its proofs");
    if (stamp.state == BackupStamp::State::NotReached)
        sentence = LastBackupCard::tr("Nothing was restored from it yet");
    else if (stamp.state == BackupStamp::State::Failed)
        sentence = stamp.note;
    return {stationOf(stamp), LastBackupCard::tr("Proven"), momentOf(stamp, now), sentence};
}

} // namespace

LastBackupCard::LastBackupCard(QWidget *parent)
    : Card(tr("Last backup"), Body::Padded, parent)
    , m_story(new BackupStory)
    , m_problem(new Label({}, TextRole::Small, &Tokens::downText))
    , m_schedule(new Label({}, TextRole::Small, &Tokens::text2))
    , m_drill(new Label({}, TextRole::Small, &Tokens::text2))
    , m_empty(new EmptyState(tr("No backup yet."), tr("Back up now"), QStringLiteral("cloud-arrow-up")))
    , m_all(addLink(tr("All backups")))
{
    body()->addWidget(m_story);
    body()->addWidget(m_problem);
    body()->addWidget(m_schedule);
    body()->addWidget(m_drill);
    body()->addWidget(m_empty, 1);
    body()->addStretch(0);
    m_problem->setWordWrap(true);
    m_schedule->setWordWrap(true);
    m_drill->setWordWrap(true);
    m_drill->hide();
    m_schedule->hide();
    m_problem->hide();
    m_empty->hide();
    connect(m_empty->button(), &QPushButton::clicked, this, &LastBackupCard::backupAsked);
    connect(m_all, &QPushButton::clicked, this, &LastBackupCard::allAsked);
}

void LastBackupCard::setBackup(const std::optional<BackupRecord> &backup, const QString &problem,
                               const QDateTime &now)
{
    m_story->setVisible(backup.has_value());
    m_empty->setVisible(!backup);
    m_problem->setText(problem.isEmpty() ? QString()
                                         : tr("A newer one does not count: %1").arg(visibleLine(problem)));
    m_problem->setVisible(!problem.isEmpty());
    if (backup)
        m_story->setStory(
            {completeStory(*backup, now), verifiedStory(*backup, now), provenStory(*backup, now)});
}

void LastBackupCard::setSchedule(const std::optional<ScheduleReading> &schedule, const QDateTime &now)
{
    m_schedule->setVisible(schedule.has_value());
    if (!schedule)
        return;
    const QString trouble = scheduleTrouble(*schedule);
    m_schedule->setInk(trouble.isEmpty() ? &Tokens::text2 : &Tokens::warnText);
    m_schedule->setText(trouble.isEmpty() ? nextRunText(*schedule, now) : trouble);
}

void LastBackupCard::setDrill(const InstanceSnapshot &snapshot, const QDateTime &now)
{
    const bool isStale = !snapshot.drillDueAt.isValid() || snapshot.drillDueAt <= now;
    QString sentence = drillDueText(snapshot.drillDueAt, now);
    if (snapshot.hasDrillFailed)
        sentence = tr("The last recovery drill failed");
    else if (sentence.isEmpty())
        sentence = tr("Stale: no recovery drill has passed yet");
    m_drill->setInk(isStale || snapshot.hasDrillFailed ? &Tokens::warnText : &Tokens::text2);
    m_drill->setText(sentence);
    m_drill->setVisible(snapshot.lastBackupAt.isValid() || snapshot.hasDrillFailed);
}

} // namespace pilothouse
