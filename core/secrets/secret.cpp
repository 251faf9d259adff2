// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/secret.h"

#include <cstring>
#include <utility>

namespace pilothouse {

namespace {

/// A copy with memory of its own, so that overwriting one leaves the other.
QByteArray detachedCopy(const QByteArray &bytes)
{
    return QByteArray(bytes.constData(), bytes.size());
}

/// In place: data() would detach from a borrowed copy and leave the bytes themselves.
void overwrite(const QByteArray &bytes)
{
    if (!bytes.isEmpty())
        ::explicit_bzero(const_cast<char *>(bytes.constData()), static_cast<size_t>(bytes.size()));
}

} // namespace

Secret::Secret(QByteArray &&bytes)
    : m_bytes(std::move(bytes))
{
    m_bytes.detach();
}

Secret::Secret(const Secret &other)
    : m_bytes(detachedCopy(other.m_bytes))
{
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret &Secret::operator=(Secret other) noexcept
{
    m_bytes.swap(other.m_bytes);
    return *this;
}

Secret::~Secret()
{
    overwrite(m_bytes);
}

} // namespace pilothouse
