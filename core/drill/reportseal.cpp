// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/drill/reportseal.h"

#include "core/secrets/unitcredential.h"

#include <openssl/evp.h>
#include <openssl/pem.h>

#include <QCoreApplication>

#include <memory>

namespace pilothouse {
namespace {

struct SealText
{
    Q_DECLARE_TR_FUNCTIONS(ReportSeal)
};

const QString SealReference = QStringLiteral("pilothouse/report-key");
constexpr size_t SignatureBytes = 64;

using Key = std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)>;
using Digest = std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)>;
using Memory = std::unique_ptr<BIO, decltype(&BIO_free)>;

Key readKey(const QByteArray &pem, bool isPrivate)
{
    const Memory memory(BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size())), BIO_free);
    return Key(isPrivate ? PEM_read_bio_PrivateKey(memory.get(), nullptr, nullptr, nullptr)
                         : PEM_read_bio_PUBKEY(memory.get(), nullptr, nullptr, nullptr),
               EVP_PKEY_free);
}

QByteArray written(const Key &key, bool isPrivate)
{
    const Memory memory(BIO_new(BIO_s_mem()), BIO_free);
    const int done =
        isPrivate ? PEM_write_bio_PrivateKey(memory.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr)
                  : PEM_write_bio_PUBKEY(memory.get(), key.get());
    char *bytes = nullptr;
    const long size = BIO_ctrl(memory.get(), BIO_CTRL_INFO, 0, &bytes);
    return done == 1 ? QByteArray(bytes, static_cast<qsizetype>(size)) : QByteArray();
}

tl::unexpected<Error> notSigned()
{
    return failure(ErrorKind::Internal, SealText::tr("The report could not be signed."));
}

/// The one in the keyring; made where there is none yet.
Result<Key> ownKey(SecretStore &secrets, const OperationContext &context)
{
    const auto kept = keptSecret(secrets, SealReference, context);
    if (!kept && kept.error().kind != ErrorKind::NotFound)
        return tl::unexpected(kept.error());
    if (kept) {
        Key key = readKey(kept->bytes(), true);
        if (key)
            return key;
        return failure(ErrorKind::BadData, SealText::tr("The key for reports in the keyring is no key."));
    }
    Key made(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519"), EVP_PKEY_free);
    if (!made)
        return notSigned();
    if (auto stored = secrets.write(SealReference, Secret(written(made, true)), context); !stored)
        return tl::unexpected(stored.error());
    return made;
}

} // namespace

Result<ReportSeal::Signed> ReportSeal::sign(const QByteArray &content, const OperationContext &context) const
{
    const auto key = ownKey(m_secrets, context);
    if (!key)
        return tl::unexpected(key.error());
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    QByteArray signature(SignatureBytes, '\0');
    size_t size = SignatureBytes;
    const bool isDone = EVP_DigestSignInit(digest.get(), nullptr, nullptr, nullptr, key->get()) == 1
                        && EVP_DigestSign(digest.get(), reinterpret_cast<unsigned char *>(signature.data()),
                                          &size, reinterpret_cast<const unsigned char *>(content.constData()),
                                          static_cast<size_t>(content.size()))
                               == 1;
    if (!isDone)
        return notSigned();
    return Signed{signature, written(*key, false)};
}

Result<QByteArray> ReportSeal::publicKey(const OperationContext &context) const
{
    const auto kept = keptSecret(m_secrets, SealReference, context);
    if (!kept)
        return tl::unexpected(kept.error());
    const Key key = readKey(kept->bytes(), true);
    return key ? written(key, false) : QByteArray();
}

Result<bool> ReportSeal::isGenuine(const QByteArray &content, const QByteArray &signature,
                                   const QByteArray &publicKey)
{
    const Key key = readKey(publicKey, false);
    if (!key)
        return failure(ErrorKind::BadData, SealText::tr("The public key of the reports is no key."));
    const Digest digest(EVP_MD_CTX_new(), EVP_MD_CTX_free);
    return EVP_DigestVerifyInit(digest.get(), nullptr, nullptr, nullptr, key.get()) == 1
           && EVP_DigestVerify(digest.get(), reinterpret_cast<const unsigned char *>(signature.constData()),
                               static_cast<size_t>(signature.size()),
                               reinterpret_cast<const unsigned char *>(content.constData()),
                               static_cast<size_t>(content.size()))
                  == 1;
}

} // namespace pilothouse
