// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/websocketprobe.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QElapsedTimer>
#include <QRandomGenerator>

#include <optional>

namespace pilothouse {

namespace {

struct WebSocketProbeText
{
    Q_DECLARE_TR_FUNCTIONS(WebSocketProbe)
};

QByteArray newKey()
{
    QByteArray bytes(16, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes.toBase64();
}

QUrl overHttp(QUrl address)
{
    if (address.scheme() == QLatin1String("ws"))
        address.setScheme(QStringLiteral("http"));
    else if (address.scheme() == QLatin1String("wss"))
        address.setScheme(QStringLiteral("https"));
    return address;
}

HttpRequest handshake(const QUrl &address, const QByteArray &key, const WebSocketTimes &times)
{
    HttpRequest request;
    request.url = overHttp(address);
    const QByteArray origin =
        request.url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery | QUrl::RemoveUserInfo).toEncoded();
    request.headers = {{"Upgrade", "websocket"},
                       {"Connection", "Upgrade"},
                       {"Sec-WebSocket-Key", key},
                       {"Sec-WebSocket-Version", "13"},
                       {"Origin", origin}};
    request.connectTimeout = times.connect;
    request.firstByteTimeout = times.answer;
    request.idleTimeout = times.settle;
    return request;
}

bool hasToken(const QByteArray &header, const QByteArray &token)
{
    const QList<QByteArray> parts = header.split(',');
    return std::any_of(parts.begin(), parts.end(), [&token](const QByteArray &part) {
        return part.trimmed().compare(token, Qt::CaseInsensitive) == 0;
    });
}

QString proxyAdvice()
{
    return WebSocketProbeText::tr(
        "A proxy in between must speak HTTP/1.1 to the service and pass on the headers Upgrade and "
        "Connection (nginx: proxy_http_version 1.1, proxy_set_header Upgrade $http_upgrade, "
        "proxy_set_header Connection \"upgrade\").");
}

struct Meaning
{
    QString reason;
    QString advice;
};

Meaning gatewayMeaning(int status)
{
    if (status == 504)
        return {WebSocketProbeText::tr("504: a proxy answered, the service behind it did not in time."),
                WebSocketProbeText::tr(
                    "Check that the service answers on its own address, then the proxy's time limits.")};
    return {
        WebSocketProbeText::tr("%1: a proxy answered, it could not reach the service behind it.").arg(status),
        WebSocketProbeText::tr(
            "Check that the service runs, and the address and port that the proxy sends to.")};
}

/// What a status that is not 101 says about what is in between.
Meaning meaningOf(int status, const QByteArray &server)
{
    const QString who =
        server.isEmpty() ? QString() : QStringLiteral(" (%1)").arg(QString::fromLatin1(server));
    if (status >= 502 && status <= 504)
        return gatewayMeaning(status);
    if (status == 426)
        return {
            WebSocketProbeText::tr("426 Upgrade Required%1: the request arrived without its Upgrade header.")
                .arg(who),
            proxyAdvice()};
    if (status == 400)
        return {WebSocketProbeText::tr(
                    "400 Bad Request%1: the handshake arrived incomplete; the headers Upgrade or Connection "
                    "were lost on the way.")
                    .arg(who),
                proxyAdvice()};
    if (status >= 200 && status < 300)
        return {WebSocketProbeText::tr(
                    "%1%2: answered as a plain page; the request to upgrade was not passed on.")
                    .arg(status)
                    .arg(who),
                proxyAdvice()};
    if (status == 401 || status == 403)
        return {WebSocketProbeText::tr("%1%2: whoever answered wants a login or does not allow this origin.")
                    .arg(status)
                    .arg(who),
                WebSocketProbeText::tr(
                    "Let the proxy pass the WebSocket's path without a login of its own, and check which "
                    "origins it allows.")};
    if (status == 404)
        return {WebSocketProbeText::tr("404%1: nothing is served under this path.").arg(who),
                WebSocketProbeText::tr("Check the path, and that the proxy sends it on to the service.")};
    if (status >= 300 && status < 400)
        return {WebSocketProbeText::tr("%1%2: sent elsewhere; WebSocket clients do not follow that.")
                    .arg(status)
                    .arg(who),
                WebSocketProbeText::tr("Use the address that it leads to, often https instead of http.")};
    return {WebSocketProbeText::tr("%1%2: not the 101 that opens a WebSocket.").arg(status).arg(who),
            proxyAdvice()};
}

/// Empty where the head opens the WebSocket that was asked for.
std::optional<Meaning> complaintAbout(const HttpResponse &head, const QByteArray &key)
{
    if (head.status != 101)
        return meaningOf(head.status, head.header("server"));
    if (!hasToken(head.header("upgrade"), "websocket"))
        return Meaning{WebSocketProbeText::tr("101, but without the header Upgrade: websocket."),
                       proxyAdvice()};
    if (!hasToken(head.header("connection"), "upgrade"))
        return Meaning{WebSocketProbeText::tr("101, but without the header Connection: Upgrade."),
                       proxyAdvice()};
    if (head.header("sec-websocket-accept") != webSocketAccept(key))
        return Meaning{
            WebSocketProbeText::tr("101, but Sec-WebSocket-Accept does not fit the key that was sent."),
            WebSocketProbeText::tr(
                "Something in between answers in the place of the service, or from a cache.")};
    return std::nullopt;
}

Meaning meaningOf(const Error &error)
{
    if (error.kind == ErrorKind::TimedOut)
        return {error.message,
                WebSocketProbeText::tr(
                    "A firewall that drops the connection looks like this, and a proxy that holds the "
                    "answer back. Check its rules for this port.")};
    if (error.kind == ErrorKind::BadInput)
        return {error.message,
                WebSocketProbeText::tr("Give the address that the clients use, such as wss://HOST/ws.")};
    return {error.message, WebSocketProbeText::tr(
                               "Check the name of the host, that the service listens there, the port, and "
                               "firewall rules.")};
}

} // namespace

QByteArray webSocketAccept(const QByteArray &key)
{
    // The fixed word is RFC 6455's.
    const QByteArray joined = key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";
    return QCryptographicHash::hash(joined, QCryptographicHash::Sha1).toBase64();
}

WebSocketAnswer probeWebSocket(const QUrl &address, const HttpClient &client, const OperationContext &context,
                               const WebSocketTimes &times)
{
    const QByteArray key = newKey();
    WebSocketAnswer answer;
    answer.address = address.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveQuery).toDisplayString();
    const HttpRequest request = handshake(address, key, times);
    QElapsedTimer timer;
    timer.start();
    std::optional<Meaning> complaint;
    const auto onHead = [&](const HttpResponse &head) -> Result<> {
        const bool isElsewhere = head.url != request.url;
        answer.status = isElsewhere ? 302 : head.status;
        answer.milliseconds = timer.elapsed();
        complaint = isElsewhere ? meaningOf(answer.status, head.header("server")) : complaintAbout(head, key);
        if (complaint)
            return failure(ErrorKind::BadData, complaint->reason);
        return {};
    };
    // What the service says first is proof enough that the way is open.
    bool hasSpoken = false;
    const auto onData = [&hasSpoken](const QByteArray &) {
        hasSpoken = true;
        return false;
    };
    const auto ended = client.stream(request, onHead, onData, context);
    if (context.isCancelled())
        return answer;
    if (answer.status == 0) {
        complaint =
            ended ? Meaning{WebSocketProbeText::tr("The connection ended without an answer."), proxyAdvice()}
                  : meaningOf(ended.error());
    } else if (!complaint && !hasSpoken && (ended || ended.error().kind != ErrorKind::TimedOut)) {
        complaint = Meaning{
            WebSocketProbeText::tr("101, but the connection was closed at once."),
            WebSocketProbeText::tr("Look at the log of the service, and at the time limits of a proxy.")};
    }
    answer.isOpen = !complaint.has_value();
    answer.reason =
        complaint ? complaint->reason : WebSocketProbeText::tr("101 Switching Protocols, and it stays open.");
    answer.advice = complaint ? complaint->advice : QString();
    return answer;
}

} // namespace pilothouse
