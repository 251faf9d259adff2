// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httptransfer.h"

#include "core/base/foreigntext.h"

#include <QCoreApplication>

#include <cerrno>
#include <thread>
#include <utility>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

constexpr qint64 HeaderLimit = 64 * 1024;
constexpr milliseconds PollInterval{50}; // how soon a cancel is seen
constexpr long BufferBytes = 128 * 1024;
/// So much is handed over together where it comes in smaller pieces.
constexpr qsizetype HandOverBytes = 128 * 1024;
/// Where data keeps coming, it is let gather for so long: a server that sends each line by itself would
/// otherwise wake us for each, and both would be busy with that.
constexpr std::chrono::microseconds GatherTime{500};
/// A short answer may come in so many pieces at once; it is not waited for.
constexpr int SoonOfAnswer = 16;
/// What comes in larger pieces than that is not slowed down.
constexpr qint64 LittleBytes = 32 * 1024;

struct HttpTransferText
{
    Q_DECLARE_TR_FUNCTIONS(HttpClient)
};

bool isClean(const QByteArray &text)
{
    return !text.contains('\r') && !text.contains('\n') && !text.contains('\0');
}

bool isMethod(const QByteArray &method)
{
    return !method.isEmpty() && std::all_of(method.begin(), method.end(), [](char letter) {
        return letter >= 'A' && letter <= 'Z';
    });
}

/// libcurl wants one initialisation for the process, before the first handle.
bool isCurlReady()
{
    static const CURLcode Code = curl_global_init(CURL_GLOBAL_DEFAULT);
    return Code == CURLE_OK;
}

/// Keeps an easy handle in a multi handle for the time of one loop.
class MultiHandle
{
public:
    explicit MultiHandle(CURL *easy)
        : m_multi(curl_multi_init())
        , m_easy(easy)
    {
        curl_multi_add_handle(m_multi, m_easy);
    }
    ~MultiHandle()
    {
        curl_multi_remove_handle(m_multi, m_easy);
        curl_multi_cleanup(m_multi);
    }
    MultiHandle(const MultiHandle &) = delete;
    MultiHandle &operator=(const MultiHandle &) = delete;

    CURLM *get() const { return m_multi; }
    CURLcode result() const
    {
        int left = 0;
        while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
            if (message->msg == CURLMSG_DONE)
                return message->data.result;
        }
        return CURLE_OK;
    }

private:
    CURLM *m_multi;
    CURL *m_easy;
};

} // namespace

QString displayAddress(const HttpRequest &request)
{
    if (!request.unixSocket.isEmpty())
        return request.unixSocket;
    return visibleText(
        request.url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment));
}

HttpTransfer::HttpTransfer(const HttpRequest &request, const OperationContext &context)
    : m_request(request)
    , m_context(context)
    , m_easy(isCurlReady() ? curl_easy_init() : nullptr, curl_easy_cleanup)
    , m_headers(nullptr, curl_slist_free_all)
{
}

HttpTransfer::~HttpTransfer() = default;

void HttpTransfer::allowCompression()
{
    if (m_easy)
        curl_easy_setopt(m_easy.get(), CURLOPT_ACCEPT_ENCODING, "gzip");
}

Result<> HttpTransfer::run(const OnHead &onHead, const OnData &onData, std::optional<TimePoint> deadline)
{
    m_onHead = onHead;
    m_onData = onData;
    if (auto configured = configure(); !configured)
        return configured;
    m_started = std::chrono::steady_clock::now();
    return loop(deadline);
}

Result<> HttpTransfer::configure()
{
    if (!m_easy)
        return failure(ErrorKind::Internal, HttpTransferText::tr("The HTTP library could not be started."));
    const QString scheme = m_request.url.scheme();
    const bool isHttp = scheme == QLatin1String("http") || scheme == QLatin1String("https");
    if (!isHttp || m_request.url.host().isEmpty() || !m_request.url.isValid())
        return failure(ErrorKind::BadInput, HttpTransferText::tr("This is not an http or https address."));
    if (!isMethod(m_request.method))
        return failure(ErrorKind::BadInput, HttpTransferText::tr("This is not an HTTP method."));

    CURL *easy = m_easy.get();
    const QByteArray url = m_request.url.toEncoded(QUrl::RemoveFragment);
    curl_easy_setopt(easy, CURLOPT_URL, url.constData());
    curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYPEER, 1L);
    curl_easy_setopt(easy, CURLOPT_SSL_VERIFYHOST, 2L);
    curl_easy_setopt(easy, CURLOPT_PROXY,
                     ""); // the environment's proxies would see the operator's credentials
    curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L); // a cancel does not wait for the name server
    curl_easy_setopt(easy, CURLOPT_BUFFERSIZE, BufferBytes);
    curl_easy_setopt(easy, CURLOPT_USERAGENT, "pilothouse");
    curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, m_text);
    curl_easy_setopt(easy, CURLOPT_HEADERFUNCTION, &HttpTransfer::headerCallback);
    curl_easy_setopt(easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &HttpTransfer::writeCallback);
    curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(easy, CURLOPT_PREREQFUNCTION, &HttpTransfer::connectedCallback);
    curl_easy_setopt(easy, CURLOPT_PREREQDATA, this);
    if (!m_request.unixSocket.isEmpty())
        curl_easy_setopt(easy, CURLOPT_UNIX_SOCKET_PATH, m_request.unixSocket.toLocal8Bit().constData());
    return addBody().and_then([this] { return addHeaders(); });
}

