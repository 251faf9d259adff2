// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteconnection.h"

#include "core/base/spaceadvice.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <sys/stat.h>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds LockWait{2000};
constexpr std::chrono::milliseconds LockPoll{10};
constexpr int OperationsBetweenChecks = 2000;
constexpr int LongestIdentifier = 1000;
constexpr int HeaderBytes = 100;

bool fileExists(const QString &path)
{
    struct stat facts = {};
    return ::lstat(QFile::encodeName(path).constData(), &facts) == 0;
}

/// From the open handle, through SQLite's own file: a second open() of the file would drop its locks (D12).
bool headerSaysWal(sqlite3 *database)
{
    sqlite3_file *file = nullptr;
    if (sqlite3_file_control(database, "main", SQLITE_FCNTL_FILE_POINTER, &file) != SQLITE_OK
        || file == nullptr || file->pMethods == nullptr)
        return false;
    std::array<unsigned char, HeaderBytes> header = {};
    if (file->pMethods->xRead(file, header.data(), HeaderBytes, 0) != SQLITE_OK)
        return false;
    return header[18] == 2 || header[19] == 2;
}

int selectOnly(int action, const char *function)
{
    switch (action) {
    case SQLITE_SELECT:
    case SQLITE_READ:
    case SQLITE_RECURSIVE:
        return SQLITE_OK;
    case SQLITE_FUNCTION:
        return qstricmp(function, "load_extension") == 0 ? SQLITE_DENY : SQLITE_OK;
    default:
        return SQLITE_DENY;
    }
}

ErrorKind kindOf(int primary, int systemError)
{
    switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Locked;
    case SQLITE_INTERRUPT:
        return ErrorKind::Cancelled;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return ErrorKind::BadData;
    case SQLITE_FULL:
        return ErrorKind::NoSpace;
    case SQLITE_IOERR:
        return systemError == ENOSPC || systemError == EDQUOT ? ErrorKind::NoSpace : ErrorKind::BadData;
    case SQLITE_CANTOPEN:
        return systemError == ENOENT ? ErrorKind::NotFound : ErrorKind::Refused;
    case SQLITE_READONLY:
    case SQLITE_PERM:
    case SQLITE_SCHEMA: // what a denied CREATE comes back as
    case SQLITE_AUTH:
    case SQLITE_CONSTRAINT:
        return ErrorKind::Refused;
    case SQLITE_ERROR:
    case SQLITE_RANGE:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return ErrorKind::BadInput;
    default:
        return ErrorKind::Internal;
    }
}

QString sentenceOf(int primary)
{
    switch (primary) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqliteConnection::tr("The database is locked by another program.");
    case SQLITE_INTERRUPT:
        return SqliteConnection::tr("The work was cancelled.");
    case SQLITE_CORRUPT:
        return SqliteConnection::tr("The database file is damaged.");
    case SQLITE_NOTADB:
        return SqliteConnection::tr("The file is not a SQLite database.");
    case SQLITE_FULL:
        return SqliteConnection::tr("There is no space left for the database.");
    case SQLITE_IOERR:
        return SqliteConnection::tr("The database file cannot be read or written.");
    case SQLITE_CANTOPEN:
        return SqliteConnection::tr("The database file, or one beside it, cannot be opened.");
    case SQLITE_READONLY:
        return SqliteConnection::tr("The database cannot be written by this user.");
    case SQLITE_AUTH:
        return SqliteConnection::tr("Only reading is allowed here.");
    case SQLITE_CONSTRAINT:
        return SqliteConnection::tr("A rule of the database forbids the change.");
    default:
        return SqliteConnection::tr("SQLite refused the statement.");
    }
}

QString adviceOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return SqliteConnection::tr("Wait until it is done, or stop the service, and try again.");
    case SQLITE_FULL:
        return SqliteConnection::tr("Free space on its file system and try again.");
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
        return SqliteConnection::tr("Restore it from a backup, or salvage what can be read.");
    case SQLITE_READONLY:
        if (code == SQLITE_READONLY_ROLLBACK)
            return SqliteConnection::tr(
                "A crash left a journal beside it: start the service once, which rolls it back.");
        return SqliteConnection::tr("Run Pilothouse as the owner of the database, or as root.");
    default:
        return {};
    }
}

} // namespace

