// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"
#include "app/demo/demolog.h"
#include "tests/support/testsupport.h"

#include <QDir>
#include <QDirIterator>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace pilothouse;

namespace {

DemoDataOptions smallOptions()
{
    DemoDataOptions options;
    options.now = QDateTime(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC);
    options.users = 40;
    options.logFiles = 2;
    options.logFileBytes = 20'000;
    return options;
}

QList<QVariantList> query(const QString &path, const QByteArray &statement)
{
    auto database = DemoDatabase::open(path);
    if (!database)
        return {};
    auto rows = database->query(statement);
    return rows ? *rows : QList<QVariantList>();
}

QVariant value(const QString &path, const QByteArray &statement)
{
    const auto rows = query(path, statement);
    return rows.isEmpty() ? QVariant() : rows.first().first();
}

/// What sqlite_master says, as one text: "table users", "index idx_users_email" ...
QStringList schemaOf(const QString &path)
{
    QStringList names;
    for (const auto &row :
         query(path, "SELECT type || ' ' || name FROM sqlite_master WHERE name NOT LIKE 'sqlite_%'"
                     " ORDER BY type DESC, name"))
        names.append(row.first().toString());
    return names;
}

QStringList columnsOf(const QString &path, const QByteArray &table)
{
    QStringList columns;
    for (const auto &row :
         query(path, "SELECT name || ' ' || type || iif(\"notnull\", ' NOT NULL', '') || iif(pk, ' PK',"
                     " '') FROM pragma_table_info('"
                         + table + "')"))
        columns.append(row.first().toString());
    return columns;
}

QByteArray allFilesOf(const QString &directory)
{
    QStringList paths;
    QDirIterator files(directory, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext())
        paths.append(files.next());
    paths.sort();
    QByteArray content;
    for (const QString &path : std::as_const(paths))
        content += path.mid(directory.size()).toUtf8() + '\0' + readAll(path);
    return content;
}

} // namespace

class DemoDataTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void usersHaveTheServicesSchema();
    void recordsHaveTheKeyValueSchema();
    void queueHasTheServicesSchemaAndWal();
    void everyIndexKeyLeadsToItsRecord();
    void exactlyTwoContainersHaveNoOwner();
    void keepsTheAwkwardNames();
    void everyConversationHasAWorkFolder();
    void logsHaveTheServicesFormat();
    void sameSeedGivesTheSameData();
    void writesTheOlderTables();
    void refusesAFolderThatIsNotEmpty();
    void breaksLongContextsOverLines();
    void consoleFormatHasNoDate();

private:
    QString database(const char *name) const
    {
        return m_folder.filePath(QStringLiteral("demo/data/%1.db").arg(QLatin1String(name)));
    }

    QTemporaryDir m_folder;
};

void DemoDataTest::initTestCase()
{
    QVERIFY_RESULT(
        createDemoData(m_folder.filePath(QStringLiteral("demo")), smallOptions(), OperationContext()));
}

void DemoDataTest::usersHaveTheServicesSchema()
{
    const QString path = database("portagent");
    QCOMPARE(schemaOf(path).join(u','),
             QStringLiteral("table users,index idx_users_containerId,index idx_users_email,"
                            "index idx_users_username"));
    QCOMPARE(
        columnsOf(path, "users").join(u','),
        QStringLiteral("userId TEXT PK,username TEXT NOT NULL,email TEXT NOT NULL,passwordHash TEXT NOT NULL,"
                       "containerId TEXT NOT NULL,displayName TEXT,avatar TEXT,isActive INTEGER NOT NULL,"
                       "createdAt INTEGER NOT NULL,updatedAt INTEGER NOT NULL"));
    QCOMPARE(value(path, "PRAGMA journal_mode").toString(), QStringLiteral("delete"));
    QVERIFY(value(path, "SELECT sql FROM sqlite_master WHERE name = 'users'")
                .toString()
                .startsWith(QStringLiteral("CREATE TABLE users (\n        userId TEXT PRIMARY KEY,\n")));
    QVERIFY(value(path, "SELECT min(createdAt) FROM users").toLongLong() > 1'700'000'000'000);
}

