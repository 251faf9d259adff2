// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/domain/serverinfo.h"

#include "core/base/units.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

namespace pilothouse {
namespace {

void insertMoment(QJsonObject &object, const QString &key, const QDateTime &moment)
{
    if (moment.isValid())
        object.insert(key, toIso(moment));
}

QJsonObject toJson(const DatabaseSize &size)
{
    return {{QStringLiteral("name"), size.name},
            {QStringLiteral("bytes"), size.bytes},
            {QStringLiteral("isOwn"), size.isOwn}};
}

QJsonObject toJson(const SchemaSize &size)
{
    return {{QStringLiteral("name"), size.name},
            {QStringLiteral("tables"), size.tables},
            {QStringLiteral("tableBytes"), size.tableBytes},
            {QStringLiteral("indexBytes"), size.indexBytes},
            {QStringLiteral("toastBytes"), size.toastBytes}};
}

QJsonObject toJson(const RelationSize &size)
{
    QJsonObject object{{QStringLiteral("schema"), size.schema},
                       {QStringLiteral("name"), size.name},
                       {QStringLiteral("rows"), size.rows},
                       {QStringLiteral("bytes"), size.bytes()},
                       {QStringLiteral("tableBytes"), size.tableBytes},
                       {QStringLiteral("indexBytes"), size.indexBytes},
                       {QStringLiteral("toastBytes"), size.toastBytes},
                       {QStringLiteral("deadRows"), size.deadRows},
                       {QStringLiteral("bloatBytes"), size.bloatBytes}};
    insertMoment(object, QStringLiteral("vacuumedAt"), size.vacuumedAt);
    insertMoment(object, QStringLiteral("analyzedAt"), size.analyzedAt);
    return object;
}

QJsonObject toJson(const IndexSize &size)
{
    return {{QStringLiteral("schema"), size.schema}, {QStringLiteral("table"), size.table},
            {QStringLiteral("name"), size.name},     {QStringLiteral("bytes"), size.bytes},
            {QStringLiteral("scans"), size.scans},   {QStringLiteral("isValid"), size.isValid}};
}

template <typename T>
QJsonArray arrayOf(const QList<T> &list)
{
    QJsonArray array;
    for (const T &one : list)
        array << toJson(one);
    return array;
}

/// Sessions by whom they wait for, each once.
class LockTree
{
public:
    explicit LockTree(const QList<ServerSession> &sessions)
        : m_sessions(sessions)
    {
        for (const ServerSession &session : sessions) {
            for (const qint64 pid : session.blockedBy)
                m_waiting[pid] << &session;
        }
    }

    QList<LockLine> lines()
    {
        for (const ServerSession &session : m_sessions) {
            if (!session.isBlocked() && m_waiting.contains(session.pid))
                add(session, 0);
        }
        for (const ServerSession &session : m_sessions) {
            if (session.isBlocked() && !m_added.contains(session.pid))
                add(session, 0); // a circle, or blocked by one who is no client
        }
        return m_lines;
    }

private:
    int add(const ServerSession &session, int depth)
    {
        m_added.insert(session.pid);
        const qsizetype at = m_lines.size();
        m_lines << LockLine{session, depth, 0};
        int below = 0;
        for (const ServerSession *waiting : m_waiting.value(session.pid)) {
            if (!m_added.contains(waiting->pid))
                below += 1 + add(*waiting, depth + 1);
        }
        m_lines[at].blocks = below;
        return below;
    }

