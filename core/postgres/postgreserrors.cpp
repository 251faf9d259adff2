// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgreserrors.h"

#include "core/base/foreigntext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace pilothouse {
namespace {

struct PostgresErrorsText
{
    Q_DECLARE_TR_FUNCTIONS(PostgresErrors)
};

struct StateKind
{
    const char *prefix;
    ErrorKind kind;
};

/// Longer beginnings first. PostgreSQL's manual, appendix A.
constexpr std::array<StateKind, 17> Kinds{{{"28", ErrorKind::Refused},
                                           {"42501", ErrorKind::Refused},
                                           {"25006", ErrorKind::Refused},
                                           {"3D000", ErrorKind::NotFound},
                                           {"42P01", ErrorKind::NotFound},
                                           {"42703", ErrorKind::NotFound},
                                           {"42704", ErrorKind::NotFound},
                                           {"53300", ErrorKind::Locked},
                                           {"55006", ErrorKind::Locked},
                                           {"55P03", ErrorKind::Locked},
                                           {"57P03", ErrorKind::Locked},
                                           {"53100", ErrorKind::NoSpace},
                                           {"57014", ErrorKind::Cancelled},
                                           {"57P", ErrorKind::Unreachable},
                                           {"08", ErrorKind::Unreachable},
                                           {"22", ErrorKind::BadData},
                                           {"23", ErrorKind::BadData}}};

ErrorKind kindOf(const QByteArray &state)
{
    for (const StateKind &entry : Kinds) {
        if (state.startsWith(entry.prefix))
            return entry.kind;
    }
    return state.startsWith("42") ? ErrorKind::BadInput : ErrorKind::Internal;
}

Error connectError(ErrorKind kind, const QString &message, const QString &advice, const QString &detail)
{
    return Error{kind, {}, message, advice, visibleText(detail.trimmed())};
}

/// What a refusal with this SQLSTATE means to somebody who wants to connect.
Error refusedError(const QByteArray &state, const DatabaseConnection &target, const QString &text)
{
    if (state == "28P01" || state == "28000")
        return connectError(
            ErrorKind::Refused,
            state == "28P01"
                ? PostgresErrorsText::tr("The server does not accept the password of %1.").arg(target.user)
                : PostgresErrorsText::tr("The server does not let %1 in from here.").arg(target.user),
            state == "28P01" ? PostgresErrorsText::tr("Enter the password again.")
                             : PostgresErrorsText::tr(
                                 "Look at pg_hba.conf of the server: user, database, address and TLS."),
            text);
    if (state == "3D000")
        return connectError(
            ErrorKind::NotFound,
            PostgresErrorsText::tr("The server has no database named %1.").arg(target.database),
            PostgresErrorsText::tr("Check the name; the server itself answers."), text);
    if (state == "53300")
        return connectError(
            ErrorKind::Locked, PostgresErrorsText::tr("The server has no connection left."),
            PostgresErrorsText::tr("End sessions that are not needed, or raise max_connections."), text);
    if (state == "57P03")
        return connectError(
            ErrorKind::Locked,
            PostgresErrorsText::tr("The server is starting up, shutting down or in recovery."),
            PostgresErrorsText::tr("Wait until it takes connections."), text);
    Error error = postgresError(state, text, {});
    error.message = PostgresErrorsText::tr("The server refuses the connection.");
    error.detail = visibleText(text.trimmed());
    return error;
}

} // namespace

Error poolerError(const QString &detail)
{
    return connectError(
        ErrorKind::Refused,
        PostgresErrorsText::tr("This address is a pooler's (PgBouncer), not the database server's."),
        PostgresErrorsText::tr("Give the server's own address: a pooled session cannot be made read-only "
                               "without changing it for the service too."),
        detail);
}

