// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <cstddef>
#include <memory>

struct evp_md_ctx_st;

namespace pilothouse {

/// SHA-256 fed in pieces. OpenSSL's, because it is eight times as fast as Qt's.
class Sha256
{
public:
    Sha256();

    void add(const void *data, std::size_t bytes);
    void add(const QByteArray &data) { add(data.constData(), static_cast<std::size_t>(data.size())); }
    /// 32 bytes; call it once.
    QByteArray result();

    static QByteArray of(const QByteArray &data);

private:
    struct Free
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, Free> m_context;
};

} // namespace pilothouse
