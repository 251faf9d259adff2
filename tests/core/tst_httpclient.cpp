// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/httpclient.h"
#include "tests/support/stubserver.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QProcess>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_httpclient {
using namespace std::chrono_literals;

namespace {

HttpRequest requestTo(const QUrl &url)
{
    HttpRequest request;
    request.url = url;
    request.connectTimeout = 400ms;
    request.firstByteTimeout = 400ms;
    request.idleTimeout = 400ms;
    request.totalTimeout = 1500ms;
    return request;
}

qint64 residentBytes()
{
    const QList<QByteArray> fields = readAll(QStringLiteral("/proc/self/statm")).split(' ');
    return fields.value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

int openDescriptors()
{
    return static_cast<int>(QDir(QStringLiteral("/proc/self/fd"))
                                .entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System)
                                .size());
}

/// 40 MB of zeros in 40 kB: a gzip member of the same stored block would be as long, so it is made by gzip
/// itself.
QByteArray gzipBomb()
{
    QProcess gzip;
    gzip.start(QStringLiteral("/bin/sh"),
               {QStringLiteral("-c"), QStringLiteral("head -c 40000000 /dev/zero | gzip -9")});
    gzip.waitForFinished();
    return gzip.readAllStandardOutput();
}

const QByteArray Head = QByteArrayLiteral("HTTP/1.1 200 OK\r\n");

} // namespace

class TestHttpClient : public QObject
{
    Q_OBJECT

private slots:
    void returnsStatusHeadersAndBody();
    void sendsMethodHeadersAndBody();
    void speaksOverAUnixSocket();
    void endsHostileAnswersInTime_data();
    void endsHostileAnswersInTime();
    void failsWhereNothingListens();
    void failsWhereNothingConnects();
    void tellsWhatIsWrongWithASocket();
    void followsRedirectsToTheSameServer();
    void refusesRedirectsToAnotherServer();
    void leavesTheRedirectOfAPostToTheCaller();
    void keepsNoCookies();
    void refusesAnUnknownCertificate();
    void refusesHeadersWithLineBreaks();
    void neverShowsCredentialsInErrors();
    void cancelsWithin100Milliseconds();
    void streamsWithoutEndInConstantMemory();
    void streamsWithoutAnIdleDeadlineWhereNoneIsWanted();
    void letsTheHeadRefuseAStream();
    void leaksNoDescriptors();

private:
    HttpClient m_client;
    OperationContext m_context;
};

void TestHttpClient::returnsStatusHeadersAndBody()
{
    StubServer server([](StubConnection &connection, const QByteArray &) {
        connection.answer(503, "{\"status\":\"starting\"}", "X-Thing: a\r\nX-thing: b\r\n");
    });
    const auto response = m_client.send(requestTo(server.url(QStringLiteral("/health?x=1"))), m_context);
    QVERIFY_RESULT(response);
    QCOMPARE(response->status, 503);
    QCOMPARE(response->body, QByteArray("{\"status\":\"starting\"}"));
    QCOMPARE(response->header("x-thing"), QByteArray("a"));
    QVERIFY(server.requests().first().startsWith("GET /health?x=1 HTTP/1.1\r\n"));
}

void TestHttpClient::sendsMethodHeadersAndBody()
{
    StubServer server([](StubConnection &connection, const QByteArray &) { connection.answer(201, {}); });
    HttpRequest request = requestTo(server.url());
    request.method = "POST";
    request.body = "{\"a\":\"\\u0000\"}";
    request.headers = {{"Content-Type", "application/json"}, {"Authorization", "Bearer abc"}};
    QVERIFY_RESULT(m_client.send(request, m_context));
    const QByteArray seen = server.requests().first();
    QVERIFY(seen.startsWith("POST / HTTP/1.1"));
    QVERIFY(seen.contains("Content-Type: application/json\r\n"));
    QVERIFY(seen.contains("Authorization: Bearer abc\r\n"));
    QVERIFY(!seen.contains("Expect:"));
    QVERIFY(seen.endsWith(request.body));
}

void TestHttpClient::speaksOverAUnixSocket()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("engine.sock"));
    StubServer server(path,
                      [](StubConnection &connection, const QByteArray &) { connection.answer(200, "here"); });
    HttpRequest request = requestTo(QUrl(QStringLiteral("http://engine/info")));
    request.unixSocket = path;
    const auto response = m_client.send(request, m_context);
    QVERIFY_RESULT(response);
    QCOMPARE(response->body, QByteArray("here"));
    QVERIFY(server.requests().first().startsWith("GET /info"));
}

