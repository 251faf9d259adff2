// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/gzipstream.h"

#include "core/backup/gzipblock.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr qsizetype BlockBytes = GzipBlock::Bytes;
constexpr std::size_t Ahead = 3; // two at work, and one that waits for whoever is done first

} // namespace

GzipStream::GzipStream(Sink sink)
    : m_sink(std::move(sink))
{
    m_block.reserve(BlockBytes);
}

Result<> GzipStream::add(const char *data, qsizetype bytes)
{
    while (bytes > 0) {
        const qsizetype part = qMin(bytes, BlockBytes - m_block.size());
        m_block.append(data, part);
        data += part;
        bytes -= part;
        if (m_block.size() == BlockBytes)
            if (Result<> started = startBlock(); !started)
                return started;
    }
    return {};
}

Result<> GzipStream::finish()
{
    if (!m_block.isEmpty())
        if (Result<> started = startBlock(); !started)
            return started;
    while (!m_running.empty())
        if (Result<> taken = takeOldest(); !taken)
            return taken;
    return {};
}

Result<> GzipStream::startBlock()
{
    while (m_running.size() >= Ahead)
        if (Result<> taken = takeOldest(); !taken)
            return taken;
    m_running.push_back(std::async(std::launch::async, GzipBlock::packed, std::exchange(m_block, {})));
    m_block.reserve(BlockBytes);
    return {};
}

Result<> GzipStream::takeOldest()
{
    const QByteArray output = m_running.front().get();
    m_running.pop_front();
    if (output.isEmpty())
        return failure(ErrorKind::Internal,
                       QCoreApplication::translate("GzipStream", "There was not enough memory to compress."));
    return m_sink(output);
}

} // namespace pilothouse
