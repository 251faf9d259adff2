// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/descriptor.h"

#include "core/base/spaceadvice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

QString descriptorText(const char *text)
{
    return QCoreApplication::translate("FileOps", text);
}

} // namespace

Descriptor::Descriptor(Descriptor &&other) noexcept
    : m_number(std::exchange(other.m_number, -1))
{
}

Descriptor &Descriptor::operator=(Descriptor &&other) noexcept
{
    std::swap(m_number, other.m_number);
    return *this;
}

Descriptor::~Descriptor()
{
    if (m_number >= 0)
        ::close(m_number);
}

int Descriptor::close()
{
    const int number = std::exchange(m_number, -1);
    return number >= 0 && ::close(number) != 0 ? errno : 0;
}

Result<Place> placeOf(const QString &path)
{
    const QString clean = QDir::cleanPath(path);
    const QString name = QFileInfo(clean).fileName();
    const bool hasNul = path.contains(QChar(u'\0'));
    if (!path.startsWith(u'/') || hasNul || name.isEmpty() || name == QStringLiteral("..")) {
        Error error;
        error.kind = ErrorKind::BadInput;
        error.subject = path;
        error.message =
            descriptorText(QT_TRANSLATE_NOOP("FileOps", "This is not an absolute path of a file or folder."));
        return failure(error);
    }
    Place place;
    place.path = clean;
    place.name = QFile::encodeName(name);
    const QByteArray folder = QFile::encodeName(QFileInfo(clean).path());
    place.folder = Descriptor(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!place.folder.isOpen() && errno == EACCES)
        place.folder = Descriptor(::open(folder.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    if (!place.folder.isOpen())
        return pathFailure(
            errno, descriptorText(QT_TRANSLATE_NOOP("FileOps", "Its folder cannot be opened.")), path);
    return place;
}

Result<Descriptor> openAt(const Place &place, int flags, mode_t mode)
{
    int number = -1;
    do {
        number =
            ::openat(place.folder.number(), place.name.constData(), flags | O_NOFOLLOW | O_CLOEXEC, mode);
    } while (number < 0 && errno == EINTR);
    if (number >= 0)
        return Descriptor(number);
    if (errno == ELOOP)
        return pathFailure(ELOOP,
                           descriptorText(QT_TRANSLATE_NOOP(
                               "FileOps", "It is a symbolic link, and links are not followed.")),
                           place.path);
    return pathFailure(errno, descriptorText(QT_TRANSLATE_NOOP("FileOps", "It cannot be opened.")),
                       place.path);
}

Result<Descriptor> openRegular(const QString &path)
{
    const auto place = placeOf(path);
    if (!place)
        return tl::unexpected(place.error());
    auto file = openAt(*place, O_RDONLY | O_NONBLOCK);
    if (!file)
        return file;
    struct stat status = {};
    if (::fstat(file->number(), &status) != 0)
        return pathFailure(errno, descriptorText(QT_TRANSLATE_NOOP("FileOps", "It cannot be read.")), path);
    if (!S_ISREG(status.st_mode))
        return pathFailure(EINVAL, descriptorText(QT_TRANSLATE_NOOP("FileOps", "It is not a regular file.")),
                           path);
    return file;
}

Result<> writeFully(const Descriptor &file, const char *data, qint64 length, const QString &path)
{
    while (length > 0) {
        const ssize_t written = ::write(file.number(), data, static_cast<size_t>(length));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return pathFailure(errno, descriptorText(QT_TRANSLATE_NOOP("FileOps", "It cannot be written.")),
                               path, length);
        data += written;
        length -= written;
    }
    return {};
}

Result<> syncDescriptor(const Descriptor &file, const QString &path)
{
    if (::fsync(file.number()) != 0)
        return pathFailure(errno,
                           descriptorText(QT_TRANSLATE_NOOP(
                               "FileOps", "It cannot be forced to the disk, so it may be lost.")),
                           path);
    return {};
}

tl::unexpected<Error> pathFailure(int errorNumber, const QString &message, const QString &path,
                                  qint64 bytesWanted)
{
    Error error = systemFailure(errorNumber, message).value();
    if (errorNumber == EEXIST || errorNumber == ENOTEMPTY)
        error.kind = ErrorKind::Refused;
    if (errorNumber == ENOTDIR || errorNumber == EISDIR || errorNumber == ENAMETOOLONG)
        error.kind = ErrorKind::BadInput;
    error.subject = path;
    return failure(withSpaceAdvice(error, path, bytesWanted));
}

} // namespace pilothouse