void DemoDataTest::recordsHaveTheKeyValueSchema()
{
    const QString path = database("agentx");
    QCOMPARE(schemaOf(path).join(u','), QStringLiteral("table kv_storage,index idx_kv_key"));
    QCOMPARE(columnsOf(path, "kv_storage").join(u','),
             QStringLiteral(
                 "key TEXT PK,value TEXT NOT NULL,created_at INTEGER NOT NULL,updated_at INTEGER NOT NULL"));
    QCOMPARE(value(path, "PRAGMA journal_mode").toString(), QStringLiteral("delete"));
    QCOMPARE(
        value(path, "SELECT count(*) FROM kv_storage WHERE NOT json_valid(value) AND key NOT LIKE 'idx:%'")
            .toInt(),
        0);
    QCOMPARE(
        value(path,
              "SELECT count(*) FROM kv_storage WHERE key LIKE 'messages:%' AND json_type(value) <> 'array'")
            .toInt(),
        0);
}

void DemoDataTest::queueHasTheServicesSchemaAndWal()
{
    const QString path = database("queue");
    QCOMPARE(schemaOf(path).join(u','),
             QStringLiteral("table queue_consumers,table queue_entries,"
                            "index idx_queue_timestamp,index idx_queue_topic_cursor"));
    QCOMPARE(columnsOf(path, "queue_entries").join(u','),
             QStringLiteral("id INTEGER PK,cursor TEXT NOT NULL,topic TEXT NOT NULL,event TEXT NOT NULL,"
                            "timestamp INTEGER NOT NULL"));
    QCOMPARE(value(path, "PRAGMA journal_mode").toString(), QStringLiteral("wal"));
}

void DemoDataTest::everyIndexKeyLeadsToItsRecord()
{
    const QString path = database("agentx");
    const int images = value(path, "SELECT count(*) FROM kv_storage WHERE key LIKE 'images:%'").toInt();
    QVERIFY(images > 20);
    for (const char *prefix : {"idx:images:name", "idx:images:container", "sessions", "idx:sessions:image",
                               "idx:sessions:container", "messages"}) {
        const QByteArray statement =
            "SELECT count(*) FROM kv_storage WHERE key LIKE '" + QByteArray(prefix) + ":%'";
        QCOMPARE(value(path, statement).toInt(), images);
    }
    QCOMPARE(value(path, "SELECT count(*) FROM kv_storage i WHERE i.key LIKE 'idx:images:%' AND NOT EXISTS"
                         " (SELECT 1 FROM kv_storage r WHERE r.key = 'images:' || i.value)")
                 .toInt(),
             0);
}

void DemoDataTest::exactlyTwoContainersHaveNoOwner()
{
    auto agents = DemoDatabase::open(database("agentx"));
    QVERIFY_RESULT(agents);
    QVERIFY_RESULT(agents->execute("ATTACH '" + QFile::encodeName(database("portagent")) + "' AS u"));
    const auto rows =
        agents->query("SELECT count(*) FROM kv_storage WHERE key LIKE 'containers:%' AND substr(key, 12)"
                      " NOT IN (SELECT containerId FROM u.users)");
    QVERIFY_RESULT(rows);
    QCOMPARE(rows->first().first().toInt(), 2);
}

void DemoDataTest::keepsTheAwkwardNames()
{
    const QString path = database("portagent");
    QCOMPARE(value(path, "SELECT count(*) FROM users WHERE displayName = '<b>Bold</b> & Söhne'").toInt(), 1);
    QCOMPARE(value(path, "SELECT count(*) FROM users WHERE instr(displayName, char(0x202e))").toInt(), 1);
    QCOMPARE(value(path, "SELECT count(*) FROM users WHERE instr(username, char(0x200b))").toInt(), 1);
    QVERIFY(value(path, "SELECT count(*) FROM users WHERE length(username) > 60").toInt() > 0);
    QVERIFY(value(path, "SELECT count(*) FROM users WHERE isActive = 0").toInt() > 0);
}

void DemoDataTest::everyConversationHasAWorkFolder()
{
    const auto rows =
        query(database("agentx"), "SELECT value ->> 'containerId', value ->> 'imageId' FROM kv_storage"
                                  " WHERE key LIKE 'images:%'");
    QVERIFY(!rows.isEmpty());
    for (const auto &row : rows)
        QVERIFY(QDir(m_folder.filePath(QStringLiteral("demo/containers/%1/workdirs/%2")
                                           .arg(row.at(0).toString(), row.at(1).toString())))
                    .exists());
}