    const QList<ServerSession> &m_sessions;
    QHash<qint64, QList<const ServerSession *>> m_waiting;
    QSet<qint64> m_added;
    QList<LockLine> m_lines;
};

} // namespace

double ServerFacts::connectionShare() const
{
    const int usable = maxConnections - reservedConnections;
    return usable > 0 ? static_cast<double>(connections) / usable : 0;
}

QList<LockLine> lockTree(const QList<ServerSession> &sessions)
{
    return LockTree(sessions).lines();
}

QJsonObject toJson(const ServerFacts &facts)
{
    QJsonObject settings;
    for (auto it = facts.settings.begin(); it != facts.settings.end(); ++it)
        settings.insert(it.key(), it.value());
    return {{QStringLiteral("version"), facts.version},
            {QStringLiteral("startedAt"), toIso(facts.startedAt)},
            {QStringLiteral("isInRecovery"), facts.isInRecovery},
            {QStringLiteral("isEncrypted"), facts.isEncrypted},
            {QStringLiteral("database"), facts.database},
            {QStringLiteral("encoding"), facts.encoding},
            {QStringLiteral("collation"), facts.collation},
            {QStringLiteral("bytes"), facts.bytes},
            {QStringLiteral("maxConnections"), facts.maxConnections},
            {QStringLiteral("reservedConnections"), facts.reservedConnections},
            {QStringLiteral("connections"), facts.connections},
            {QStringLiteral("connectionShare"), facts.connectionShare()},
            {QStringLiteral("hidden"), facts.hidden},
            {QStringLiteral("active"), facts.active},
            {QStringLiteral("idleInTransaction"), facts.idleInTransaction},
            {QStringLiteral("waiting"), facts.waiting},
            {QStringLiteral("oldestTransactionMs"), facts.oldestTransaction},
            {QStringLiteral("cacheHitRate"), facts.cacheHitRate},
            {QStringLiteral("commits"), facts.commits},
            {QStringLiteral("rollbacks"), facts.rollbacks},
            {QStringLiteral("deadlocks"), facts.deadlocks},
            {QStringLiteral("temporaryBytes"), facts.temporaryBytes},
            {QStringLiteral("transactionAge"), facts.transactionAge},
            {QStringLiteral("settings"), settings}};
}

QJsonObject toJson(const ServerSession &session)
{
    QJsonArray blockers;
    for (const qint64 pid : session.blockedBy)
        blockers << pid;
    return {{QStringLiteral("pid"), session.pid},
            {QStringLiteral("backendStart"), QString::number(session.backendStart)},
            {QStringLiteral("user"), session.user},
            {QStringLiteral("database"), session.database},
            {QStringLiteral("application"), session.application},
            {QStringLiteral("client"), session.client},
            {QStringLiteral("state"), session.state},
            {QStringLiteral("waitsFor"), session.waitsFor},
            {QStringLiteral("query"), session.query},
            {QStringLiteral("transactionMs"), session.transactionMs},
            {QStringLiteral("stateMs"), session.stateMs},
            {QStringLiteral("blockedBy"), blockers},
            {QStringLiteral("lockedObject"), session.lockedObject},
            {QStringLiteral("lockMode"), session.lockMode},
            {QStringLiteral("isOwn"), session.isOwn},
            {QStringLiteral("isHidden"), session.isHidden()}};
}

QJsonObject toJson(const LockLine &line)
{
    QJsonObject object = toJson(line.session);
    object.insert(QStringLiteral("depth"), line.depth);
    object.insert(QStringLiteral("blocks"), line.blocks);
    return object;
}

QJsonObject toJson(const ServerSizes &sizes)
{
    return {{QStringLiteral("databases"), arrayOf(sizes.databases)},
            {QStringLiteral("schemas"), arrayOf(sizes.schemas)},
            {QStringLiteral("tables"), arrayOf(sizes.tables)},
            {QStringLiteral("indexes"), arrayOf(sizes.indexes)},
            {QStringLiteral("tableCount"), sizes.tableCount}};
}

QJsonObject toJson(const MaintenanceProgress &progress)
{
    return {{QStringLiteral("pid"), progress.pid},     {QStringLiteral("command"), progress.command},
            {QStringLiteral("table"), progress.table}, {QStringLiteral("phase"), progress.phase},
            {QStringLiteral("done"), progress.done},   {QStringLiteral("total"), progress.total}};
}

} // namespace pilothouse
