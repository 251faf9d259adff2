// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/serverrows.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr qint64 LongTransaction = 60'000;
constexpr double NearlyFull = 0.85;
constexpr double PoorHits = 0.9;
constexpr qint64 LateReplica = 60'000;
constexpr qsizetype ShownQuery = 400;

struct ServerRowsText
{
    Q_DECLARE_TR_FUNCTIONS(ServerRows)
};

CellValue textCell(const QString &foreign, bool isCode = false)
{
    const QString text = visibleLine(foreign.simplified().left(ShownQuery));
    if (text.isEmpty())
        return MissingCell{};
    TextCell cell{text};
    cell.isCode = isCode;
    return cell;
}

CellValue durationCell(qint64 milliseconds, qint64 badFrom)
{
    if (milliseconds < 0)
        return MissingCell{};
    return NumberCell{formatDuration(milliseconds), milliseconds == 0,
                      milliseconds >= badFrom ? Tone::Warn : Tone::Neutral};
}

CellValue bytesCell(qint64 bytes)
{
    if (bytes < 0)
        return MissingCell{ServerRowsText::tr("Not known yet: the table was never analysed.")};
    return NumberCell{formatBytes(bytes), bytes == 0};
}

CellValue stateCell(const ServerRow &row)
{
    if (!row.json.value(QLatin1String("blockedBy")).toArray().isEmpty())
        return PillCell{ServerRowsText::tr("waits for a lock"), Tone::Warn,
                        QStringLiteral("hourglass-split")};
    if (row.json.value(QLatin1String("isHidden")).toBool())
        return textCell(ServerRowsText::tr("not visible"));
    const QString state = row.text("state");
    if (state == QLatin1String("active"))
        return PillCell{ServerRowsText::tr("active"), Tone::Ok};
    if (state.startsWith(QLatin1String("idle in transaction")))
        return PillCell{ServerRowsText::tr("idle in transaction"),
                        row.number("transactionMs") >= LongTransaction ? Tone::Warn : Tone::Neutral};
    return textCell(state);
}

CellValue whoCell(const ServerRow &row)
{
    QStringList second{visibleLine(row.text("application")), visibleLine(row.text("client"))};
    if (row.json.value(QLatin1String("isHidden")).toBool())
        second << ServerRowsText::tr("the rest needs pg_monitor");
    second.removeAll(QString());
    return TwoLineCell{visibleLine(row.text("user")), second.isEmpty() ? ServerRowsText::tr("over the socket")
                                                                       : second.join(QLatin1String(", "))};
}

QString momentText(const QString &iso, const QDateTime &now)
{
    const QDateTime at = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return at.isValid() ? formatMoment(at, shownTime(now)) : QString();
}

ServiceFact connectionFact(const QJsonObject &facts)
{
    const int usable = facts.value(QLatin1String("maxConnections")).toInt()
                       - facts.value(QLatin1String("reservedConnections")).toInt();
    ServiceFact fact{ServerRowsText::tr("Connections"), {}, {}};
    fact.value =
        ServerRowsText::tr("%1 of %2").arg(facts.value(QLatin1String("connections")).toInt()).arg(usable);
    fact.more = ServerRowsText::tr("%1 active, %2 idle in transaction")
                    .arg(facts.value(QLatin1String("active")).toInt())
                    .arg(facts.value(QLatin1String("idleInTransaction")).toInt());
    if (const int hidden = facts.value(QLatin1String("hidden")).toInt(); hidden > 0)
        fact.more =
            ServerRowsText::tr("%n session(s) of other roles not visible: needs pg_monitor", nullptr, hidden);
    fact.isBad = facts.value(QLatin1String("connectionShare")).toDouble() >= NearlyFull;
    return fact;
}

ServiceFact transactionFact(const QJsonObject &facts)
{
    const qint64 oldest = facts.value(QLatin1String("oldestTransactionMs")).toInteger();
    const int waiting = facts.value(QLatin1String("waiting")).toInt();
    ServiceFact fact{ServerRowsText::tr("Longest transaction"),
                     oldest > 0 ? formatDuration(oldest) : ServerRowsText::tr("None is open"),
                     {}};
    fact.more = waiting > 0 ? ServerRowsText::tr("%n session(s) wait for a lock", nullptr, waiting)
                            : ServerRowsText::tr("nobody waits for a lock");
    fact.isBad = oldest >= LongTransaction || waiting > 0;
    return fact;
}

