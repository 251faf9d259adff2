// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteengine.h"
#include "core/database/sqlitesalvage.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_sqlitesalvage {

/// What the salvage makes of whole and of damaged files.
#ifdef __SANITIZE_ADDRESS__
constexpr quint32 Damages =
    15; ///< of the fifty that are tried without sanitizers, which slow them down threefold
#else
constexpr quint32 Damages = 50;
#endif

class TestSqliteSalvage final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void keepsEveryRowOfAWholeFile();
    void readsTheLogBesideTheFile();
    void keepsWhatDamageLeaves_data();
    void keepsWhatDamageLeaves();
    void losesOnlyTheRowsOfAZeroedPage();
    void findsThePagesOfALostRoot();
    void doesWithoutAHeader();
    void countsWhatIsLostByAnIndex();
    void compactsToTheSameRows();

private:
    QString path(const QString &name) const { return m_folder.filePath(name); }
    static QByteArray read(const QString &path);
    static void write(const QString &path, const QByteArray &content);
    static SalvagedTable tableOf(const SalvageReport &report, const char *name);
    int rootOf(const char *table) const;

    QTemporaryDir m_folder;
    QByteArray m_whole;
    SqliteEngine m_engine;
    int m_number = 0;
};

QByteArray TestSqliteSalvage::read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestSqliteSalvage::write(const QString &path, const QByteArray &content)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write");
}

SalvagedTable TestSqliteSalvage::tableOf(const SalvageReport &report, const char *name)
{
    for (const SalvagedTable &table : report.tables) {
        if (table.name == QLatin1String(name))
            return table;
    }
    return {};
}

int TestSqliteSalvage::rootOf(const char *table) const
{
    return TestDatabase(path(QStringLiteral("whole.db")))
        .value(
            QStringLiteral("SELECT rootpage FROM sqlite_schema WHERE name = '%1'").arg(QLatin1String(table)))
        .toInt();
}

void TestSqliteSalvage::initTestCase()
{
    const QString file = path(QStringLiteral("whole.db"));
    {
        TestDatabase database(file);
        for (const char *sql :
             {"PRAGMA user_version = 7",
              "CREATE TABLE people (id INTEGER PRIMARY KEY, name TEXT NOT NULL,"
              " note BLOB, weight REAL)",
              "CREATE INDEX people_by_name ON people (name)",
              "CREATE TABLE logs (at TEXT, line TEXT, level INTEGER, kind TEXT, extra TEXT)",
              "CREATE TABLE counted (id INTEGER PRIMARY KEY AUTOINCREMENT, x)",
              "CREATE TABLE kv (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID",
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) INSERT INTO"
              " people SELECT i, 'name ' || i, zeroblob(i % 40), i * 1.5 FROM n",
              "UPDATE people SET note = randomblob(9000) WHERE id % 500 = 0",
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000) INSERT INTO"
              " logs SELECT datetime(i, 'unixepoch'), 'line ' || i, i % 5, NULL, 'x' FROM n",
              "INSERT INTO counted (x) SELECT id FROM people LIMIT 50", "DELETE FROM counted WHERE id > 40",
              "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 300) INSERT INTO kv"
              " SELECT 'key' || i, hex(randomblob(20)) FROM n",
              "CREATE VIEW heavy AS SELECT * FROM people WHERE weight > 100"})
            database.run(QLatin1String(sql));
    }
    m_whole = read(file);
    QVERIFY(m_whole.size() > 100000);
}

