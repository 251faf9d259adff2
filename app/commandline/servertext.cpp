// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/servertext.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/members.h"
#include "core/base/units.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace pilothouse {

namespace {

/// A number below 0 is one that is not known.
enum class ServerUnit { Plain, Bytes, Milliseconds, Count, Share, Moment, Left };

struct ServerMember
{
    const char *name;
    const char *label;
    ServerUnit unit = ServerUnit::Plain;
};

constexpr ServerMember ServerMembers[] = {
    // clang-format off
    {"active", QT_TRANSLATE_NOOP("CommandLine", "Active")},
    {"analyzedAt", QT_TRANSLATE_NOOP("CommandLine", "Analysed"), ServerUnit::Moment},
    {"application", QT_TRANSLATE_NOOP("CommandLine", "Program")},
    {"archived", QT_TRANSLATE_NOOP("CommandLine", "Archived segments"), ServerUnit::Count},
    {"archiveFailures", QT_TRANSLATE_NOOP("CommandLine", "Failures of the archive"), ServerUnit::Count},
    {"archiveMode", QT_TRANSLATE_NOOP("CommandLine", "Archive mode")},
    {"backendStart", nullptr, ServerUnit::Left},
    {"bloatBytes", QT_TRANSLATE_NOOP("CommandLine", "Bloat, about"), ServerUnit::Bytes},
    {"blockedBy", QT_TRANSLATE_NOOP("CommandLine", "Waits for")},
    {"blocks", QT_TRANSLATE_NOOP("CommandLine", "Holds up")},
    {"bytes", QT_TRANSLATE_NOOP("CommandLine", "Size"), ServerUnit::Bytes},
    {"cacheHitRate", QT_TRANSLATE_NOOP("CommandLine", "Cache hits"), ServerUnit::Share},
    {"client", QT_TRANSLATE_NOOP("CommandLine", "Client")},
    {"clientsActive", QT_TRANSLATE_NOOP("CommandLine", "Clients active"), ServerUnit::Count},
    {"clientsWaiting", QT_TRANSLATE_NOOP("CommandLine", "Clients waiting"), ServerUnit::Count},
    {"collation", QT_TRANSLATE_NOOP("CommandLine", "Collation")},
    {"command", QT_TRANSLATE_NOOP("CommandLine", "Command")},
    {"commits", QT_TRANSLATE_NOOP("CommandLine", "Commits"), ServerUnit::Count},
    {"connections", QT_TRANSLATE_NOOP("CommandLine", "Connections"), ServerUnit::Count},
    {"connectionShare", QT_TRANSLATE_NOOP("CommandLine", "Connections taken"), ServerUnit::Share},
    {"database", QT_TRANSLATE_NOOP("CommandLine", "Database")},
    {"deadlocks", QT_TRANSLATE_NOOP("CommandLine", "Deadlocks"), ServerUnit::Count},
    {"deadRows", QT_TRANSLATE_NOOP("CommandLine", "Dead rows"), ServerUnit::Count},
    {"depth", nullptr, ServerUnit::Left},
    {"done", QT_TRANSLATE_NOOP("CommandLine", "Done"), ServerUnit::Count},
    {"encoding", QT_TRANSLATE_NOOP("CommandLine", "Encoding")},
    {"hidden", QT_TRANSLATE_NOOP("CommandLine", "Sessions not visible"), ServerUnit::Count},
    {"idleInTransaction", QT_TRANSLATE_NOOP("CommandLine", "Idle in transaction"), ServerUnit::Count},
    {"indexBytes", QT_TRANSLATE_NOOP("CommandLine", "Indexes"), ServerUnit::Bytes},
    {"isActive", QT_TRANSLATE_NOOP("CommandLine", "Active")},
    {"isArchiveFailing", QT_TRANSLATE_NOOP("CommandLine", "Archive fails")},
    {"isArchiving", QT_TRANSLATE_NOOP("CommandLine", "WAL is archived")},
    {"isEncrypted", QT_TRANSLATE_NOOP("CommandLine", "Encrypted")},
    {"isInRecovery", QT_TRANSLATE_NOOP("CommandLine", "Standby or in recovery")},
    {"isStandby", QT_TRANSLATE_NOOP("CommandLine", "Standby")},
    {"isValid", QT_TRANSLATE_NOOP("CommandLine", "Valid")},
    {"keptBytes", QT_TRANSLATE_NOOP("CommandLine", "WAL kept"), ServerUnit::Bytes},
    {"kind", QT_TRANSLATE_NOOP("CommandLine", "Kind")},
    {"lagBytes", QT_TRANSLATE_NOOP("CommandLine", "Behind"), ServerUnit::Bytes},
    {"lagMs", QT_TRANSLATE_NOOP("CommandLine", "Behind in time"), ServerUnit::Milliseconds},
    {"lastArchived", QT_TRANSLATE_NOOP("CommandLine", "Archived last")},
    {"lastArchivedAt", QT_TRANSLATE_NOOP("CommandLine", "Archived last at"), ServerUnit::Moment},
    {"lastFailed", QT_TRANSLATE_NOOP("CommandLine", "Failed last")},
    {"lastFailedAt", QT_TRANSLATE_NOOP("CommandLine", "Failed last at"), ServerUnit::Moment},
    {"lockedObject", QT_TRANSLATE_NOOP("CommandLine", "Table")},
    {"lockMode", QT_TRANSLATE_NOOP("CommandLine", "Lock")},
    {"longestWaitMs", QT_TRANSLATE_NOOP("CommandLine", "Longest wait"), ServerUnit::Milliseconds},
    {"maxClients", QT_TRANSLATE_NOOP("CommandLine", "Clients at most"), ServerUnit::Count},
    {"maxConnections", QT_TRANSLATE_NOOP("CommandLine", "Connections at most"), ServerUnit::Count},
    {"maxSenders", QT_TRANSLATE_NOOP("CommandLine", "Senders of WAL at most"), ServerUnit::Count},
    {"mode", QT_TRANSLATE_NOOP("CommandLine", "Mode")},
    {"name", QT_TRANSLATE_NOOP("CommandLine", "Name")},
    {"oldestTransactionMs", QT_TRANSLATE_NOOP("CommandLine", "Longest transaction"), ServerUnit::Milliseconds},
    {"phase", QT_TRANSLATE_NOOP("CommandLine", "Phase")},
    {"pid", QT_TRANSLATE_NOOP("CommandLine", "Session")},
    {"poolSize", QT_TRANSLATE_NOOP("CommandLine", "Size of a pool"), ServerUnit::Count},
    {"query", QT_TRANSLATE_NOOP("CommandLine", "Query")},
    {"receiverState", QT_TRANSLATE_NOOP("CommandLine", "Receiver")},
    {"replayMs", QT_TRANSLATE_NOOP("CommandLine", "Replay is behind"), ServerUnit::Milliseconds},
    {"replicas", QT_TRANSLATE_NOOP("CommandLine", "Replicas")},
    {"reservedConnections", QT_TRANSLATE_NOOP("CommandLine", "Kept for superusers"), ServerUnit::Count},
    {"rollbacks", QT_TRANSLATE_NOOP("CommandLine", "Rollbacks"), ServerUnit::Count},
    {"rows", QT_TRANSLATE_NOOP("CommandLine", "Rows, about"), ServerUnit::Count},
    {"scans", QT_TRANSLATE_NOOP("CommandLine", "Scans"), ServerUnit::Count},
    {"schema", QT_TRANSLATE_NOOP("CommandLine", "Schema")},
    {"serversActive", QT_TRANSLATE_NOOP("CommandLine", "Servers active"), ServerUnit::Count},
    {"serversIdle", QT_TRANSLATE_NOOP("CommandLine", "Servers idle"), ServerUnit::Count},
    {"session", QT_TRANSLATE_NOOP("CommandLine", "Session")},
    {"settings", QT_TRANSLATE_NOOP("CommandLine", "Settings")},
    {"slots", QT_TRANSLATE_NOOP("CommandLine", "Slots")},
    {"startedAt", QT_TRANSLATE_NOOP("CommandLine", "Started"), ServerUnit::Moment},
    {"state", QT_TRANSLATE_NOOP("CommandLine", "State")},
    {"stateMs", QT_TRANSLATE_NOOP("CommandLine", "For"), ServerUnit::Milliseconds},
    {"syncState", QT_TRANSLATE_NOOP("CommandLine", "Commits wait")},
    {"table", QT_TRANSLATE_NOOP("CommandLine", "Table")},
    {"tableBytes", QT_TRANSLATE_NOOP("CommandLine", "Table itself"), ServerUnit::Bytes},
    {"tables", QT_TRANSLATE_NOOP("CommandLine", "Tables"), ServerUnit::Count},
    {"temporaryBytes", QT_TRANSLATE_NOOP("CommandLine", "Temporary files"), ServerUnit::Bytes},
    {"toastBytes", QT_TRANSLATE_NOOP("CommandLine", "TOAST"), ServerUnit::Bytes},
    {"total", QT_TRANSLATE_NOOP("CommandLine", "Of"), ServerUnit::Count},
    {"transactionAge", QT_TRANSLATE_NOOP("CommandLine", "Age of the oldest row"), ServerUnit::Count},
    {"transactionMs", QT_TRANSLATE_NOOP("CommandLine", "Transaction"), ServerUnit::Milliseconds},
    {"user", QT_TRANSLATE_NOOP("CommandLine", "Role")},
    {"vacuumedAt", QT_TRANSLATE_NOOP("CommandLine", "Vacuumed"), ServerUnit::Moment},
    {"version", QT_TRANSLATE_NOOP("CommandLine", "Version")},
    {"waiting", QT_TRANSLATE_NOOP("CommandLine", "Waiting for a lock"), ServerUnit::Count},
    {"waitingSegments", QT_TRANSLATE_NOOP("CommandLine", "Segments to archive"), ServerUnit::Count},
    {"walLevel", QT_TRANSLATE_NOOP("CommandLine", "WAL level")},
    {"walStatus", QT_TRANSLATE_NOOP("CommandLine", "WAL")},
    // clang-format on
};

const ServerMember *serverMemberOf(const QString &key)
{
    const auto found =
        std::find_if(std::begin(ServerMembers), std::end(ServerMembers),
                     [&key](const ServerMember &member) { return key == QLatin1String(member.name); });
    return found == std::end(ServerMembers) ? nullptr : found;
}

QString serverLabel(const QString &key)
{
    const ServerMember *member = serverMemberOf(key);
    return member && member->label ? commandLineText(member->label) : key;
}

/// A number with its unit; what is a word already stays.
QJsonValue serverValue(const QString &key, const QJsonValue &value)
{
    const ServerMember *member = serverMemberOf(key);
    const ServerUnit unit = member ? member->unit : ServerUnit::Plain;
    if (unit == ServerUnit::Moment)
        return value.toString().isEmpty() ? QStringLiteral("-") : shownMoment(value.toString());
    if (!value.isDouble() || unit == ServerUnit::Plain)
        return value;
    const qint64 whole = value.toInteger(static_cast<qint64>(value.toDouble()));
    if (value.toDouble() < 0)
        return QStringLiteral("-");
    switch (unit) {
    case ServerUnit::Bytes:
        return formatBytes(whole);
    case ServerUnit::Milliseconds:
        return formatDuration(whole);
    case ServerUnit::Count:
        return formatCount(whole);
    case ServerUnit::Share:
        return QStringLiteral("%1 %").arg(value.toDouble() * 100, 0, 'f', 1);
    default:
        return value;
    }
}

} // namespace

QJsonObject serverText(const QJsonObject &object)
{
    QJsonObject text;
    for (auto it = object.begin(); it != object.end(); ++it) {
        const ServerMember *member = serverMemberOf(it.key());
        if (member && member->unit == ServerUnit::Left)
            continue;
        const QString label = serverLabel(it.key());
        if (it->isObject()) { // settings have names of their own
            text.insert(label, *it);
        } else if (it->isArray() && it->toArray().first().isObject()) {
            QJsonArray rows;
            for (const QJsonValue &row : it->toArray())
                rows << serverText(row.toObject());
            text.insert(label, rows);
        } else {
            text.insert(label, serverValue(it.key(), *it));
        }
    }
    return text;
}

void printServerTable(Output &output, const QJsonArray &rows, const QStringList &columns)
{
    QStringList labels;
    for (const QString &column : columns)
        labels << serverLabel(column);
    QJsonArray readable;
    for (const QJsonValue &row : rows) {
        QJsonObject cells;
        for (qsizetype at = 0; at < columns.size(); ++at)
            cells.insert(labels[at], serverValue(columns[at], row.toObject().value(columns[at])));
        readable << cells;
    }
    output.value(readable, labels);
}

} // namespace pilothouse