ServiceFact cacheFact(const QJsonObject &facts)
{
    const double hits = facts.value(QLatin1String("cacheHitRate")).toDouble(-1);
    ServiceFact fact{ServerRowsText::tr("Cache hits"),
                     hits < 0 ? QString() : QString::number(hits * 100, 'f', 1) + QStringLiteral(" %"),
                     {}};
    const qint64 temporary = facts.value(QLatin1String("temporaryBytes")).toInteger();
    fact.more = ServerRowsText::tr("%1 of shared buffers")
                    .arg(facts.value(QLatin1String("settings"))
                             .toObject()
                             .value(QLatin1String("shared_buffers"))
                             .toString());
    if (temporary > 0)
        fact.more = ServerRowsText::tr("%1 of temporary files").arg(formatBytes(temporary));
    fact.isBad = hits >= 0 && hits < PoorHits;
    return fact;
}

ServiceFact sizeFact(const QJsonObject &facts, const QJsonObject &sizes)
{
    ServiceFact fact{
        ServerRowsText::tr("Size"), formatBytes(facts.value(QLatin1String("bytes")).toInteger()), {}};
    if (sizes.contains(QLatin1String("growthPerDay")))
        fact.more =
            ServerRowsText::tr("%1 a day")
                .arg(formatBytes(static_cast<qint64>(sizes.value(QLatin1String("growthPerDay")).toDouble())));
    else if (!sizes.isEmpty())
        fact.more =
            ServerRowsText::tr("%n table(s)", nullptr, sizes.value(QLatin1String("tableCount")).toInt());
    return fact;
}

ServiceFact serverFact(const QJsonObject &facts, const QDateTime &now)
{
    const QDateTime started =
        QDateTime::fromString(facts.value(QLatin1String("startedAt")).toString(), Qt::ISODateWithMs);
    ServiceFact fact{ServerRowsText::tr("Server"),
                     QStringLiteral("PostgreSQL ") + facts.value(QLatin1String("version")).toString(),
                     {}};
    fact.more =
        ServerRowsText::tr("up %1, %2")
            .arg(formatDuration(std::max<qint64>(0, started.msecsTo(now))),
                 facts.value(QLatin1String("isEncrypted")).toBool() ? ServerRowsText::tr("encrypted")
                                                                    : ServerRowsText::tr("not encrypted"));
    return fact;
}

ServiceFact replicaFact(const QJsonObject &state)
{
    ServiceFact fact{ServerRowsText::tr("Replication"), {}, {}};
    if (state.value(QLatin1String("isStandby")).toBool()) {
        const qint64 behind = state.value(QLatin1String("replayMs")).toInteger(-1);
        const QString receiver = state.value(QLatin1String("receiverState")).toString();
        fact.value = ServerRowsText::tr("A standby");
        const bool isHidden = state.value(QLatin1String("isReceiverHidden")).toBool();
        fact.more = isHidden             ? ServerRowsText::tr("not known: needs pg_monitor")
                    : receiver.isEmpty() ? ServerRowsText::tr("receives nothing")
                    : behind < 0         ? receiver
                                 : ServerRowsText::tr("%1, %2 behind").arg(receiver, formatDuration(behind));
        fact.isBad = (receiver.isEmpty() && !isHidden) || behind >= LateReplica;
        return fact;
    }
    const QJsonArray replicas = state.value(QLatin1String("replicas")).toArray();
    qint64 lag = -1; // what only receives, as pg_receivewal does, does not tell how far it is
    bool isHidden = false;
    for (const QJsonValue &replica : replicas) {
        lag = std::max(lag, replica.toObject().value(QLatin1String("lagBytes")).toInteger(-1));
        isHidden |= replica.toObject().value(QLatin1String("isHidden")).toBool();
    }
    QStringList idle;
    for (const QJsonValue &slot : state.value(QLatin1String("slots")).toArray()) {
        if (!slot.toObject().value(QLatin1String("isActive")).toBool())
            idle << visibleLine(slot.toObject().value(QLatin1String("name")).toString());
    }
    fact.value = replicas.isEmpty()
                     ? ServerRowsText::tr("No replica")
                     : ServerRowsText::tr("%n replica(s)", nullptr, static_cast<int>(replicas.size()));
    fact.more = replicas.isEmpty()
                    ? QStringLiteral("wal_level ") + state.value(QLatin1String("walLevel")).toString()
                : isHidden ? ServerRowsText::tr("lag not known: needs pg_monitor")
                : lag < 0  ? ServerRowsText::tr("it does not tell how far it is")
                           : ServerRowsText::tr("%1 behind").arg(formatBytes(lag));
    if (!idle.isEmpty())
        fact.more = ServerRowsText::tr("slot %1 keeps WAL for nobody").arg(idle.join(QLatin1String(", ")));
    fact.isBad = !idle.isEmpty();
    return fact;
}

