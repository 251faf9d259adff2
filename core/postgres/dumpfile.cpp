// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumpfile.h"

#include "core/postgres/dumpfolder.h"

#include <QCoreApplication>

#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <future>
#include <unistd.h>

namespace pilothouse {
namespace {

struct DumpFileText
{
    Q_DECLARE_TR_FUNCTIONS(DumpFile)
};

constexpr std::size_t FeedBytes = 256 << 10;
constexpr qsizetype BeginningBytes = 16 << 10;
constexpr int PipeBytes = 1 << 20;

/// For a thread that writes into a pipe: the reader's end is an errno there, and no death.
void surviveClosedPipes()
{
    sigset_t pipes;
    sigemptyset(&pipes);
    sigaddset(&pipes, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipes, nullptr);
}

/// The file that an archive begins with.
QString frontOf(const QString &path)
{
    return isDumpFolder(path) ? path + u'/' + DumpContentsName : path;
}

/// False where nobody reads any more.
bool writeToPipe(const NativeFile &pipe, const char *data, qint64 bytes)
{
    while (bytes > 0) {
        const ssize_t written = ::write(pipe.descriptor(), data, static_cast<std::size_t>(bytes));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        data += written;
        bytes -= written;
    }
    return true;
}

Result<> feed(DumpFile source, NativeFile pipe, DumpReading reading, const OperationContext &context)
{
    surviveClosedPipes();
    std::vector<char> buffer(FeedBytes);
    bool isTaken = true;
    while (!context.isCancelled()) {
        const auto got = source.read(buffer.data(), buffer.size());
        if (!got)
            return failure(got.error());
        if (*got == 0)
            return {};
        isTaken = isTaken && writeToPipe(pipe, buffer.data(), *got);
        if (!isTaken)
            pipe = NativeFile();
        if (!isTaken && reading == DumpReading::AsNeeded)
            return {};
    }
    return {};
}

} // namespace

Result<DumpPipe> DumpPipe::make()
{
    int ends[2] = {-1, -1};
    if (::pipe2(ends, O_CLOEXEC) != 0)
        return systemFailure(errno, DumpFileText::tr("There are not enough file descriptors."));
    ::fcntl(ends[1], F_SETPIPE_SZ, PipeBytes); // a smaller one is slower, no more
    return DumpPipe{NativeFile(ends[0]), NativeFile(ends[1])};
}

Result<DumpFile> DumpFile::open(const QString &path)
{
    const auto isPacked = isPackedDump(path);
    auto file = isPacked ? NativeFile::openForReading(frontOf(path)) : failure(isPacked.error());
    if (!file)
        return failure(file.error());
    if (*isPacked)
        return DumpFile(Source(ZstdReader(std::move(*file))));
    return DumpFile(Source(std::move(*file)));
}

Result<qint64> DumpFile::read(char *buffer, std::size_t bytes)
{
    return std::visit([&](auto &source) { return source.read(buffer, bytes); }, m_source);
}

Result<bool> isPackedDump(const QString &path)
{
    const auto file = NativeFile::openForReading(frontOf(path));
    if (!file)
        return failure(file.error());
    QByteArray beginning(4, '\0');
    const auto got = file->read(beginning.data(), static_cast<std::size_t>(beginning.size()));
    return got ? Result<bool>(*got == beginning.size() && ZstdReader::fits(beginning)) : failure(got.error());
}

Result<QByteArray> dumpBeginning(const QString &path)
{
    auto file = DumpFile::open(path);
    if (!file)
        return failure(file.error());
    QByteArray beginning(BeginningBytes, '\0');
    qsizetype have = 0;
    while (have < beginning.size()) {
        const auto got =
            file->read(beginning.data() + have, static_cast<std::size_t>(beginning.size() - have));
        if (!got && have == 0)
            return failure(withSubject(got.error(), path));
        if (!got || *got == 0)
            break;
        have += *got;
    }
    return beginning.left(have);
}

Result<ProcessOutput> runOnDump(CommandLine command, const QString &file, DumpReading reading,
                                const OperationContext &context)
{
    auto source = DumpFile::open(file);
    if (!source)
        return failure(source.error());
    if (!source->isPacked()) {
        command.arguments << file;
        return LocalProcessRunner().runBetween(command, {}, context);
    }
    auto pipe = DumpPipe::make();
    if (!pipe)
        return failure(pipe.error());
    auto feeding =
        std::async(std::launch::async, feed, std::move(*source), std::move(pipe->writing), reading, context);
    auto ran = LocalProcessRunner().runBetween(command, {std::move(pipe->reading), {}}, context);
    const Result<> fed = feeding.get();
    if (!ran)
        return ran;
    return fed ? std::move(ran) : failure(withSubject(fed.error(), file));
}

} // namespace pilothouse
