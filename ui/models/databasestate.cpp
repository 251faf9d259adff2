// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/databasestate.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr int DueDays = 7;
constexpr qint64 MillisecondsOfDay = 86'400'000;

QString text(const char *source, int number = -1)
{
    return QCoreApplication::translate("DatabaseState", source, nullptr, number);
}

const DatabaseCheck *newest(const DatabaseState &state, const QStringList &names)
{
    const DatabaseCheck *found = nullptr;
    for (const DatabaseCheck &check : state.checks) {
        if (names.contains(check.name) && (!found || check.at > found->at))
            found = &check;
    }
    return found;
}

QString ageOf(const DatabaseCheck &check, const QDateTime &now)
{
    return formatDuration(std::max<qint64>(0, check.at.msecsTo(now)));
}

bool isDue(const DatabaseCheck &check, const QDateTime &now)
{
    return check.at.msecsTo(now) > DueDays * MillisecondsOfDay;
}

/// A check in words; how it was done and when stand below it.
VerdictCell verdictOf(const DatabaseCheck &check, const QDateTime &now)
{
    const QString small =
        text(QT_TRANSLATE_NOOP("DatabaseState", "%1, %2 ago")).arg(check.name, ageOf(check, now));
    switch (check.verdict) {
    case CheckVerdict::Failed:
        return {Verdict::InTheWay,
                text(QT_TRANSLATE_N_NOOP("DatabaseState", "%n problem(s)"),
                     static_cast<int>(check.problems.size())),
                small};
    case CheckVerdict::NotApplicable:
        return {Verdict::DoesNotApply, text(QT_TRANSLATE_NOOP("DatabaseState", "None declared")),
                text(QT_TRANSLATE_NOOP("DatabaseState", "read %1 ago")).arg(ageOf(check, now))};
    case CheckVerdict::NotRun:
        return {Verdict::NotKnown, text(QT_TRANSLATE_NOOP("DatabaseState", "Not checked")), small};
    case CheckVerdict::Passed:
        break;
    }
    if (isDue(check, now))
        return {Verdict::Due,
                text(QT_TRANSLATE_NOOP("DatabaseState", "Passed %1 ago")).arg(ageOf(check, now)),
                text(QT_TRANSLATE_N_NOOP("DatabaseState", "due every %n day(s)"), DueDays)};
    return {Verdict::Holds, text(QT_TRANSLATE_NOOP("DatabaseState", "Passed")), small};
}

VerdictCell verdictOf(const DatabaseState &state, const QStringList &names, const QDateTime &now)
{
    if (state.isChecking)
        return {Verdict::Reading, text(QT_TRANSLATE_NOOP("DatabaseState", "Being checked")), {}};
    if (const DatabaseCheck *check = newest(state, names))
        return verdictOf(*check, now);
    const DatabaseCheck *replaced = newest(state, {replacedNote()});
    return {Verdict::NotKnown, text(QT_TRANSLATE_NOOP("DatabaseState", "Not checked")),
            replaced
                ? text(QT_TRANSLATE_NOOP("DatabaseState", "file replaced %1 ago")).arg(ageOf(*replaced, now))
                : text(QT_TRANSLATE_NOOP("DatabaseState", "no check is known"))};
}

CellValue nameCell(const DatabaseState &state)
{
    QString second;
    if (state.isOnServer)
        second = state.info.exists ? state.address
                                   : text(QT_TRANSLATE_NOOP("DatabaseState", "the server is not reached"));
    else if (!state.info.exists)
        second = text(QT_TRANSLATE_NOOP("DatabaseState", "the file is not there"));
    else if (state.info.error)
        second = text(QT_TRANSLATE_NOOP("DatabaseState", "cannot be read"));
    else
        second = state.kinds.isEmpty() ? text(QT_TRANSLATE_NOOP("DatabaseState", "SQLite, rows"))
                                       : text(QT_TRANSLATE_NOOP("DatabaseState", "SQLite, key-value"));
    return TwoLineCell{visibleLine(state.fileName), visibleLine(second), false,
                       stateOf(state, QDateTime::currentDateTimeUtc())};
}

