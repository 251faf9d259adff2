// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A program in a container with both its ends in our hands: the engine takes the HTTP connection over.
#include "core/runtime/dockerengine.h"

#include <QFile>
#include <QJsonDocument>

#include <cerrno>
#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pilothouse {
namespace {

constexpr qsizetype AttachHeadLimit = 16 << 10;
constexpr std::chrono::seconds AttachTime{10};

Descriptor connectTo(const QString &socketPath)
{
    Descriptor socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address = {};
    address.sun_family = AF_UNIX;
    const QByteArray path = QFile::encodeName(socketPath);
    if (static_cast<size_t>(path.size()) >= sizeof address.sun_path)
        return {};
    std::copy(path.cbegin(), path.cend(), address.sun_path);
    const auto *general = reinterpret_cast<const sockaddr *>(&address);
    return socket.isOpen() && ::connect(socket.number(), general, sizeof address) == 0 ? std::move(socket)
                                                                                       : Descriptor();
}

bool sendAll(const Descriptor &socket, const QByteArray &bytes)
{
    qsizetype sent = 0;
    while (sent < bytes.size()) {
        const ssize_t count = ::send(socket.number(), bytes.constData() + sent,
                                     static_cast<size_t>(bytes.size() - sent), MSG_NOSIGNAL);
        if (count < 0 && errno != EINTR)
            return false;
        sent += std::max<ssize_t>(count, 0);
    }
    return true;
}

/// Byte by byte, for what comes after the head belongs to the program. Empty: no answer in time.
QByteArray readHead(const Descriptor &socket, const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + AttachTime;
    QByteArray head;
    while (!head.endsWith("\r\n\r\n")) {
        pollfd waiting{socket.number(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, 100);
        if (context.isCancelled() || std::chrono::steady_clock::now() > until
            || head.size() > AttachHeadLimit)
            return {};
        if (ready <= 0)
            continue;
        char byte = 0;
        if (::recv(socket.number(), &byte, 1, 0) != 1)
            return {};
        head += byte;
    }
    return head;
}

} // namespace

Result<Descriptor> DockerEngine::attach(const QString &container, const CommandLine &command,
                                        const OperationContext &context) const
{
    const auto id = createExec(container, command, true, context);
    if (!id)
        return failure(id.error());
    const auto spoken = api(context);
    if (!spoken)
        return failure(spoken.error());
    Descriptor socket = connectTo(m_socket);
    const QByteArray body = R"({"Detach":false,"Tty":false})";
    const QByteArray request = "POST /v1." + QByteArray::number(*spoken) + "/exec/" + id->toLatin1()
                               + "/start HTTP/1.1\r\nHost: docker\r\nContent-Type: application/json\r\n"
                                 "Connection: Upgrade\r\nUpgrade: tcp\r\nContent-Length: "
                               + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    const QByteArray head =
        socket.isOpen() && sendAll(socket, request) ? readHead(socket, context) : QByteArray();
    const QByteArray status = head.mid(head.indexOf(' ') + 1, 3);
    if (status == "101" || status == "200")
        return socket;
    Error error{ErrorKind::Unreachable,
                container,
                tr("The container engine does not let a program in the container be used."),
                {},
                QString::fromLatin1(head.left(head.indexOf('\r')))};
    if (context.isCancelled())
        error.kind = ErrorKind::Cancelled;
    return failure(error);
}

} // namespace pilothouse
