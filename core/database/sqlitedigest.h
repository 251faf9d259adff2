// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

#include <future>
#include <memory>

struct evp_md_ctx_st;

namespace pilothouse {

/// SHA-256 over many small pieces, gathered into large ones that another thread hashes.
class SqliteDigest
{
public:
    SqliteDigest();
    ~SqliteDigest();
    SqliteDigest(const SqliteDigest &) = delete;
    SqliteDigest &operator=(const SqliteDigest &) = delete;

    void add(const void *bytes, std::size_t size);
    void addByte(char byte);
    /// Big-endian, eight bytes.
    void addNumber(quint64 number);
    /// Lower-case hexadecimal; afterwards the digest is empty again.
    QString result();

private:
    void flush();
    void wait();

    struct ContextFree
    {
        void operator()(evp_md_ctx_st *context) const;
    };
    std::unique_ptr<evp_md_ctx_st, ContextFree> m_context;
    QByteArray m_buffer;
    qsizetype m_used = 0;
    QByteArray m_full;           ///< what m_hashing works on
    std::future<void> m_hashing; ///< the last member: it ends before the others go
};

} // namespace pilothouse