void TestHttpClient::endsHostileAnswersInTime_data()
{
    using Handler = StubServer::Handler;
    QTest::addColumn<Handler>("handler");
    QTest::addColumn<ErrorKind>("kind");
    const auto row = [](const char *name, ErrorKind kind, Handler handler) {
        QTest::newRow(name) << std::move(handler) << kind;
    };
    row("never answers", ErrorKind::TimedOut, [](StubConnection &c, const QByteArray &) { c.hold(); });
    row("half a head", ErrorKind::TimedOut, [](StubConnection &c, const QByteArray &) {
        c.send("HTTP/1.1 200 OK\r\nContent-");
        c.hold();
    });
    row("stops in the body", ErrorKind::TimedOut, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "Content-Length: 100\r\n\r\nhalf");
        c.hold();
    });
    row("slow loris body", ErrorKind::TimedOut, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "\r\n");
        while (c.pause(60) && c.send("x")) {
        }
    });
    row("slow loris head", ErrorKind::TimedOut, [](StubConnection &c, const QByteArray &) {
        c.send(Head);
        while (c.pause(60) && c.send("X-A: b\r\n")) {
        }
    });
    row("infinite body", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "\r\n");
        while (c.send(QByteArray(65536, 'x'))) {
        }
    });
    row("body longer than allowed", ErrorKind::BadData,
        [](StubConnection &c, const QByteArray &) { c.answer(200, QByteArray((4 << 20) + 1, 'x')); });
    row("one endless header", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "X-Long: ");
        while (c.send(QByteArray(65536, 'x'))) {
        }
    });
    row("headers without end", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.send(Head);
        while (c.send("X-Short: xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx\r\n")) {
        }
    });
    row("interim answers without end", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        while (c.send("HTTP/1.1 100 Continue\r\n\r\n")) {
        }
    });
    row("redirect loop", ErrorKind::BadData,
        [](StubConnection &c, const QByteArray &) { c.answer(302, {}, "Location: /again\r\n"); });
    row("redirect to a file", ErrorKind::Refused,
        [](StubConnection &c, const QByteArray &) { c.answer(302, {}, "Location: file:///etc/passwd\r\n"); });
    row("gzip bomb", ErrorKind::BadData, [bomb = gzipBomb()](StubConnection &c, const QByteArray &) {
        c.answer(200, bomb, "Content-Encoding: gzip\r\n");
    });
    row("broken gzip", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.answer(200, "this is no gzip", "Content-Encoding: gzip\r\n");
    });
    row("cut in the middle", ErrorKind::BadData,
        [](StubConnection &c, const QByteArray &) { c.send(Head + "Content-Length: 100\r\n\r\nhalf"); });
    row("reset in the middle", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "Content-Length: 100\r\n\r\nhalf");
        c.pause(100);
        c.reset();
    });
    row("bad chunk size", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "Transfer-Encoding: chunked\r\n\r\nzzzz\r\nhello\r\n0\r\n\r\n");
    });
    row("chunks cut off", ErrorKind::BadData, [](StubConnection &c, const QByteArray &) {
        c.send(Head + "Transfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n");
    });
    row("closes without a word", ErrorKind::Unreachable, [](StubConnection &, const QByteArray &) {});
    row("resets without a word", ErrorKind::Unreachable,
        [](StubConnection &c, const QByteArray &) { c.reset(); });
    row("not HTTP", ErrorKind::BadData,
        [](StubConnection &c, const QByteArray &) { c.send("SSH-2.0-OpenSSH_9.2\r\n"); });
}

void TestHttpClient::endsHostileAnswersInTime()
{
    QFETCH(StubServer::Handler, handler);
    QFETCH(ErrorKind, kind);
    StubServer server(handler);
    const qint64 before = residentBytes();
    QElapsedTimer timer;
    timer.start();
    const auto response = m_client.send(requestTo(server.url()), m_context);
    QVERIFY(timer.elapsed() <= 1700);
    QVERIFY(!response);
    QCOMPARE(errorKindName(response.error().kind), errorKindName(kind));
    QVERIFY(!response.error().message.isEmpty());
    QVERIFY(!response.error().subject.isEmpty());
    QVERIFY2(residentBytes() - before < 16 << 20, "memory");
}

void TestHttpClient::failsWhereNothingListens()
{
    quint16 port = 0;
    {
        StubServer server([](StubConnection &, const QByteArray &) {});
        port = server.port();
    }
    const auto response =
        m_client.send(requestTo(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(port))), m_context);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Unreachable);
}

void TestHttpClient::failsWhereNothingConnects()
{
    const int listener = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    QCOMPARE(bind(listener, reinterpret_cast<sockaddr *>(&address), size), 0);
    QCOMPARE(listen(listener, 0), 0);
    getsockname(listener, reinterpret_cast<sockaddr *>(&address), &size);
    std::vector<int> fillers; // a full backlog swallows every further connection
    for (int i = 0; i < 4; ++i) {
        fillers.push_back(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
        (void)::connect(fillers.back(), reinterpret_cast<sockaddr *>(&address), size);
    }
    const auto response = m_client.send(
        requestTo(QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(ntohs(address.sin_port)))), m_context);
    for (const int filler : fillers)
        close(filler);
    close(listener);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::TimedOut);
    QVERIFY(response.error().message.contains(QStringLiteral("0.4 s")));
}

