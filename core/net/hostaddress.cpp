// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/hostaddress.h"

#include <QCoreApplication>

#include <future>
#include <memory>
#include <netdb.h>
#include <sys/socket.h>
#include <thread>

namespace pilothouse {
namespace {

struct HostAddressText
{
    Q_DECLARE_TR_FUNCTIONS(HostAddress)
};

struct Answer
{
    int code = 0;
    QStringList addresses;
};

Answer lookUp(const QByteArray &host)
{
    addrinfo hints{};
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_ADDRCONFIG;
    addrinfo *found = nullptr;
    Answer answer;
    answer.code = ::getaddrinfo(host.constData(), nullptr, &hints, &found);
    const std::unique_ptr<addrinfo, void (*)(addrinfo *)> owner(found, &::freeaddrinfo);
    if (answer.code != 0)
        return answer;
    for (const addrinfo *each = found; each && answer.code == 0; each = each->ai_next) {
        char text[NI_MAXHOST] = "";
        answer.code =
            ::getnameinfo(each->ai_addr, each->ai_addrlen, text, sizeof(text), nullptr, 0, NI_NUMERICHOST);
        answer.addresses << QString::fromLatin1(text);
    }
    answer.addresses.removeDuplicates();
    return answer;
}

} // namespace

Result<QStringList> resolveHost(const QString &host, std::chrono::milliseconds deadline,
                                const OperationContext &context)
{
    constexpr std::chrono::milliseconds Slice{50};
    auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> future = promise->get_future();
    std::thread([promise, name = host.toUtf8()] { promise->set_value(lookUp(name)); }).detach();
    const auto until = std::chrono::steady_clock::now() + deadline;
    while (future.wait_for(Slice) != std::future_status::ready) {
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled,
                           HostAddressText::tr("Cancelled while looking up %1.").arg(host));
        if (std::chrono::steady_clock::now() >= until)
            return failure(
                Error{ErrorKind::TimedOut,
                      host,
                      HostAddressText::tr("The name %1 is not resolved in time.").arg(host),
                      HostAddressText::tr("Look at this machine's name servers, or give the address itself."),
                      {}});
    }
    const Answer answer = future.get();
    if (answer.code == 0)
        return answer.addresses;
    return failure(Error{ErrorKind::NotFound, host,
                         HostAddressText::tr("There is no machine named %1.").arg(host),
                         HostAddressText::tr("Check the name, or give the address itself."),
                         QString::fromLocal8Bit(::gai_strerror(answer.code))});
}

} // namespace pilothouse