void DemoDataTest::logsHaveTheServicesFormat()
{
    static const QRegularExpression record(
        QStringLiteral("^\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\+00:00 \\[(INF|WRN|ERR)\\] "
                       "portagent·[a-z]+/[A-Za-z]+: ['\"]"));
    for (const QString &name : {QStringLiteral("portagent.log"), QStringLiteral("portagent.log.1")}) {
        int records = 0;
        for (const QByteArray &line : readAll(m_folder.filePath(u"demo/logs/" + name)).split('\n')) {
            const QString text = QString::fromUtf8(line);
            if (record.match(text).hasMatch())
                ++records;
            else
                QVERIFY2(text.isEmpty() || text.startsWith(u' ') || text == u"}", line.constData());
        }
        QVERIFY(records > 20);
    }
}

void DemoDataTest::sameSeedGivesTheSameData()
{
    QTemporaryDir other;
    DemoDataOptions options = smallOptions();
    options.users = 12;
    QVERIFY_RESULT(createDemoData(other.filePath(QStringLiteral("a")), options, OperationContext()));
    QVERIFY_RESULT(createDemoData(other.filePath(QStringLiteral("b")), options, OperationContext()));
    options.seed = 7;
    QVERIFY_RESULT(createDemoData(other.filePath(QStringLiteral("c")), options, OperationContext()));
    const QByteArray first = allFilesOf(other.filePath(QStringLiteral("a")));
    QVERIFY(first == allFilesOf(other.filePath(QStringLiteral("b"))));
    QVERIFY(first != allFilesOf(other.filePath(QStringLiteral("c"))));
}

void DemoDataTest::writesTheOlderTables()
{
    QTemporaryDir other;
    DemoDataOptions options = smallOptions();
    options.layout = DemoStore::Layout::Tables;
    QVERIFY_RESULT(createDemoData(other.filePath(QStringLiteral("demo")), options, OperationContext()));
    const QString path = other.filePath(QStringLiteral("demo/data/agentx.db"));
    QCOMPARE(schemaOf(path).filter(QStringLiteral("table")).join(u','),
             QStringLiteral("table containers,table images,table messages,table sessions"));
    QVERIFY(value(path, "SELECT count(*) FROM messages").toInt() > 50);
    QCOMPARE(query(path, "PRAGMA foreign_key_check").size(), 0);
    QVERIFY(value(path, "SELECT createdAt FROM sessions").toString().endsWith(u'Z'));
    auto store = DemoStore::open(other.filePath(QStringLiteral("demo")));
    QVERIFY_RESULT(store);
    QCOMPARE(store->layout(), DemoStore::Layout::Tables);
}

void DemoDataTest::refusesAFolderThatIsNotEmpty()
{
    const auto again =
        createDemoData(m_folder.filePath(QStringLiteral("demo")), smallOptions(), OperationContext());
    QVERIFY(!again);
    QCOMPARE(again.error().kind, ErrorKind::Refused);
}

void DemoDataTest::breaksLongContextsOverLines()
{
    DemoLogRecord record{QDateTime(QDate(2026, 11, 20), QTime(21, 59, 39, 426), Qt::UTC),
                         DemoLogRecord::Level::Error,
                         QStringLiteral("runtime/CommandHandler"),
                         QStringLiteral("It's broken"),
                         {{QStringLiteral("count"), 3}}};
    QCOMPARE(QString::fromUtf8(toFileFormat(record)),
             QStringLiteral(
                 "2026-11-20 21:59:39.426 +00:00 [ERR] portagent·runtime/CommandHandler: \"It's broken\" "
                 "{ count: 3 }\n"));
    record.context = {{QStringLiteral("error"), QStringLiteral("x")},
                      {QStringLiteral("stack"), QStringLiteral("Error: x\n    at y")}};
    QVERIFY(
        QString::fromUtf8(toFileFormat(record))
            .endsWith(QStringLiteral(" {\n  error: 'x',\n  stack: 'Error: x\\n' +\n    '    at y'\n}\n")));
}

void DemoDataTest::consoleFormatHasNoDate()
{
    const DemoLogRecord record{QDateTime(QDate(2026, 11, 20), QTime(22, 9, 9, 720), Qt::UTC),
                               DemoLogRecord::Level::Warning,
                               QStringLiteral("a/B"),
                               QStringLiteral("Slow"),
                               {{QStringLiteral("name"), QStringLiteral("x")}}};
    QCOMPARE(QString::fromUtf8(toConsoleFormat(record)),
             QStringLiteral("22:09:09.720 WRN portagent·a/B Slow {\n  name: \"x\",\n}\n"));
}

QTEST_GUILESS_MAIN(DemoDataTest)
#include "tst_demodata.moc"
