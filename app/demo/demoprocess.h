// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

#include <optional>

namespace pilothouse {

/// A running demo service, held by a descriptor of the process: a signal can never reach a stranger that got
/// its id.
class DemoProcess
{
public:
    /// The process that a pid file names, if it is a demo service that was started with that very pid file.
    static std::optional<DemoProcess> fromPidFile(const QString &pidFile);

    /// Any process that is running now.
    static std::optional<DemoProcess> fromId(qint64 id);

    DemoProcess(DemoProcess &&other) noexcept;
    DemoProcess &operator=(DemoProcess &&other) noexcept;
    DemoProcess(const DemoProcess &) = delete;
    DemoProcess &operator=(const DemoProcess &) = delete;
    ~DemoProcess();

    qint64 id() const { return m_id; }
    bool isRunning() const;
    /// Becomes readable when the process ends; belongs to this object.
    int descriptor() const { return m_descriptor; }
    void signal(int number) const;

private:
    DemoProcess(qint64 id, int descriptor);

    qint64 m_id = 0;
    int m_descriptor = -1;
};

} // namespace pilothouse
