// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/archivewriter.h"

#include "core/backup/digest.h"
#include "core/backup/gzipstream.h"
#include "core/files/nativefile.h"
#include "core/files/writebehind.h"

#include <archive.h>
#include <archive_entry.h>

#include <QCoreApplication>

#include <vector>

namespace pilothouse {

namespace {

/// What fails while an archive is written.
struct ArchiveWriterText
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveWriter)
};

constexpr std::size_t BufferBytes = 256 << 10;

struct FreeWriter
{
    void operator()(archive *writer) const { archive_write_free(writer); }
};
struct FreeEntry
{
    void operator()(archive_entry *entry) const { archive_entry_free(entry); }
};
using Writer = std::unique_ptr<archive, FreeWriter>;
using Entry = std::unique_ptr<archive_entry, FreeEntry>;

/// The archive file: what libarchive writes goes through gzip or straight to the disk, and is hashed on its
/// way.
class Output
{
public:
    Output(NativeFile file, bool isGzip)
        : m_file(std::move(file))
        , m_writeBehind(m_file.descriptor())
        , m_gzip([this](const QByteArray &data) { return write(data.constData(), data.size()); })
        , m_isGzip(isGzip)
    {
    }

    Result<> add(const char *data, qsizetype bytes)
    {
        return m_isGzip ? m_gzip.add(data, bytes) : write(data, bytes);
    }

    Result<> finish()
    {
        if (m_isGzip)
            if (Result<> finished = m_gzip.finish(); !finished)
                return finished;
        m_writeBehind.finish();
        return m_file.finish();
    }

    /// For libarchive: keeps the Result, which its C interface cannot carry.
    static la_ssize_t callback(archive *, void *self, const void *data, std::size_t bytes)
    {
        auto *output = static_cast<Output *>(self);
        if (output->m_result)
            output->m_result = output->add(static_cast<const char *>(data), static_cast<qsizetype>(bytes));
        return output->m_result ? static_cast<la_ssize_t>(bytes) : -1;
    }

    const Result<> &result() const { return m_result; }
    qint64 bytes() const { return m_bytes; }
    Result<QByteArray> sha256() { return m_hash.result(); }

private:
    Result<> write(const char *data, qsizetype bytes)
    {
        m_hash.add(data, bytes);
        m_bytes += bytes;
        Result<> written = m_file.writeAll(data, static_cast<std::size_t>(bytes));
        m_writeBehind.wroteUpTo(m_bytes);
        return written;
    }

    NativeFile m_file;
    WriteBehind m_writeBehind;
    GzipStream m_gzip;
    Sha256 m_hash;
    Result<> m_result;
    qint64 m_bytes = 0;
    bool m_isGzip;
};

tl::unexpected<Error> writerFailure(archive *writer, const Output &output)
{
    if (!output.result())
        return tl::unexpected(output.result().error());
    return failure(ErrorKind::Internal, ArchiveWriterText::tr("The archive cannot be written."),
                   QString::fromUtf8(archive_error_string(writer)));
}

Result<Writer> openWriter(const QString &format, Output &output)
{
    Writer writer(archive_write_new());
    archive_write_set_format_pax_restricted(writer.get());
    archive_write_set_bytes_per_block(writer.get(), 1 << 20);
    archive_write_set_bytes_in_last_block(writer.get(), 1);
    if (format == u"tar.zst") {
        archive_write_add_filter_zstd(writer.get());
        archive_write_set_filter_option(writer.get(), "zstd", "compression-level", "3");
        archive_write_set_filter_option(writer.get(), "zstd", "threads", "2");
    }
    if (archive_write_open(writer.get(), &output, nullptr, &Output::callback, nullptr) != ARCHIVE_OK)
        return writerFailure(writer.get(), output);
    return writer;
}

Entry makeEntry(const ArchiveSource &source, qint64 bytes)
{
    Entry entry(archive_entry_new());
    archive_entry_set_pathname_utf8(entry.get(), source.name.toUtf8().constData());
    archive_entry_set_filetype(entry.get(), AE_IFREG);
    archive_entry_set_size(entry.get(), bytes);
    archive_entry_set_perm(entry.get(), static_cast<mode_t>(source.mode & 0777));
    archive_entry_set_uid(entry.get(), source.ownerId);
    archive_entry_set_gid(entry.get(), source.groupId);
    archive_entry_set_mtime(entry.get(), source.modifiedMs / 1000, 0);
    return entry;
}

