// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/servercluster.h"
#include "tests/app/cliworld.h"
#include "tests/support/postgresserver.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QUrl>

using namespace pilothouse;

namespace tst_pointintime {

namespace {

constexpr char PitrProfile[] = R"({"id": "shop", "title": "Shop", "version": 1,
    "databases": [{"id": "main", "engine": "postgres", "title": "Orders",
                   "connection": {"variable": "DATABASE_URL", "service": "db"}, "layouts": []}]})";

} // namespace

/// An operator with the command line, and a server of his own whose WAL goes to pgBackRest. The slots build
/// on each other, in their order.
class PointInTimeTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase();
    void f09_saysExactlyWhatIsMissing();
    void f09_saysWhyADataDirectoryIsOutOfReach();
    void f09_configuresArchivingAndPutsItBack();
    void f09_backsUpAndShowsTheRange();
    void f09_refusesTimesThatCannotBeReached();
    void f09_restoresBesideAndProves();
    void f09_restoresInPlaceAndPutsBack();
    void f27_saysWhetherTheServiceCanBeCopied();
    void f28_generatesAReplicaFromTheSettings();
    void f29_generatesThePoolerFromWhatIsMeasured();

private:
    CliRun pitr(const QString &verb, const QStringList &more = {});
    QJsonObject show() { return pitr(QStringLiteral("show"), {QStringLiteral("--json")}).json.object(); }
    QJsonObject scaling(const QString &part);
    static QString verdict(const QJsonObject &part, const char *finding);
    QStringList missing();
    QStringList copies();
    QString now() const
    {
        return m_server->value("SELECT to_char(clock_timestamp(), 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"')")
            .toString();
    }
    int orders() const { return m_database->value("SELECT count(*) FROM public.orders").toInt(); }

    std::unique_ptr<PostgresServer> m_server;
    std::unique_ptr<PostgresDatabase> m_database;
    std::unique_ptr<CliWorld> m_world;
    QString m_moment; ///< with 10 orders
};

void PointInTimeTest::initTestCase()
{
    PILOTHOUSE_REQUIRE(QFile::exists(QStringLiteral("/usr/bin/pgbackrest")), "pgBackRest is not installed");
    m_server = PostgresServer::own("max_wal_senders = 1");
    PILOTHOUSE_REQUIRE_POSTGRES(m_server);
    m_database = std::make_unique<PostgresDatabase>(*m_server, QStringLiteral("shop"));
    m_database->run("CREATE TABLE public.orders(id int PRIMARY KEY)");
    m_world = std::make_unique<CliWorld>(CliWorld::Kind::Files);
    writeAll(m_world->home() + u"/config/profiles/shop.json", PitrProfile);
    QDir().mkpath(m_world->path(QStringLiteral("empty")));
    EXPECT_CODE(
        m_world->run({QStringLiteral("instance"), QStringLiteral("add"), QStringLiteral("shop"),
                      QStringLiteral("--profile"), QStringLiteral("shop"), QStringLiteral("--data-dir"),
                      m_world->path(QStringLiteral("empty")), QStringLiteral("--database-url"),
                      QStringLiteral("postgresql://postgres@%1:%2/shop")
                          .arg(QString::fromUtf8(QUrl::toPercentEncoding(m_server->socketFolder())),
                               QString::number(m_server->port()))}),
        0);
}

void PointInTimeTest::cleanupTestCase()
{
    if (!m_server)
        return;
    for (const QString &copy : copies())
        QVERIFY_RESULT(endServer(copy, Shutdown::Immediate, {}));
    m_database.reset();
    QVERIFY_RESULT(endServer(m_server->dataFolder(), Shutdown::Fast, {}));
}

CliRun PointInTimeTest::pitr(const QString &verb, const QStringList &more)
{
    const QStringList words = QStringList{QStringLiteral("pitr"), verb, QStringLiteral("shop")} + more;
    if (!words.contains(QLatin1String("--json")))
        return m_world->run(words);
    QStringList bare = words;
    bare.removeAll(QStringLiteral("--json"));
    return m_world->json(bare);
}

QStringList PointInTimeTest::missing()
{
    QStringList ids;
    for (const QJsonValue &value : show().value(QLatin1String("missing")).toArray())
        ids << value.toObject().value(QLatin1String("id")).toString();
    return ids;
}

