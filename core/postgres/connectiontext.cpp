// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/connectiontext.h"

#include <libpq-fe.h>

#include <QCoreApplication>

#include <memory>

namespace pilothouse {
namespace {

struct ConnectionTextText
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionText)
};

struct OptionsFree
{
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsFree>;

Error badText(const QString &why)
{
    return Error{ErrorKind::BadInput,
                 ConnectionTextText::tr("address of a database"),
                 why,
                 ConnectionTextText::tr(
                     "Write it as postgresql://user@host:5432/database; the password is asked for."),
                 {}};
}

/// Whether a password holds what separates the parts of a URL: the library takes the rest of it for the host
/// or the database then, where it would be shown.
bool hasUnencodedPassword(const QByteArray &text)
{
    const bool isUrl = text.startsWith("postgresql://") || text.startsWith("postgres://");
    if (!isUrl)
        return false;
    const QByteArray rest = text.mid(text.indexOf("://") + 3);
    const QByteArray authority = rest.split('/').first();
    const QByteArray host = authority.mid(authority.indexOf('@') + 1).split('?').first();
    const QByteArray path = rest.mid(authority.size() + 1).split('?').first();
    return host.contains('@') || path.contains('@') || path.contains(':');
}

/// Takes over one keyword. False where it is one that would have to be ignored.
bool take(const QByteArray &keyword, const char *value, GivenConnection &given)
{
    DatabaseConnection &connection = given.connection;
    if (keyword == "password") {
        given.password = Secret(QByteArray(value));
        return true;
    }
    if (keyword == "port") {
        connection.port = QByteArray(value).toInt();
        return connection.port > 0 && connection.port < 65536;
    }
    const QMap<QByteArray, QString *> texts{
        {"host", &connection.host},           {"hostaddr", &connection.host},
        {"user", &connection.user},           {"dbname", &connection.database},
        {"sslmode", &connection.sslMode},     {"sslrootcert", &connection.rootCertificate},
        {"sslcert", &connection.certificate}, {"sslkey", &connection.key},
        {"service", &connection.service}};
    if (QString *text = texts.value(keyword)) {
        *text = QString::fromUtf8(value);
        return true;
    }
    // What clients of other drivers put there and what changes nothing of where it leads.
    return keyword == "application_name" || keyword == "connect_timeout"
           || keyword == "fallback_application_name" || keyword == "client_encoding";
}

bool isThisMachine(const QString &host)
{
    return host.isEmpty() || host.startsWith(u'/') || host == QLatin1String("localhost")
           || host == QLatin1String("::1") || host.startsWith(QLatin1String("127."));
}

} // namespace

/// A container's address is this machine's own network, as good as a socket.
QString sslModeOf(const DatabaseConnection &target)
{
    if (!target.sslMode.isEmpty() || !target.service.isEmpty())
        return target.sslMode;
    const bool isNear = isThisMachine(target.host) || !target.container.isEmpty();
    return isNear ? QStringLiteral("prefer") : QStringLiteral("verify-full");
}

Result<GivenConnection> connectionFromText(const QByteArray &text)
{
    if (text.isEmpty() || text.contains('\0'))
        return failure(badText(ConnectionTextText::tr("It is empty or holds a zero byte.")));
    if (hasUnencodedPassword(text))
        return failure(Error{
            ErrorKind::BadInput,
            ConnectionTextText::tr("address of a database"),
            ConnectionTextText::tr("There is an \"@\" or \":\" where the server and the database are named."),
            ConnectionTextText::tr("In a password, write @ as %40, : as %3A and / as %2F."),
            {}});
    char *complaint = nullptr;
    const Options options(PQconninfoParse(text.constData(), &complaint));
    PQfreemem(complaint); // it repeats parts of the text, which may be the password
    if (!options)
        return failure(
            badText(ConnectionTextText::tr("It is not an address that PostgreSQL's library understands.")));
    GivenConnection given;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (option->val && *option->val && !take(option->keyword, option->val, given))
            return failure(
                badText(ConnectionTextText::tr("\"%1\" cannot be used here, or its value is wrong.")
                            .arg(QString::fromLatin1(option->keyword))));
    }
    if (given.connection.host.contains(u','))
        return failure(badText(
            ConnectionTextText::tr("It names several servers; Pilothouse works with one at a time.")));
    return given;
}

} // namespace pilothouse