void TestSqliteSalvage::keepsEveryRowOfAWholeFile()
{
    const QString saved = path(QStringLiteral("copy.db"));
    const QString made = path(QStringLiteral("made.db"));
    write(saved, m_whole);
    const auto report = salvageDatabase(saved, made, {});
    QVERIFY_RESULT(report);
    QVERIFY2(report->isWhole(), QJsonDocument(toJson(*report)).toJson().constData());
    const auto before = m_engine.facts(path(QStringLiteral("whole.db")), {});
    const auto after = m_engine.facts(made, {});
    QVERIFY_RESULT(before);
    QVERIFY_RESULT(after);
    QCOMPARE(after->tableSha256, before->tableSha256);
    QCOMPARE(after->userVersion, 7);
    QCOMPARE(TestDatabase(made).value(QStringLiteral("SELECT seq FROM sqlite_sequence")).toInt(), 50);
    QCOMPARE(read(saved), m_whole);
    QCOMPARE(QFile(made).permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TestSqliteSalvage::readsTheLogBesideTheFile()
{
    const QString file = path(QStringLiteral("wal.db"));
    {
        TestDatabase database(file);
        database.run(QStringLiteral("PRAGMA journal_mode=wal"));
        database.run(QStringLiteral("CREATE TABLE t (x)"));
        database.leaveWalBehind();
        database.run(QStringLiteral("INSERT INTO t VALUES (1), (2), (3)"));
    }
    QVERIFY(QFile::exists(file + QStringLiteral("-wal")));
    const auto report = salvageDatabase(file, path(QStringLiteral("wal-made.db")), {});
    QVERIFY_RESULT(report);
    QVERIFY(report->walFrames > 0);
    QCOMPARE(tableOf(*report, "t").kept, 3);
}

void TestSqliteSalvage::keepsWhatDamageLeaves_data()
{
    QTest::addColumn<QString>("kind");
    for (const char *kind : {"bits", "zeroed pages", "truncated", "rubbish", "header", "first page"})
        QTest::newRow(kind) << QString::fromLatin1(kind);
}

void TestSqliteSalvage::keepsWhatDamageLeaves()
{
    QFETCH(QString, kind);
    for (quint32 seed = 1; seed <= Damages; ++seed) {
        QRandomGenerator random(seed);
        QByteArray bytes = m_whole;
        const int pages = static_cast<int>(bytes.size() / 4096);
        if (kind == QLatin1String("bits")) {
            for (int flip = 0; flip < 20; ++flip)
                bytes.data()[random.bounded(static_cast<int>(bytes.size()))] ^= char(1 << random.bounded(8));
        } else if (kind == QLatin1String("zeroed pages")) {
            for (int page = 0; page < 5; ++page)
                bytes.replace(random.bounded(1, pages) * 4096, 4096, QByteArray(4096, '\0'));
        } else if (kind == QLatin1String("truncated")) {
            bytes.truncate(random.bounded(1, static_cast<int>(bytes.size())));
        } else if (kind == QLatin1String("rubbish")) {
            const int start = random.bounded(static_cast<int>(bytes.size()) - 9000);
            for (int at = 0; at < 9000; ++at)
                bytes[start + at] = char(random.bounded(256));
        } else {
            const int size = kind == QLatin1String("header") ? 100 : 4096;
            for (int at = 0; at < size; ++at)
                bytes[at] = char(random.bounded(256));
        }
        const QString damaged = path(QStringLiteral("damaged-%1.db").arg(++m_number));
        const QString made = damaged + QStringLiteral(".made");
        write(damaged, bytes);
        const auto report = salvageDatabase(damaged, made, {});
        const QByteArray where = kind.toLatin1() + ' ' + QByteArray::number(seed);
        QCOMPARE(read(damaged), bytes);
        if (!report) {
            QVERIFY2(report.error().kind == ErrorKind::BadData && !QFile::exists(made), where.constData());
            continue;
        }
        const auto check = m_engine.integrityCheck(made, {});
        QVERIFY_RESULT(check);
        QVERIFY2(check->verdict == CheckVerdict::Passed, where.constData());
        const SalvagedTable people = tableOf(*report, "people");
        QVERIFY2(people.kept + people.recovered <= 3000 + people.refused, where.constData());
        if (kind == QLatin1String("bits"))
            QVERIFY2(!report->hadSchema || people.kept + people.recovered > 1000 || report->unplacedRows > 0
                         || people.name.isEmpty(),
                     where.constData());
    }
}

void TestSqliteSalvage::losesOnlyTheRowsOfAZeroedPage()
{
    QByteArray bytes = m_whole;
    int leaf = 0; // of people: the last leaf before the middle of the file
    for (int page = rootOf("people"); page < bytes.size() / 4096 && leaf == 0; ++page) {
        if (bytes[page * 4096] == 0x0d && bytes.mid(page * 4096, 4096).contains("name 1500"))
            leaf = page;
    }
    QVERIFY(leaf > 0);
    bytes.replace(leaf * 4096, 4096, QByteArray(4096, '\0'));
    const QString damaged = path(QStringLiteral("zeroed.db"));
    write(damaged, bytes);
    const auto report = salvageDatabase(damaged, path(QStringLiteral("zeroed-made.db")), {});
    QVERIFY_RESULT(report);
    const SalvagedTable people = tableOf(*report, "people");
    QCOMPARE(people.damagedPages, 1);
    QVERIFY(people.kept > 2800 && people.kept < 3000);
    QCOMPARE(people.lost, 3000 - people.kept); // the index still counts them
    QCOMPARE(tableOf(*report, "logs").kept, 2000);
}

void TestSqliteSalvage::findsThePagesOfALostRoot()
{
    QByteArray bytes = m_whole;
    bytes.replace((rootOf("people") - 1) * 4096, 4096, QByteArray(4096, '\0'));
    const QString damaged = path(QStringLiteral("rootless.db"));
    write(damaged, bytes);
    const auto report = salvageDatabase(damaged, path(QStringLiteral("rootless-made.db")), {});
    QVERIFY_RESULT(report);
    const SalvagedTable people = tableOf(*report, "people");
    QCOMPARE(people.kept, 0);
    QCOMPARE(people.recovered, 3000);
    QCOMPARE(people.lost, 0);
}

void TestSqliteSalvage::doesWithoutAHeader()
{
    QByteArray bytes = m_whole;
    bytes.replace(0, 100, QByteArray(100, '\0'));
    const QString damaged = path(QStringLiteral("headless.db"));
    write(damaged, bytes);
    const auto report = salvageDatabase(damaged, path(QStringLiteral("headless-made.db")), {});
    QVERIFY_RESULT(report);
    QVERIFY(!report->hadHeader && report->hadSchema && !report->isWhole());
    QCOMPARE(tableOf(*report, "people").kept, 3000);
    QCOMPARE(tableOf(*report, "logs").kept, 2000);
}

void TestSqliteSalvage::countsWhatIsLostByAnIndex()
{
    QByteArray bytes = m_whole;
    for (qsizetype page = 1; page < bytes.size() / 4096; ++page) {
        if (bytes[page * 4096] == 0x0d && bytes.mid(page * 4096, 4096).contains("name "))
            bytes[page * 4096] = 0x33;
    }
    const QString damaged = path(QStringLiteral("leafless.db"));
    write(damaged, bytes);
    const auto report = salvageDatabase(damaged, path(QStringLiteral("leafless-made.db")), {});
    QVERIFY_RESULT(report);
    QCOMPARE(tableOf(*report, "people").kept, 0);
    QCOMPARE(tableOf(*report, "people").lost, 3000);
}

void TestSqliteSalvage::compactsToTheSameRows()
{
    const QString file = path(QStringLiteral("loose.db"));
    write(file, m_whole);
    {
        TestDatabase database(file);
        database.run(QStringLiteral("PRAGMA journal_mode=wal"));
        database.run(QStringLiteral("DELETE FROM people WHERE id > 500"));
    }
    const QByteArray before = read(file);
    const QString made = path(QStringLiteral("compact.db"));
    const auto compacted = m_engine.compact(file, made, {});
    QVERIFY_RESULT(compacted);
    QCOMPARE(read(file), before);
    const auto facts = m_engine.facts(file, {});
    QVERIFY_RESULT(facts);
    QCOMPARE(compacted->tableSha256, facts->tableSha256);
    QCOMPARE(compacted->journalMode, QStringLiteral("wal"));
    QVERIFY(QFileInfo(made).size() < QFileInfo(file).size() / 2);
    const auto analyzed = m_engine.analyze(file, path(QStringLiteral("analyzed.db")), {});
    QVERIFY_RESULT(analyzed);
    QVERIFY(TestDatabase(path(QStringLiteral("analyzed.db")))
                .value(QStringLiteral("SELECT count(*) FROM sqlite_stat1"))
                .toInt()
            > 0);
}

} // namespace tst_sqlitesalvage

QTEST_GUILESS_MAIN(tst_sqlitesalvage::TestSqliteSalvage)
#include "tst_sqlitesalvage.moc"
