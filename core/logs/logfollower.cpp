// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logfollower.h"

namespace pilothouse {

namespace {
constexpr qint64 PieceSize = 256 * 1024;
constexpr qsizetype TailSize = 256;
} // namespace

LogFollower::LogFollower(LogSource source, Start start, OnTruncated onTruncated)
    : m_source(std::move(source))
    , m_onTruncated(std::move(onTruncated))
    , m_file(std::move(start.file))
    , m_previous(std::move(start.previous))
    , m_offset(start.offset)
{
    if (m_file)
        resume(m_file, m_offset);
}

LogFollower::Piece LogFollower::read()
{
    if (!m_file) {
        moveTo(firstAfterGap());
        if (!m_file)
            return {};
    }
    if (wasTruncated()) {
        leaveTruncated();
        if (m_offset == 0)
            return {{}, true};
    }
    QByteArray bytes = m_file->read(m_offset, PieceSize);
    if (m_offset == 0 && wasOvertaken()) {
        resume(m_previous, m_previous->size());
        bytes.clear();
    }
    if (!bytes.isEmpty()) {
        advance(bytes);
        return {std::move(bytes), false};
    }
    const std::shared_ptr<LogFile> next = successor();
    if (!next)
        return {};
    bytes = m_file->read(m_offset, PieceSize); // what came between the reading above and the renaming
    if (!bytes.isEmpty()) {
        advance(bytes);
        return {std::move(bytes), false};
    }
    moveTo(next);
    return {{}, true};
}

void LogFollower::advance(const QByteArray &bytes)
{
    m_offset += bytes.size();
    m_tail.append(bytes.right(TailSize));
    m_tail = m_tail.right(TailSize);
}

void LogFollower::moveTo(const std::shared_ptr<LogFile> &file)
{
    m_previous = m_file;
    m_file = file;
    m_offset = 0;
    m_tail.clear();
}

void LogFollower::resume(const std::shared_ptr<LogFile> &file, qint64 offset)
{
    m_file = file;
    m_offset = offset;
    const qint64 length = std::min<qint64>(offset, TailSize);
    m_tail = file->read(offset - length, length);
}

bool LogFollower::wasOvertaken() const
{
    // Copied and truncated again before its first byte was read: what it held lies between it and the one
    // before.
    return m_previous && indexOf(m_previous->identity()) > 1 && indexOf(m_file->identity()) == 0;
}

bool LogFollower::wasTruncated() const
{
    return m_file->read(m_offset - m_tail.size(), m_tail.size()) != m_tail;
}

void LogFollower::leaveTruncated()
{
    std::shared_ptr<LogFile> copy;
    for (int n = 1; n <= lastIndex() && !copy; ++n) {
        const auto candidate = LogFile::open(m_source.pathOf(n));
        if (candidate && (*candidate)->read(m_offset - m_tail.size(), m_tail.size()) == m_tail)
            copy = *candidate;
    }
    m_onTruncated(copy);
    if (copy) {
        m_file = copy; // goes on where the file stood; the file itself is the last one after it
        return;
    }
    m_offset = 0;
    m_tail.clear();
}

int LogFollower::indexOf(FileIdentity identity) const
{
    // Upwards, as files move while a log is rotated: ours cannot be passed by.
    for (int n = 0; n <= lastIndex(); ++n) {
        if (LogFile::identityAt(m_source.pathOf(n)) == identity)
            return n;
    }
    return -1;
}

std::shared_ptr<LogFile> LogFollower::successor() const
{
    const int index = indexOf(m_file->identity());
    if (index == 0)
        return {};
    if (index < 0)
        return firstAfterGap();
    auto next = LogFile::open(m_source.pathOf(index - 1));
    const bool isStillThere = LogFile::identityAt(m_source.pathOf(index)) == m_file->identity();
    return next && isStillThere ? *next : nullptr;
}

std::shared_ptr<LogFile> LogFollower::firstAfterGap() const
{
    // Ours has no name any more. Where the one before it still has one, the next is below that; else every
    // rotation is newer than ours, so the oldest is next.
    int index = m_previous ? indexOf(m_previous->identity()) - 1 : lastIndex();
    if (index < 0)
        index = lastIndex();
    for (; index >= 0; --index) {
        if (auto next = LogFile::open(m_source.pathOf(index));
            next && !(m_file && (*next)->identity() == m_file->identity()))
            return *next;
    }
    return {};
}

} // namespace pilothouse
