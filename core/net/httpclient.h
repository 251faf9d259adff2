// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QPair>
#include <QString>
#include <QUrl>

#include <chrono>
#include <functional>

namespace pilothouse {

struct HttpRequest
{
    QByteArray method = QByteArrayLiteral("GET");
    QUrl url;           ///< http or https; with `unixSocket` its host is only a name
    QString unixSocket; ///< absolute path of a socket; empty: TCP
    QList<QPair<QByteArray, QByteArray>> headers;
    QByteArray body;
    QString bodyFile; ///< a file that is sent as the body, piece by piece; empty: `body`
    std::chrono::milliseconds connectTimeout{5000};
    std::chrono::milliseconds firstByteTimeout{10000};
    std::chrono::milliseconds idleTimeout{15000};
    std::chrono::milliseconds totalTimeout{30000};
    qint64 bodyLimit = 4 << 20; ///< bytes; more is BadData
};

struct HttpResponse
{
    int status = 0;
    QList<QPair<QByteArray, QByteArray>> headers; ///< names in lower case
    QByteArray body;
    QUrl url; ///< after redirects
    std::chrono::milliseconds elapsed{0};

    QByteArray header(const QByteArray &name) const;
};

/// HTTP on libcurl (RELIABILITY.md C9): own deadlines, caps, TLS always verified, redirects only to the same
/// origin and at most three, no cookies, no cache, no proxy credentials. Blocking; safe from any thread;
/// cancel within 100 ms.
class HttpClient
{
public:
    [[nodiscard]] Result<HttpResponse> send(const HttpRequest &request,
                                            const OperationContext &context) const;

    /// A body without end or of any size, in pieces, constant memory: no total deadline; `idleTimeout` zero:
    /// none. `onHead` may refuse; `onData` returning false ends the stream without an error.
    using OnHead = std::function<Result<>(const HttpResponse &head)>;
    using OnData = std::function<bool(const QByteArray &piece)>;
    [[nodiscard]] Result<> stream(const HttpRequest &request, const OnHead &onHead, const OnData &onData,
                                  const OperationContext &context) const;
};

} // namespace pilothouse
