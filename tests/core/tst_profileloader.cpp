// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profileloader.h"
#include "core/profile/profilestore.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_profileloader {

class TestProfileLoader : public QObject
{
    Q_OBJECT
private slots:
    void readsAServiceThatItHasNeverHeardOf()
    {
        const auto profile = loadProfile(testProfile(QStringLiteral("quillkeep.json")), QStringLiteral("q"));
        QVERIFY_RESULT(profile);
        QCOMPARE(profile->version, 2);
        QCOMPARE(profile->database(QStringLiteral("shelf"))->layouts[0].counts.value(QStringLiteral("notes")),
                 QStringLiteral("SELECT count(*) FROM note"));
        QCOMPARE(profile->endpoint(QStringLiteral("health"))->status, 204);
        QCOMPARE(profile->permissions[0].mode, 0750u);
        QCOMPARE(profile->backup.retention, (ProfileRetention{0, 5, 2, 0}));
        QCOMPARE(profile->entity(QStringLiteral("notebook"))->owns[0].keys.size(), 2);
        QCOMPARE(profile->environment[1].isSecret, true);
        QCOMPARE(profile->runbookItem(QStringLiteral("Q2"))->anchor, QStringLiteral("close-a-notebook"));
        QVERIFY(!profile->database(QStringLiteral("other")));
    }

    void findsItsRowsInGeneratedData()
    {
        QTemporaryDir dir;
        const QString path = dir.filePath(QStringLiteral("store/shelf.sqlite"));
        runSql(path,
               "CREATE TABLE notebook (slug TEXT PRIMARY KEY, caption TEXT, open INTEGER, opened INTEGER);"
               "CREATE TABLE note (number INTEGER PRIMARY KEY, notebook TEXT, body TEXT);"
               "CREATE TABLE note_label (note INTEGER, label TEXT, PRIMARY KEY (note, label));"
               "INSERT INTO notebook VALUES ('red', 'Red', 1, 1700000000), ('blue', 'Blue', 0, 1700000001);"
               "INSERT INTO note VALUES (1, 'red', 'x'), (2, 'red', 'y'), (3, 'blue', 'z');"
               "INSERT INTO note_label VALUES (1, 'k'), (1, 'l'), (3, 'k');");
        const auto profile = loadProfile(testProfile(QStringLiteral("quillkeep.json")), QStringLiteral("q"));
        QVERIFY_RESULT(profile);
        const ProfileEntity *entity = profile->entity(QStringLiteral("notebook"));
        QCOMPARE(selectSql(path, entity->list.value(QStringLiteral("v3"))).size(), 2);
        const QVariantMap red{{QStringLiteral("slug"), QStringLiteral("red")}};
        QCOMPARE(selectSql(path, entity->owns[0].select, red).size(), 2);
        QCOMPARE(selectSql(path, entity->owns[1].select, red).size(), 2);
    }

