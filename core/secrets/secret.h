// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>

#include <map>

namespace pilothouse {

/// A secret in memory: its bytes are overwritten when the last copy goes. Never printed, never a QString
/// member.
class Secret
{
public:
    Secret() = default;
    explicit Secret(QByteArray &&bytes);
    Secret(const Secret &other);
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret other) noexcept;
    ~Secret();

    /// Valid while this Secret lives and is not assigned to.
    const QByteArray &bytes() const { return m_bytes; }
    bool isEmpty() const { return m_bytes.isEmpty(); }

private:
    QByteArray m_bytes;
};

/// The secrets of one run by their references ("prod-1/database"), fetched before it starts.
using SecretBag = std::map<QString, Secret>;

} // namespace pilothouse
