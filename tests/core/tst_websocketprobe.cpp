// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/net/websocketprobe.h"
#include "tests/support/stubserver.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_websocketprobe {

namespace {

QByteArray keyOf(const QByteArray &request)
{
    const qsizetype start = request.indexOf("Sec-WebSocket-Key: ") + 19;
    return request.mid(start, request.indexOf('\r', start) - start);
}

QByteArray opening(const QByteArray &accept,
                   const QByteArray &headers = "Upgrade: websocket\r\nConnection: Upgrade\r\n")
{
    return "HTTP/1.1 101 Switching Protocols\r\n" + headers + "Sec-WebSocket-Accept: " + accept + "\r\n\r\n";
}

WebSocketAnswer probed(StubServer &server)
{
    QUrl url = server.url(QStringLiteral("/ws"));
    url.setScheme(QStringLiteral("ws"));
    using namespace std::chrono_literals;
    return probeWebSocket(url, HttpClient(), OperationContext(), {2000ms, 700ms, 300ms});
}

} // namespace

class TestWebSocketProbe : public QObject
{
    Q_OBJECT
private slots:
    void knowsTheAcceptOfTheStandard()
    {
        QCOMPARE(webSocketAccept("dGhlIHNhbXBsZSBub25jZQ=="), QByteArray("s3pPLMBiTxaQ9kYGzzhZRbK+xOo="));
    }

    void isOpenWhereTheServerAgreesAndStays()
    {
        StubServer server([](StubConnection &connection, const QByteArray &request) {
            connection.send(opening(webSocketAccept(keyOf(request))));
            connection.hold();
        });
        const WebSocketAnswer answer = probed(server);
        QVERIFY2(answer.isOpen, qPrintable(answer.reason));
        QCOMPARE(answer.status, 101);
        QVERIFY(server.requests().first().contains("Upgrade: websocket"));
        QVERIFY(server.requests().first().contains("Sec-WebSocket-Version: 13"));
    }

    void isOpenWhereTheServerSpeaksFirst()
    {
        StubServer server([](StubConnection &connection, const QByteArray &request) {
            connection.send(opening(webSocketAccept(keyOf(request))) + "\x81\x02hi");
            connection.hold();
        });
        QVERIFY(probed(server).isOpen);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QString>("word");
        QTest::newRow("accept") << opening("AAAA") << QStringLiteral("Sec-WebSocket-Accept");
        QTest::newRow("upgrade") << opening("x", "Connection: Upgrade\r\n")
                                 << QStringLiteral("Upgrade: websocket");
        QTest::newRow("connection") << opening("x", "Upgrade: websocket\r\nConnection: keep-alive\r\n")
                                    << QStringLiteral("Connection: Upgrade");
        const auto plain = [](const QByteArray &status) -> QByteArray {
            return "HTTP/1.1 " + status + "\r\nServer: nginx\r\nContent-Length: 2\r\n\r\nno";
        };
        QTest::newRow("200") << plain("200 OK") << QStringLiteral("plain page");
        QTest::newRow("400") << plain("400 Bad Request") << QStringLiteral("incomplete");
        QTest::newRow("401") << plain("401 Unauthorized") << QStringLiteral("login");
        QTest::newRow("404") << plain("404 Not Found") << QStringLiteral("path");
        QTest::newRow("426") << plain("426 Upgrade Required") << QStringLiteral("without its Upgrade header");
        QTest::newRow("502") << plain("502 Bad Gateway") << QStringLiteral("could not reach the service");
        QTest::newRow("504") << plain("504 Gateway Timeout") << QStringLiteral("in time");
    }

    void saysWhatIsMissing()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QString, word);
        StubServer server(
            [&reply](StubConnection &connection, const QByteArray &) { connection.send(reply); });
        const WebSocketAnswer answer = probed(server);
        QVERIFY(!answer.isOpen);
        QVERIFY2(answer.reason.contains(word), qPrintable(answer.reason));
        QVERIFY(!answer.advice.isEmpty());
    }

    void tellsAClosedConnectionFromAnOpenOne()
    {
        StubServer server([](StubConnection &connection, const QByteArray &request) {
            connection.send(opening(webSocketAccept(keyOf(request))));
        });
        const WebSocketAnswer answer = probed(server);
        QVERIFY(!answer.isOpen);
        QVERIFY2(answer.reason.contains(QStringLiteral("closed at once")), qPrintable(answer.reason));
    }

    void doesNotFollowElsewhere()
    {
        StubServer server([](StubConnection &connection, const QByteArray &request) {
            if (request.startsWith("GET /ws "))
                connection.send("HTTP/1.1 301 Moved\r\nContent-Length: 0\r\nLocation: /other\r\n\r\n");
            else
                connection.send(opening(webSocketAccept(keyOf(request))));
            connection.hold();
        });
        const WebSocketAnswer answer = probed(server);
        QVERIFY(!answer.isOpen);
        QVERIFY2(answer.reason.contains(QStringLiteral("elsewhere")), qPrintable(answer.reason));
    }

    void timesOutWhereNobodyAnswers()
    {
        StubServer server([](StubConnection &connection, const QByteArray &) { connection.hold(); });
        const WebSocketAnswer answer = probed(server);
        QVERIFY(!answer.isOpen);
        QCOMPARE(answer.status, 0);
        QVERIFY2(answer.advice.contains(QStringLiteral("firewall")), qPrintable(answer.advice));
    }
};

} // namespace tst_websocketprobe

QTEST_GUILESS_MAIN(tst_websocketprobe::TestWebSocketProbe)
#include "tst_websocketprobe.moc"
