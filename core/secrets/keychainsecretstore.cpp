// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/keychainsecretstore.h"

#include <qt6keychain/keychain.h>

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <cstring>

namespace pilothouse {
namespace {
struct KeychainSecretStoreText
{
    Q_DECLARE_TR_FUNCTIONS(KeychainSecretStore)
};

Error errorOf(const QKeychain::Job &job)
{
    // A session without bus or service ends up as "other error" in QtKeychain.
    Error error{ErrorKind::Unreachable,
                {},
                KeychainSecretStoreText::tr("The desktop's keyring cannot be reached."),
                KeychainSecretStoreText::tr(
                    "Start one, such as gnome-keyring; secrets are never stored anywhere else."),
                job.errorString()};
    switch (job.error()) {
    case QKeychain::EntryNotFound:
        error.kind = ErrorKind::NotFound;
        error.message = KeychainSecretStoreText::tr("The desktop's keyring has no such secret.");
        error.advice = KeychainSecretStoreText::tr("Enter it again; it is stored when the connection works.");
        break;
    case QKeychain::AccessDenied:
    case QKeychain::AccessDeniedByUser:
        error.kind = ErrorKind::Refused;
        error.message = KeychainSecretStoreText::tr("The desktop's keyring is locked.");
        error.advice = KeychainSecretStoreText::tr("Unlock it and try again.");
        break;
    case QKeychain::NoBackendAvailable:
    case QKeychain::NotImplemented:
        error.message = KeychainSecretStoreText::tr(
            "There is no keyring service (Secret Service or KWallet) in this session.");
        break;
    default:
        break;
    }
    return error;
}

/// A copy of what a job has read; the job's own bytes are overwritten.
Secret takeBytes(const QKeychain::ReadPasswordJob &job)
{
    const QByteArray shared = job.binaryData();
    Secret secret(QByteArray(shared.constData(), shared.size()));
    if (!shared.isEmpty())
        ::explicit_bzero(const_cast<char *>(shared.constData()), static_cast<size_t>(shared.size()));
    return secret;
}
} // namespace

KeychainSecretStore::KeychainSecretStore(QString service, std::chrono::milliseconds deadline)
    : m_service(std::move(service))
    , m_deadline(deadline)
    , m_home(std::make_unique<QObject>())
{
    m_thread.setObjectName(QStringLiteral("keyring"));
    m_home->moveToThread(&m_thread);
    m_thread.start();
}

KeychainSecretStore::~KeychainSecretStore()
{
    m_thread.quit();
    m_thread.wait();
}

Result<Secret> KeychainSecretStore::read(const QString &reference, const OperationContext &context)
{
    return run(
        reference, [this] { return std::make_unique<QKeychain::ReadPasswordJob>(m_service); }, context);
}

Result<> KeychainSecretStore::write(const QString &reference, const Secret &secret,
                                    const OperationContext &context)
{
    auto answer = run(
        reference,
        [service = m_service, secret] {
            auto job = std::make_unique<QKeychain::WritePasswordJob>(service);
            // The job shares these bytes; they are overwritten when it goes, and not before.
            const auto held = std::make_shared<const Secret>(secret);
            job->setBinaryData(held->bytes());
            QObject::connect(job.get(), &QKeychain::Job::finished, job.get(), [held] {});
            return job;
        },
        context);
    return answer.map([](const Secret &) {});
}

Result<> KeychainSecretStore::remove(const QString &reference, const OperationContext &context)
{
    const auto answer = run(
        reference, [this] { return std::make_unique<QKeychain::DeletePasswordJob>(m_service); }, context);
    if (!answer && answer.error().kind != ErrorKind::NotFound)
        return failure(answer.error());
    return {};
}

KeychainSecretStore::Answer KeychainSecretStore::run(const QString &reference, const Maker &make,
                                                     const OperationContext &context)
{
    Q_ASSERT(QThread::currentThread() != &m_thread);
    if (auto good = checkReference(reference); !good)
        return failure(good.error());
    const auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    QMetaObject::invokeMethod(
        m_home.get(),
        [make, reference, promise] {
            auto job = make();
            job->setKey(reference);
            start(std::move(job), promise);
        },
        Qt::QueuedConnection);
    const QDeadlineTimer deadline(m_deadline);
    while (answer.wait_for(std::chrono::milliseconds(20)) != std::future_status::ready) {
        if (context.isCancelled())
            return failure(
                Error{ErrorKind::Cancelled, reference, KeychainSecretStoreText::tr("Cancelled."), {}, {}});
        if (deadline.hasExpired())
            return failure(
                Error{ErrorKind::TimedOut,
                      reference,
                      KeychainSecretStoreText::tr("The desktop's keyring did not answer in time."),
                      KeychainSecretStoreText::tr("Unlock it, or answer its question, and try again."),
                      {}});
    }
    auto result = answer.get();
    if (!result)
        return failure(withSubject(result.error(), reference));
    return result;
}

void KeychainSecretStore::start(std::unique_ptr<QKeychain::Job> owned,
                                const std::shared_ptr<std::promise<Answer>> &promise)
{
    QKeychain::Job *job = owned.release(); // deletes itself when it has finished
    job->setInsecureFallback(false);
    QObject::connect(job, &QKeychain::Job::finished, job, [promise](QKeychain::Job *finished) {
        if (finished->error() != QKeychain::NoError)
            promise->set_value(failure(errorOf(*finished)));
        else if (auto *reading = qobject_cast<QKeychain::ReadPasswordJob *>(finished))
            promise->set_value(takeBytes(*reading));
        else
            promise->set_value(Secret());
    });
    job->start();
}

} // namespace pilothouse
