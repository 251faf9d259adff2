// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitedigest.h"

#include <openssl/evp.h>

#include <QtEndian>

#include <cstring>

namespace pilothouse {

namespace {
constexpr qsizetype BufferBytes = 1 << 20;
}

void SqliteDigest::ContextFree::operator()(evp_md_ctx_st *context) const
{
    EVP_MD_CTX_free(context);
}

SqliteDigest::SqliteDigest()
    : m_context(EVP_MD_CTX_new())
    , m_buffer(BufferBytes, Qt::Uninitialized)
{
    EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
}

SqliteDigest::~SqliteDigest() = default;

void SqliteDigest::wait()
{
    if (m_hashing.valid())
        m_hashing.get();
}

/// The other processor hashes the full buffer while the caller fills the next one.
void SqliteDigest::flush()
{
    wait();
    std::swap(m_buffer, m_full);
    m_buffer.resize(BufferBytes);
    m_hashing = std::async(std::launch::async, [this, used = std::exchange(m_used, 0)] {
        EVP_DigestUpdate(m_context.get(), m_full.constData(), static_cast<std::size_t>(used));
    });
}

void SqliteDigest::add(const void *bytes, std::size_t size)
{
    if (static_cast<qsizetype>(size) > BufferBytes - m_used)
        flush();
    if (static_cast<qsizetype>(size) > BufferBytes) {
        wait();
        EVP_DigestUpdate(m_context.get(), bytes, size);
        return;
    }
    if (size > 0)
        std::memcpy(m_buffer.data() + m_used, bytes, size);
    m_used += static_cast<qsizetype>(size);
}

void SqliteDigest::addByte(char byte)
{
    add(&byte, 1);
}

void SqliteDigest::addNumber(quint64 number)
{
    const quint64 bigEndian = qToBigEndian(number);
    add(&bigEndian, sizeof(bigEndian));
}

QString SqliteDigest::result()
{
    wait();
    EVP_DigestUpdate(m_context.get(), m_buffer.constData(), static_cast<std::size_t>(m_used));
    m_used = 0;
    QByteArray digest(EVP_MAX_MD_SIZE, Qt::Uninitialized);
    unsigned int size = 0;
    EVP_DigestFinal_ex(m_context.get(), reinterpret_cast<unsigned char *>(digest.data()), &size);
    EVP_DigestInit_ex(m_context.get(), EVP_sha256(), nullptr);
    digest.truncate(static_cast<qsizetype>(size));
    return QString::fromLatin1(digest.toHex());
}

} // namespace pilothouse