Result<> HttpTransfer::addBody()
{
    CURL *easy = m_easy.get();
    if (!m_request.bodyFile.isEmpty())
        return addBodyFile();
    if (m_request.method == "HEAD") {
        curl_easy_setopt(easy, CURLOPT_NOBODY, 1L);
        return {};
    }
    if (m_request.method == "GET" && m_request.body.isEmpty())
        return {};
    if (m_request.method == "POST" || m_request.method == "PUT" || m_request.method == "PATCH"
        || !m_request.body.isEmpty()) {
        curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_request.body.size()));
        curl_easy_setopt(easy, CURLOPT_COPYPOSTFIELDS, m_request.body.constData());
    }
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    return {};
}

Result<> HttpTransfer::addBodyFile()
{
    m_bodyFile.setFileName(m_request.bodyFile);
    if (!m_bodyFile.open(QIODevice::ReadOnly))
        return failure(ErrorKind::BadInput, HttpTransferText::tr("The file to send cannot be read."),
                       m_bodyFile.errorString());
    CURL *easy = m_easy.get();
    curl_easy_setopt(easy, CURLOPT_UPLOAD, 1L);
    curl_easy_setopt(easy, CURLOPT_READFUNCTION, &HttpTransfer::readCallback);
    curl_easy_setopt(easy, CURLOPT_READDATA, this);
    curl_easy_setopt(easy, CURLOPT_INFILESIZE_LARGE, static_cast<curl_off_t>(m_bodyFile.size()));
    curl_easy_setopt(easy, CURLOPT_CUSTOMREQUEST, m_request.method.constData());
    return {};
}

Result<> HttpTransfer::addHeaders()
{
    bool hasType = false;
    QList<QByteArray> lines{QByteArrayLiteral("Expect:")};
    for (const auto &[name, value] : m_request.headers) {
        if (name.isEmpty() || name.contains(':') || !isClean(name) || !isClean(value))
            return failure(ErrorKind::BadInput,
                           HttpTransferText::tr("A header of this request is not valid."));
        hasType = hasType || name.compare("content-type", Qt::CaseInsensitive) == 0;
        lines << (value.isEmpty() ? QByteArray(name + ';') : QByteArray(name + ": " + value));
    }
    if (!hasType)
        lines << QByteArrayLiteral("Content-Type:"); // else libcurl calls every body a form
    for (const QByteArray &line : std::as_const(lines)) {
        curl_slist *longer = curl_slist_append(m_headers.get(), line.constData());
        if (!longer)
            return failure(ErrorKind::Internal,
                           HttpTransferText::tr("There is not enough memory for this request."));
        (void)m_headers.release();
        m_headers.reset(longer);
    }
    curl_easy_setopt(m_easy.get(), CURLOPT_HTTPHEADER, m_headers.get());
    return {};
}

Result<> HttpTransfer::loop(std::optional<TimePoint> deadline)
{
    const MultiHandle multi(m_easy.get());
    int running = 1;
    while (running > 0) {
        if (m_context.isCancelled())
            return failure(ErrorKind::Cancelled, HttpTransferText::tr("The request was cancelled."));
        const CURLMcode code = curl_multi_perform(multi.get(), &running);
        if (code != CURLM_OK)
            return failure(ErrorKind::Internal, HttpTransferText::tr("The HTTP library failed."),
                           QString::fromUtf8(curl_multi_strerror(code)));
        handOver();
        if (m_error)
            return failure(*m_error);
        if (m_isStopped)
            return {};
        if (running == 0)
            break;
        if (auto came = await(multi.get(), deadline); !came)
            return came;
    }
    const CURLcode result = multi.result();
    if (result != CURLE_OK)
        return failureOf(result);
    if (!m_isHeadDone)
        endHead();
    if (m_error)
        return failure(*m_error);
    return {};
}

/// Until there may be more to do; TimedOut where it took too long.
Result<> HttpTransfer::await(CURLM *multi, std::optional<TimePoint> deadline)
{
    const TimePoint now = std::chrono::steady_clock::now();
    milliseconds wait = PollInterval;
    if (const auto expiry = nextExpiry(deadline)) {
        const auto left = std::chrono::ceil<milliseconds>(expiry->when - now);
        if (left <= milliseconds::zero())
            return failure(ErrorKind::TimedOut, sentenceOf(expiry->what));
        wait = std::min(wait, left);
    }
    const bool isSoon = m_lastByte && m_lastData && *m_lastByte - *m_lastData < 2 * GatherTime;
    const bool hasCome = std::exchange(m_lastData, m_lastByte) != m_lastByte;
    m_soonInRow = isSoon && hasCome ? m_soonInRow + 1 : 0;
    const bool isLittle = std::exchange(m_turnBytes, 0) < LittleBytes;
    if (m_soonInRow > SoonOfAnswer && isLittle)
        std::this_thread::sleep_for(GatherTime);
    else
        curl_multi_poll(multi, nullptr, 0, static_cast<int>(wait.count()), nullptr);
    return {};
}

