// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profilestore.h"
#include "core/profile/profiletexts.h"
#include "tests/support/profiledata.h"
#include "tests/support/testsupport.h"

#include <QLocale>
#include <QRegularExpression>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_builtinprofile {

/// The profile of the first runbook against data of both shapes that its service ever wrote.
class TestBuiltInProfile : public QObject
{
    Q_OBJECT
private slots:
    void initTestCase()
    {
        auto profile = ProfileStore::load({}).profile(QStringLiteral("portagent"));
        QVERIFY_RESULT(profile);
        m_profile = *profile;
    }

    void holdsTheFactsOfTheRunbook()
    {
        QCOMPARE(m_profile.runbook.size(), 41);
        QCOMPARE(m_profile.runbookItem(QStringLiteral("P34"))->anchor, QStringLiteral("service-wont-start"));
        QCOMPARE(m_profile.ownerId, 1000u);
        QCOMPARE(m_profile.backup.databases.size(), 3);
        QCOMPARE(m_profile.backup.retention.days, 30);
        QCOMPARE(m_profile.backup.offered.value(0), (ProfileRetention{0, 7, 4, 3}));
        QCOMPARE(m_profile.logs[0].rotateBytes, 10485760);
        QCOMPARE(m_profile.thresholds.size(), 5);
        QCOMPARE(m_profile.sessions.secretVariable, QStringLiteral("JWT_SECRET"));
        QCOMPARE(m_profile.sessions.lifetimeDays, 7);
        QCOMPARE(m_profile.sessions.options, QStringList(QStringLiteral("--jwt-secret")));
        const QRegularExpression member(m_profile.backup.foreignMembers[1]);
        QVERIFY(member.match(QStringLiteral("agentx-20250115_020000.db")).hasMatch());
        QVERIFY(member.match(QStringLiteral("var/backups/portagent/agentx-20250115_020000.db")).hasMatch());
        QVERIFY(!member.match(QStringLiteral("xagentx-20250115_020000.db")).hasMatch());
    }

    void saysEveryTextInGerman()
    {
        QCOMPARE(m_profile.translations.size(), 1);
        const ProfileTranslation &german = m_profile.translations.first();
        QCOMPARE(german.language, QStringLiteral("de"));
        for (const QString &text : shownTexts(m_profile))
            QVERIFY2(german.texts.contains(text), qPrintable(text));
    }

    void speaksTheLanguageOfTheProgram()
    {
        const QLocale before;
        QLocale::setDefault(QLocale(QStringLiteral("de_AT")));
        const auto german = ProfileStore::load({}).profile(QStringLiteral("portagent"));
        QLocale::setDefault(before);
        QVERIFY_RESULT(german);
        QCOMPARE(german->entity(QStringLiteral("user"))->plural, QStringLiteral("Benutzer"));
        QCOMPARE(german->runbookItem(QStringLiteral("P29"))->heading, QStringLiteral("Benutzer sperren"));
        QVERIFY(german->runbookItem(QStringLiteral("P29"))->words.contains(QLatin1String("Disable User")));
        QVERIFY(german->variable(QStringLiteral("PORT"))->text.startsWith(QLatin1String("Port, auf dem")));
        // What is counted is kept under its name, whatever the language.
        const ProfileLayout &users = german->database(QStringLiteral("portagent"))->layouts.first();
        QVERIFY(users.counts.contains(QStringLiteral("disabled users")));
        QCOMPARE(german->shown(QStringLiteral("disabled users")), QStringLiteral("gesperrte Benutzer"));
        QCOMPARE(m_profile.entity(QStringLiteral("user"))->plural, QStringLiteral("Users"));
    }

    void findsTheLayout()
    {
        QTemporaryDir modern;
        QTemporaryDir old;
        makeKeyValueData(modern.path());
        makeTableData(old.path());
        QCOMPARE(layoutOf(modern.path(), QStringLiteral("agentx")), QStringLiteral("kv"));
        QCOMPARE(layoutOf(old.path(), QStringLiteral("agentx")), QStringLiteral("tables"));
        QCOMPARE(layoutOf(modern.path(), QStringLiteral("portagent")), QStringLiteral("users"));
        QCOMPARE(layoutOf(modern.path(), QStringLiteral("queue")), QStringLiteral("queue"));
    }

    void countsAreAnchored()
    {
        QTemporaryDir dir;
        makeKeyValueData(dir.path());
        const ProfileLayout layout = m_profile.database(QStringLiteral("agentx"))->layouts[0];
        const QString path = pathOf(dir.path(), QStringLiteral("agentx"));
        const auto count = [&](const char *what) {
            return selectSql(path, layout.counts.value(QLatin1String(what)))[0][0];
        };
        QCOMPARE(count("images"), QStringLiteral("3"));
        QCOMPARE(count("sessions"), QStringLiteral("2"));
        QCOMPARE(count("containers"), QStringLiteral("2"));
        QCOMPARE(count("messages"), QStringLiteral("4"));
    }

    void ownsExactlyOneUsersKeys()
    {
        QTemporaryDir dir;
        makeKeyValueData(dir.path());
        const QStringList ada = owned(dir.path(), QStringLiteral("kv"), QStringLiteral("user-a"));
        const QStringList expected{QStringLiteral("containers:user-a"),
                                   QStringLiteral("idx:images:container:user-a:img_1"),
                                   QStringLiteral("idx:images:name:one:img_1"),
                                   QStringLiteral("idx:sessions:container:user-a:sess_1"),
                                   QStringLiteral("idx:sessions:image:img_1:sess_1"),
                                   QStringLiteral("images:img_1"),
                                   QStringLiteral("messages:sess_1"),
                                   QStringLiteral("queue_consumers c sess_1"),
                                   QStringLiteral("queue_entries 1"),
                                   QStringLiteral("queue_entries 3"),
                                   QStringLiteral("sessions:sess_1")};
        QCOMPARE(ada, expected);
        QCOMPARE(owned(dir.path(), QStringLiteral("kv"), QStringLiteral("user-a2")).size(), 11);
        QVERIFY(owned(dir.path(), QStringLiteral("kv"), QStringLiteral("user-%")).isEmpty());
    }