void TestHttpClient::tellsWhatIsWrongWithASocket()
{
    QTemporaryDir folder;
    HttpRequest request = requestTo(QUrl(QStringLiteral("http://engine/")));
    request.unixSocket = folder.filePath(QStringLiteral("none.sock"));
    QCOMPARE(m_client.send(request, m_context).error().kind, ErrorKind::NotFound);
    writeAll(request.unixSocket, {});
    QCOMPARE(m_client.send(request, m_context).error().kind, ErrorKind::Unreachable);
}

void TestHttpClient::followsRedirectsToTheSameServer()
{
    StubServer server([](StubConnection &connection, const QByteArray &request) {
        if (request.startsWith("GET /c "))
            connection.answer(200, "end");
        else
            connection.answer(307, "ignored",
                              request.startsWith("GET /a ") ? "Location: /b\r\n" : "Location: c\r\n");
    });
    const auto response = m_client.send(requestTo(server.url(QStringLiteral("/a"))), m_context);
    QVERIFY_RESULT(response);
    QCOMPARE(response->body, QByteArray("end"));
    QCOMPARE(response->url.path(), QStringLiteral("/c"));
}

void TestHttpClient::refusesRedirectsToAnotherServer()
{
    StubServer other([](StubConnection &connection, const QByteArray &) { connection.answer(200, {}); });
    const QByteArray target = other.url(QStringLiteral("/steal")).toEncoded();
    StubServer server([target](StubConnection &connection, const QByteArray &) {
        connection.answer(302, {}, "Location: " + target + "\r\n");
    });
    HttpRequest request = requestTo(server.url());
    request.headers = {{"Authorization", "Bearer abc"}};
    const auto response = m_client.send(request, m_context);
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Refused);
    QVERIFY(other.requests().isEmpty());
}

void TestHttpClient::leavesTheRedirectOfAPostToTheCaller()
{
    StubServer server([](StubConnection &connection, const QByteArray &) {
        connection.answer(302, {}, "Location: /b\r\n");
    });
    HttpRequest request = requestTo(server.url());
    request.method = "POST";
    const auto response = m_client.send(request, m_context);
    QVERIFY_RESULT(response);
    QCOMPARE(response->status, 302);
    QCOMPARE(server.requests().size(), 1);
}

void TestHttpClient::keepsNoCookies()
{
    StubServer server([](StubConnection &connection, const QByteArray &request) {
        if (request.startsWith("GET /a "))
            connection.answer(302, {}, "Set-Cookie: session=1\r\nLocation: /b\r\n");
        else
            connection.answer(200, {});
    });
    QVERIFY_RESULT(m_client.send(requestTo(server.url(QStringLiteral("/a"))), m_context));
    QVERIFY(!server.requests().last().contains("ookie"));
}

void TestHttpClient::refusesAnUnknownCertificate()
{
    QTemporaryDir folder;
    QProcess openssl;
    openssl.setWorkingDirectory(folder.path());
    openssl.start(
        QStringLiteral("/usr/bin/openssl"),
        QStringLiteral("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout key.pem -out "
                       "cert.pem -days 2 -subj /CN=localhost -addext subjectAltName=DNS:localhost")
            .split(u' '));
    QVERIFY(openssl.waitForFinished() && openssl.exitCode() == 0);
    openssl.start(
        QStringLiteral("/usr/bin/openssl"),
        QStringLiteral("s_server -accept 127.0.0.1:0 -cert cert.pem -key key.pem -www").split(u' '));
    QByteArray output;
    QTRY_VERIFY((output += openssl.readAllStandardOutput()).contains('\n') && output.contains("ACCEPT"));
    const QByteArray port =
        output.mid(output.indexOf("ACCEPT")).trimmed().split(':').last().split('\n').first();
    const auto response = m_client.send(
        requestTo(QUrl(QStringLiteral("https://localhost:%1/").arg(QString::fromLatin1(port)))), m_context);
    openssl.kill();
    openssl.waitForFinished();
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Refused);
    QVERIFY(response.error().message.contains(QStringLiteral("certificate")));
}

void TestHttpClient::refusesHeadersWithLineBreaks()
{
    HttpRequest request = requestTo(QUrl(QStringLiteral("http://127.0.0.1:1/")));
    request.headers = {{"X-A", "b\r\nHost: evil"}};
    QCOMPARE(m_client.send(request, m_context).error().kind, ErrorKind::BadInput);
    request.headers.clear();
    request.method = "GET / HTTP/1.1\r\nX: ";
    QCOMPARE(m_client.send(request, m_context).error().kind, ErrorKind::BadInput);
    request.method = "GET";
    request.url = QUrl(QStringLiteral("file:///etc/passwd"));
    QCOMPARE(m_client.send(request, m_context).error().kind, ErrorKind::BadInput);
}

