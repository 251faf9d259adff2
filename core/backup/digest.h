// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/sha256.h"

namespace pilothouse {

/// SHA-256 of bytes at hand, 32 bytes; empty where the library failed, which no digest equals.
inline QByteArray sha256Of(const QByteArray &bytes)
{
    Sha256 hash;
    hash.add(bytes.constData(), bytes.size());
    return hash.result().value_or(QByteArray());
}

} // namespace pilothouse
