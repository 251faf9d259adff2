// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/settings/statestore.h"

#include "core/base/spaceadvice.h"
#include "core/settings/migrations.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>
#include <QUuid>

#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace pilothouse {
namespace {
struct StateStoreText
{
    Q_DECLARE_TR_FUNCTIONS(StateStore)
};

ErrorKind kindOf(int code, const QString &file)
{
    switch (code & 0xff) {
    case 5: // busy
    case 6: // locked
        return ErrorKind::Locked;
    case 11: // corrupt
    case 26: // no database
        return ErrorKind::BadData;
    case 10: // input and output
    case 14: // cannot open what lies beside it
        return isDiskFull(file) ? ErrorKind::NoSpace : ErrorKind::Internal;
    case 13:
        return ErrorKind::NoSpace;
    default:
        return ErrorKind::Internal;
    }
}

tl::unexpected<Error> sqlFailure(const QSqlError &error, const QString &file)
{
    const ErrorKind kind = kindOf(error.nativeErrorCode().toInt(), file);
    const QString advice =
        kind == ErrorKind::BadData
            ? StateStoreText::tr("Move the file away; instances can be added again, backups are not lost.")
            : QString();
    return failure(
        withSpaceAdvice(Error{kind,
                              {},
                              StateStoreText::tr("The program's own state cannot be read or written."),
                              advice,
                              error.text()},
                        file));
}

/// One connection under a name of its own, for one call in one thread.
class Connection
{
public:
    Connection(const QString &file, const QString &options)
        : m_name(QStringLiteral("state-") + QUuid::createUuid().toString(QUuid::WithoutBraces))
        , m_database(QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), m_name))
    {
        m_database.setDatabaseName(file);
        m_database.setConnectOptions(options);
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
        return systemFailure(errno, StateStoreText::tr("The state file %1 cannot be opened.").arg(file));
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
        return sqlFailure(query.lastError(), database.databaseName());
    for (const QVariant &value : values)
        query.addBindValue(value);
    if (!query.exec())
        return sqlFailure(query.lastError(), database.databaseName());
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
    Result<> opened = transact(QStringLiteral("BEGIN IMMEDIATE"), migrate);
    if (opened || opened.error().kind != ErrorKind::NoSpace)
        return opened;
    // Where the disk is full, what is there can be looked at all the same.
    const Result<> current = readStill(migrate);
    return current ? current : opened;
}

Result<> StateStore::read(const Work &work) const
{
    Result<> done = transact(QStringLiteral("BEGIN"), work);
    if (done || done.error().kind != ErrorKind::NoSpace)
        return done;
    const Result<> still = readStill(work);
    return still ? still : done;
}

/// Without the files beside it, which a full disk has no room for. Only where there is no write-ahead log:
/// then nobody else has the file open, and nothing of it is missing.
Result<> StateStore::readStill(const Work &work) const
{
    if (QFileInfo(m_file + QStringLiteral("-wal")).size() > 0)
        return failure(ErrorKind::NoSpace,
                       StateStoreText::tr("The program's own state cannot be read or written."));
    const QUrl still(QUrl::fromLocalFile(m_file).toString(QUrl::FullyEncoded)
                     + QStringLiteral("?immutable=1"));
    Connection connection(still.toString(QUrl::FullyEncoded),
                          QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_OPEN_READONLY"));
    if (!connection.database().open())
        return sqlFailure(connection.database().lastError(), m_file);
    return work(connection.database());
}

Result<> StateStore::write(const Work &work) const
{
    return transact(QStringLiteral("BEGIN IMMEDIATE"), work);
}

Result<> StateStore::transact(const QString &begin, const Work &work) const
{
    if (!QFile::exists(m_file)) // the driver would make an empty one
        return failure(
            Error{ErrorKind::NotFound, m_file, StateStoreText::tr("The state file has gone."), {}, {}});
    Connection connection(m_file, QStringLiteral("QSQLITE_BUSY_TIMEOUT=5000"));
    QSqlDatabase &database = connection.database();
    if (!database.open())
        return failure(withSubject(sqlFailure(database.lastError(), m_file).value(), m_file));
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