    void ownsExactlyOneUsersLegacyRows()
    {
        QTemporaryDir dir;
        makeTableData(dir.path());
        const QStringList ada = owned(dir.path(), QStringLiteral("tables"), QStringLiteral("user-a"));
        QCOMPARE(ada, (QStringList{QStringLiteral("containers user-a"), QStringLiteral("images img_1"),
                                   QStringLiteral("messages m1"), QStringLiteral("messages m2"),
                                   QStringLiteral("sessions sess_1"), QStringLiteral("sessions sess_1b")}));
    }

    void readsItsLogLines()
    {
        const QRegularExpression file(m_profile.logFormat(QStringLiteral("file"))->record);
        const auto record =
            file.match(QStringLiteral("2026-11-20 21:59:39.426 +00:00 [ERR] "
                                      "portagent·runtime/CommandHandler: 'Failed to run image' {"));
        QCOMPARE(record.captured(QStringLiteral("level")), QStringLiteral("ERR"));
        QCOMPARE(record.captured(QStringLiteral("component")),
                 QStringLiteral("portagent·runtime/CommandHandler"));
        QCOMPARE(record.captured(QStringLiteral("message")), QStringLiteral("'Failed to run image' {"));
        QVERIFY(!file.match(QStringLiteral("  error: 'Image not found'")).hasMatch());
        const QRegularExpression console(m_profile.logFormat(QStringLiteral("console"))->record);
        QCOMPARE(
            console.match(QStringLiteral("22:08:51.346 INF portagent·queue/EventQueue EventQueue created {"))
                .captured(QStringLiteral("message")),
            QStringLiteral("EventQueue created {"));
    }

    void knowsTheServiceOnPostgres()
    {
        const auto profile = ProfileStore::load({}).profile(QStringLiteral("agentfs"));
        QVERIFY_RESULT(profile);
        QCOMPARE(profile->runbook.size(), 36);
        QVERIFY(!profile->needsDataFolder());
        QVERIFY(m_profile.needsDataFolder());
        QCOMPARE(profile->databases[0].connection.variable, QStringLiteral("DATABASE_URL"));
        QCOMPARE(profile->backup.retention.days, 30);
        QCOMPARE(profile->backup.schedule, QStringLiteral("daily 02:00"));
        QCOMPARE(profile->assertions[0].item, QStringLiteral("F11"));
        QCOMPARE(profile->metrics.prefixes.size(), 2);
        const QRegularExpression pino(profile->logFormat(QStringLiteral("pino"))->record);
        const auto record = pino.match(QStringLiteral(
            "{\"level\":30,\"time\":1795211979420,\"pid\":1,\"hostname\":\"h\",\"reqId\":\"req-1\","
            "\"res\":{\"statusCode\":500},\"responseTime\":13.55,\"msg\":\"request completed\"}"));
        QCOMPARE(record.captured(QStringLiteral("time")), QStringLiteral("1795211979420"));
        QVERIFY(record.captured(QStringLiteral("message")).contains(QStringLiteral("\"statusCode\":500")));
    }

private:
    QString pathOf(const QString &dataDir, const QString &database) const
    {
        return dataDir + u'/' + m_profile.database(database)->path;
    }

    QString layoutOf(const QString &dataDir, const QString &database) const
    {
        for (const ProfileLayout &layout : m_profile.database(database)->layouts) {
            if (!selectSql(pathOf(dataDir, database), layout.probe).isEmpty())
                return layout.id;
        }
        return {};
    }

    /// What the user with this container owns, sorted: keys, or "table key key".
    QStringList owned(const QString &dataDir, const QString &layout, const QString &containerId) const
    {
        QStringList found;
        for (const ProfileOwned &owned : m_profile.entity(QStringLiteral("user"))->owns) {
            const bool fits = owned.layout == layout
                              || (owned.layout == QLatin1String("queue") && layout == QLatin1String("kv"));
            if (!owned.files.isEmpty() || !fits)
                continue;
            QVariantMap parameters{{QStringLiteral("containerId"), containerId}};
            for (const ProfileLookup &lookup : owned.lookups) {
                if (lookup.layout == layout)
                    parameters.insert(lookup.name, lookedUp(dataDir, lookup, parameters));
            }
            for (const QStringList &row :
                 selectSql(pathOf(dataDir, owned.database), owned.select, parameters))
                found << (layout == QLatin1String("kv") && owned.layout == layout
                              ? row[0]
                              : owned.table + u' ' + row.join(u' '));
        }
        found.sort();
        return found;
    }

    QString lookedUp(const QString &dataDir, const ProfileLookup &lookup, const QVariantMap &parameters) const
    {
        QJsonArray values;
        for (const QStringList &row : selectSql(pathOf(dataDir, lookup.database), lookup.select, parameters))
            values << row[0];
        return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
    }

    ServiceProfile m_profile;
};

} // namespace tst_builtinprofile

QTEST_GUILESS_MAIN(tst_builtinprofile::TestBuiltInProfile)
#include "tst_builtinprofile.moc"
