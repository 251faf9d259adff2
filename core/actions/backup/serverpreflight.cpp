// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/serverpreflight.h"

#include "core/base/foreigntext.h"
#include "core/postgres/dumpheader.h"
#include "core/postgres/postgresengine.h"
#include "core/postgres/postgrestools.h"

#include <QCoreApplication>
#include <QSet>

namespace pilothouse {
namespace {

struct ServerPreflightText
{
    Q_DECLARE_TR_FUNCTIONS(ServerPreflight)
};

constexpr std::chrono::seconds PreflightReadTime{10};
constexpr qsizetype ShownSessions = 5;
constexpr int ServerVersionFactor = 10000;

/// One server's answers, collected question by question.
class Preflight
{
public:
    Preflight(PostgresConnection &connection, const PreflightQuestion &question,
              const OperationContext &context)
        : m_connection(connection)
        , m_question(question)
        , m_facts(*question.backup.server)
        , m_context(context)
    {
    }

    Result<PreflightAnswer> ask()
    {
        const auto live = DatabaseTwin(m_connection, m_context).traits(m_question.live);
        if (!live)
            return failure(live.error());
        m_answer.isLiveThere = live->has_value();
        for (const auto &part :
             {&Preflight::askVersion, &Preflight::askRights, &Preflight::askExtensions, &Preflight::askRoles,
              &Preflight::askTablespaces, &Preflight::askSpace, &Preflight::askSessions})
            if (Result<> asked = (this->*part)(); !asked)
                return tl::unexpected(asked.error());
        compareText(*live);
        askTrust();
        return std::move(m_answer);
    }

private:
    void add(const char *id, FindingKind kind, const QString &text, const QString &advice = {})
    {
        m_answer.findings << Finding{QLatin1String(id), kind, text, advice};
    }

    Result<QStringList> list(const QByteArray &query, const QVariantList &values = {}) const
    {
        const auto rows = m_connection.run({query, values, PreflightReadTime, 0}, m_context);
        if (!rows)
            return failure(rows.error());
        QStringList list;
        for (const QList<QVariant> &row : rows->rows)
            list << row.first().toString();
        return list;
    }

    Result<> askVersion()
    {
        const int server = m_connection.serverVersion() / ServerVersionFactor;
        const int dumped = m_facts.serverVersion / ServerVersionFactor;
        const DumpHeader header{{}, {}, {}, m_facts.dumpVersion};
        if (dumped > server)
            add("newer-dump", FindingKind::NeedsConsent,
                ServerPreflightText::tr(
                    "The dump is of PostgreSQL %1, and the server is %2: it may refuse parts of it.")
                    .arg(dumped)
                    .arg(server),
                ServerPreflightText::tr(
                    "If it does, nothing has changed: it is restored into a new database first."));
        const auto tool =
            PostgresTools().find(QStringLiteral("pg_restore"), qMax(server, header.dumpMajor()), m_context);
        if (!tool && tool.error().kind == ErrorKind::Cancelled)
            return failure(tool.error());
        if (!tool)
            add("tool", FindingKind::Blocker, tool.error().message, tool.error().advice);
        return {};
    }

    Result<> askRights()
    {
        const auto role =
            m_connection.run({"SELECT rolsuper, rolsuper OR rolcreatedb, rolname::text FROM pg_roles "
                              "WHERE rolname = current_user",
                              {},
                              PreflightReadTime,
                              1},
                             m_context);
        if (!role)
            return failure(role.error());
        const QList<QVariant> row = role->rows.value(0);
        m_isSuperuser = row.value(0).toBool();
        m_role = row.value(2).toString();
        if (!row.value(1).toBool())
            add("may-not-create", FindingKind::Blocker,
                ServerPreflightText::tr("The role %1 may not create databases.").arg(m_role),
                ServerPreflightText::tr("Have a superuser run: ALTER ROLE %1 CREATEDB").arg(m_role));
        const auto mayRename = m_connection.value({"SELECT coalesce((SELECT pg_has_role(datdba, 'MEMBER') "
                                                   "FROM pg_database WHERE datname = $1), true)",
                                                   {m_question.live},
                                                   PreflightReadTime,
                                                   1},
                                                  m_context);
        if (!mayRename)
            return failure(mayRename.error());
        if (!mayRename->toBool() && !m_question.isBeside)
            add("not-owner", FindingKind::Blocker,
                ServerPreflightText::tr("The role %1 does not own %2, so it cannot replace it.")
                    .arg(m_role, m_question.live),
                ServerPreflightText::tr("Connect with the role that owns it, or restore beside it."));
        return {};
    }

