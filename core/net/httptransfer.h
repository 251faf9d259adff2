// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpclient.h"

#include <curl/curl.h>

#include <QFile>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace pilothouse {

/// What a request is about in errors: its address without user, password and query, or the socket.
QString displayAddress(const HttpRequest &request);

/// One exchange with one server: no redirects. Made, run once and dropped in one thread.
class HttpTransfer
{
public:
    using TimePoint = std::chrono::steady_clock::time_point;
    using OnHead = std::function<Result<>(const HttpResponse &head)>;
    /// False ends the transfer without an error.
    using OnData = std::function<Result<bool>(const QByteArray &piece)>;

    HttpTransfer(const HttpRequest &request, const OperationContext &context);
    ~HttpTransfer();
    HttpTransfer(const HttpTransfer &) = delete;
    HttpTransfer &operator=(const HttpTransfer &) = delete;

    /// Lets the server compress its answer; pieces arrive decompressed and the caller's cap counts those.
    void allowCompression();
    /// Blocks until the answer has ended; `deadline` is the end of everything, unset: none.
    [[nodiscard]] Result<> run(const OnHead &onHead, const OnData &onData, std::optional<TimePoint> deadline);

private:
    enum class Awaited { Connection, FirstByte, NextByte, End };
    struct Expiry
    {
        TimePoint when;
        Awaited what;
    };

    [[nodiscard]] Result<> configure();
    [[nodiscard]] Result<> addHeaders();
    [[nodiscard]] Result<> addBody();
    [[nodiscard]] Result<> addBodyFile();
    [[nodiscard]] Result<> loop(std::optional<TimePoint> deadline);
    [[nodiscard]] Result<> await(CURLM *multi, std::optional<TimePoint> deadline);
    std::optional<Expiry> nextExpiry(std::optional<TimePoint> deadline) const;
    QString sentenceOf(Awaited what) const;
    bool handOver();
    tl::unexpected<Error> failureOf(CURLcode code) const;
    tl::unexpected<Error> connectFailure() const;
    void onHeaderLine(const QByteArray &line);
    void endHead();

    static size_t headerCallback(char *data, size_t size, size_t count, void *self);
    static size_t writeCallback(char *data, size_t size, size_t count, void *self);
    static size_t readCallback(char *room, size_t size, size_t count, void *self);
    static int connectedCallback(void *self, char *, char *, int, int);

    const HttpRequest &m_request;
    const OperationContext &m_context;
    std::unique_ptr<CURL, void (*)(CURL *)> m_easy;
    std::unique_ptr<curl_slist, void (*)(curl_slist *)> m_headers;
    QFile m_bodyFile;
    OnHead m_onHead;
    OnData m_onData;
    HttpResponse m_head;
    std::optional<Error> m_error;
    QByteArray m_arrived; ///< what came and was not handed over yet
    bool m_isHeadDone = false;
    bool m_isStopped = false;
    qint64 m_headerBytes = 0;
    TimePoint m_started;
    std::optional<TimePoint> m_connected;
    std::optional<TimePoint> m_lastByte;
    std::optional<TimePoint> m_lastData; ///< the last byte of the turn before this one
    qint64 m_turnBytes = 0;              ///< that came in this turn
    int m_soonInRow = 0;                 ///< turns with data, each soon after the one before
    char m_text[CURL_ERROR_SIZE] = {};
};

} // namespace pilothouse
