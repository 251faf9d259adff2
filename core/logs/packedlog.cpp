// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/packedlog.h"

#include <archive.h>
#include <archive_entry.h>

#include <QFile>

#include <array>
#include <cerrno>
#include <cstdlib>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pilothouse {

namespace {

struct FreeReader
{
    void operator()(archive *reader) const { archive_read_free(reader); }
};
using PackedReader = std::unique_ptr<archive, FreeReader>;

PackedReader packedReader(int descriptor)
{
    PackedReader reader(archive_read_new());
    archive_read_support_filter_gzip(reader.get());
    archive_read_support_filter_zstd(reader.get());
    archive_read_support_format_raw(reader.get());
    archive_entry *entry = nullptr;
    if (archive_read_open_fd(reader.get(), descriptor, 1 << 20) != ARCHIVE_OK
        || archive_read_next_header(reader.get(), &entry) != ARCHIVE_OK
        || archive_filter_code(reader.get(), 0) == ARCHIVE_FILTER_NONE)
        return nullptr;
    return reader;
}

/// 0 or the errno of writing.
int writeWhole(int descriptor, const char *data, size_t length)
{
    while (length > 0) {
        const ssize_t count = ::write(descriptor, data, length);
        if (count < 0 && errno != EINTR)
            return errno;
        if (count > 0) {
            data += count;
            length -= static_cast<size_t>(count);
        }
    }
    return 0;
}

Result<> unpack(archive *reader, int target, const OperationContext &context)
{
    std::array<char, 256 * 1024> buffer;
    while (!context.isCancelled()) {
        const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
        if (count <= 0)
            return {}; // the end, or where a file that is cut off ends
        if (const int error = writeWhole(target, buffer.data(), static_cast<size_t>(count)))
            return systemFailure(error, PackedLog::tr("A compressed log could not be unpacked."));
    }
    return failure(ErrorKind::Cancelled, PackedLog::tr("Reading the log was stopped."));
}

} // namespace

QString PackedLog::beside(const QString &path)
{
    for (const QString &suffix : {QStringLiteral(".gz"), QStringLiteral(".zst")}) {
        if (QFile::exists(path + suffix))
            return path + suffix;
    }
    return {};
}

Result<std::shared_ptr<LogFile>> PackedLog::open(const QString &path, const OperationContext &context)
{
    const auto packed = LogFile::open(path); // never a pipe or a device
    if (!packed)
        return failure(packed.error());
    QByteArray name = "/var/tmp/pilothouse-log-XXXXXX"; // on disk and roomy, where /tmp may be neither
    const int target = ::mkostemp(name.data(), O_CLOEXEC);
    if (target < 0)
        return systemFailure(
            errno, tr("The folder %1 takes no file to unpack a log into.").arg(QStringLiteral("/var/tmp")));
    ::unlink(name.constData());
    struct stat facts
    {
    };
    ::fstat(target, &facts);
    auto unpacked = std::make_shared<LogFile>(target, FileIdentity{facts.st_dev, facts.st_ino});
    if ((*packed)->size() == 0)
        return unpacked;
    QFile source(path);
    const PackedReader reader = source.open(QIODevice::ReadOnly) ? packedReader(source.handle()) : nullptr;
    if (!reader)
        return failure(ErrorKind::BadData, tr("%1 is neither gzip nor zstd.").arg(path));
    if (const auto done = unpack(reader.get(), target, context); !done)
        return failure(withSubject(done.error(), path));
    return unpacked;
}

} // namespace pilothouse
