// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/unnamedlog.h"

#include "core/base/units.h"

#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr qint64 LeftForOthers = 256LL << 20;
constexpr qint64 CheckEvery = 16 << 20;

} // namespace

UnnamedLog::UnnamedLog(std::shared_ptr<LogFile> file, int descriptor)
    : m_file(std::move(file))
    , m_descriptor(descriptor)
{
}

Result<UnnamedLog> UnnamedLog::create()
{
    QByteArray name = "/var/tmp/pilothouse-log-XXXXXX"; // on disk and roomy, where /tmp may be neither
    const int descriptor = ::mkostemp(name.data(), O_CLOEXEC);
    if (descriptor < 0)
        return systemFailure(
            errno, tr("The folder %1 takes no file to keep a log in.").arg(QStringLiteral("/var/tmp")));
    ::unlink(name.constData());
    struct stat facts
    {
    };
    ::fstat(descriptor, &facts);
    auto file = std::make_shared<LogFile>(descriptor, FileIdentity{facts.st_dev, facts.st_ino});
    return UnnamedLog(std::move(file), descriptor);
}

Result<> UnnamedLog::checkRoom()
{
    m_checkedAt = m_bytes;
    struct statvfs facts
    {
    };
    if (::fstatvfs(m_descriptor, &facts) != 0)
        return {};
    const auto left = static_cast<qint64>(facts.f_bavail) * static_cast<qint64>(facts.f_frsize);
    if (left >= LeftForOthers)
        return {};
    return failure(Error{
        ErrorKind::NoSpace,
        QStringLiteral("/var/tmp"),
        tr("There is too little room to keep more of the log; %1 of it are here.").arg(formatBytes(m_bytes)),
        tr("Make room on that disk, or look at a part of the log by its time."),
        {}});
}

Result<> UnnamedLog::append(QByteArrayView bytes)
{
    if (m_checkedAt < 0 || m_bytes - m_checkedAt >= CheckEvery) {
        if (auto room = checkRoom(); !room)
            return room;
    }
    while (!bytes.isEmpty()) {
        const ssize_t count = ::write(m_descriptor, bytes.data(), static_cast<size_t>(bytes.size()));
        if (count < 0 && errno != EINTR)
            return systemFailure(errno, tr("What came of the log could not be kept."));
        if (count > 0) {
            bytes = bytes.sliced(count);
            m_bytes += count;
        }
    }
    return {};
}

} // namespace pilothouse