/// Streams members into an open writer.
class MemberWriter
{
public:
    MemberWriter(archive *writer, const Output &output, const OperationContext &context)
        : m_writer(writer)
        , m_output(output)
        , m_context(context)
        , m_buffer(BufferBytes)
    {
    }

    Result<WrittenArchive::Member> add(const ArchiveSource &source, Progress &progress)
    {
        const Result<NativeFile> file = NativeFile::openForReading(source.file);
        if (!file)
            return tl::unexpected(file.error());
        const Result<qint64> size = file->size();
        if (!size)
            return tl::unexpected(size.error());
        if (archive_write_header(m_writer, makeEntry(source, *size).get()) < ARCHIVE_WARN)
            return writerFailure(m_writer, m_output);
        return stream(*file, *size, source, progress);
    }

private:
    Result<WrittenArchive::Member> stream(const NativeFile &file, qint64 size, const ArchiveSource &source,
                                          Progress &progress)
    {
        Sha256 hash;
        qint64 left = size;
        while (left > 0) {
            if (m_context.isCancelled())
                return failure(ErrorKind::Cancelled, ArchiveWriterText::tr("Cancelled."));
            const auto wanted = static_cast<std::size_t>(qMin(left, static_cast<qint64>(m_buffer.size())));
            const Result<qint64> got = file.read(m_buffer.data(), wanted);
            if (!got)
                return tl::unexpected(withSubject(got.error(), source.file));
            if (*got == 0)
                return changed(source);
            hash.add(m_buffer.data(), *got);
            if (archive_write_data(m_writer, m_buffer.data(), static_cast<std::size_t>(*got)) != *got)
                return writerFailure(m_writer, m_output);
            left -= *got;
            progress.done += *got;
            m_context.report(progress);
        }
        if (const Result<qint64> after = file.size(); !after || *after != size)
            return changed(source);
        const Result<QByteArray> digest = hash.result();
        if (!digest)
            return tl::unexpected(digest.error());
        return WrittenArchive::Member{size, *digest};
    }

    static tl::unexpected<Error> changed(const ArchiveSource &source)
    {
        return failure(Error{ErrorKind::BadData,
                             source.file,
                             ArchiveWriterText::tr("It changed while it was being backed up."),
                             ArchiveWriterText::tr("Try again, or back up with the service stopped."),
                             {}});
    }

    archive *m_writer;
    const Output &m_output;
    const OperationContext &m_context;
    std::vector<char> m_buffer;
};

} // namespace

Result<WrittenArchive> writeArchive(const QString &archivePath, const QString &format,
                                    const QList<ArchiveSource> &sources, const OperationContext &context)
{
    if (format != u"tar.gz" && format != u"tar.zst" && format != u"tar")
        return failure(
            ErrorKind::BadInput,
            ArchiveWriterText::tr("“%1” is not an archive format; use tar.gz or tar.zst.").arg(format));
    Result<NativeFile> file = NativeFile::create(archivePath);
    if (!file)
        return tl::unexpected(file.error());
    Output output(std::move(*file), format == u"tar.gz");
    const Result<Writer> writer = openWriter(format, output);
    if (!writer)
        return tl::unexpected(writer.error());

    WrittenArchive written;
    Progress progress{0, 0, ArchiveWriterText::tr("Writing the archive")};
    for (const ArchiveSource &source : sources)
        progress.total += QFileInfo(source.file).size();
    MemberWriter members(writer->get(), output, context);
    for (const ArchiveSource &source : sources) {
        Result<WrittenArchive::Member> member = members.add(source, progress);
        if (!member)
            return tl::unexpected(withSubject(member.error(), archivePath));
        written.members << *member;
    }
    if (archive_write_close(writer->get()) != ARCHIVE_OK)
        return writerFailure(writer->get(), output);
    if (const Result<> finished = output.finish(); !finished)
        return tl::unexpected(withSubject(finished.error(), archivePath));
    written.bytes = output.bytes();
    const Result<QByteArray> digest = output.sha256();
    if (!digest)
        return tl::unexpected(digest.error());
    written.sha256 = *digest;
    return written;
}

} // namespace pilothouse
