// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QThread>

#include <memory>

namespace pilothouse {

/// Waits for the thread's function to end before it goes; whoever owns it has asked it to.
struct ThreadDeleter
{
    void operator()(QThread *thread) const
    {
        thread->quit();
        thread->wait();
        delete thread;
    }
};

using WorkerThread = std::unique_ptr<QThread, ThreadDeleter>;

} // namespace pilothouse
