// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/backuprows.h"

#include "core/base/clock.h"
#include "core/base/dateformat.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QLocale>
#include <QTimeZone>

namespace pilothouse {

namespace {

/// The words of the history.
struct BackupRowsText
{
    Q_DECLARE_TR_FUNCTIONS(BackupRows)
};

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

CellValue takenCell(const BackupRecord &record, const QDateTime &now)
{
    if (!record.takenAt.isValid())
        return MissingCell{BackupRowsText::tr("Its manifest cannot be read.")};
    return TextCell{takenText(record.takenAt, now), true};
}

CellValue ageCell(const BackupRecord &record, const QDateTime &now)
{
    if (!record.takenAt.isValid() || record.takenAt > now)
        return MissingCell{BackupRowsText::tr("Its time is not in the past.")};
    return NumberCell{formatDuration(record.takenAt.msecsTo(now))};
}

CellValue madeByCell(const BackupRecord &record)
{
    if (record.trigger.isEmpty())
        return MissingCell{};
    return TextCell{madeByText(record)};
}

CellValue sizeCell(const BackupRecord &record)
{
    if (record.bytes <= 0)
        return MissingCell{BackupRowsText::tr("The size of its archive is not known.")};
    return NumberCell{formatBytes(record.bytes)};
}

CellValue stateCell(const BackupRecord &record)
{
    return StampsCell{stationsOf(record), backupStateWord(record),
                      isSoundBackup(record) ? Tone::Neutral : Tone::Down};
}

} // namespace

bool isSoundBackup(const BackupRecord &record)
{
    return record.isSound();
}

BackupStations stationsOf(const BackupRecord &record)
{
    BackupStations stations{stationOf(record.complete), stationOf(record.verified), stationOf(record.proven)};
    const bool isBroken = stations.complete == Station::Failed
                          || (!isSoundBackup(record) && stations.complete != Station::Reached);
    if (isBroken)
        return {Station::Failed, Station::NotReached, Station::NotReached};
    if (stations.verified == Station::Failed)
        stations.proven = Station::NotReached;
    return stations;
}

QString backupStateWord(const BackupRecord &record)
{
    const BackupStations stations = stationsOf(record);
    if (stations.complete == Station::Failed)
        return record.takenAt.isValid() && !record.archive.isEmpty() ? BackupRowsText::tr("Archive damaged")
                                                                     : BackupRowsText::tr("Not readable");
    if (stations.verified == Station::Failed)
        return BackupRowsText::tr("Not sound");
    if (stations.proven == Station::Failed)
        return BackupRowsText::tr("Proof failed");
    if (stations.proven == Station::Reached)
        return BackupRowsText::tr("Proven");
    return stations.verified == Station::Reached ? BackupRowsText::tr("Verified")
                                                 : BackupRowsText::tr("Complete");
}

PillCell keptPill(const BackupRecord &record)
{
    if (!isSoundBackup(record))
        return {BackupRowsText::tr("Not counted"), Tone::Down};
    if (record.isPart())
        return {partInWords(record), Tone::Warn};
    const auto isKept = [&](const char *reason) {
        return record.keptAs.contains(QString::fromLatin1(reason));
    };
    if (record.isPinned)
        return {BackupRowsText::tr("Pinned"), Tone::Info, QStringLiteral("pin-angle-fill")};
    if (isKept("in-use"))
        return {BackupRowsText::tr("In use"), Tone::Info};
    if (isKept("newest"))
        return {BackupRowsText::tr("Newest"), Tone::Ok};
    if (isKept("daily"))
        return {BackupRowsText::tr("Daily"), Tone::Neutral};
    if (isKept("weekly"))
        return {BackupRowsText::tr("Weekly"), Tone::Neutral};
    if (isKept("monthly"))
        return {BackupRowsText::tr("Monthly"), Tone::Neutral};
    if (isKept("age"))
        return {BackupRowsText::tr("By age"), Tone::Neutral};
    if (isKept("unverified"))
        return {BackupRowsText::tr("Not verified"), Tone::Warn};
    if (isKept("no-policy"))
        return {BackupRowsText::tr("No rule"), Tone::Neutral};
    return {BackupRowsText::tr("May go"), Tone::Warn};
}

QString takenText(const QDateTime &taken, const QDateTime &now)
{
    const QDateTime there = taken.toTimeZone(now.timeZone());
    const qint64 days = there.date().daysTo(now.date());
    const QString clock = there.toString(QStringLiteral("HH:mm"));
    if (days == 0)
        return BackupRowsText::tr("Today %1").arg(clock);
    if (days == 1)
        return BackupRowsText::tr("Yesterday %1").arg(clock);
    QString format = dayPattern();
    if (qAbs(days) < 365)
        format = QStringLiteral("ddd ") + format + QStringLiteral(" HH:mm");
    else
        format += QStringLiteral(" yyyy HH:mm");
    return QLocale().toString(there, format);
}

QString madeByText(const BackupRecord &record)
{
    if (record.trigger == u"operator")
        return BackupRowsText::tr("By hand");
    if (record.trigger == u"schedule")
        return BackupRowsText::tr("Timer");
    QString other = visibleLine(record.trigger);
    if (!other.isEmpty())
        other[0] = other.at(0).toUpper();
    return other;
}

QString backupReference(const BackupRecord &record)
{
    return record.id.isEmpty() ? QFileInfo(record.folder).fileName() : record.id;
}

QList<ValueColumn<BackupRecord>> backupColumns(const Clock &clock)
{
    using Row = BackupRecord;
    const auto now = [&clock] { return shownTime(clock.now()); };
    return {
        {QStringLiteral("taken"), BackupRowsText::tr("Taken"), Qt::AlignLeft,
         [now](const Row &record) { return takenCell(record, now()); },
         [](const Row &record) { return QVariant(record.takenAt); }},
        {QStringLiteral("age"), BackupRowsText::tr("Age"), Qt::AlignRight,
         [now](const Row &record) { return ageCell(record, now()); },
         [](const Row &record) { return QVariant(-record.takenAt.toMSecsSinceEpoch()); }},
        {QStringLiteral("made-by"), BackupRowsText::tr("Made by"), Qt::AlignLeft, madeByCell},
        {QStringLiteral("size"), BackupRowsText::tr("Size"), Qt::AlignRight, sizeCell,
         [](const Row &record) { return QVariant(record.bytes); }},
        {QStringLiteral("state"), BackupRowsText::tr("State"), Qt::AlignLeft, stateCell},
        {QStringLiteral("kept-as"), BackupRowsText::tr("Kept as"), Qt::AlignLeft,
         [](const Row &record) -> CellValue { return keptPill(record); }},
    };
}

} // namespace pilothouse
