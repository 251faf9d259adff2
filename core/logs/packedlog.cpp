// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/packedlog.h"

#include "core/logs/unnamedlog.h"

#include <archive.h>
#include <archive_entry.h>

#include <QFile>

#include <array>

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

Result<> unpack(archive *reader, UnnamedLog &target, const OperationContext &context)
{
    std::array<char, 256 * 1024> buffer;
    while (!context.isCancelled()) {
        const la_ssize_t count = archive_read_data(reader, buffer.data(), buffer.size());
        if (count <= 0)
            return {}; // the end, or where a file that is cut off ends
        if (auto written = target.append({buffer.data(), count}); !written)
            return written;
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
    auto unpacked = UnnamedLog::create();
    if (!unpacked)
        return failure(unpacked.error());
    if ((*packed)->size() == 0)
        return unpacked->file();
    QFile source(path);
    const PackedReader reader = source.open(QIODevice::ReadOnly) ? packedReader(source.handle()) : nullptr;
    if (!reader)
        return failure(ErrorKind::BadData, tr("%1 is neither gzip nor zstd.").arg(path));
    if (const auto done = unpack(reader.get(), *unpacked, context); !done)
        return failure(withSubject(done.error(), path));
    return unpacked->file();
}

} // namespace pilothouse