ServiceFact archiveFact(const QJsonObject &state, const QDateTime &now)
{
    ServiceFact fact{ServerRowsText::tr("WAL archive"), {}, {}};
    if (!state.value(QLatin1String("isArchiving")).toBool()) {
        fact.value = ServerRowsText::tr("Off");
        fact.more = ServerRowsText::tr("no return to a point in time");
        return fact;
    }
    fact.isBad = state.value(QLatin1String("isArchiveFailing")).toBool();
    fact.value = fact.isBad ? ServerRowsText::tr("Fails") : ServerRowsText::tr("Works");
    const QString at = momentText(
        state.value(fact.isBad ? QLatin1String("lastFailedAt") : QLatin1String("lastArchivedAt")).toString(),
        now);
    fact.more = at.isEmpty() ? ServerRowsText::tr("nothing was archived yet")
                             : ServerRowsText::tr("last at %1").arg(at);
    return fact;
}

ServiceFact poolerFact(const QJsonObject &pooler)
{
    ServiceFact fact{ServerRowsText::tr("Pooler"), {}, {}};
    if (pooler.isEmpty()) {
        fact.value = ServerRowsText::tr("None is known");
        fact.more = ServerRowsText::tr("the service connects itself");
        return fact;
    }
    if (pooler.contains(QLatin1String("error"))) {
        fact.value = ServerRowsText::tr("Not reached");
        fact.more = visibleLine(pooler.value(QLatin1String("error")).toString());
        fact.isBad = true;
        return fact;
    }
    int active = 0;
    int waiting = 0;
    for (const QJsonValue &value : pooler.value(QLatin1String("pools")).toArray()) {
        active += value.toObject().value(QLatin1String("clientsActive")).toInt();
        waiting += value.toObject().value(QLatin1String("clientsWaiting")).toInt();
    }
    fact.value = QStringLiteral("PgBouncer ") + pooler.value(QLatin1String("version")).toString();
    fact.more = ServerRowsText::tr("%1 clients, %2 waiting").arg(active).arg(waiting);
    fact.isBad = waiting > 0;
    return fact;
}

} // namespace

QList<ServerRow> sessionRows(const QJsonArray &sessions)
{
    QList<ServerRow> rows;
    for (const QJsonValue &value : sessions) {
        const ServerRow row{{}, value.toObject()};
        const bool isBlocked = !row.json.value(QLatin1String("blockedBy")).toArray().isEmpty();
        const int rank = isBlocked                                                            ? 0
                         : row.text("state") == QLatin1String("active")                       ? 1
                         : row.text("state").startsWith(QLatin1String("idle in transaction")) ? 2
                                                                                              : 3;
        rows << ServerRow{QStringLiteral("%1 %2 %3")
                              .arg(rank)
                              .arg(row.number("pid"), 10, 10, QLatin1Char('0'))
                              .arg(row.text("backendStart")),
                          row.json};
    }
    return rows;
}

QList<ServerRow> lockRows(const QJsonArray &locks)
{
    QList<ServerRow> rows;
    for (const QJsonValue &value : locks)
        rows << ServerRow{QStringLiteral("%1").arg(rows.size(), 6, 10, QLatin1Char('0')), value.toObject()};
    return rows;
}

QList<ServerRow> tableSizeRows(const QJsonArray &tables)
{
    return lockRows(tables);
}

QList<ValueColumn<ServerRow>> sessionColumns()
{
    using Column = ValueColumn<ServerRow>;
    return {Column(QStringLiteral("pid"), ServerRowsText::tr("Session"), Qt::AlignRight,
                   [](const ServerRow &row) { return NumberCell{QString::number(row.number("pid"))}; }),
            Column(QStringLiteral("user"), ServerRowsText::tr("Role"), Qt::AlignLeft, whoCell),
            Column(QStringLiteral("database"), ServerRowsText::tr("Database"), Qt::AlignLeft,
                   [](const ServerRow &row) { return textCell(row.text("database")); }),
            Column(QStringLiteral("state"), ServerRowsText::tr("State"), Qt::AlignLeft, stateCell),
            Column(QStringLiteral("since"), ServerRowsText::tr("For"), Qt::AlignRight,
                   [](const ServerRow &row) {
                       return durationCell(row.number("stateMs"), std::numeric_limits<qint64>::max());
                   }),
            Column(QStringLiteral("transaction"), ServerRowsText::tr("Transaction"), Qt::AlignRight,
                   [](const ServerRow &row) {
                       return durationCell(row.number("transactionMs"), LongTransaction);
                   }),
            Column(QStringLiteral("query"), ServerRowsText::tr("Query"), Qt::AlignLeft,
                   [](const ServerRow &row) { return textCell(row.text("query"), true); })};
}