CellValue sizeCell(const DatabaseState &state)
{
    if (!state.info.exists)
        return MissingCell{};
    if (state.isOnServer)
        return NumberCell{formatBytes(state.info.bytes), state.info.bytes == 0};
    return NumberCell{
        formatBytes(state.info.bytes), state.info.bytes == 0, Tone::Neutral,
        text(QT_TRANSLATE_NOOP("DatabaseState", "%1 pages")).arg(formatCount(state.info.pageCount))};
}

CellValue rowsCell(const DatabaseState &state)
{
    if (state.tables.isEmpty())
        return MissingCell{state.tablesError ? visibleLine(state.tablesError->message) : QString()};
    qint64 rows = 0;
    bool isEstimate = false;
    for (const TableInfo &table : state.tables) {
        rows += std::max<qint64>(0, table.rows);
        isEstimate = isEstimate || table.isEstimate || table.rows < 0;
    }
    return NumberCell{
        text(QT_TRANSLATE_N_NOOP("DatabaseState", "%n table(s)"), static_cast<int>(state.tables.size())),
        false, Tone::Neutral,
        text(QT_TRANSLATE_NOOP("DatabaseState", "%1 rows")).arg(countText(rows, isEstimate))};
}

CellValue journalCell(const DatabaseState &state)
{
    if (state.isOnServer && state.info.exists)
        return TwoLineCell{QStringLiteral("PostgreSQL"), state.serverVersion};
    if (state.info.journalMode.isEmpty())
        return MissingCell{};
    QStringList files;
    const std::pair<QString, qint64> sidecars[] = {{QStringLiteral("wal"), state.info.walBytes},
                                                   {QStringLiteral("shm"), state.info.shmBytes},
                                                   {QStringLiteral("journal"), state.info.journalBytes}};
    for (const auto &[name, bytes] : sidecars) {
        if (bytes >= 0)
            files << name + QChar(u' ') + formatBytes(bytes);
    }
    const QString mode =
        state.info.journalMode == QLatin1String("wal") ? QStringLiteral("WAL") : state.info.journalMode;
    return TwoLineCell{mode, files.isEmpty() ? text(QT_TRANSLATE_NOOP("DatabaseState", "no sidecar files"))
                                             : files.join(QStringLiteral(", "))};
}

CellValue growthCell(const DatabaseState &state, bool isNarrow)
{
    const QString growth = growthText(state);
    if (growth.isEmpty())
        return MissingCell{text(QT_TRANSLATE_NOOP("DatabaseState", "Too little is known yet."))};
    if (isNarrow || state.course.size() < 2)
        return NumberCell{growth};
    return SparkCell{state.course, growth};
}

CellValue holderCell(const DatabaseState &state)
{
    if (state.isOnServer)
        return TextCell{text(QT_TRANSLATE_NOOP("DatabaseState", "The server")), false, true};
    if (state.holders.isEmpty())
        return TextCell{state.areHoldersComplete ? text(QT_TRANSLATE_NOOP("DatabaseState", "Nobody"))
                                                 : text(QT_TRANSLATE_NOOP("DatabaseState", "Not known")),
                        false, true};
    const FileHolder &first = state.holders.first();
    const int others = static_cast<int>(state.holders.size()) - 1;
    return TwoLineCell{
        visibleLine(first.program),
        others > 0 ? text(QT_TRANSLATE_N_NOOP("DatabaseState", "and %n more"), others)
                   : text(QT_TRANSLATE_NOOP("DatabaseState", "process %1")).arg(QString::number(first.pid))};
}

/// A server looks after its own files; whether it answers is what can be told.
VerdictCell serverVerdict(const DatabaseState &state)
{
    if (state.info.error)
        return {Verdict::InTheWay, text(QT_TRANSLATE_NOOP("DatabaseState", "Not reached")), {}};
    return {Verdict::DoesNotApply, text(QT_TRANSLATE_NOOP("DatabaseState", "The server's own")),
            text(QT_TRANSLATE_NOOP("DatabaseState", "kept while it writes"))};
}

} // namespace

