// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hostaddress.h"
#include "core/postgres/connectiontext.h"
#include "core/postgres/postgresconnection.h"
#include "core/postgres/postgreserrors.h"
#include "core/postgres/postgreswait.h"

#include <libpq-fe.h>

namespace pilothouse {
namespace {

/// libpq's keywords with their values, which live as long as this.
class Keywords
{
public:
    void add(const char *keyword, const QString &value)
    {
        if (!value.isEmpty())
            add(keyword, value.toUtf8());
    }
    void add(const char *keyword, const QByteArray &value)
    {
        m_names.push_back(keyword);
        m_values.push_back(value);
    }
    PGconn *start()
    {
        std::vector<const char *> names = m_names;
        std::vector<const char *> values;
        for (const QByteArray &value : m_values)
            values.push_back(value.constData());
        names.push_back(nullptr);
        values.push_back(nullptr);
        return PQconnectStartParams(names.data(), values.data(), 0);
    }

private:
    std::vector<const char *> m_names;
    std::vector<QByteArray> m_values;
};

/// With several `addresses` libpq tries one after the other; it wants the name once for each.
Keywords keywordsOf(const DatabaseConnection &target, const QStringList &addresses, const Secret &password)
{
    Keywords keywords;
    keywords.add("service", target.service);
    keywords.add("host",
                 addresses.isEmpty() ? target.host : QStringList(addresses.size(), target.host).join(u','));
    keywords.add("hostaddr", addresses.join(u','));
    if (target.port > 0)
        keywords.add("port", QString::number(target.port));
    keywords.add("user", target.user);
    keywords.add("dbname", target.database);
    keywords.add("sslmode", sslModeOf(target));
    keywords.add("sslrootcert", target.rootCertificate);
    keywords.add("sslcert", target.certificate);
    keywords.add("sslkey", target.key);
    keywords.add("client_encoding", QStringLiteral("UTF8"));
    keywords.add("application_name", QStringLiteral("pilothouse"));
    if (!password.isEmpty())
        keywords.add("password", password.bytes());
    return keywords;
}

/// What every session is told while it starts; the server's own deadlines stand behind ours. Not by SET: a
/// pooler would leave that to whoever gets the same session next.
QByteArray startOptions(const PostgresLimits &limits)
{
    QByteArray text("-c search_path=pg_catalog -c DateStyle=ISO -c TimeZone=UTC -c IntervalStyle=iso_8601 "
                    "-c bytea_output=hex -c lock_timeout=5s -c idle_in_transaction_session_timeout=60s");
    if (limits.isReadOnly)
        text += " -c default_transaction_read_only=on";
    return text;
}

/// Whether the server took those: one that reports its settings has them, one behind a pooler may not.
bool hasStartOptions(const PGconn *native)
{
    const char *style = PQparameterStatus(native, "IntervalStyle");
    return style && qstrcmp(style, "iso_8601") == 0;
}

} // namespace

Result<PostgresConnection> PostgresConnection::open(const DatabaseConnection &target, const Secret &password,
                                                    const PostgresLimits &limits,
                                                    const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + limits.connect;
    const QString subject = connectionText(target);
    QStringList addresses;
    if (!target.host.isEmpty() && !target.host.startsWith(u'/')) {
        const Result<QStringList> resolved = resolveHost(target.host, limits.connect, context);
        if (!resolved)
            return failure(withSubject(resolved.error(), subject));
        addresses = *resolved;
    }
    Keywords keywords = keywordsOf(target, addresses, password);
    if (!limits.isAdminConsole)
        keywords.add("options", startOptions(limits));
    Native native(keywords.start());
    if (!native)
        return failure(ErrorKind::Internal, tr("There is no memory for a connection."));
    PQsetErrorVerbosity(native.get(), PQERRORS_VERBOSE); // so that a refusal says its SQLSTATE
    PQsetNoticeProcessor(
        native.get(), [](void *, const char *) {}, nullptr);
    PostgresPollingStatusType state = PGRES_POLLING_WRITING;
    while (PQstatus(native.get()) != CONNECTION_BAD && state != PGRES_POLLING_OK) {
        if (state == PGRES_POLLING_FAILED)
            break;
        const auto ready =
            waitForSocket(PQsocket(native.get()), state == PGRES_POLLING_WRITING, until, context);
        if (!ready)
            return failure(
                withSubject(ready.error(), subject,
                            tr("Look whether the server runs, and whether a firewall lies between.")));
        state = PQconnectPoll(native.get());
    }
    if (PQstatus(native.get()) != CONNECTION_OK)
        return failure(withSubject(
            postgresConnectError(QString::fromUtf8(PQerrorMessage(native.get())), target), subject));
    PQsetErrorVerbosity(native.get(), PQERRORS_DEFAULT);
    PQsetnonblocking(native.get(), 1);
    if (!limits.isAdminConsole && !hasStartOptions(native.get()))
        return failure(withSubject(poolerError({}), subject));
    return PostgresConnection(std::move(native), subject);
}

} // namespace pilothouse