    void namesLineAndExpectation_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *from, const char *to, const char *expected) {
            QTest::newRow(name) << QByteArray(from) << QByteArray(to) << QString::fromLatin1(expected);
        };
        row("unknown key", "\"schedule\":", "\"shedule\":", "\"shedule\" is not known here");
        row("wrong type", "\"stopSeconds\": 25", "\"stopSeconds\": \"25\"",
            "\"stopSeconds\" was expected to be a whole number");
        row("missing", "\"anchor\": \"where-notes-live\"", "\"anchor\": \"\"",
            "\"anchor\" was expected to be a text that is not empty");
        row("database", "\"databases\": [\"shelf\"]", "\"databases\": [\"cellar\"]",
            "there is no database \"cellar\"");
        row("entity database", "\"database\": \"shelf\",\n            \"table\": \"notebook\"",
            "\"database\": \"cellar\",\n            \"table\": \"notebook\"",
            "there is no database \"cellar\"");
        row("layout", "\"layout\": \"v3\"", "\"layout\": \"v4\"", "has no layout \"v4\"");
        row("format", "\"format\": \"line\"", "\"format\": \"rows\"", "there is no log format \"rows\"");
        row("regex", "^panic: ", "^panic(: ", "a regular expression was expected");
        row("group", "(?<level>", "(?<severity>", "the group \"severity\" is not known");
        row("not a select", "\"SELECT number FROM note WHERE notebook = :slug\"", "\"DELETE FROM note\"",
            "a SELECT was expected");
        row("parameter", "number FROM note WHERE notebook = :slug\"",
            "number FROM note WHERE notebook = :name\"", "the parameter :name is not known");
        row("path up", "\"store/shelf.sqlite\"", "\"store/../../etc\"", "a relative path without \"..\"");
        row("absolute", "\"blobs/\"", "\"/blobs/\"", "a relative path without \"..\"");
        row("owned files", "blobs/{slug}/", "blobs/{other}/", "there is no column \"other\"");
        row("mode", "\"750\"", "\"rwx\"", "permission bits in octal");
        row("url variable", "{QUILL_PORT}", "{PORT}", "there is no environment variable \"PORT\"");
        row("url", "http://127", "file://127", "an http or https address");
        row("schedule", "weekly 23:30", "weekly 24:30", "a time such as");
        row("item", "\"item\": \"Q1\"}]", "\"item\": \"Q9\"}]", "the runbook has no item \"Q9\"");
        row("column", "\"label\": \"caption\"", "\"label\": \"title\"", "there is no column \"title\"");
        row("label", "\"tier=notes\"", "\"=notes\"", "a label such as");
        row("unit", "\"quillkeep*.service\"", "\"quillkeep.timer\"", "a name such as");
        row("process", "\"quillkeepd\"", "\"/usr/bin/quillkeepd\"", "a program without its folder");
        row("port", "8081", "80810", "a whole number from 1 to 65535");
        row("port as text", "8081", "\"8081\"", "a whole number from 1 to 65535");
        row("usual folder", "\"~/quills\"", "\"~/../quills\"", "has no \"..\"");
        row("usual folder, relative", "\"~/quills\"", "\"quills\"", "a path that begins with");
        row("data variable", "\"dataVariable\": \"QUILL_PORT\"", "\"dataVariable\": \"QUILL_HOME\"",
            "there is no environment variable \"QUILL_HOME\"");
        row("data option", "\"--store\"", "\"store\"", "an option such as");
        row("language", "\"fr\"", "\"French\"", "a language such as");
        row("translated text", "\"Notebook\": \"Cahier\"", "\"Notepad\": \"Cahier\"",
            "a text that the profile shows");
        row("no translation", "\"Cahier\"", "\" \"", "a translation was expected");
        row("twice", "\"QUILL_SALT\"", "\"QUILL_PORT\"", "\"QUILL_PORT\" was expected once");
    }

    void namesLineAndExpectation()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, expected);
        QByteArray text = testProfile(QStringLiteral("quillkeep.json"));
        const qsizetype at = text.indexOf(from);
        QVERIFY(at >= 0);
        text.replace(at, from.size(), to);
        const auto profile = loadProfile(text, QStringLiteral("quillkeep.json"));
        QVERIFY(!profile);
        const Error error = profile.error();
        QCOMPARE(error.kind, ErrorKind::BadInput);
        QCOMPARE(error.subject, QStringLiteral("quillkeep.json"));
        QVERIFY2(error.message.contains(expected), qPrintable(error.toText()));
        const qsizetype first = text.left(at).count('\n') + 1;
        const qsizetype last = first + to.count('\n');
        const int line = error.message.section(u' ', 1, 1).chopped(1).toInt();
        QVERIFY2(line >= first && line <= last, qPrintable(error.message));
    }

    void listsEveryProblem()
    {
        const auto profile =
            loadProfile("{\n\"id\": \"x\",\n\"title\": 3,\n\"odd\": 1}", QStringLiteral("x.json"));
        QVERIFY(!profile);
        QVERIFY(profile.error().detail.contains(QLatin1String("Line 3")));
        QVERIFY(profile.error().detail.contains(QLatin1String("Line 4")));
        QVERIFY(!loadProfile("[]", QStringLiteral("x.json")));
    }

    void storeKeepsBrokenProfilesWithTheirReason()
    {
        QTemporaryDir dir;
        writeAll(dir.filePath(QStringLiteral("quillkeep.json")),
                 testProfile(QStringLiteral("quillkeep.json")));
        writeAll(dir.filePath(QStringLiteral("broken.json")), "{");
        const ProfileStore store = ProfileStore::load(dir.path());
        QVERIFY_RESULT(store.profile(QStringLiteral("quillkeep")));
        QCOMPARE(store.profile(QStringLiteral("broken")).error().kind, ErrorKind::BadInput);
        const auto missing = store.profile(QStringLiteral("nothing"));
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(missing.error().advice.contains(QLatin1String("quillkeep")));
        QCOMPARE(store.entries().size(), 4);
        QVERIFY(ProfileStore::validate(dir.filePath(QStringLiteral("broken.json")))
                    .error()
                    .subject.endsWith(QLatin1String("broken.json")));
    }
};

} // namespace tst_profileloader

QTEST_GUILESS_MAIN(tst_profileloader::TestProfileLoader)
#include "tst_profileloader.moc"