    /// Found here and not half way: a service is not stopped for a dump that cannot be restored.
    Result<> askExtensions()
    {
        const auto available = list("SELECT name::text FROM pg_available_extensions");
        const auto trusted =
            list("SELECT DISTINCT name::text FROM pg_available_extension_versions WHERE trusted");
        if (!available || !trusted)
            return failure(available ? trusted.error() : available.error());
        for (const QString &extension : m_facts.extensions) {
            const QString name = extension.section(u' ', 0, 0);
            const QString shown = visibleText(name);
            const QByteArray id = "extension-" + name.toUtf8();
            if (!available->contains(name))
                add(id.constData(), FindingKind::Blocker,
                    ServerPreflightText::tr("The server lacks the extension %1, which the dump needs.")
                        .arg(shown),
                    ServerPreflightText::tr("Install it on the server first."));
            else if (!m_isSuperuser && !trusted->contains(name))
                add(id.constData(), FindingKind::Blocker,
                    ServerPreflightText::tr("Only a superuser may create the extension %1.").arg(shown),
                    ServerPreflightText::tr("Connect as a superuser for this restore."));
        }
        return {};
    }

    Result<> askRoles()
    {
        const auto roles = list("SELECT rolname::text FROM pg_roles");
        const auto own = list("SELECT rolname::text FROM pg_roles WHERE pg_has_role(oid, 'MEMBER')");
        if (!roles || !own)
            return failure(roles ? own.error() : roles.error());
        m_roles = *roles;
        QStringList missing;
        QStringList others;
        for (const QString &role : m_facts.roles) {
            if (role.startsWith(u"pg_"))
                continue;
            if (!roles->contains(role))
                missing << visibleText(role);
            else if (!own->contains(role))
                others << visibleText(role);
        }
        const bool isOwnersGiven = m_isSuperuser || (missing.isEmpty() && others.isEmpty());
        m_answer.mayGiveOwners = isOwnersGiven;
        if (m_isSuperuser && !missing.isEmpty())
            add("roles", FindingKind::Blocker,
                ServerPreflightText::tr("The server lacks roles that own parts of the dump: %1.")
                    .arg(missing.join(QStringLiteral(", "))),
                ServerPreflightText::tr(
                    "Create them first; the file of roles beside the dump has them, without passwords."));
        else if (!isOwnersGiven)
            add("owners", FindingKind::NeedsConsent,
                ServerPreflightText::tr(
                    "Everything will belong to %1, without the rights that others had: %2.")
                    .arg(m_role, (missing + others).join(QStringLiteral(", "))),
                ServerPreflightText::tr("Connect as a superuser to keep owners and rights."));
        return {};
    }

    Result<> askTablespaces()
    {
        const auto known = list("SELECT spcname::text FROM pg_tablespace");
        if (!known)
            return failure(known.error());
        for (const QString &tablespace : m_facts.tablespaces)
            if (!known->contains(tablespace))
                add("tablespace", FindingKind::Blocker,
                    ServerPreflightText::tr("The server lacks the tablespace %1.")
                        .arg(visibleText(tablespace)),
                    ServerPreflightText::tr("Create it first."));
        return {};
    }

    /// Only a superuser may ask where the server keeps its files, and only a server of this machine keeps
    /// them where room can be measured.
    Result<> askSpace()
    {
        const auto size = m_connection.value(
            {"SELECT coalesce((SELECT pg_database_size(oid) FROM pg_database WHERE datname = $1), 0)",
             {m_question.live},
             PreflightReadTime,
             1},
            m_context);
        if (size)
            m_answer.liveBytes = size->toLongLong();
        if (!m_isSuperuser)
            return {};
        const auto folder = m_connection.value(
            {"SELECT setting FROM pg_settings WHERE name = 'data_directory'", {}, PreflightReadTime, 1},
            m_context);
        if (!folder)
            return failure(folder.error());
        m_answer.dataFolders << folder->toString();
        return {};
    }

    Result<> askSessions()
    {
        if (m_question.isBeside)
            return {};
        const auto sessions = list(
            "SELECT usename::text || coalesce(' (' || nullif(application_name, '') || ')', '') || ': ' || "
            "count(*) FROM pg_stat_activity WHERE datname = $1 AND pid <> pg_backend_pid() AND "
            "usesysid IS NOT NULL AND coalesce(backend_type = 'client backend', true) AND "
            "application_name <> 'pilothouse' GROUP BY usename, application_name ORDER BY 1",
            {m_question.live});
        if (!sessions)
            return failure(sessions.error());
        if (!sessions->isEmpty())
            add("sessions", FindingKind::Warning,
                ServerPreflightText::tr("Sessions with %1 will be ended: %2.")
                    .arg(m_question.live, visibleText(sessions->join(QStringLiteral(", ")))));
        return askForeignSessions();
    }