/// What a running statement looks at to see whether it should end.
struct SqliteGuard
{
    OperationContext context;
    std::optional<std::chrono::steady_clock::time_point> deadline;
    std::optional<std::chrono::steady_clock::time_point> lockedSince;

    bool isLate() const { return deadline && std::chrono::steady_clock::now() >= *deadline; }

    static int onProgress(void *self)
    {
        const auto *guard = static_cast<SqliteGuard *>(self);
        return guard->context.isCancelled() || guard->isLate() ? 1 : 0;
    }

    /// Waits for a lock in short naps, so that cancelling is felt at once.
    static int onBusy(void *self, int attempts)
    {
        auto *guard = static_cast<SqliteGuard *>(self);
        const auto now = std::chrono::steady_clock::now();
        if (attempts == 0)
            guard->lockedSince = now;
        if (onProgress(self) != 0 || now - *guard->lockedSince >= LockWait)
            return 0;
        std::this_thread::sleep_for(LockPoll);
        return 1;
    }
};

tl::unexpected<Error> sqliteFailure(sqlite3 *database, int code, const SqliteGuard *guard)
{
    const bool isStopped = (code & 0xff) == SQLITE_INTERRUPT || (code & 0xff) == SQLITE_BUSY;
    if (guard != nullptr && isStopped && guard->context.isCancelled())
        return failure(ErrorKind::Cancelled, sentenceOf(SQLITE_INTERRUPT));
    if (guard != nullptr && isStopped && guard->isLate())
        return failure(ErrorKind::TimedOut, SqliteConnection::tr("The database did not answer in time."));
    const int primary = code & 0xff;
    const int extended = database != nullptr ? sqlite3_extended_errcode(database) : code;
    const int systemError = database != nullptr ? sqlite3_system_errno(database) : 0;
    Error error;
    error.kind = kindOf(primary, systemError);
    error.message = error.kind == ErrorKind::NoSpace ? sentenceOf(SQLITE_FULL) : sentenceOf(primary);
    error.advice = error.kind == ErrorKind::NoSpace
                       ? adviceOf(SQLITE_FULL)
                       : adviceOf((extended & 0xff) == primary ? extended : code);
    error.detail = database != nullptr ? QString::fromUtf8(sqlite3_errmsg(database))
                                       : QString::fromLatin1(sqlite3_errstr(code));
    const char *const path = database != nullptr ? sqlite3_db_filename(database, "main") : nullptr;
    return failure(withSpaceAdvice(std::move(error), QFile::decodeName(path)));
}

Result<QString> quoteIdentifier(const QString &name)
{
    if (name.isEmpty() || name.size() > LongestIdentifier || name.contains(QChar(0)))
        return failure(ErrorKind::BadInput, SqliteConnection::tr("That is no name of a table or column."),
                       name.left(100));
    QString quoted = name;
    quoted.replace(u'"', QStringLiteral("\"\""));
    return QString(u'"' + quoted + u'"');
}

void SqliteConnection::GuardDelete::operator()(SqliteGuard *guard) const
{
    delete guard;
}

tl::unexpected<Error> SqliteConnection::failed(int code) const
{
    return sqliteFailure(m_handle.get(), code, m_guard.get());
}

Result<SqliteConnection> SqliteConnection::open(const QString &path, Use use, const OperationContext &context,
                                                std::chrono::milliseconds deadline)
{
    if (!path.startsWith(u'/'))
        return failure(ErrorKind::BadInput, tr("The path of a database must be absolute."), path);
    struct stat facts = {};
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return systemFailure(errno, tr("There is no such database file."));
    if (!S_ISREG(facts.st_mode))
        return failure(ErrorKind::BadInput, tr("The path of the database is not a file."), path);

    SqliteConnection connection;
    connection.m_path = path;
    connection.m_guard.reset(new SqliteGuard{context, {}, {}});
    if (deadline.count() > 0)
        connection.m_guard->deadline = std::chrono::steady_clock::now() + deadline;
    sqlite3 *handle = nullptr;
    const int flags = use == Use::Read ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle,
                                     flags | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    connection.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return connection.failed(code);
    if (auto ready = connection.checkFiles(use).and_then([&] { return connection.configure(use); }); !ready)
        return failure(ready.error());
    return connection;
}

