// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/gzipblockreader.h"

#include <QCoreApplication>

#include <unistd.h>

namespace pilothouse {

namespace {

constexpr std::size_t Ahead = 3; // two at work, and one that is done when it is asked for

tl::unexpected<Error> damaged()
{
    return failure(ErrorKind::BadData,
                   QCoreApplication::translate("ArchiveReader", "The archive is damaged or cut off."));
}

} // namespace

GzipBlockReader::GzipBlockReader(const NativeFile &file)
    : m_file(file)
{
}

Result<bool> GzipBlockReader::fits(const NativeFile &file)
{
    QByteArray header(GzipBlock::HeaderBytes, '\0');
    const ssize_t got = ::pread(file.descriptor(), header.data(), static_cast<std::size_t>(header.size()), 0);
    if (got < 0)
        return systemFailure(errno, QCoreApplication::translate("NativeFile", "A file cannot be read."));
    return GzipBlock::lengthFrom(header).has_value();
}

Result<std::vector<char>> GzipBlockReader::next()
{
    while (!m_isAtEnd && m_running.size() < Ahead)
        if (auto started = startNext(); !started)
            return tl::unexpected(started.error());
    if (m_running.empty())
        return std::vector<char>();
    Unpacked content = m_running.front().get();
    m_running.pop_front();
    if (!content)
        return damaged();
    // The other processor unpacks on while the caller works on what it got.
    if (!m_isAtEnd)
        if (auto started = startNext(); !started)
            return tl::unexpected(started.error());
    return std::move(*content);
}

Result<> GzipBlockReader::startNext()
{
    Result<QByteArray> member = read(GzipBlock::HeaderBytes);
    if (!member)
        return tl::unexpected(member.error());
    m_isAtEnd = member->isEmpty();
    if (m_isAtEnd)
        return {};
    const std::optional<qsizetype> length = GzipBlock::lengthFrom(*member);
    if (!length)
        return damaged();
    const Result<QByteArray> rest = read(*length - GzipBlock::HeaderBytes);
    if (!rest)
        return tl::unexpected(rest.error());
    if (rest->size() != *length - GzipBlock::HeaderBytes)
        return damaged();
    member->append(*rest);
    m_running.push_back(std::async(std::launch::async, GzipBlock::unpacked, std::move(*member)));
    return {};
}

/// Fewer bytes only at the end of the file.
Result<QByteArray> GzipBlockReader::read(qsizetype bytes) const
{
    QByteArray data(bytes, Qt::Uninitialized);
    qsizetype done = 0;
    while (done < bytes) {
        const Result<qint64> got = m_file.read(data.data() + done, static_cast<std::size_t>(bytes - done));
        if (!got)
            return tl::unexpected(got.error());
        if (*got == 0)
            break;
        done += *got;
    }
    data.truncate(done);
    return data;
}

} // namespace pilothouse
