// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/databaseaddress.h"

#include "app/console.h"

#include <QCoreApplication>
#include <QFile>

namespace pilothouse {

namespace {

struct DatabaseAddressText
{
    Q_DECLARE_TR_FUNCTIONS(DatabaseAddress)
};

constexpr qint64 LongestAddress = 4096;

QStringList serverDatabasesOf(const ServiceProfile &profile)
{
    QStringList ids;
    for (const ProfileDatabase &database : profile.databases) {
        if (database.isOnServer())
            ids << database.id;
    }
    return ids;
}

/// Which database is meant, and the text without its id.
Result<QString> takeId(const QStringList &ids, const QString &profile, QByteArray &text)
{
    for (const QString &id : ids) {
        const QByteArray start = id.toUtf8() + '=';
        if (!text.startsWith(start))
            continue;
        text.remove(0, start.size());
        return id;
    }
    if (ids.size() == 1)
        return ids.first();
    const QString option = QStringLiteral("--database-url");
    if (ids.isEmpty())
        return failure(
            Error{ErrorKind::BadInput,
                  option,
                  DatabaseAddressText::tr("The profile %1 has no database on a server.").arg(profile),
                  {},
                  {}});
    return failure(
        Error{ErrorKind::BadInput,
              option,
              DatabaseAddressText::tr("The profile %1 has several databases on a server.").arg(profile),
              DatabaseAddressText::tr("Say which: ID=URL with one of %1.").arg(ids.join(QLatin1String(", "))),
              {}});
}

/// An address on the command line is seen by whoever lists the processes of this machine; a line of standard
/// input is not.
QByteArray addressFrom(const QString &word)
{
    if (word != QLatin1String("-"))
        return word.toUtf8();
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return input.readLine(LongestAddress).trimmed();
}

/// The pooler's address may hold no password: it is asked with the database's.
Result<> applyPooler(const QStringList &ids, const QString &word, Instance &instance)
{
    QByteArray text = word.toUtf8();
    const auto id = takeId(ids, instance.profile, text);
    if (!id)
        return failure(id.error());
    const QString key = PostgresAccess::poolerId(*id);
    if (text.isEmpty()) {
        instance.connections.remove(key);
        return {};
    }
    const auto given = connectionFromText(text);
    if (!given)
        return failure(given.error());
    if (!given->password.isEmpty())
        return failure(Error{ErrorKind::BadInput,
                             QStringLiteral("--pooler-url"),
                             DatabaseAddressText::tr("The address of a pooler is kept without a password."),
                             DatabaseAddressText::tr("The password of the database is used there too."),
                             {}});
    instance.connections.insert(key, given->connection);
    return {};
}

} // namespace

const QStringList &databaseAddressOptions()
{
    static const QStringList Options{QStringLiteral("database-url="), QStringLiteral("database-container="),
                                     QStringLiteral("pooler-url=")};
    return Options;
}

Result<AddressPassword> applyDatabaseAddress(CommandContext &context, const Arguments &arguments,
                                             Instance &instance)
{
    const QString url = QStringLiteral("database-url");
    const QString container = QStringLiteral("database-container");
    const QString pooler = QStringLiteral("pooler-url");
    if (!arguments.has(url) && !arguments.has(container) && !arguments.has(pooler))
        return AddressPassword();
    const auto profile = context.console.profiles().profile(instance.profile);
    if (!profile)
        return failure(profile.error());
    const QStringList ids = serverDatabasesOf(*profile);
    if (arguments.has(pooler)) {
        if (const auto applied = applyPooler(ids, arguments.value(pooler), instance); !applied)
            return failure(applied.error());
        if (!arguments.has(url) && !arguments.has(container))
            return AddressPassword();
    }
    const QString word = arguments.value(url);
    QByteArray text = addressFrom(word);
    const auto id = takeId(ids, instance.profile, text);
    if (!id)
        return failure(id.error());
    AddressPassword kept;
    DatabaseConnection connection = instance.connections.value(*id);
    if (arguments.has(url)) {
        kept.database = *id;
        auto given = text.isEmpty() && word.isEmpty() ? Result<GivenConnection>(GivenConnection())
                                                      : connectionFromText(text);
        if (!given)
            return failure(given.error());
        kept.password = given->password;
        given->connection.container = connection.container;
        connection = given->connection;
    }
    if (arguments.has(container))
        connection.container = arguments.value(container);
    if (connection.isEmpty())
        instance.connections.remove(*id);
    else
        instance.connections.insert(*id, connection);
    return kept;
}

Result<> keepPassword(CommandContext &context, const QString &instance, const AddressPassword &password)
{
    if (password.database.isEmpty())
        return {};
    const auto kept = context.console.postgres().storePassword(instance, password.database, password.password,
                                                               context.operation);
    // Nothing was given and nothing can be kept without a keyring, so nothing has to be forgotten.
    if (!kept && password.password.isEmpty() && kept.error().kind != ErrorKind::Cancelled)
        return {};
    return kept;
}

} // namespace pilothouse
