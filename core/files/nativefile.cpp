// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/nativefile.h"

#include "core/base/spaceadvice.h"

#include <QCoreApplication>
#include <QFile>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

/// What fails at a stream.
struct NativeFileText
{
    Q_DECLARE_TR_FUNCTIONS(NativeFile)
};

constexpr int MakeFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC;

/// Told before the file is closed.
tl::unexpected<Error> writeFailure(int errorNumber, const QString &message, const QString &path)
{
    Error error = systemFailure(errorNumber, message).value();
    if (error.kind == ErrorKind::NoSpace)
        error.subject = path;
    return failure(withSpaceAdvice(error, path));
}

} // namespace

NativeFile::NativeFile(NativeFile &&other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{
}

NativeFile &NativeFile::operator=(NativeFile &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

NativeFile::~NativeFile()
{
    if (isOpen())
        ::close(m_descriptor);
}

Result<NativeFile> NativeFile::openForReading(const QString &path)
{
    NativeFile file(::open(path.toUtf8().constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK));
    if (!file.isOpen())
        return failure(
            withSubject(systemFailure(errno, NativeFileText::tr("It cannot be opened.")).value(), path));
    struct stat facts = {};
    if (::fstat(file.descriptor(), &facts) != 0 || !S_ISREG(facts.st_mode))
        return failure(
            Error{ErrorKind::BadInput, path, NativeFileText::tr("It is not a regular file."), {}, {}});
    return file;
}

Result<NativeFile> NativeFile::create(const QString &path)
{
    NativeFile file(::open(path.toUtf8().constData(), MakeFile, 0600));
    if (!file.isOpen())
        return failure(withSubject(
            withSpaceAdvice(systemFailure(errno, NativeFileText::tr("It cannot be created.")).value(), path),
            path));
    return file;
}

Result<NativeFile> NativeFile::createAt(const NativeFile &folder, const QByteArray &name)
{
    NativeFile file(::openat(folder.descriptor(), name.constData(), MakeFile, 0600));
    if (!file.isOpen())
        return writeFailure(errno, NativeFileText::tr("A file of the archive cannot be created."),
                            pathOfDescriptor(folder.descriptor()) + u'/' + QFile::decodeName(name));
    return file;
}

Result<qint64> NativeFile::size() const
{
    struct stat facts = {};
    if (::fstat(m_descriptor, &facts) != 0)
        return systemFailure(errno, NativeFileText::tr("A file cannot be read."));
    return qint64{facts.st_size};
}

Result<qint64> NativeFile::read(char *buffer, std::size_t bytes) const
{
    ssize_t got = 0;
    do {
        got = ::read(m_descriptor, buffer, bytes);
    } while (got < 0 && errno == EINTR);
    if (got < 0)
        return systemFailure(errno, NativeFileText::tr("A file cannot be read."));
    return qint64{got};
}

Result<> NativeFile::writeAll(const char *data, std::size_t bytes) const
{
    while (bytes > 0) {
        const ssize_t written = ::write(m_descriptor, data, bytes);
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return writeFailure(errno, NativeFileText::tr("A file cannot be written."),
                                pathOfDescriptor(m_descriptor));
        data += written;
        bytes -= static_cast<std::size_t>(written);
    }
    return {};
}

Result<> NativeFile::finish()
{
    const QString path = pathOfDescriptor(m_descriptor);
    const int descriptor = std::exchange(m_descriptor, -1);
    const bool isSynced = ::fsync(descriptor) == 0;
    const int syncError = errno;
    if (::close(descriptor) != 0 && isSynced)
        return writeFailure(errno, NativeFileText::tr("A file cannot be written."), path);
    if (!isSynced)
        return writeFailure(syncError, NativeFileText::tr("A file cannot be brought to the disk."), path);
    return {};
}

} // namespace pilothouse
