// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitecopy.h"

#include "core/base/spaceadvice.h"

#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 StepBytes = 1'000'000; // at least: a little less would double the pieces of WriteBehind
constexpr std::chrono::milliseconds CopyLockPoll{20};
constexpr std::chrono::seconds CopyLockWait{5};

tl::unexpected<Error> notOnDisk(int errorNumber, const QString &path)
{
    const QString message = SqliteConnection::tr("The copy cannot be written to the disk.");
    return failure(withSpaceAdvice(systemFailure(errorNumber, message).value(), path));
}

Result<> syncPath(const QString &path, int flags)
{
    const int file = ::open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (file < 0)
        return notOnDisk(errno, path);
    const int code = ::fsync(file);
    const int error = errno;
    ::close(file);
    if (code != 0)
        return notOnDisk(error, path);
    return {};
}

struct PageCopy
{
    sqlite3_backup *backup;
    int pagesAStep;
};

/// Steps until all is copied; a lock is waited for, but not for ever.
Result<> stepToEnd(const PageCopy &copy, const SqliteConnection &target, const OperationContext &context,
                   const QString &progressText, const std::function<void(int)> &onCopied)
{
    auto lockedSince = std::chrono::steady_clock::now();
    while (true) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, SqliteConnection::tr("The copy was cancelled."));
        const int code = sqlite3_backup_step(copy.backup, copy.pagesAStep);
        const auto now = std::chrono::steady_clock::now();
        if (code == SQLITE_DONE)
            return {};
        if (code == SQLITE_OK) {
            const int pages = sqlite3_backup_pagecount(copy.backup);
            const int copied = pages - sqlite3_backup_remaining(copy.backup);
            context.report({copied, pages, progressText});
            if (onCopied)
                onCopied(copied);
            lockedSince = now;
            continue;
        }
        const bool isLocked = (code & 0xff) == SQLITE_BUSY || (code & 0xff) == SQLITE_LOCKED;
        if (!isLocked || now - lockedSince >= CopyLockWait)
            return target.failed(code);
        std::this_thread::sleep_for(CopyLockPoll);
    }
}

} // namespace

Result<> copyPages(const SqliteConnection &source, const SqliteConnection &target,
                   const OperationContext &context, const QString &progressText,
                   const std::function<void(int)> &onCopied)
{
    const auto pageSize = source.scalar(QStringLiteral("PRAGMA page_size"));
    if (!pageSize)
        return failure(pageSize.error());
    const qint64 bytes = pageSize->toLongLong();
    const int pagesAStep = static_cast<int>((StepBytes + bytes - 1) / bytes);
    sqlite3_backup *backup = sqlite3_backup_init(target.native(), "main", source.native(), "main");
    if (backup == nullptr)
        return target.failed(sqlite3_errcode(target.native()));
    const auto copied = stepToEnd({backup, pagesAStep}, target, context, progressText, onCopied);
    const int code = sqlite3_backup_finish(backup);
    if (!copied)
        return copied;
    if (code != SQLITE_OK)
        return target.failed(code);
    return {};
}

Result<> syncClosedFile(const QString &path)
{
    return syncPath(path, O_RDONLY).and_then([&] {
        return syncPath(path.left(path.lastIndexOf(u'/') + 1), O_RDONLY | O_DIRECTORY);
    });
}

} // namespace pilothouse