    /// A database with a session cannot be renamed: one that may not be ended is found before the service is
    /// stopped. Autovacuum ends by itself and is no role's.
    Result<> askForeignSessions()
    {
        const QByteArray query =
            QByteArray("SELECT a.pid || ' ' || coalesce(r.rolname::text, a.usesysid::text) FROM "
                       "pg_stat_activity a LEFT JOIN pg_roles r ON r.oid = a.usesysid WHERE a.datname = $1 "
                       "AND a.usesysid IS NOT NULL AND a.backend_type IS DISTINCT FROM 'autovacuum worker' "
                       "AND a.pid <> pg_backend_pid() AND NOT coalesce(")
            + MaySignalSql + ", false) ORDER BY a.pid";
        const auto foreign = list(query, {m_question.live});
        if (!foreign)
            return failure(foreign.error());
        QStringList blocking;
        int ending = 0;
        for (const QString &one : *foreign) {
            const bool isService =
                !m_question.serviceRole.isEmpty() && one.section(u' ', 1) == m_question.serviceRole;
            ending += isService ? 1 : 0;
            if (!isService)
                blocking << one;
        }
        if (ending > 0)
            add("service-sessions", FindingKind::Info,
                ServerPreflightText::tr("%n session(s) of the service (%1) end when it is stopped; where one "
                                        "of them stays, all is put back.",
                                        nullptr, ending)
                    .arg(visibleText(m_question.serviceRole)));
        QStringList named;
        for (const QString &one : blocking.first(qMin(blocking.size(), ShownSessions)))
            named << ServerPreflightText::tr("session %1 of %2")
                         .arg(one.section(u' ', 0, 0), visibleText(one.section(u' ', 1)));
        if (blocking.size() > ShownSessions)
            named << QStringLiteral("\u2026");
        if (!named.isEmpty())
            add("may-not-end", FindingKind::Blocker,
                ServerPreflightText::tr("The role %1 may not end %2, and %3 cannot be replaced meanwhile.")
                    .arg(m_role, named.join(QStringLiteral(", ")), m_question.live),
                ServerPreflightText::tr("Have them ended, or have a superuser run: GRANT pg_signal_backend "
                                        "TO %1 (sessions of superusers only a superuser may end).")
                    .arg(m_role));
        return {};
    }

    /// A new database is as the live one; where there is none, as the dumped one was.
    void compareText(const std::optional<DatabaseTraits> &live)
    {
        m_answer.traits.encoding = m_facts.encoding;
        m_answer.traits.collation = m_facts.collation;
        m_answer.traits.characterType = m_facts.characterType;
        if (!live) {
            m_answer.traits.owner =
                m_isSuperuser && m_roles.contains(m_facts.owner) ? m_facts.owner : QString();
            add("no-live", FindingKind::Info,
                ServerPreflightText::tr("There is no database %1 now.").arg(m_question.live));
            return;
        }
        m_answer.traits = *live;
        if (!m_facts.encoding.isEmpty() && live->encoding != m_facts.encoding)
            add("encoding", FindingKind::NeedsConsent,
                ServerPreflightText::tr(
                    "The dump is in %1, and %2 is in %3: text that has no counterpart is refused.")
                    .arg(m_facts.encoding, m_question.live, live->encoding));
        if (!m_facts.collation.isEmpty() && live->collation != m_facts.collation)
            add("collation", FindingKind::Warning,
                ServerPreflightText::tr("The dumped database sorted by %1, and %2 sorts by %3.")
                    .arg(m_facts.collation, m_question.live, live->collation));
    }

    void askTrust()
    {
        if (!m_question.isForeign || !m_isSuperuser)
            return;
        add("untrusted-dump", FindingKind::NeedsConsent,
            ServerPreflightText::tr(
                "A dump can hold functions and other code, which runs here as the superuser %1.")
                .arg(m_role),
            ServerPreflightText::tr(
                "Go on only where you know who made it; or connect with a role of fewer rights."));
    }

    PostgresConnection &m_connection;
    const PreflightQuestion &m_question;
    const DumpFacts &m_facts;
    const OperationContext &m_context;
    PreflightAnswer m_answer;
    QString m_role;
    QStringList m_roles; ///< of the server
    bool m_isSuperuser = false;
};

} // namespace

Result<PreflightAnswer> askServer(PostgresConnection &connection, const PreflightQuestion &question,
                                  const OperationContext &context)
{
    return Preflight(connection, question, context).ask();
}

} // namespace pilothouse