VerdictCell integrityVerdict(const DatabaseState &state, const QDateTime &now)
{
    if (state.isOnServer)
        return serverVerdict(state);
    if (!state.info.exists && !state.info.error)
        return {Verdict::DoesNotApply, text(QT_TRANSLATE_NOOP("DatabaseState", "No file")), {}};
    return verdictOf(state, {QStringLiteral("quick_check"), QStringLiteral("integrity_check")}, now);
}

VerdictCell foreignKeyVerdict(const DatabaseState &state, const QDateTime &now)
{
    if (state.isOnServer)
        return serverVerdict(state);
    if (!state.info.exists && !state.info.error)
        return {Verdict::DoesNotApply, text(QT_TRANSLATE_NOOP("DatabaseState", "No file")), {}};
    return verdictOf(state, {QStringLiteral("foreign_key_check")}, now);
}

StateKind stateOf(const DatabaseState &state, const QDateTime &now)
{
    if (state.isChecking)
        return StateKind::Working;
    const auto isVerdict = [&](Verdict wanted) {
        return integrityVerdict(state, now).verdict == wanted
               || foreignKeyVerdict(state, now).verdict == wanted;
    };
    if (state.info.error || isVerdict(Verdict::InTheWay))
        return StateKind::Down;
    if (isVerdict(Verdict::Due))
        return StateKind::Due;
    return !state.info.exists || isVerdict(Verdict::NotKnown) ? StateKind::NotChecked : StateKind::Healthy;
}

QString growthText(const DatabaseState &state)
{
    if (!state.growthPerDay)
        return {};
    const qint64 bytes = qRound64(*state.growthPerDay);
    const QString sign = bytes < 0 ? QString(QChar(0x2212)) : QStringLiteral("+");
    return text(QT_TRANSLATE_NOOP("DatabaseState", "%1 / day")).arg(sign + formatBytes(std::abs(bytes)));
}

QString countText(qint64 count, bool isEstimate)
{
    if (count < 0)
        return {};
    return isEstimate ? text(QT_TRANSLATE_NOOP("DatabaseState", "about %1")).arg(formatCount(count))
                      : formatCount(count);
}

QList<ValueColumn<DatabaseState>> databaseColumns(const bool &isNarrow)
{
    const auto now = [] { return QDateTime::currentDateTimeUtc(); };
    return {
        {QStringLiteral("name"), text(QT_TRANSLATE_NOOP("DatabaseState", "Database")), Qt::AlignLeft,
         nameCell},
        {QStringLiteral("size"), text(QT_TRANSLATE_NOOP("DatabaseState", "Size")), Qt::AlignRight, sizeCell},
        {QStringLiteral("rows"), text(QT_TRANSLATE_NOOP("DatabaseState", "Rows")), Qt::AlignRight, rowsCell},
        {QStringLiteral("journal"), text(QT_TRANSLATE_NOOP("DatabaseState", "Journal")), Qt::AlignLeft,
         journalCell},
        {QStringLiteral("integrity"), text(QT_TRANSLATE_NOOP("DatabaseState", "Integrity")), Qt::AlignLeft,
         [now](const DatabaseState &state) -> CellValue { return integrityVerdict(state, now()); }},
        {QStringLiteral("keys"), text(QT_TRANSLATE_NOOP("DatabaseState", "Foreign keys")), Qt::AlignLeft,
         [now](const DatabaseState &state) -> CellValue { return foreignKeyVerdict(state, now()); }},
        {QStringLiteral("growth"), text(QT_TRANSLATE_NOOP("DatabaseState", "Growth, 30 d")), Qt::AlignRight,
         [&isNarrow](const DatabaseState &state) { return growthCell(state, isNarrow); }},
        {QStringLiteral("holder"), text(QT_TRANSLATE_NOOP("DatabaseState", "Held by")), Qt::AlignLeft,
         holderCell},
    };
}

} // namespace pilothouse
