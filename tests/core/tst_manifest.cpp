// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/digest.h"
#include "core/backup/manifest.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace pilothouse;

namespace tst_manifest {

namespace {

Manifest sample()
{
    Manifest manifest;
    manifest.id = QStringLiteral("0198f1c2-7a11-7cc3-8d55-8a86a0c4a001");
    manifest.created = QDateTime(QDate(2026, 11, 20), QTime(22, 9, 41), Qt::UTC);
    manifest.completed = manifest.created.addMSecs(1234);
    manifest.stamp = QStringLiteral("20261120T220941Z");
    manifest.toolVersion = QStringLiteral("0.1.0");
    manifest.user = QStringLiteral("ada");
    manifest.host = QStringLiteral("west");
    manifest.trigger = QStringLiteral("operator");
    manifest.kind = QStringLiteral("online");
    manifest.instance = QStringLiteral("prod-1");
    manifest.profile = QStringLiteral("shop");
    manifest.sqliteVersion = QStringLiteral("3.40.1");
    manifest.archive = QStringLiteral("backup-20261120T220941Z.tar.gz");
    manifest.archiveBytes = 1234;
    manifest.archiveSha256 = sha256Of("archive");
    ManifestMember member;
    member.path = QStringLiteral("orders-20261120T220941Z.db");
    member.original = QStringLiteral("data/orders.db");
    member.role = QStringLiteral("database");
    member.database = QStringLiteral("orders");
    member.bytes = 8192;
    member.sha256 = sha256Of("member");
    manifest.members << member;
    ManifestMember file;
    file.path = QStringLiteral("uploads/Käse (1).txt");
    file.original = file.path;
    file.role = QStringLiteral("file");
    file.bytes = 3;
    file.sha256 = sha256Of("abc");
    manifest.members << file;
    ManifestDatabase database;
    database.id = QStringLiteral("orders");
    database.member = member.path;
    database.pageSize = 4096;
    database.pageCount = 2;
    database.userVersion = -3;
    database.rows = {{QStringLiteral("orders"), 14}};
    database.contentSha256 = {{QStringLiteral("orders"), QStringLiteral("ab12")}};
    DatabaseCheck check;
    check.database = database.id;
    check.name = QStringLiteral("quick_check");
    check.verdict = CheckVerdict::Passed;
    check.at = manifest.created;
    database.checks << check;
    manifest.databases << database;
    return manifest;
}

QByteArray changed(const std::function<void(QJsonObject &)> &change)
{
    QJsonObject object = QJsonDocument::fromJson(toCanonicalJson(sample())).object();
    change(object);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray withMember(const QString &key, const QJsonValue &value)
{
    return changed([&](QJsonObject &object) {
        QJsonArray members = object.value(QStringLiteral("members")).toArray();
        QJsonObject member = members.at(0).toObject();
        member.insert(key, value);
        members.replace(0, member);
        object.insert(QStringLiteral("members"), members);
    });
}

} // namespace

/// The manifest of a backup set, both ways.
class TestManifest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWasWritten()
    {
        const Manifest manifest = sample();
        const QByteArray json = toCanonicalJson(manifest);
        const Result<Manifest> read = manifestFromJson(json);
        QVERIFY_RESULT(read);
        QCOMPARE(read->members, manifest.members);
        QCOMPARE(read->databases, manifest.databases);
        QCOMPARE(read->created, manifest.created);
        QCOMPARE(toCanonicalJson(*read), json);
    }

    void writesItsDigestAsSha256sumDoes()
    {
        QCOMPARE(
            manifestSidecar("x"),
            QByteArray("2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881  manifest.json\n"));
    }

    void keepsWhatANewerProgramWrote()
    {
        const QByteArray json = changed([](QJsonObject &object) {
            object.insert(QStringLiteral("encryption"), QStringLiteral("none"));
            object.insert(QStringLiteral("format"), QStringLiteral("pilothouse-backup/1"));
        });
        const Result<Manifest> read = manifestFromJson(json);
        QVERIFY_RESULT(read);
        QCOMPARE(toCanonicalJson(*read), json);
    }

    void refusesAnUnknownFormat()
    {
        for (const char *format : {"pilothouse-backup/2", "pilothouse-backup/10", "other/1", ""}) {
            const Result<Manifest> read = manifestFromJson(changed([&](QJsonObject &object) {
                object.insert(QStringLiteral("format"), QString::fromLatin1(format));
            }));
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::BadData);
        }
    }

    void refusesEveryMissingField()
    {
        const QJsonObject whole = QJsonDocument::fromJson(toCanonicalJson(sample())).object();
        for (const QString &key : whole.keys()) {
            const Result<Manifest> read =
                manifestFromJson(changed([&](QJsonObject &object) { object.remove(key); }));
            QVERIFY2(!read, qPrintable(key));
        }
    }

    void refusesPathsThatLeaveTheSet_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path :
             {"/etc/passwd", "../up.db", "a/../b.db", "", ".", "a//b", "a/b.db", "a\nb.db", "a b.db", "a\\b"})
            QTest::addRow("%s", path) << QString::fromLatin1(path);
    }

    void refusesPathsThatLeaveTheSet()
    {
        QFETCH(QString, path);
        QVERIFY(!manifestFromJson(withMember(QStringLiteral("path"), path)));
    }

    void refusesOriginalsThatLeaveTheDataFolder()
    {
        QVERIFY(!manifestFromJson(withMember(QStringLiteral("original"), QStringLiteral("../other/x.db"))));
        QVERIFY(!manifestFromJson(withMember(QStringLiteral("original"), QStringLiteral("/etc/x.db"))));
    }

    void refusesDuplicatesAndWrongSums()
    {
        QVERIFY(!manifestFromJson(withMember(QStringLiteral("size"), 5)));
        QVERIFY(!manifestFromJson(withMember(QStringLiteral("sha256"), QStringLiteral("00"))));
        QVERIFY(!manifestFromJson(withMember(QStringLiteral("path"), QStringLiteral("uploads/x"))));
        QVERIFY(!manifestFromJson(changed([](QJsonObject &object) {
            QJsonArray members = object.value(QStringLiteral("members")).toArray();
            members.append(members.at(0));
            object.insert(QStringLiteral("members"), members);
        })));
        QByteArray twice = toCanonicalJson(sample());
        twice.replace("{\"archive\"", "{\"archive\":{},\"archive\"");
        QVERIFY(!manifestFromJson(twice));
    }

    void survivesEveryCutAndEveryByte()
    {
        const QByteArray json = toCanonicalJson(sample());
        for (qsizetype at = 0; at < json.size(); ++at) {
            QVERIFY(!manifestFromJson(json.left(at)));
            QByteArray flipped = json;
            flipped[at] = static_cast<char>(flipped[at] ^ 0x11);
            const Result<Manifest> read = manifestFromJson(flipped);
            if (read)
                QVERIFY(toCanonicalJson(*read) != json);
        }
    }
};

} // namespace tst_manifest

QTEST_GUILESS_MAIN(tst_manifest::TestManifest)
#include "tst_manifest.moc"
