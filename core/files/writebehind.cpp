// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/writebehind.h"

#include <fcntl.h>

namespace pilothouse {

namespace {

constexpr qint64 BehindPieceBytes = 1'000'000; // a millisecond or two of an ordinary disk
constexpr unsigned WriteAndWait =
    SYNC_FILE_RANGE_WAIT_BEFORE | SYNC_FILE_RANGE_WRITE | SYNC_FILE_RANGE_WAIT_AFTER;

} // namespace

void WriteBehind::wroteUpTo(qint64 place)
{
    if (place - m_begun < BehindPieceBytes)
        return;
    finish();
    // What is on the disk already costs nothing a second time.
    const qint64 from = qMax<qint64>(0, m_begun - m_heldBack);
    m_running = std::async(std::launch::async, [file = m_descriptor, from, bytes = place - from] {
        ::sync_file_range(file, from, bytes, WriteAndWait);
    });
    m_begun = place;
}

void WriteBehind::finish()
{
    if (m_running.valid())
        m_running.get();
}

} // namespace pilothouse
