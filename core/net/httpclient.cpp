// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "core/net/httptransfer.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr int RedirectLimit = 3;

struct HttpClientText
{
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

bool isRedirect(const HttpRequest &request, const HttpResponse &head)
{
    const bool isRead = request.method == "GET" || request.method == "HEAD";
    const bool isMoved = head.status == 301 || head.status == 302 || head.status == 303 || head.status == 307
                         || head.status == 308;
    return isRead && isMoved && !head.header(QByteArrayLiteral("location")).isEmpty();
}

int portOf(const QUrl &url)
{
    return url.port(url.scheme() == QLatin1String("https") ? 443 : 80);
}

/// Where a redirect leads, if that is the same server: credentials never travel to another one.
Result<QUrl> redirectTarget(const QUrl &from, const HttpResponse &head)
{
    QUrl target = from.resolved(QUrl::fromEncoded(head.header(QByteArrayLiteral("location"))));
    const bool isSame = target.isValid() && target.scheme() == from.scheme() && target.host() == from.host()
                        && portOf(target) == portOf(from);
    if (!isSame)
        return failure(
            ErrorKind::Refused,
            HttpClientText::tr("The server sends to another one, %1, and Pilothouse does not follow.")
                .arg(visibleText(target.host().left(100))));
    target.setUserInfo(from.userInfo());
    return target;
}

/// How a request is carried out, and who sees the last answer; borrowed.
struct Transport
{
    bool isCompressed;
    std::optional<HttpTransfer::TimePoint> deadline;
    const HttpTransfer::OnHead &onHead;
    const HttpTransfer::OnData &onData;
};

/// Runs the request and up to three redirects.
Result<> follow(HttpRequest request, const Transport &transport, const OperationContext &context)
{
    const QString subject = displayAddress(request);
    for (int redirects = 0; redirects <= RedirectLimit; ++redirects) {
        HttpTransfer transfer(request, context);
        if (transport.isCompressed)
            transfer.allowCompression();
        std::optional<QUrl> next;
        const auto head = [&](const HttpResponse &answer) -> Result<> {
            if (!isRedirect(request, answer))
                return transport.onHead(answer);
            Result<QUrl> target = redirectTarget(request.url, answer);
            if (!target)
                return failure(target.error());
            next = *target;
            return {};
        };
        const auto data = [&](const QByteArray &piece) -> Result<bool> {
            return next ? false : transport.onData(piece);
        };
        if (auto result = transfer.run(head, data, transport.deadline); !result)
            return failure(withSubject(result.error(), subject));
        if (!next)
            return {};
        request.url = *next;
    }
    return failure(
        withSubject(failure(ErrorKind::BadData,
                            HttpClientText::tr("The server redirects more than %1 times.").arg(RedirectLimit))
                        .value(),
                    subject));
}

} // namespace

QByteArray HttpResponse::header(const QByteArray &name) const
{
    for (const auto &[key, value] : headers) {
        if (key == name)
            return value;
    }
    return {};
}

Result<HttpResponse> HttpClient::send(const HttpRequest &request, const OperationContext &context) const
{
    const auto started = std::chrono::steady_clock::now();
    HttpResponse response;
    const auto onHead = [&](const HttpResponse &head) -> Result<> {
        response = head;
        return {};
    };
    const auto onData = [&](const QByteArray &piece) -> Result<bool> {
        if (response.body.size() + piece.size() > request.bodyLimit)
            return failure(
                ErrorKind::BadData,
                HttpClientText::tr("The answer is larger than %1.").arg(formatBytes(request.bodyLimit)));
        response.body += piece;
        return true;
    };
    std::optional<HttpTransfer::TimePoint> deadline;
    if (request.totalTimeout > std::chrono::milliseconds::zero())
        deadline = started + request.totalTimeout;
    if (auto done = follow(request, {request.unixSocket.isEmpty(), deadline, onHead, onData}, context); !done)
        return failure(done.error());
    response.elapsed =
        std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::steady_clock::now() - started);
    return response;
}

Result<> HttpClient::stream(const HttpRequest &request, const OnHead &onHead, const OnData &onData,
                            const OperationContext &context) const
{
    const auto pass = [&onData](const QByteArray &piece) -> Result<bool> { return onData(piece); };
    return follow(request, {false, std::nullopt, onHead, pass}, context);
}

} // namespace pilothouse