void TestHttpClient::neverShowsCredentialsInErrors()
{
    const auto response = m_client.send(
        requestTo(QUrl(QStringLiteral("http://ann:hunter2@127.0.0.1:1/x?token=s3cret"))), m_context);
    QVERIFY(!response);
    const QString text = response.error().toText();
    QVERIFY2(!text.contains(QStringLiteral("hunter2")) && !text.contains(QStringLiteral("s3cret")),
             qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("127.0.0.1")));
}

void TestHttpClient::cancelsWithin100Milliseconds()
{
    StubServer server([](StubConnection &connection, const QByteArray &) { connection.hold(); });
    HttpRequest request = requestTo(server.url());
    request.firstByteTimeout = 10s;
    request.totalTimeout = 10s;
    QElapsedTimer sinceCancel;
    std::thread canceller([&] {
        while (server.requests().isEmpty())
            std::this_thread::yield();
        sinceCancel.start();
        m_context.cancel();
    });
    const auto response = m_client.send(request, m_context);
    const qint64 took = sinceCancel.elapsed();
    canceller.join();
    m_context = OperationContext();
    QVERIFY(!response);
    QCOMPARE(response.error().kind, ErrorKind::Cancelled);
    QVERIFY2(took <= 100, qPrintable(QString::number(took)));
}

void TestHttpClient::streamsWithoutEndInConstantMemory()
{
    StubServer server([](StubConnection &connection, const QByteArray &) {
        connection.send(Head + "\r\n");
        while (connection.send(QByteArray(65536, 'x'))) {
        }
    });
    const qint64 before = residentBytes();
    qint64 received = 0;
    int status = 0;
    const auto result = m_client.stream(
        requestTo(server.url()),
        [&](const HttpResponse &head) -> Result<> {
            status = head.status;
            return {};
        },
        [&](const QByteArray &piece) { return (received += piece.size()) < 200'000'000; }, m_context);
    QVERIFY_RESULT(result);
    QCOMPARE(status, 200);
    QVERIFY(received >= 200'000'000);
    QVERIFY(residentBytes() - before < 16 << 20);
}

void TestHttpClient::streamsWithoutAnIdleDeadlineWhereNoneIsWanted()
{
    StubServer server([](StubConnection &connection, const QByteArray &) {
        connection.send(Head + "\r\none");
        connection.pause(700);
        connection.send("two");
    });
    HttpRequest request = requestTo(server.url());
    const auto ignoreHead = [](const HttpResponse &) -> Result<> { return {}; };
    QByteArray seen;
    const auto collect = [&](const QByteArray &piece) {
        seen += piece;
        return true;
    };
    QCOMPARE(m_client.stream(request, ignoreHead, collect, m_context).error().kind, ErrorKind::TimedOut);
    seen.clear();
    request.idleTimeout = 0ms;
    QVERIFY_RESULT(m_client.stream(request, ignoreHead, collect, m_context));
    QCOMPARE(seen, QByteArray("onetwo"));
}

void TestHttpClient::letsTheHeadRefuseAStream()
{
    StubServer server(
        [](StubConnection &connection, const QByteArray &) { connection.answer(404, "nothing"); });
    bool hasData = false;
    const auto result = m_client.stream(
        requestTo(server.url()),
        [](const HttpResponse &head) -> Result<> {
            return failure(ErrorKind::NotFound, QStringLiteral("Answer %1").arg(head.status));
        },
        [&](const QByteArray &) { return hasData = true; }, m_context);
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::NotFound);
    QCOMPARE(result.error().message, QStringLiteral("Answer 404"));
    QVERIFY(!hasData);
}

void TestHttpClient::leaksNoDescriptors()
{
    StubServer server([](StubConnection &connection, const QByteArray &request) {
        if (request.contains("/cut"))
            connection.send(Head + "Content-Length: 9\r\n\r\nx");
        else
            connection.answer(200, "x");
    });
    QVERIFY_RESULT(m_client.send(requestTo(server.url()), m_context));
    const int before = openDescriptors();
    for (int i = 0; i < 200; ++i)
        (void)m_client.send(requestTo(server.url(i % 2 ? QStringLiteral("/cut") : QStringLiteral("/ok"))),
                            m_context);
    QTRY_VERIFY(openDescriptors() <= before + 1);
}

} // namespace tst_httpclient

QTEST_GUILESS_MAIN(tst_httpclient::TestHttpClient)
#include "tst_httpclient.moc"