Result<> SqliteConnection::checkFiles(Use use)
{
    m_isWal = headerSaysWal(m_handle.get());
    struct stat facts = {};
    ::stat(QFile::encodeName(m_path).constData(), &facts);
    const bool isOwner = facts.st_uid == ::geteuid() || ::geteuid() == 0;
    const QString ownerAdvice =
        tr("Run Pilothouse as the owner of the database (uid %1), or as root.").arg(facts.st_uid);
    const bool hasSharedFiles =
        fileExists(m_path + QStringLiteral("-shm")) && fileExists(m_path + QStringLiteral("-wal"));
    if (!isOwner && use != Use::Read)
        return failure(Error{ErrorKind::Refused,
                             {},
                             tr("Another user's database is not written, because the files that "
                                "SQLite makes beside it would lock the service out."),
                             ownerAdvice,
                             {}});
    if (!isOwner && m_isWal && !hasSharedFiles)
        return failure(Error{ErrorKind::Refused,
                             {},
                             tr("Reading this database would create files beside it that belong "
                                "to the wrong user, and lock the service out."),
                             ownerAdvice,
                             {}});
    const QString folder = m_path.left(m_path.lastIndexOf(u'/') + 1);
    if (m_isWal && !hasSharedFiles && ::access(QFile::encodeName(folder).constData(), W_OK) != 0)
        return failure(Error{ErrorKind::Refused,
                             {},
                             tr("A database in WAL mode can only be read where its folder can be "
                                "written, and this one cannot."),
                             tr("Make the folder writable for its owner, or read a backup copy."),
                             folder});
    return {};
}

Result<> SqliteConnection::configure(Use use)
{
    sqlite3 *database = m_handle.get();
    sqlite3_busy_handler(database, &SqliteGuard::onBusy, m_guard.get());
    sqlite3_progress_handler(database, OperationsBetweenChecks, &SqliteGuard::onProgress, m_guard.get());
    sqlite3_db_config(database, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
    if (use == Use::Own)
        return execute(QStringLiteral("PRAGMA cell_size_check=ON"));
    sqlite3_limit(database, SQLITE_LIMIT_ATTACHED, 0);
    sqlite3_db_config(database, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(database, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
    sqlite3_wal_autocheckpoint(database, 0);
    if (use == Use::Read)
        return execute(QStringLiteral("PRAGMA query_only=ON"));
    // Extra syncs the folder after the journal is removed: without that a loss of power brings the journal
    // back, which takes back what was told as done.
    return execute(QStringLiteral("PRAGMA synchronous=EXTRA")).and_then([this] {
        return execute(QStringLiteral("PRAGMA foreign_keys=ON"));
    });
}

Result<SqliteStatement> SqliteConnection::prepare(const QString &sql) const
{
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    const QByteArray text = sql.toUtf8();
    const int code = sqlite3_prepare_v3(m_handle.get(), text.constData(), static_cast<int>(text.size()) + 1,
                                        0, &statement, &rest);
    StatementHandle handle(statement);
    if (code != SQLITE_OK)
        return failed(code);
    if (statement == nullptr || !QByteArrayView(rest).trimmed().isEmpty())
        return failure(ErrorKind::BadInput, tr("Exactly one statement is wanted."), sql.left(200));
    return SqliteStatement(std::move(handle), m_guard.get());
}

Result<> SqliteConnection::execute(const QString &sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return failure(statement.error());
    while (true) {
        const auto row = statement->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            return {};
    }
}

Result<QVariant> SqliteConnection::scalar(const QString &sql) const
{
    auto statement = prepare(sql);
    if (!statement)
        return failure(statement.error());
    const auto row = statement->step();
    if (!row)
        return failure(row.error());
    return *row ? statement->cell(0) : QVariant();
}

Result<> SqliteConnection::allowOnlySelect() const
{
    // SQLite makes the table behind json_each() when it is first named, which the authorizer would take for a
    // change. A library without it says BadInput.
    const auto made = prepare(QStringLiteral("SELECT 1 FROM json_each('[]'), json_tree('[]')"));
    if (!made && made.error().kind != ErrorKind::BadInput)
        return failure(made.error());
    sqlite3_set_authorizer(
        m_handle.get(),
        [](void *, int action, const char *, const char *function, const char *, const char *) {
            return selectOnly(action, function);
        },
        nullptr);
    return {};
}

} // namespace pilothouse