QList<ValueColumn<ServerRow>> lockColumns()
{
    using Column = ValueColumn<ServerRow>;
    return {
        Column(QStringLiteral("session"), ServerRowsText::tr("Session"), Qt::AlignLeft,
               [](const ServerRow &row) {
                   const int depth = static_cast<int>(row.number("depth"));
                   const QString branch =
                       depth > 0 ? QString(depth * 4, u' ') + QStringLiteral("\u2514 ") : QString();
                   TextCell cell{branch + QString::number(row.number("pid")) + u' '
                                 + visibleLine(row.text("user"))};
                   cell.isStrong = depth == 0;
                   return cell;
               }),
        Column(
            QStringLiteral("blocks"), ServerRowsText::tr("Holds up"), Qt::AlignRight,
            [](const ServerRow &row) {
                const qint64 count = row.number("blocks");
                return NumberCell{QString::number(count), count == 0, count > 0 ? Tone::Warn : Tone::Neutral};
            }),
        Column(QStringLiteral("state"), ServerRowsText::tr("State"), Qt::AlignLeft, stateCell),
        Column(
            QStringLiteral("transaction"), ServerRowsText::tr("Transaction"), Qt::AlignRight,
            [](const ServerRow &row) { return durationCell(row.number("transactionMs"), LongTransaction); }),
        Column(QStringLiteral("object"), ServerRowsText::tr("Waits for"), Qt::AlignLeft,
               [](const ServerRow &row) { return textCell(row.text("lockedObject")); }),
        Column(QStringLiteral("query"), ServerRowsText::tr("Query"), Qt::AlignLeft,
               [](const ServerRow &row) { return textCell(row.text("query"), true); })};
}

QList<ValueColumn<ServerRow>> tableSizeColumns()
{
    using Column = ValueColumn<ServerRow>;
    const auto bytes = [](const char *id, const QString &title) {
        return Column(QLatin1String(id), title, Qt::AlignRight,
                      [id](const ServerRow &row) { return bytesCell(row.number(id)); });
    };
    return {
        Column(QStringLiteral("name"), ServerRowsText::tr("Table"), Qt::AlignLeft,
               [](const ServerRow &row) {
                   return TextCell{visibleLine(row.text("schema")) + u'.' + visibleLine(row.text("name"))};
               }),
        Column(QStringLiteral("rows"), ServerRowsText::tr("Rows, about"), Qt::AlignRight,
               [](const ServerRow &row) -> CellValue {
                   const qint64 count = row.number("rows");
                   if (count < 0)
                       return MissingCell{ServerRowsText::tr("Not known yet: the table was never analysed.")};
                   return NumberCell{formatCount(count), count == 0};
               }),
        bytes("bytes", ServerRowsText::tr("Size")),
        bytes("tableBytes", ServerRowsText::tr("Table itself")),
        bytes("indexBytes", ServerRowsText::tr("Indexes")),
        bytes("toastBytes", ServerRowsText::tr("TOAST")),
        Column(QStringLiteral("deadRows"), ServerRowsText::tr("Dead rows"), Qt::AlignRight,
               [](const ServerRow &row) {
                   const qint64 count = std::max<qint64>(0, row.number("deadRows"));
                   return NumberCell{formatCount(count), count == 0};
               }),
        bytes("bloatBytes", ServerRowsText::tr("Bloat, about")),
        Column(QStringLiteral("vacuumedAt"), ServerRowsText::tr("Vacuumed"), Qt::AlignRight,
               [](const ServerRow &row) {
                   return textCell(momentText(row.text("vacuumedAt"), QDateTime::currentDateTimeUtc()));
               })};
}

QList<ServiceFact> serverFacts(const QJsonObject &overview, const QJsonObject &sizes, const QDateTime &now)
{
    const QJsonObject facts = overview.value(QLatin1String("facts")).toObject();
    if (facts.isEmpty())
        return {};
    const QJsonObject replication = overview.value(QLatin1String("replication")).toObject();
    return {connectionFact(facts),
            transactionFact(facts),
            cacheFact(facts),
            sizeFact(facts, sizes),
            serverFact(facts, now),
            replicaFact(replication),
            archiveFact(replication, now),
            poolerFact(overview.value(QLatin1String("pooler")).toObject())};
}

double connectionShare(const QJsonObject &overview)
{
    return overview.value(QLatin1String("facts"))
        .toObject()
        .value(QLatin1String("connectionShare"))
        .toDouble();
}

} // namespace pilothouse
