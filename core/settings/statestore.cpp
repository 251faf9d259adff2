// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/statestore.h"

#include "core/settings/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {
namespace {
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(StateStore)
};

tl::unexpected<Error> sqlFailure(const QSqlError &error)
{
    const QString code = error.nativeErrorCode();
    const bool isBusy = code == QLatin1String("5") || code == QLatin1String("6");
    const bool isBad = code == QLatin1String("11") || code == QLatin1String("26");
    const bool isFull = code == QLatin1String("13");
    const ErrorKind kind = isBusy   ? ErrorKind::Locked
                           : isBad  ? ErrorKind::BadData
                           : isFull ? ErrorKind::NoSpace
                                    : ErrorKind::Internal;
    return failure(
        Error{kind,
              {},
              Text::tr("The program's own state cannot be read or written."),
              isBad ? Text::tr("Move the file away; instances can be added again, backups are not lost.")
                    : QString(),
              error.text()});
}

/// One connection under a name of its own, for one call in one thread.
class Connection
{
public:
    explicit Connection(const QString &file)
        : m_name(QStringLiteral("state-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
        , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_database.setDatabaseName(file);
        m_database.setConnectOptions(QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    }
    ~Connection()
    {
        m_database.close();
        m_database = QSqlDatabase();
        QSqlDatabase::removeDatabase(m_name);
    }
    Q_DISABLE_COPY_MOVE(Connection)

    QSqlDatabase &database() { return m_database; }

private:
    QString m_name;
    QSqlDatabase m_database;
};

/// Qt's driver makes a missing file with the umask's rights; ours must be private from its first instant.
Result<> makePrivateFile(const QString &file)
{
    const int descriptor =
        ::open(QFile::encodeName(file).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return systemFailure(errno, Text::tr("The state file %1 cannot be opened.").arg(file));
    ::close(descriptor);
    return {};
}
} // namespace

int StateStore::currentVersion()
{
    return migrationCount();
}

Result<QSqlQuery> StateStore::run(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return sqlFailure(query.lastError());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return sqlFailure(query.lastError());
    return query;
}

Result<> StateStore::execute(QSqlDatabase &database, const QString &sql, const QVariantList &values)
{
    return run(database, sql, values).map([](const QSqlQuery &) {});
}

Result<> StateStore::open() const
{
    if (auto made = makePrivateFile(m_file); !made)
        return made;
    return transact(QStringLiteral("BEGIN IMMEDIATE"), migrate);
}

Result<> StateStore::read(const Work &work) const
{
    return transact(QStringLiteral("BEGIN"), work);
}

Result<> StateStore::write(const Work &work) const
{
    return transact(QStringLiteral("BEGIN IMMEDIATE"), work);
}

Result<> StateStore::transact(const QString &begin, const Work &work) const
{
    if (!QFile::exists(m_file)) // the driver would make an empty one
        return failure(Error{ErrorKind::NotFound, m_file, Text::tr("The state file has gone."), {}, {}});
    Connection connection(m_file);
    QSqlDatabase &database = connection.database();
    if (!database.open())
        return failure(withSubject(sqlFailure(database.lastError()).value(), m_file));
    auto done = execute(database, QStringLiteral("PRAGMA journal_mode = WAL"))
                    .and_then([&] { return execute(database, QStringLiteral("PRAGMA foreign_keys = ON")); })
                    .and_then([&] { return execute(database, begin); });
    if (!done)
        return failure(withSubject(done.error(), m_file));
    auto result = work(database).and_then([&] { return execute(database, QStringLiteral("COMMIT")); });
    if (result)
        return {};
    const auto rolledBack = execute(database, QStringLiteral("ROLLBACK"));
    Error error = withSubject(result.error(), m_file);
    if (!rolledBack)
        error.detail += u'\n' + rolledBack.error().detail;
    return failure(error);
}

} // namespace pilothouse
