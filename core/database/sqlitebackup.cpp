// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/spaceadvice.h"
#include "core/database/sqlitecopy.h"
#include "core/database/sqliteengine.h"
#include "core/files/writebehind.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>
#include <utility>
#include <vector>

namespace pilothouse {

namespace {

using Use = SqliteConnection::Use;

constexpr qint64 CopyBytesPerSecond = 400'000'000; // measured; PERFORMANCE.md 3
constexpr std::chrono::milliseconds ForecastDeadline{2000};
constexpr qint64 WarmWalBytes = 256 << 20; // longer than any that a checkpoint keeps short
constexpr std::size_t WarmPieceBytes = 256 << 10;
constexpr qint64 TargetCacheKibibytes = 1000;
constexpr qint64 HeldBackBytes = 2 * 1024 * TargetCacheKibibytes; // with some room to spare

/// A new file (0600) that stays open: closing it would drop the locks of the connections to it (D12).
class PrivateFile
{
public:
    explicit PrivateFile(const QString &path)
        : m_descriptor(::open(QFile::encodeName(path).constData(),
                              O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600))
        , m_error(errno)
        , m_path(path)
    {
    }
    ~PrivateFile()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }
    Q_DISABLE_COPY_MOVE(PrivateFile)

    Result<> created() const
    {
        if (m_descriptor < 0)
            return failure(withSpaceAdvice(
                systemFailure(m_error, SqliteEngine::tr("The file of the backup cannot be created.")).value(),
                m_path));
        return {};
    }
    int descriptor() const { return m_descriptor; }

private:
    int m_descriptor;
    int m_error;
    QString m_path;
};

void removeFamily(const QString &path)
{
    for (const QString &file : SqliteEngine::family(path))
        ::unlink(QFile::encodeName(file).constData());
}

/// Takes the room of the whole copy at once. A file that grows while it goes to the disk makes every commit
/// to that disk wait for its new blocks, those of the service's own database too. Where the file system
/// cannot, or has no room, the writes say so themselves.
void reserve(int descriptor, qint64 bytes)
{
    static_cast<void>(::fallocate(descriptor, 0, 0, bytes));
}

/// Copies through an open target, which goes to the disk meanwhile.
Result<> copyToDisk(const SqliteConnection &source, const SqliteConnection &target, int descriptor,
                    const OperationContext &context)
{
    const auto pageSize = source.scalar(QStringLiteral("PRAGMA page_size"));
    const auto pageCount = source.scalar(QStringLiteral("PRAGMA page_count"));
    for (const auto &number : {pageSize, pageCount}) {
        if (!number)
            return failure(number.error());
    }
    WriteBehind writeBehind(descriptor, HeldBackBytes);
    bool isReserved = false;
    const auto onCopied = [&, bytes = pageSize->toLongLong()](int pages) {
        // Not before the first step: a target that is not empty would have to be a database.
        if (!std::exchange(isReserved, true))
            reserve(descriptor, pageCount->toLongLong() * bytes);
        writeBehind.wroteUpTo(pages * bytes);
    };
    return copyPages(source, target, context, SqliteEngine::tr("Copying pages"), onCopied);
}

/// The copy has no journal while it is made: it is worthless until it is whole, and then it is synced at
/// once.
Result<> copyInto(const SqliteConnection &source, const QString &destination, int descriptor,
                  const OperationContext &context)
{
    const auto target = SqliteConnection::open(destination, Use::Own, context);
    if (!target)
        return failure(target.error());
    return target->execute(QStringLiteral("PRAGMA journal_mode=OFF"))
        .and_then([&] { return target->execute(QStringLiteral("PRAGMA synchronous=OFF")); })
        .and_then([&] {
            return target->execute(QStringLiteral("PRAGMA cache_size=-%1").arg(TargetCacheKibibytes));
        })
        .and_then([&] { return copyToDisk(source, *target, descriptor, context); });
}

/// A copy of a database in WAL mode says in its header that it has a WAL; this makes it one plain file.
Result<> makePlain(const QString &destination, const OperationContext &context)
{
    const auto copy = SqliteConnection::open(destination, Use::Own, context);
    if (!copy)
        return failure(copy.error());
    const auto mode = copy->execute(QStringLiteral("PRAGMA synchronous=OFF")).and_then([&] {
        return copy->scalar(QStringLiteral("PRAGMA journal_mode=DELETE"));
    });
    if (!mode)
        return failure(mode.error());
    if (mode->toString() != QLatin1String("delete"))
        return failure(ErrorKind::Internal, SqliteEngine::tr("The copy could not be made one plain file."),
                       mode->toString());
    return {};
}

/// Until the copy is on the disk a reader of a WAL keeps the service's checkpoint away, whose fsyncs would
/// wait behind ours. In the other modes it keeps the service from writing at all, and ends as soon as it can.
Result<> endEarly(const SqliteConnection &source, const QString &journalMode)
{
    return journalMode == QLatin1String("wal") ? Result<>() : source.execute(QStringLiteral("COMMIT"));
}

/// Reads the service's WAL file once. Behind its newest frame lie old ones, which the service writes over;
/// frames are no whole pages, so a page that memory has let go of is read from the disk first, and that read
/// waits behind the copy's writes: 15 to 25 ms for each commit, measured. SQLite keeps no locks on this file
/// that closing it could drop (D12).
void warmWal(const QString &path)
{
    const int file = ::open(QFile::encodeName(path + QLatin1String("-wal")).constData(),
                            O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (file < 0)
        return;
    std::vector<char> piece(WarmPieceBytes);
    qint64 read = 0;
    for (ssize_t got = 1; got > 0 && read < WarmWalBytes; read += got)
        got = ::read(file, piece.data(), piece.size());
    ::close(file);
}

/// Brings one snapshot of the source to the disk. Returns the journal mode of the source.
Result<QString> copySnapshot(const QString &path, const QString &destination, int descriptor,
                             const OperationContext &context)
{
    const auto source = SqliteConnection::open(path, Use::Read, context);
    if (!source)
        return failure(withSubject(source.error(), path));
    // The open read transaction holds the snapshot still; without it every write restarts the copy (D6a).
    const auto pinned = source->execute(QStringLiteral("BEGIN")).and_then([&] {
        return source->scalar(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
    });
    if (!pinned)
        return failure(withSubject(pinned.error(), path));
    const auto journalMode = source->scalar(QStringLiteral("PRAGMA journal_mode"));
    if (!journalMode)
        return failure(withSubject(journalMode.error(), path));
    warmWal(path);
    return copyInto(*source, destination, descriptor, context)
        .and_then([&] { return endEarly(*source, journalMode->toString()); })
        .and_then([&] { return makePlain(destination, context); })
        .and_then([&] { return syncClosedFile(destination); })
        .map([&] { return journalMode->toString(); })
        .map_error([&](const Error &error) { return withSubject(error, destination); });
}

} // namespace

Result<QString> copyOnline(const QString &path, const QString &destination, const OperationContext &context)
{
    const PrivateFile file(destination);
    if (auto created = file.created(); !created)
        return failure(withSubject(created.error(), destination));
    const auto mode = copySnapshot(path, destination, file.descriptor(), context);
    if (!mode)
        removeFamily(destination);
    return mode;
}

Result<BackupForecast> SqliteEngine::forecast(const QString &path, const OperationContext &context) const
{
    const auto connection = SqliteConnection::open(path, Use::Read, context, ForecastDeadline);
    if (!connection)
        return failure(withSubject(connection.error(), path));
    const auto mode = connection->scalar(QStringLiteral("PRAGMA journal_mode"));
    const auto pages = connection->scalar(QStringLiteral("PRAGMA page_count"));
    const auto pageSize = connection->scalar(QStringLiteral("PRAGMA page_size"));
    for (const auto &value : {mode, pages, pageSize}) {
        if (!value)
            return failure(withSubject(value.error(), path));
    }
    BackupForecast forecast;
    forecast.journalMode = mode->toString();
    forecast.bytes = pages->toLongLong() * pageSize->toLongLong();
    forecast.stallsWriters = forecast.journalMode != QLatin1String("wal");
    if (forecast.stallsWriters)
        forecast.stallMilliseconds = forecast.bytes * 1000 / CopyBytesPerSecond;
    return forecast;
}

Result<CopyFacts> SqliteEngine::backup(const QString &path, const QString &destination,
                                       const OperationContext &context) const
{
    const auto mode = copyOnline(path, destination, context);
    if (!mode)
        return failure(mode.error());
    auto result = facts(destination, context);
    if (!result) {
        removeFamily(destination);
        return failure(withSubject(result.error(), destination));
    }
    result->journalMode = *mode;
    return result;
}

Result<> SqliteEngine::recover(const QString &copy, const QString &destination,
                               const OperationContext &context) const
{
    const auto played =
        SqliteConnection::open(copy, Use::Own, context).and_then([](const SqliteConnection &connection) {
            return connection.scalar(QStringLiteral("SELECT count(*) FROM sqlite_schema"));
        });
    if (!played)
        return failure(withSubject(played.error(), copy));
    return copyOnline(copy, destination, context).map([](const QString &) {});
}

} // namespace pilothouse