Error postgresError(const QByteArray &sqlState, const QString &message, const QString &detail)
{
    QString all = message;
    if (!detail.isEmpty())
        all += u'\n' + detail;
    const QString state = QString::fromLatin1(sqlState);
    if (sqlState == "55P03")
        return Error{
            ErrorKind::Locked,
            {},
            PostgresErrorsText::tr("Another session holds a lock that this needs, and did not let go "
                                   "of it in time."),
            PostgresErrorsText::tr("Look who that is with “database sessions NAME”, or under Sessions "
                                   "on the page Databases. Then try again, or end that session."),
            visibleText(all) + QStringLiteral(" (%1)").arg(state)};
    return Error{kindOf(sqlState),
                 {},
                 PostgresErrorsText::tr("The database server refuses this: %1").arg(visibleText(message)),
                 {},
                 visibleText(all) + (state.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(state))};
}

Error postgresConnectError(const QString &text, const DatabaseConnection &target)
{
    static const QRegularExpression State(QStringLiteral("^\\S.*?:\\s+([0-9A-Z]{5}): "),
                                          QRegularExpression::MultilineOption);
    if (text.contains(QLatin1String("unsupported startup parameter")))
        return poolerError(text);
    static const QRegularExpression Inner(QStringLiteral("[A-Z]{4,}:\\s+([0-9A-Z]{5}): "));
    QRegularExpressionMatch match = Inner.match(text);
    if (!match.hasMatch())
        match = State.match(text);
    if (match.hasMatch())
        return refusedError(match.captured(1).toLatin1(), target, text);
    const QString lower = text.toLower();
    if (lower.contains(QLatin1String("connection refused")))
        return connectError(
            ErrorKind::Unreachable,
            PostgresErrorsText::tr("Nothing listens there: the connection is refused."),
            PostgresErrorsText::tr("Look whether the server runs, and on which address and port."), text);
    if (lower.contains(QLatin1String("invalid response to ssl negotiation"))
        || lower.contains(QLatin1String("expected authentication request from server"))
        || lower.contains(QLatin1String("invalid response to gssapi negotiation")))
        return connectError(
            ErrorKind::Unreachable, PostgresErrorsText::tr("What answers there is no PostgreSQL server."),
            PostgresErrorsText::tr("Check host and port: something else, such as a web server, listens on "
                                   "this one."),
            text);
    if (lower.contains(QLatin1String("definition of service")))
        return connectError(
            ErrorKind::BadInput,
            PostgresErrorsText::tr("pg_service.conf has no section [%1].").arg(target.service),
            PostgresErrorsText::tr(
                "Add it to ~/.pg_service.conf of the user who runs Pilothouse, or give the "
                "address without service=."),
            text);
    if (lower.contains(QLatin1String("service file")))
        return connectError(
            ErrorKind::BadInput,
            PostgresErrorsText::tr("There is no pg_service.conf in which [%1] could be looked up.")
                .arg(target.service),
            PostgresErrorsText::tr("Make ~/.pg_service.conf for the user who runs Pilothouse, or give the "
                                   "address without service=."),
            text);
    if (lower.contains(QLatin1String("no such file")))
        return connectError(
            ErrorKind::Unreachable, PostgresErrorsText::tr("There is no socket of a PostgreSQL server."),
            PostgresErrorsText::tr("Look whether the server runs, and where its socket is."), text);
    if (lower.contains(QLatin1String("ssl")) || lower.contains(QLatin1String("certificate")))
        return connectError(
            ErrorKind::Refused,
            PostgresErrorsText::tr("The connection cannot be encrypted as it is asked for."),
            PostgresErrorsText::tr("Check the certificate and its name, or choose another sslmode."), text);
    if (lower.contains(QLatin1String("no password supplied")))
        return connectError(ErrorKind::Refused,
                            PostgresErrorsText::tr("The server asks for a password, and there is none."),
                            PostgresErrorsText::tr("Store it with the instance, or in ~/.pgpass."), text);
    return connectError(
        ErrorKind::Unreachable, PostgresErrorsText::tr("The database server cannot be reached."),
        PostgresErrorsText::tr("Look whether the server runs, and whether a firewall lies between."), text);
}

} // namespace pilothouse
