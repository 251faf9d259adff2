// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QtGlobal>

#include <future>

namespace pilothouse {

/// Brings a file to the disk piece by piece while it is still being written. The fsync at its end then finds
/// little left to do, and programs that commit to the same disk never wait behind more than one piece. It
/// promises nothing of its own: what must be on the disk still needs its fsync, which also reports what
/// failed here.
class WriteBehind
{
public:
    /// The descriptor stays open until finish(), or as long as this lives. Who writes through a cache of its
    /// own says how many bytes that cache may hold back: what it brings late is then not left for the end.
    explicit WriteBehind(int descriptor, qint64 heldBack = 0)
        : m_descriptor(descriptor)
        , m_heldBack(heldBack)
    {
    }

    /// Everything before this place has been written. Waits where the disk has not kept up with it.
    void wroteUpTo(qint64 place);
    /// Afterwards the descriptor may be closed.
    void finish();

private:
    int m_descriptor;
    qint64 m_heldBack;
    qint64 m_begun = 0; ///< up to here it is on the disk or on its way
    std::future<void> m_running;
};

} // namespace pilothouse
