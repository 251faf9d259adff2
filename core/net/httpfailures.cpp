// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What libcurl's failures mean for an operator.

#include "core/base/redaction.h"
#include "core/net/httptransfer.h"

#include <QCoreApplication>

#include <cerrno>

namespace pilothouse {

namespace {

struct HttpFailuresText
{
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

} // namespace

tl::unexpected<Error> HttpTransfer::connectFailure() const
{
    long number = 0;
    curl_easy_getinfo(m_easy.get(), CURLINFO_OS_ERRNO, &number);
    const QString detail = redacted(QString::fromLocal8Bit(m_text));
    if (m_request.unixSocket.isEmpty())
        return failure(ErrorKind::Unreachable,
                       HttpFailuresText::tr("Nothing accepts connections at this address."), detail);
    const QString socket = m_request.unixSocket;
    if (number == ENOENT)
        return failure({ErrorKind::NotFound, socket, HttpFailuresText::tr("There is no such socket."),
                        HttpFailuresText::tr("Start what listens there, or name another socket."), detail});
    if (number == EACCES || number == EPERM)
        return failure({ErrorKind::Refused,
                        socket,
                        HttpFailuresText::tr("This user may not use the socket."),
                        {},
                        detail});
    return failure({ErrorKind::Unreachable,
                    socket,
                    HttpFailuresText::tr("Nothing accepts connections on this socket."),
                    {},
                    detail});
}

tl::unexpected<Error> HttpTransfer::failureOf(CURLcode code) const
{
    const QString detail = redacted(QString::fromLocal8Bit(m_text[0] ? m_text : curl_easy_strerror(code)));
    switch (code) {
    case CURLE_COULDNT_RESOLVE_HOST:
        return failure(ErrorKind::Unreachable,
                       HttpFailuresText::tr("The name of this host could not be found."), detail);
    case CURLE_COULDNT_CONNECT:
        return connectFailure();
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_SSL_ISSUER_ERROR:
        return failure(ErrorKind::Refused,
                       HttpFailuresText::tr("The server could not prove with its certificate who it is."),
                       detail);
    case CURLE_GOT_NOTHING:
        return failure(ErrorKind::Unreachable,
                       HttpFailuresText::tr("The server closed the connection without an answer."), detail);
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
        if (m_isHeadDone)
            return failure(ErrorKind::BadData, HttpFailuresText::tr("The answer broke off before its end."),
                           detail);
        return failure(ErrorKind::Unreachable,
                       HttpFailuresText::tr("The connection broke before the answer came."), detail);
    case CURLE_WEIRD_SERVER_REPLY:
    case CURLE_UNSUPPORTED_PROTOCOL:
        return failure(ErrorKind::BadData, HttpFailuresText::tr("What answers there does not speak HTTP."),
                       detail);
    case CURLE_BAD_CONTENT_ENCODING:
        return failure(ErrorKind::BadData, HttpFailuresText::tr("The answer is compressed in a broken way."),
                       detail);
    case CURLE_OUT_OF_MEMORY: // what libcurl says of one header beyond its own limit
        return failure(ErrorKind::BadData,
                       HttpFailuresText::tr("The head of the answer is larger than 64 KiB."), detail);
    case CURLE_URL_MALFORMAT:
        return failure(ErrorKind::BadInput, HttpFailuresText::tr("This is not an http or https address."),
                       detail);
    default:
        return failure(ErrorKind::Unreachable, HttpFailuresText::tr("The request failed."), detail);
    }
}

} // namespace pilothouse
