// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/gzipstream.h"

#include <QCoreApplication>

namespace pilothouse {

GzipStream::GzipStream(Sink sink)
    : m_sink(std::move(sink))
{
}

Result<> GzipStream::add(const char *data, qsizetype bytes)
{
    while (bytes > 0) {
        QByteArray &content = m_slots.at(m_filled).content;
        content.reserve(GzipBlock::Bytes);
        const qsizetype part = qMin(bytes, GzipBlock::Bytes - content.size());
        content.append(data, part);
        data += part;
        bytes -= part;
        if (content.size() == GzipBlock::Bytes)
            if (Result<> started = startBlock(); !started)
                return started;
    }
    return {};
}

Result<> GzipStream::finish()
{
    if (!m_slots.at(m_filled).content.isEmpty())
        if (Result<> started = startBlock(); !started)
            return started;
    for (std::size_t next = 1; next < m_slots.size(); ++next)
        if (Result<> taken = take(m_slots.at((m_filled + next) % m_slots.size())); !taken)
            return taken;
    return {};
}

/// Afterwards the oldest slot is free for what comes next.
Result<> GzipStream::startBlock()
{
    Slot &slot = m_slots.at(m_filled);
    slot.running = std::async(std::launch::async, [&slot] { slot.packer.pack(slot.content); });
    m_filled = (m_filled + 1) % m_slots.size();
    return take(m_slots.at(m_filled));
}

Result<> GzipStream::take(Slot &slot)
{
    if (!slot.running.valid())
        return {};
    slot.running.get();
    slot.content.resize(0);
    if (slot.packer.member().isEmpty())
        return failure(ErrorKind::Internal,
                       QCoreApplication::translate("GzipStream", "There was not enough memory to compress."));
    return m_sink(slot.packer.member());
}

} // namespace pilothouse