std::optional<HttpTransfer::Expiry> HttpTransfer::nextExpiry(std::optional<TimePoint> deadline) const
{
    std::optional<Expiry> next;
    const auto consider = [&next](TimePoint since, milliseconds time, Awaited what) {
        if (time > milliseconds::zero() && (!next || since + time < next->when))
            next = Expiry{since + time, what};
    };
    if (!m_connected)
        consider(m_started, m_request.connectTimeout, Awaited::Connection);
    else if (!m_lastByte)
        consider(*m_connected, m_request.firstByteTimeout, Awaited::FirstByte);
    else
        consider(*m_lastByte, m_request.idleTimeout, Awaited::NextByte);
    if (deadline && (!next || *deadline < next->when))
        next = Expiry{*deadline, Awaited::End};
    return next;
}

QString HttpTransfer::sentenceOf(Awaited what) const
{
    const auto seconds = [](milliseconds time) {
        return QString::number(static_cast<double>(time.count()) / 1000);
    };
    switch (what) {
    case Awaited::Connection:
        return HttpTransferText::tr("No connection within %1 s.").arg(seconds(m_request.connectTimeout));
    case Awaited::FirstByte:
        return HttpTransferText::tr("Connected, but no answer within %1 s.")
            .arg(seconds(m_request.firstByteTimeout));
    case Awaited::NextByte:
        return HttpTransferText::tr("The answer stopped: nothing came for %1 s.")
            .arg(seconds(m_request.idleTimeout));
    case Awaited::End:
        break;
    }
    return HttpTransferText::tr("The answer was not complete after %1 s.")
        .arg(seconds(m_request.totalTimeout));
}

void HttpTransfer::onHeaderLine(const QByteArray &line)
{
    m_lastByte = std::chrono::steady_clock::now();
    m_headerBytes += line.size();
    if (m_headerBytes > HeaderLimit) {
        m_error =
            failure(ErrorKind::BadData, HttpTransferText::tr("The head of the answer is larger than 64 KiB."))
                .value();
        return;
    }
    if (m_isHeadDone)
        return; // trailers
    if (line.startsWith("HTTP/")) {
        m_head = HttpResponse{};
        m_head.status = line.mid(line.indexOf(' ') + 1, 3).toInt();
        return;
    }
    const QByteArray trimmed = line.trimmed();
    if (trimmed.isEmpty()) {
        if (m_head.status >= 200 || m_head.status == 101) // what follows is another protocol
            endHead();
        return;
    }
    const qsizetype colon = trimmed.indexOf(':');
    if (colon > 0)
        m_head.headers.append({trimmed.left(colon).trimmed().toLower(), trimmed.mid(colon + 1).trimmed()});
}

void HttpTransfer::endHead()
{
    m_isHeadDone = true;
    m_head.url = m_request.url;
    if (auto accepted = m_onHead(m_head); !accepted)
        m_error = accepted.error();
}

size_t HttpTransfer::headerCallback(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    transfer->onHeaderLine(QByteArray(data, static_cast<qsizetype>(size * count)));
    return transfer->m_error ? 0 : size * count;
}

size_t HttpTransfer::writeCallback(char *data, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    transfer->m_turnBytes += static_cast<qint64>(size * count);
    transfer->m_arrived.append(data, static_cast<qsizetype>(size * count));
    transfer->m_lastByte = std::chrono::steady_clock::now();
    const bool goesOn = transfer->m_arrived.size() < HandOverBytes || transfer->handOver();
    return goesOn ? size * count : 0;
}

/// False where no more is wanted.
bool HttpTransfer::handOver()
{
    if (m_arrived.isEmpty() || m_error || m_isStopped)
        return !m_error && !m_isStopped;
    const Result<bool> goesOn = m_onData(std::exchange(m_arrived, {}));
    m_lastByte = std::chrono::steady_clock::now(); // the time it took is not the server's
    if (!goesOn)
        m_error = goesOn.error();
    else
        m_isStopped = !*goesOn;
    return !m_error && !m_isStopped;
}

/// The time for the first byte of the answer counts from the last piece that was sent.
size_t HttpTransfer::readCallback(char *room, size_t size, size_t count, void *self)
{
    auto *transfer = static_cast<HttpTransfer *>(self);
    const qint64 got = transfer->m_bodyFile.read(room, static_cast<qint64>(size * count));
    transfer->m_connected = std::chrono::steady_clock::now();
    return got < 0 ? CURL_READFUNC_ABORT : static_cast<size_t>(got);
}

int HttpTransfer::connectedCallback(void *self, char *, char *, int, int)
{
    static_cast<HttpTransfer *>(self)->m_connected = std::chrono::steady_clock::now();
    return CURL_PREREQFUNC_OK;
}

} // namespace pilothouse
