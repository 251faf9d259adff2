// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logfile.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {
QString logFileKind(mode_t mode)
{
    return S_ISDIR(mode)    ? LogFile::tr("a folder")
           : S_ISFIFO(mode) ? LogFile::tr("a pipe")
                            : LogFile::tr("a device");
}
} // namespace

Result<std::shared_ptr<LogFile>> LogFile::open(const QString &path)
{
    const int descriptor =
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY);
    if (descriptor < 0) {
        tl::unexpected<Error> failed = systemFailure(errno, tr("The log %1 cannot be read.").arg(path));
        if (failed.value().kind == ErrorKind::Refused)
            failed.value().advice = tr("Check who may read the file and its folder.");
        return failed;
    }
    struct stat facts
    {
    };
    const bool isKnown = ::fstat(descriptor, &facts) == 0;
    auto file = std::make_shared<LogFile>(descriptor, FileIdentity{facts.st_dev, facts.st_ino});
    if (!isKnown || !S_ISREG(facts.st_mode))
        return failure(
            Error{ErrorKind::BadData,
                  {},
                  tr("%1 is %2, so it is not read as a log.").arg(path, logFileKind(facts.st_mode)),
                  tr("Name the file that the service writes to."),
                  {}});
    return file;
}

Result<> LogFile::checkFolder(const QString &path)
{
    const QString folder = QFileInfo(path).path();
    if (QFileInfo(folder).isDir())
        return {};
    return failure(Error{ErrorKind::NotFound,
                         path,
                         tr("The folder of this log is not there."),
                         tr("Look whether its disk is mounted, or start the service once."),
                         {}});
}

std::optional<FileIdentity> LogFile::identityAt(const QString &path)
{
    struct stat facts
    {
    };
    if (::stat(QFile::encodeName(path).constData(), &facts) != 0)
        return {};
    return FileIdentity{facts.st_dev, facts.st_ino};
}

LogFile::LogFile(int descriptor, FileIdentity identity)
    : m_descriptor(descriptor)
    , m_identity(identity)
{
}

LogFile::~LogFile()
{
    ::close(m_descriptor);
}

qint64 LogFile::size() const
{
    struct stat facts
    {
    };
    return ::fstat(m_descriptor, &facts) == 0 ? facts.st_size : 0;
}

bool LogFile::isRemoved() const
{
    struct stat facts
    {
    };
    return ::fstat(m_descriptor, &facts) == 0 && facts.st_nlink == 0;
}

qint64 LogFile::writtenAt() const
{
    struct stat facts
    {
    };
    if (::fstat(m_descriptor, &facts) != 0)
        return 0;
    return static_cast<qint64>(facts.st_mtim.tv_sec) * 1'000'000'000 + facts.st_mtim.tv_nsec;
}

QByteArray LogFile::read(qint64 offset, qint64 length) const
{
    QByteArray bytes(length, Qt::Uninitialized);
    bytes.resize(readInto(bytes.data(), offset, length));
    return bytes;
}

qint64 LogFile::readInto(char *buffer, qint64 offset, qint64 length) const
{
    qint64 done = 0;
    while (done < length) {
        const ssize_t count =
            ::pread(m_descriptor, buffer + done, static_cast<size_t>(length - done), offset + done);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0)
            break;
        done += count;
    }
    return done;
}

} // namespace pilothouse
