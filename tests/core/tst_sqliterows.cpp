// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/rowcodec.h"
#include "core/database/sqliteconnection.h"
#include "core/database/sqliteengine.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_sqliterows {

namespace {

RowChange change(RowChange::Kind kind, const QString &key, const QVariantMap &values = {})
{
    RowChange one;
    one.table = QStringLiteral("t");
    one.kind = kind;
    one.key = {{QStringLiteral("k"), key}};
    one.values = values;
    return one;
}

constexpr auto Update = RowChange::Kind::Update;
constexpr auto Delete = RowChange::Kind::Delete;
constexpr auto Insert = RowChange::Kind::Insert;

} // namespace

class TestSqliteRows : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_path = m_folder->filePath(QStringLiteral("rows.db"));
        TestDatabase(m_path).run(
            QStringLiteral("CREATE TABLE t(k TEXT PRIMARY KEY, v, w AS (v || 'x')); CREATE TABLE log(text);"
                           "INSERT INTO t VALUES('a', 1), ('b', 9007199254740993), ('c', NULL), ('d', "
                           "x'00ff'), ('e', 1.0), ('f', ''), "
                           "('g', x''), ('h', CAST(x'fffe41' AS TEXT)), ('i', CAST(x'efbbbf41' AS TEXT)), "
                           "('j', CAST(x'410042' AS TEXT)), "
                           "('k', '{output:a.b}'), ('l', 1e300 * 1e10)"));
    }

    void cellsSurviveJson()
    {
        QList<RowChange> all;
        for (char key = 'a'; key <= 'l'; ++key)
            all << change(Delete, QString(QLatin1Char(key)));
        const auto before = m_engine.readRows(m_path, all, {});
        QVERIFY_RESULT(before);
        for (const RowChange &one : *before) {
            const QByteArray text = QJsonDocument(toJson(one)).toJson();
            QVERIFY(!text.contains("{output:"));
            const auto back = rowChangeFromJson(QJsonDocument::fromJson(text).object());
            QVERIFY_RESULT(back);
            QVERIFY2(isSameRow(back->before, one.before), text.constData());
            QVERIFY(isSameRow(back->key, one.key));
        }
        QCOMPARE(before->at(1).before.value(QStringLiteral("v")).toLongLong(), 9007199254740993);
        QVERIFY(!before->at(2).before.value(QStringLiteral("v")).isValid());
        QCOMPARE(before->at(3).before.value(QStringLiteral("v")).toByteArray(), QByteArray::fromHex("00ff"));
        QCOMPARE(before->at(4).before.value(QStringLiteral("v")).typeId(), int(QMetaType::Double));
        QVERIFY(!before->first().before.contains(QStringLiteral("w")));
    }

    void deletesAndPutsBackExactly()
    {
        const auto facts = m_engine.facts(m_path, {});
        QVERIFY_RESULT(facts);
        QList<RowChange> all;
        for (char key = 'a'; key <= 'l'; ++key)
            all << change(Delete, QString(QLatin1Char(key)));
        const auto before = m_engine.readRows(m_path, all, {});
        QVERIFY_RESULT(before);
        QVERIFY_RESULT(m_engine.changeRows(m_path, *before, {}));
        QCOMPARE(TestDatabase(m_path).value(QStringLiteral("SELECT count(*) FROM t")).toInt(), 0);
        QList<RowChange> back;
        for (const RowChange &one : *before)
            back << inverseOf(one);
        QVERIFY_RESULT(m_engine.changeRows(m_path, back, {}));
        QCOMPARE(m_engine.facts(m_path, {})->tableSha256, facts->tableSha256);
    }

    void refusesARowThatChanged()
    {
        auto changes =
            m_engine.readRows(m_path, {change(Update, u"a"_qs, {{u"v"_qs, 5}}), change(Delete, u"b"_qs)}, {});
        QVERIFY_RESULT(changes);
        TestDatabase(m_path).run(QStringLiteral("UPDATE t SET v = 0 WHERE k = 'b'"));
        const auto refused = m_engine.changeRows(m_path, *changes, {});
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QVERIFY(refused.error().message.contains(u"k b"_qs));
        QCOMPARE(TestDatabase(m_path).value(QStringLiteral("SELECT v FROM t WHERE k = 'a'")).toInt(), 1);
    }

    void refusesWhatTheDatabaseWouldChangeByItself()
    {
        TestDatabase(m_path).run(
            QStringLiteral("CREATE TRIGGER tr AFTER DELETE ON t BEGIN INSERT INTO log VALUES(old.k); END"));
        const auto changes = m_engine.readRows(m_path, {change(Delete, u"a"_qs)}, {});
        QVERIFY_RESULT(changes);
        const auto refused = m_engine.changeRows(m_path, *changes, {});
        QCOMPARE(refused.error().kind, ErrorKind::Refused);
        QCOMPARE(TestDatabase(m_path).value(QStringLiteral("SELECT count(*) FROM t")).toInt(), 12);
    }

    void refusesAValueThatIsStoredDifferently()
    {
        TestDatabase(m_path).run(
            QStringLiteral("CREATE TABLE n(k TEXT PRIMARY KEY, v INTEGER); INSERT INTO n VALUES('a', 1)"));
        RowChange one = change(Update, u"a"_qs, {{u"v"_qs, u"12"_qs}});
        one.table = u"n"_qs;
        const auto changes = m_engine.readRows(m_path, {one}, {});
        QCOMPARE(m_engine.changeRows(m_path, *changes, {}).error().kind, ErrorKind::BadInput);
        QCOMPARE(TestDatabase(m_path).value(QStringLiteral("SELECT v FROM n")).toInt(), 1);
    }

    void refusesAKeyThatIsNone()
    {
        RowChange one = change(Delete, u"a"_qs);
        one.key = {{u"nothing"_qs, u"a"_qs}};
        QCOMPARE(m_engine.readRows(m_path, {one}, {}).error().kind, ErrorKind::BadInput);
        one.key = {};
        QCOMPARE(m_engine.readRows(m_path, {one}, {}).error().kind, ErrorKind::BadInput);
        one.key = {{u"v"_qs, QVariant()}};
        TestDatabase(m_path).run(QStringLiteral("INSERT INTO t(k, v) VALUES('m', NULL)"));
        QCOMPARE(m_engine.readRows(m_path, {one}, {}).error().kind, ErrorKind::BadInput);
        one.table = u"nowhere"_qs;
        QCOMPARE(m_engine.readRows(m_path, {one}, {}).error().kind, ErrorKind::NotFound);
    }

    void rowsWithoutAKeyComeBackWithTheirRowid()
    {
        TestDatabase(m_path).run(QStringLiteral("INSERT INTO log(rowid, text) VALUES(41, 'x'), (42, 'y')"));
        RowChange one;
        one.table = u"log"_qs;
        one.kind = Delete;
        one.key = {{u"rowid"_qs, 41}};
        const auto changes = m_engine.readRows(m_path, {one}, {});
        QVERIFY_RESULT(changes);
        QVERIFY_RESULT(m_engine.changeRows(m_path, *changes, {}));
        QVERIFY_RESULT(m_engine.changeRows(m_path, {inverseOf(changes->first())}, {}));
        QCOMPARE(
            TestDatabase(m_path).value(QStringLiteral("SELECT text FROM log WHERE rowid = 41")).toString(),
            u"x"_qs);
    }

    void neverCheckpointsALiveDatabase()
    {
        TestDatabase service(m_path);
        service.run(QStringLiteral(
            "PRAGMA journal_mode=WAL; PRAGMA wal_autocheckpoint=0; INSERT INTO log VALUES('in the wal')"));
        const qint64 size = QFileInfo(m_path + u"-wal"_qs).size();
        const QByteArray main = readAll(m_path + u"-wal"_qs);
        const auto changes = m_engine.readRows(m_path, {change(Update, u"a"_qs, {{u"v"_qs, 5}})}, {});
        QVERIFY_RESULT(changes);
        QVERIFY_RESULT(m_engine.changeRows(m_path, *changes, {}));
        QVERIFY(QFileInfo(m_path + u"-wal"_qs).size() > size);
        QVERIFY(readAll(m_path + u"-wal"_qs).startsWith(main));
        QCOMPARE(service.value(QStringLiteral("SELECT v FROM t WHERE k = 'a'")).toInt(), 5);
    }

    void insertsNeedAFreePlace()
    {
        QVERIFY_RESULT(
            m_engine.changeRows(m_path, {change(Insert, u"z"_qs, {{u"k"_qs, u"z"_qs}, {u"v"_qs, 1}})}, {}));
        QCOMPARE(
            m_engine.changeRows(m_path, {change(Insert, u"z"_qs, {{u"k"_qs, u"z"_qs}, {u"v"_qs, 1}})}, {})
                .error()
                .kind,
            ErrorKind::Refused);
    }

    void readsPastAHotJournal()
    {
        const pid_t child = ::fork();
        if (child == 0) {
            auto *service = new TestDatabase(m_path); // never closed, as in a process that was killed
            service->run(QStringLiteral(
                "INSERT INTO log WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 "
                "FROM n WHERE x < 2000) SELECT hex(zeroblob(200)) FROM n;"
                "PRAGMA cache_size=2; BEGIN; UPDATE t SET v = 99; UPDATE log SET text = 'torn'"));
            ::_exit(0);
        }
        ::waitpid(child, nullptr, 0);
        QVERIFY(QFileInfo(m_path + u"-journal"_qs).size() > 0);
        const auto changes = m_engine.readRows(m_path, {change(Delete, u"a"_qs)}, {});
        QVERIFY_RESULT(changes);
        QCOMPARE(changes->first().before.value(u"v"_qs).toInt(), 1);
    }

    void tellsCellsApart()
    {
        const QList<QVariant> cells{QVariant(),      QVariant::fromValue<qlonglong>(1), 1.0, u"1"_qs,
                                    QByteArray("1"), QVariant::fromValue(RawText{"1"})};
        for (qsizetype left = 0; left < cells.size(); ++left) {
            for (qsizetype right = 0; right < cells.size(); ++right)
                QCOMPARE(isSameCell(cells.at(left), cells.at(right)), left == right);
        }
        QVERIFY(!isSameCell(0.0, -0.0));
    }

private:
    SqliteEngine m_engine;
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_path;
};

} // namespace tst_sqliterows

QTEST_GUILESS_MAIN(tst_sqliterows::TestSqliteRows)
#include "tst_sqliterows.moc"