QStringList PointInTimeTest::copies()
{
    QStringList folders;
    for (const QJsonValue &value : show().value(QLatin1String("copies")).toArray())
        folders << value.toObject().value(QLatin1String("folder")).toString();
    return folders;
}

void PointInTimeTest::f09_saysExactlyWhatIsMissing()
{
    QCOMPARE(missing(), (QStringList{QStringLiteral("archive-mode"), QStringLiteral("archive-command")}));
    const CliRun told = pitr(QStringLiteral("show"));
    EXPECT_CODE(told, 0);
    QVERIFY2(told.output.contains("archive_mode is off"), told.told().constData());
    const CliRun refused = pitr(QStringLiteral("restore"), {now(), QStringLiteral("--yes")});
    EXPECT_CODE(refused, 3);
    QVERIFY2(refused.told().contains("No archive_command is set"), refused.told().constData());
}

void PointInTimeTest::f09_saysWhyADataDirectoryIsOutOfReach()
{
    DatabaseConnection inside = m_server->connection();
    inside.container = QStringLiteral("shop-db");
    auto server = PostgresConnection::open(m_server->connection(), {}, {}, {});
    QVERIFY_RESULT(server);
    const auto container = findCluster(*server, inside, {});
    QVERIFY(!container && container.error().kind == ErrorKind::Refused);
    QVERIFY2(container.error().message.contains(QLatin1String("shop-db")),
             qPrintable(container.error().message));

    m_server->run("CREATE ROLE clerk LOGIN");
    DatabaseConnection clerk = m_server->connection();
    clerk.user = QStringLiteral("clerk");
    auto poor = PostgresConnection::open(clerk, {}, {}, {});
    QVERIFY_RESULT(poor);
    const auto hidden = findCluster(*poor, clerk, {});
    QVERIFY(!hidden && hidden.error().kind == ErrorKind::Refused);
    QVERIFY2(hidden.error().advice.contains(QLatin1String("pg_read_all_settings")),
             qPrintable(hidden.error().toText()));
    m_server->run("DROP ROLE clerk");
}

void PointInTimeTest::f09_configuresArchivingAndPutsItBack()
{
    const QStringList where{QStringLiteral("--stanza"),     QStringLiteral("shop"),
                            QStringLiteral("--config"),     m_server->socketFolder() + u"/pgbackrest.conf",
                            QStringLiteral("--repository"), m_server->socketFolder() + u"/repository"};
    const CliRun dry = pitr(QStringLiteral("configure"), where + QStringList{QStringLiteral("--dry-run")});
    EXPECT_CODE(dry, 0);
    QVERIFY2(dry.output.contains("must be restarted"), dry.told().constData());
    const QStringList yes{QStringLiteral("--yes")};
    EXPECT_CODE(pitr(QStringLiteral("configure"), where + yes), 0);
    QCOMPARE(missing(), QStringList{QStringLiteral("no-backup")});
    EXPECT_CODE(pitr(QStringLiteral("configure"), where + yes), 0); // there is nothing to do

    const QString operation =
        m_world->newest({QStringLiteral("undo"), QStringLiteral("list")}, QStringLiteral("operation"));
    EXPECT_CODE(
        m_world->run({QStringLiteral("undo"), QStringLiteral("apply"), operation, QStringLiteral("--yes")}),
        0);
    QCOMPARE(missing(), (QStringList{QStringLiteral("archive-mode"), QStringLiteral("archive-command")}));
    EXPECT_CODE(pitr(QStringLiteral("configure"), where + yes), 0);
    QCOMPARE(missing(), QStringList{QStringLiteral("no-backup")});
}

