// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/servicesockets.h"
#include "tests/support/testsupport.h"

#include <QJsonObject>
#include <QTcpServer>
#include <QTcpSocket>

using namespace pilothouse;

namespace tst_servicesockets {

/// Sockets as the kernel lists them.
class TestServiceSockets : public QObject
{
    Q_OBJECT

private slots:
    void readsTheKernelsLists();
    void leavesOutWhatIsNoSocket();
    void findsOwnSocketsOnly();
    void countsByPortAndState();
    void tellsProcessesThatAreGone();
};

void TestServiceSockets::readsTheKernelsLists()
{
    const auto four = socketsFromProc(
        "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode\n"
        "   0: 0100007F:1450 00000000:0000 0A 00000000:00000000 00:00000000 00000000  1000        0 4711 1 x "
        "100\n"
        "   1: 0100007F:1450 0200A8C0:C001 01 00000000:00000000 00:00000000 00000000  1000        0 4712 1 x "
        "20\n");
    QCOMPARE(four.size(), 2);
    QCOMPARE(four.at(0), (SocketEntry{QStringLiteral("listen"), QStringLiteral("127.0.0.1"), 5200,
                                      QStringLiteral("0.0.0.0"), 0, 4711}));
    QCOMPARE(four.at(1), (SocketEntry{QStringLiteral("established"), QStringLiteral("127.0.0.1"), 5200,
                                      QStringLiteral("192.168.0.2"), 49153, 4712}));
    const auto six = socketsFromProc("   0: 00000000000000000000000001000000:1450 "
                                     "00000000000000000000000000000000:0000 0A 0:0 0:0 0 1000 0 1 1\n"
                                     "   1: 0000000000000000FFFF00000100007F:1450 "
                                     "0000000000000000FFFF00000100007F:0001 06 0:0 0:0 0 0 0 0 1\n");
    QCOMPARE(six.size(), 2);
    QCOMPARE(six.at(0).local, QStringLiteral("::1"));
    QCOMPARE(six.at(0).remote, QStringLiteral("::"));
    QCOMPARE(six.at(1).local, QStringLiteral("127.0.0.1"));
    QCOMPARE(six.at(1).state, QStringLiteral("time-wait"));
}

void TestServiceSockets::leavesOutWhatIsNoSocket()
{
    QVERIFY(socketsFromProc({}).isEmpty());
    QVERIFY(socketsFromProc("0: x y\n1: 0100007F 0 0A 1 2 3 4 5 6 7\nnonsense").isEmpty());
    QCOMPARE(socketsFromProc("0: 0100007F:1450 00000000:0000 FF 0:0 0:0 0 0 0 1 1").first().state,
             QStringLiteral("unknown"));
}

void TestServiceSockets::findsOwnSocketsOnly()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, server.serverPort());
    QVERIFY(client.waitForConnected(5000));
    const auto sockets = socketsOf(QCoreApplication::applicationPid());
    QVERIFY_RESULT(sockets);
    int listening = 0;
    int connected = 0;
    for (const SocketEntry &socket : *sockets) {
        const bool isOurs = socket.localPort == server.serverPort();
        listening += isOurs && socket.state == u"listen" ? 1 : 0;
        connected += socket.remotePort == server.serverPort() && socket.state == u"established" ? 1 : 0;
    }
    QCOMPARE(listening, 1);
    QCOMPARE(connected, 1);
    // Ours and no others: a machine with tests on it has more sockets than these.
    QVERIFY(sockets->size() <= 6);
}

void TestServiceSockets::countsByPortAndState()
{
    const auto entry = [](const char *state, int port, const char *remote) {
        const bool isOpen = *remote == '\0';
        return SocketEntry{QString::fromLatin1(state),  QStringLiteral("10.0.0.1"), port,
                           QString::fromLatin1(remote), isOpen ? 0 : 4000,          1};
    };
    const QJsonArray rows = countedSockets(
        {entry("established", 80, "10.0.0.2"), entry("established", 80, "10.0.0.2"),
         entry("established", 80, "10.0.0.3"), entry("listen", 80, ""), entry("listen", 22, "")});
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows.at(0).toObject().value(u"port").toInt(), 22);
    QCOMPARE(rows.at(1).toObject().value(u"state").toString(), QStringLiteral("listen"));
    QCOMPARE(rows.at(2).toObject().value(u"count").toInt(), 3);
    QCOMPARE(rows.at(2).toObject().value(u"remotes").toInt(), 2);
}

void TestServiceSockets::tellsProcessesThatAreGone()
{
    QCOMPARE(socketsOf(1 << 30).error().kind, ErrorKind::NotFound);
}

} // namespace tst_servicesockets

QTEST_GUILESS_MAIN(tst_servicesockets::TestServiceSockets)
#include "tst_servicesockets.moc"
