// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secretstore.h"

#include <QThread>

#include <chrono>
#include <functional>
#include <future>
#include <memory>

namespace QKeychain {
class Job;
}

namespace pilothouse {

/// The desktop's keyring (Secret Service or KWallet) through QtKeychain, without its insecure fallback. Its
/// jobs run in a thread of this object with an event loop of its own. One per program: QtKeychain runs its
/// jobs one after the other through an object of the thread that started the first.
class KeychainSecretStore final : public SecretStore
{
public:
    /// `service` names the program in the keyring; another name keeps tests and demos apart from the
    /// operator's own.
    explicit KeychainSecretStore(QString service = QStringLiteral("pilothouse"),
                                 std::chrono::milliseconds deadline = std::chrono::seconds(5));
    ~KeychainSecretStore() override;

    [[nodiscard]] Result<Secret> read(const QString &reference, const OperationContext &context) override;
    [[nodiscard]] Result<> write(const QString &reference, const Secret &secret,
                                 const OperationContext &context) override;
    [[nodiscard]] Result<> remove(const QString &reference, const OperationContext &context) override;

private:
    using Answer = Result<Secret>;
    /// Makes the job in the keyring's thread.
    using Maker = std::function<std::unique_ptr<QKeychain::Job>()>;

    Answer run(const QString &reference, const Maker &make, const OperationContext &context);
    static void start(std::unique_ptr<QKeychain::Job> owned,
                      const std::shared_ptr<std::promise<Answer>> &promise);

    QString m_service;
    std::chrono::milliseconds m_deadline;
    QThread m_thread;
    std::unique_ptr<QObject> m_home; ///< lives in m_thread
};

} // namespace pilothouse
