// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/databaselock.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"

#include <QCryptographicHash>
#include <QRegularExpression>
#include <QtEndian>

#include <thread>

namespace pilothouse {
namespace {

constexpr std::chrono::seconds LockAnswerTime{5};
constexpr std::chrono::seconds LockPatience{2}; // a session of a killed program goes a moment after it
constexpr std::chrono::milliseconds LockLookAgain{100};
constexpr qint32 LockClass = 0x50686f75; // "Phou": ours among the locks of others

/// The same on every machine. Two names with one number only wait for each other without need.
qint32 numberOf(const QString &database)
{
    const QByteArray digest = QCryptographicHash::hash(database.toUtf8(), QCryptographicHash::Sha256);
    return qFromBigEndian<qint32>(digest.constData());
}

QString operationText(const QUuid &operation)
{
    return operation.toString(QUuid::WithoutBraces).left(8);
}

/// Every role sees the name of a session, and nothing else of another role's: so it says all that is to be
/// told. The server cuts it after 63 bytes, which is the end of who it is.
QString nameOf(const DatabaseClaim &claim)
{
    return QStringLiteral("pilothouse %1 %2 %3")
        .arg(operationText(claim.operation),
             claim.since.toUTC().toString(QStringLiteral("yyyy-MM-ddTHH:mm:ssZ")), claim.who);
}

const QRegularExpression &namePattern()
{
    static const QRegularExpression Pattern(
        QStringLiteral("^pilothouse ([0-9a-f]{8}) (\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ) (.*)$"));
    return Pattern;
}

/// A session that has what is wanted.
struct LockHolder
{
    qint64 pid = 0;
    QString application;
    QString address;
};

/// In whichever database of the server: a lock counts only in its own, and not every role is let into the
/// same ones, but what is held anywhere is seen by all.
Result<std::optional<LockHolder>> holderOf(PostgresConnection &session, const DatabaseClaim &claim,
                                           const OperationContext &context)
{
    static constexpr char Sql[] =
        "SELECT l.pid::bigint, coalesce(a.application_name, ''), coalesce(host(a.client_addr), '') "
        "FROM pg_locks l LEFT JOIN pg_stat_activity a ON a.pid = l.pid "
        "WHERE l.locktype = 'advisory' AND l.objsubid = 2 AND l.granted AND l.classid::bigint = $1::bigint "
        "AND l.objid::bigint = $2::bigint AND l.pid <> pg_backend_pid() "
        "AND (NOT $3::bool OR l.mode = 'ExclusiveLock') "
        "ORDER BY l.mode = 'ExclusiveLock' DESC, l.pid LIMIT 1";
    const auto unsignedOf = [](qint32 number) { return qlonglong(static_cast<quint32>(number)); };
    const auto read =
        session.run({Sql,
                     {unsignedOf(LockClass), unsignedOf(numberOf(claim.database)), claim.isShared},
                     LockAnswerTime,
                     1},
                    context);
    if (!read)
        return failure(read.error());
    if (read->rows.isEmpty())
        return std::optional<LockHolder>();
    const QList<QVariant> &row = read->rows.first();
    return std::optional(
        LockHolder{row.value(0).toLongLong(), row.value(1).toString(), row.value(2).toString()});
}

Result<bool> tryLock(PostgresConnection &session, const DatabaseClaim &claim, const OperationContext &context)
{
    const QByteArray function =
        claim.isShared ? "pg_try_advisory_lock_shared" : "pg_try_advisory_lock"; // until the session ends
    return session
        .value({"SELECT " + function + "($1::int, $2::int)",
                {LockClass, numberOf(claim.database)},
                LockAnswerTime,
                1},
               context)
        .map([](const QVariant &isTaken) { return isTaken.toBool(); });
}

Result<> unlock(PostgresConnection &session, const DatabaseClaim &claim, const OperationContext &context)
{
    const QByteArray function = claim.isShared ? "pg_advisory_unlock_shared" : "pg_advisory_unlock";
    return session
        .value({"SELECT " + function + "($1::int, $2::int)",
                {LockClass, numberOf(claim.database)},
                LockAnswerTime,
                1},
               context)
        .map([](const QVariant &) {});
}

} // namespace

DatabaseLock::DatabaseLock(PostgresConnection session)
    : m_session(std::move(session))
{
}

bool DatabaseLock::isName(const QString &application)
{
    return namePattern().match(application).hasMatch();
}

/// It sits still for as long as the operation takes: nothing may end it for that, and a machine that has gone
/// without a word is noticed within a minute.
Result<> DatabaseLock::prepare(PostgresConnection &session, const DatabaseClaim &claim,
                               const OperationContext &context)
{
    const auto name = session.literal(nameOf(claim));
    if (!name)
        return failure(name.error());
    const QByteArrayList settings{
        "SET application_name = " + *name, "SET tcp_keepalives_idle = 20", "SET tcp_keepalives_interval = 10",
        "SET tcp_keepalives_count = 4",
        "SELECT set_config(name, '0', false) FROM pg_settings WHERE name = 'idle_session_timeout'"};
    for (const QByteArray &setting : settings) {
        if (auto set = session.run({setting, {}, LockAnswerTime, 1}, context); !set)
            return failure(set.error());
    }
    return {};
}

namespace {

Error heldBy(const LockHolder &holder, const DatabaseClaim &claim)
{
    Error error{ErrorKind::Locked, claim.database, {}, {}, {}};
    error.advice = DatabaseLock::tr("Wait until that has ended, or cancel it there, then try again.");
    error.detail = DatabaseLock::tr("session %1 of the server").arg(holder.pid);
    const auto match = namePattern().match(holder.application);
    if (!match.hasMatch()) {
        error.message =
            DatabaseLock::tr("Another program works on this database: %1")
                .arg(visibleText(holder.application.isEmpty() ? holder.address : holder.application));
        return error;
    }
    const QDateTime since = QDateTime::fromString(match.captured(2), Qt::ISODate);
    error.message =
        DatabaseLock::tr("Another Pilothouse works on this database: %1, since %2 (operation %3).")
            .arg(visibleText(match.captured(3)), toIso(since), match.captured(1));
    return error;
}

} // namespace

Result<DatabaseLock> DatabaseLock::take(PostgresConnection session, const DatabaseClaim &claim,
                                        const OperationContext &context)
{
    if (auto ready = prepare(session, claim, context); !ready)
        return failure(withSubject(ready.error(), claim.database));
    const auto until = std::chrono::steady_clock::now() + LockPatience;
    std::optional<LockHolder> last;
    while (true) {
        const auto taken = tryLock(session, claim, context);
        if (!taken)
            return failure(withSubject(taken.error(), claim.database));
        // Held first, then looked: of two that come at once from different databases, at least one sees the
        // other.
        const auto holder = holderOf(session, claim, context);
        if (!holder)
            return failure(withSubject(holder.error(), claim.database));
        if (*taken && !*holder)
            return DatabaseLock(std::move(session));
        if (auto given = *taken ? unlock(session, claim, context) : Result<>(); !given)
            return failure(withSubject(given.error(), claim.database));
        if (*holder) {
            last = **holder;
            if (namePattern().match(last->application).captured(1) == operationText(claim.operation))
                (void)session.run( // what it does is looked at in the next round
                    {"SELECT pg_terminate_backend($1::int)", {last->pid}, LockAnswerTime, 1}, context);
        }
        if (std::chrono::steady_clock::now() > until || context.isCancelled())
            return failure(heldBy(last.value_or(LockHolder()), claim));
        std::this_thread::sleep_for(LockLookAgain);
    }
}

bool DatabaseLock::isHeld()
{
    const OperationContext own; // one that is cancelled would lose the lock before anything is put back
    return m_session.isOpen() && m_session.value({"SELECT 1", {}, LockAnswerTime, 1}, own).has_value();
}

} // namespace pilothouse