void PointInTimeTest::f09_backsUpAndShowsTheRange()
{
    EXPECT_CODE(pitr(QStringLiteral("backup"), {QStringLiteral("--yes")}), 0);
    const QJsonObject state = show();
    QVERIFY(state.value(QLatin1String("isReady")).toBool());
    QCOMPARE(state.value(QLatin1String("backups")).toArray().size(), 1);
    const QDateTime from =
        QDateTime::fromString(state.value(QLatin1String("from")).toString(), Qt::ISODateWithMs);
    QVERIFY(qAbs(from.secsTo(QDateTime::currentDateTimeUtc())) < 60);
    QVERIFY(!state.value(QLatin1String("walTo")).toString().isEmpty());
    EXPECT_CODE(pitr(QStringLiteral("backup"),
                     {QStringLiteral("--type"), QStringLiteral("incr"), QStringLiteral("--yes")}),
                0);
    const CliRun told = pitr(QStringLiteral("show"));
    QVERIFY2(told.output.contains("Any moment from") && told.output.contains("incr"),
             told.told().constData());
    QTest::qWait(1100); // pgBackRest counts in whole seconds
    m_database->run("INSERT INTO public.orders SELECT generate_series(1, 10)");
    m_moment = now();
    m_database->run("INSERT INTO public.orders SELECT generate_series(11, 30)");
    m_database->run("DELETE FROM public.orders WHERE id <= 5");
}

void PointInTimeTest::f09_refusesTimesThatCannotBeReached()
{
    const auto refusal = [this](const QString &time) {
        return pitr(QStringLiteral("restore"), {time, QStringLiteral("--yes")}).told();
    };
    const QByteArray early = refusal(QStringLiteral("2020-01-01 00:00:00"));
    QVERIFY2(early.startsWith("3") && early.contains("the first backup ended"), early.constData());
    const QByteArray future = refusal(QStringLiteral("2999-01-01T00:00:00Z"));
    QVERIFY2(future.startsWith("3") && future.contains("still to come"), future.constData());
    const QByteArray nonsense = refusal(QStringLiteral("yesterday"));
    QVERIFY2(nonsense.contains("is no moment"), nonsense.constData());
}

void PointInTimeTest::f09_restoresBesideAndProves()
{
    const int live = orders();
    const CliRun proved =
        pitr(QStringLiteral("restore"), {m_moment, QStringLiteral("--yes"), QStringLiteral("--json")});
    EXPECT_CODE(proved, 0);
    QCOMPARE(copies(), QStringList());
    QCOMPARE(orders(), live);

    const CliRun kept =
        pitr(QStringLiteral("restore"), {m_moment, QStringLiteral("--keep"), QStringLiteral("--yes")});
    EXPECT_CODE(kept, 0);
    const QStringList folders = copies();
    QCOMPARE(folders.size(), 1);
    DatabaseConnection beside = m_database->connection();
    beside.host = folders.first();
    auto copy = PostgresConnection::open(beside, {}, {}, {});
    QVERIFY_RESULT(copy);
    const auto counted = copy->value({"SELECT count(*) FROM public.orders", {}}, {});
    QVERIFY_RESULT(counted);
    QCOMPARE(counted->toInt(), 10);
    QCOMPARE(orders(), live);
    EXPECT_CODE(pitr(QStringLiteral("remove"), {folders.first(), QStringLiteral("--yes"),
                                                QStringLiteral("--confirm"), QStringLiteral("shop")}),
                0);
    QCOMPARE(copies(), QStringList());
    const CliRun other = pitr(QStringLiteral("remove"), {m_server->dataFolder(), QStringLiteral("--yes")});
    QVERIFY2(other.code != 0 && other.told().contains("has made or kept"), other.told().constData());
}

void PointInTimeTest::f09_restoresInPlaceAndPutsBack()
{
    const int live = orders();
    const CliRun dry = pitr(QStringLiteral("restore"),
                            {m_moment, QStringLiteral("--in-place"), QStringLiteral("--dry-run")});
    EXPECT_CODE(dry, 0);
    QVERIFY2(dry.output.contains("UTC)") && dry.output.contains("is kept as"), dry.told().constData());
    EXPECT_CODE(
        pitr(QStringLiteral("restore"), {m_moment, QStringLiteral("--in-place"), QStringLiteral("--yes"),
                                         QStringLiteral("--confirm"), QStringLiteral("shop")}),
        0);
    QCOMPARE(orders(), 10);
    QCOMPARE(copies().size(), 1);
    QCOMPARE(missing(), QStringList());
    m_database->run("INSERT INTO public.orders VALUES (100)"); // it takes changes, and archives them

    const QString operation =
        m_world->newest({QStringLiteral("undo"), QStringLiteral("list")}, QStringLiteral("operation"));
    EXPECT_CODE(m_world->run({QStringLiteral("undo"), QStringLiteral("apply"), operation,
                              QStringLiteral("--yes"), QStringLiteral("--confirm"), QStringLiteral("shop")}),
                0);
    QCOMPARE(orders(), live);
    QCOMPARE(copies().size(), 1);
    QCOMPARE(missing(), QStringList());
    EXPECT_CODE(pitr(QStringLiteral("restore"), {m_moment, QStringLiteral("--yes")}), 0); // the old timeline
}

