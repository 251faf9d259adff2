// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/tarstream.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"

#include <archive.h>
#include <archive_entry.h>

#include <QCoreApplication>

#include <cerrno>

namespace pilothouse {

namespace {

/// What is wrong with an archive.
struct TarStreamText
{
    Q_DECLARE_TR_FUNCTIONS(ArchiveReader)
};

constexpr std::size_t TarBufferBytes = 256 << 10;

tl::unexpected<Error> tarRefused(const QString &message, const QString &detail = {})
{
    return failure(
        Error{ErrorKind::BadData,
              {},
              message,
              TarStreamText::tr(
                  "Nothing was changed. Use another backup, or fetch this one again from where it came."),
              detail});
}

QString visible(const QByteArray &name)
{
    return visibleText(QString::fromUtf8(name.left(200))).replace(u'\n', u' ');
}

} // namespace

void TarStream::FreeReader::operator()(archive *reader) const
{
    archive_read_free(reader);
}

TarStream::TarStream(NativeFile file, qint64 fileBytes, qint64 cap, OperationContext context)
    : m_file(std::move(file))
    , m_fileBytes(fileBytes)
    , m_cap(cap)
    , m_context(std::move(context))
    , m_fileBuffer(TarBufferBytes)
    , m_tarBuffer(TarBufferBytes)
{
}

TarStream::~TarStream()
{
    m_inner.reset();
    m_outer.reset();
}

Result<std::unique_ptr<TarStream>> TarStream::open(const QString &path, qint64 cap,
                                                   const OperationContext &context)
{
    Result<NativeFile> file = NativeFile::openForReading(path);
    if (!file)
        return tl::unexpected(file.error());
    const Result<qint64> bytes = file->size();
    if (!bytes)
        return tl::unexpected(bytes.error());
    if (*bytes == 0)
        return tarRefused(TarStreamText::tr("The archive is empty."));
    std::unique_ptr<TarStream> stream(new TarStream(std::move(*file), *bytes, cap, context));
    if (Result<> opened = stream->openReaders(); !opened)
        return tl::unexpected(opened.error());
    return stream;
}

Result<> TarStream::openReaders()
{
    const Result<bool> isOwn = GzipBlockReader::fits(m_file);
    if (!isOwn)
        return tl::unexpected(isOwn.error());
    if (*isOwn)
        m_blocks = std::make_unique<GzipBlockReader>(m_file);
    else if (Result<> opened = openOuter(); !opened)
        return opened;
    m_inner.reset(archive_read_new());
    archive_read_support_format_tar(m_inner.get());
    if (archive_read_open(m_inner.get(), this, nullptr, &TarStream::tarCallback, nullptr) != ARCHIVE_OK)
        return broken(m_inner.get());
    return {};
}

Result<> TarStream::openOuter()
{
    m_outer.reset(archive_read_new());
    archive_read_support_filter_gzip(m_outer.get());
    archive_read_support_filter_zstd(m_outer.get());
    archive_read_support_format_raw(m_outer.get());
    archive_entry *stream = nullptr;
    if (archive_read_open(m_outer.get(), this, nullptr, &TarStream::fileCallback, nullptr) != ARCHIVE_OK
        || archive_read_next_header(m_outer.get(), &stream) != ARCHIVE_OK)
        return broken(m_outer.get());
    return {};
}

long TarStream::fileCallback(archive *, void *self, const void **data)
{
    auto *stream = static_cast<TarStream *>(self);
    const Result<qint64> got = stream->m_file.read(stream->m_fileBuffer.data(), stream->m_fileBuffer.size());
    if (!got) {
        stream->m_result = tl::unexpected(got.error());
        return -1;
    }
    *data = stream->m_fileBuffer.data();
    stream->m_readFromFile += *got;
    return static_cast<long>(*got);
}

/// Fills the buffer; 0 at the end.
Result<qint64> TarStream::unpackMore()
{
    if (!m_blocks) {
        const la_ssize_t got = archive_read_data(m_outer.get(), m_tarBuffer.data(), m_tarBuffer.size());
        return got < 0 ? Result<qint64>(broken(m_outer.get())) : Result<qint64>(got);
    }
    Result<std::vector<char>> content = m_blocks->next();
    if (!content && content.error().kind == ErrorKind::BadData)
        return tarRefused(content.error().message);
    if (!content)
        return tl::unexpected(content.error());
    m_tarBuffer = std::move(*content);
    return static_cast<qint64>(m_tarBuffer.size());
}

long TarStream::tarCallback(archive *inner, void *self, const void **data)
{
    auto *stream = static_cast<TarStream *>(self);
    if (stream->m_context.isCancelled()) {
        stream->m_result = failure(ErrorKind::Cancelled, TarStreamText::tr("Cancelled."));
        archive_set_error(inner, EIO, "cancelled");
        return -1;
    }
    const Result<qint64> got = stream->unpackMore();
    if (!got) {
        stream->m_result = tl::unexpected(got.error());
        archive_set_error(inner, EIO, "broken compression");
        return -1;
    }
    stream->m_unpacked += *got;
    stream->m_lastBlock = *got;
    if (stream->m_unpacked > stream->m_cap) {
        stream->m_result = tarRefused(TarStreamText::tr("The archive unpacks to more than it may hold."),
                                      TarStreamText::tr("More than %1.").arg(formatBytes(stream->m_cap)));
        archive_set_error(inner, EIO, "too large");
        return -1;
    }
    *data = stream->m_tarBuffer.data();
    return static_cast<long>(*got);
}

tl::unexpected<Error> TarStream::broken(archive *reader) const
{
    if (!m_result)
        return tl::unexpected(m_result.error());
    return tarRefused(TarStreamText::tr("The archive is damaged or cut off."),
                      QString::fromUtf8(archive_error_string(reader)));
}

Result<bool> TarStream::next(TarEntry &found)
{
    archive_entry *entry = nullptr;
    const int status = archive_read_next_header(m_inner.get(), &entry);
    if (status == ARCHIVE_EOF && m_result)
        return false;
    if (status != ARCHIVE_OK)
        return broken(m_inner.get());
    const bool isOther = archive_entry_filetype(entry) == AE_IFDIR
                         || (m_passesOver && archive_entry_filetype(entry) != AE_IFREG);
    if (isOther && !archive_entry_hardlink(entry)) {
        found = TarEntry{};
        return true;
    }
    if (Result<> checked = checkEntry(entry, found); !checked)
        return tl::unexpected(checked.error());
    return true;
}

Result<> TarStream::checkEntry(archive_entry *entry, TarEntry &found) const
{
    const QByteArray name(archive_entry_pathname(entry));
    const bool isLink = archive_entry_hardlink(entry) || archive_entry_symlink(entry);
    if (isLink || archive_entry_filetype(entry) != AE_IFREG)
        return tarRefused(TarStreamText::tr("The archive holds something that is not a regular file."),
                          visible(name));
    if (archive_entry_is_encrypted(entry) || archive_entry_sparse_count(entry) > 0)
        return tarRefused(TarStreamText::tr("The archive holds a member that is encrypted or sparse."),
                          visible(name));
    found.name = QString::fromUtf8(name);
    if (name.isEmpty() || found.name.toUtf8() != name || found.name.contains(QChar::Null))
        return tarRefused(TarStreamText::tr("The archive holds a name that cannot be read."), visible(name));
    if (!archive_entry_size_is_set(entry) || archive_entry_size(entry) < 0)
        return tarRefused(TarStreamText::tr("The archive holds a member without a size."), visible(name));
    found.bytes = archive_entry_size(entry);
    found.mode = archive_entry_perm(entry) & 0777;
    found.ownerId = static_cast<uint>(archive_entry_uid(entry));
    found.groupId = static_cast<uint>(archive_entry_gid(entry));
    return {};
}

Result<> TarStream::readContent(const std::function<Result<>(const char *, qsizetype)> &sink)
{
    while (true) {
        const void *data = nullptr;
        std::size_t bytes = 0;
        la_int64_t place = 0; // sparse members are tarRefused, so one piece follows the other
        const int status = archive_read_data_block(m_inner.get(), &data, &bytes, &place);
        if (status == ARCHIVE_EOF)
            return {};
        if (status != ARCHIVE_OK)
            return broken(m_inner.get());
        if (Result<> taken = sink(static_cast<const char *>(data), static_cast<qsizetype>(bytes)); !taken)
            return taken;
    }
}

Result<> TarStream::checkEnd()
{
    constexpr qint64 LargestPadding = 1 << 20;
    const auto isZero = [this](qint64 from, qint64 to) {
        return std::all_of(m_tarBuffer.cbegin() + from, m_tarBuffer.cbegin() + to,
                           [](char c) { return c == 0; });
    };
    // What the tar reader was given but did not take stands at the end of its last block.
    const qint64 left = qMin(m_lastBlock, m_unpacked - archive_filter_bytes(m_inner.get(), -1));
    if (!isZero(m_lastBlock - left, m_lastBlock))
        return tarRefused(TarStreamText::tr("Something follows the end of the archive."));
    qint64 padding = left;
    while (true) {
        const Result<qint64> got = unpackMore();
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        padding += *got;
        if (!isZero(0, *got) || padding > LargestPadding)
            return tarRefused(TarStreamText::tr("Something follows the end of the archive."));
    }
    if (m_blocks) // it takes whole blocks to the very end of the file, or refuses it
        return {};
    const qint64 consumed = archive_filter_bytes(m_outer.get(), -1);
    if (m_readFromFile != m_fileBytes || consumed != m_fileBytes)
        return tarRefused(TarStreamText::tr("Something follows the end of the archive."),
                          TarStreamText::tr("%1 of %2 bytes belong to it.").arg(consumed).arg(m_fileBytes));
    return {};
}

} // namespace pilothouse
