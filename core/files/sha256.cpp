// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/files/sha256.h"

#include <openssl/evp.h>

#include <QCoreApplication>

namespace pilothouse {

namespace {

EVP_MD_CTX *digest(void *context)
{
    return static_cast<EVP_MD_CTX *>(context);
}

} // namespace

void Sha256::Free::operator()(void *context) const
{
    EVP_MD_CTX_free(digest(context));
}

Sha256::Sha256()
    : m_context(EVP_MD_CTX_new())
    , m_isGood(m_context && EVP_DigestInit_ex(digest(m_context.get()), EVP_sha256(), nullptr) == 1)
{
}

Sha256::~Sha256() = default;

void Sha256::add(const char *data, qint64 length)
{
    m_isGood = m_isGood && EVP_DigestUpdate(digest(m_context.get()), data, static_cast<size_t>(length)) == 1;
}

Result<QByteArray> Sha256::result()
{
    QByteArray hash(32, '\0');
    auto *bytes = reinterpret_cast<unsigned char *>(hash.data());
    m_isGood = m_isGood && EVP_DigestFinal_ex(digest(m_context.get()), bytes, nullptr) == 1;
    if (!m_isGood)
        return failure(ErrorKind::Internal,
                       QCoreApplication::translate("FileOps", "The SHA-256 could not be computed."));
    return hash;
}

} // namespace pilothouse