QJsonObject PointInTimeTest::scaling(const QString &part)
{
    const QJsonArray parts =
        m_world->json({QStringLiteral("scale"), QStringLiteral("check"), QStringLiteral("shop"), part})
            .json.array();
    return parts.size() == 1 ? parts.first().toObject() : QJsonObject();
}

QString PointInTimeTest::verdict(const QJsonObject &part, const char *finding)
{
    for (const QJsonValue &value : part.value(QLatin1String("findings")).toArray())
        if (value.toObject().value(QLatin1String("id")).toString() == QLatin1String(finding))
            return value.toObject().value(QLatin1String("verdict")).toString();
    return {};
}

void PointInTimeTest::f27_saysWhetherTheServiceCanBeCopied()
{
    const QJsonObject part = scaling(QStringLiteral("replicas"));
    QCOMPARE(verdict(part, "state"), QStringLiteral("holds"));
    QCOMPARE(verdict(part, "connections"), QStringLiteral("holds"));
    const QString text = part.value(QLatin1String("texts"))
                             .toArray()
                             .first()
                             .toObject()
                             .value(QLatin1String("text"))
                             .toString();
    QVERIFY2(text.contains(QLatin1String("upstream")) && text.contains(QLatin1String("max_fails")),
             qPrintable(text));

    CliWorld files(CliWorld::Kind::Files); // Portagent: SQLite files
    QCOMPARE(files.begin(), QByteArray());
    const QJsonArray parts =
        files.json({QStringLiteral("scale"), QStringLiteral("check"), QStringLiteral("svc")}).json.array();
    QCOMPARE(parts.size(), 1);
    QCOMPARE(verdict(parts.first().toObject(), "state"), QStringLiteral("inTheWay"));
    QVERIFY(parts.first().toObject().value(QLatin1String("texts")).toArray().isEmpty());
}

void PointInTimeTest::f28_generatesAReplicaFromTheSettings()
{
    const QJsonObject part = scaling(QStringLiteral("replica"));
    QCOMPARE(verdict(part, "wal-level"), QStringLiteral("holds"));
    QCOMPARE(verdict(part, "senders"), QStringLiteral("inTheWay"));
    const QString text = part.value(QLatin1String("texts"))
                             .toArray()
                             .first()
                             .toObject()
                             .value(QLatin1String("text"))
                             .toString();
    QVERIFY2(text.contains(QLatin1String("max_wal_senders = 3")), qPrintable(text));
    QVERIFY2(!text.contains(QLatin1String("wal_level")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("-p %1 -U replicator").arg(m_server->port())), qPrintable(text));
}

void PointInTimeTest::f29_generatesThePoolerFromWhatIsMeasured()
{
    QJsonObject part = scaling(QStringLiteral("pooler"));
    const auto text = [&part] {
        return part.value(QLatin1String("texts"))
            .toArray()
            .first()
            .toObject()
            .value(QLatin1String("text"))
            .toString();
    };
    QVERIFY2(text().contains(QLatin1String("pool_mode = transaction")), qPrintable(text()));
    QVERIFY2(text().contains(QLatin1String("shop = host=localhost")), qPrintable(text()));
    QVERIFY2(text().contains(QLatin1String("default_pool_size = 38")), qPrintable(text())); // of 97

    PostgresLimits limits;
    limits.isReadOnly = false;
    PostgresConnection listener = m_database->open(limits);
    QVERIFY_RESULT(listener.execute("LISTEN orders", std::chrono::seconds(5), {}));
    part = scaling(QStringLiteral("pooler"));
    QCOMPARE(verdict(part, "mode"), QStringLiteral("inTheWay"));
    QVERIFY2(text().contains(QLatin1String("pool_mode = session")), qPrintable(text()));
}

} // namespace tst_pointintime

QTEST_GUILESS_MAIN(tst_pointintime::PointInTimeTest)
#include "tst_pointintime.moc"
