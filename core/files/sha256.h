// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>

#include <memory>

namespace pilothouse {

/// SHA-256 of bytes that arrive in pieces, at the speed of the processor's own instructions.
class Sha256
{
public:
    Sha256();
    ~Sha256();
    void add(const char *data, qint64 length);
    /// 32 bytes; asked once. Internal where the library failed.
    [[nodiscard]] Result<QByteArray> result();

private:
    struct Free
    {
        void operator()(void *context) const;
    };
    std::unique_ptr<void, Free> m_context;
    bool m_isGood = false;
};

} // namespace pilothouse
