// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/database/databases.h"
#include "core/base/foreigntext.h"
#include "core/base/redaction.h"
#include "tests/support/testsupport.h"

#include <QJsonObject>

using namespace pilothouse;

namespace tst_redaction {

class TestRedaction : public QObject
{
    Q_OBJECT

private slots:
    void masksSecretsInText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("assignment") << QStringLiteral("LLM_PROVIDER_KEY=canary-1234 rest");
        QTest::newRow("json") << QStringLiteral("{\"password\": \"canary-1234\"}");
        QTest::newRow("url") << QStringLiteral("postgres://agentfs:canary-1234@db/agentfs");
        QTest::newRow("bearer") << QStringLiteral("Authorization: Bearer canary-1234");
        QTest::newRow("jwt") << QStringLiteral("got eyJhbGciOiJI.canary-1234.abc");
    }

    void masksSecretsInText()
    {
        QFETCH(QString, text);
        QVERIFY2(!redacted(text).contains(QStringLiteral("canary-1234")), qPrintable(redacted(text)));
    }

    void leavesOrdinaryTextAlone()
    {
        const QString text = QStringLiteral("Copied agentx.db, 1.84 GB in 12 s; key: containers:user-1");
        QCOMPARE(redacted(text), text);
    }

    void masksWholeValuesUnderSecretKeys()
    {
        const QJsonObject masked =
            redacted(QJsonObject{{QStringLiteral("JWT_SECRET"), QStringLiteral("canary")},
                                 {QStringLiteral("PORT"), QStringLiteral("5200")}});
        QCOMPARE(masked.value(QStringLiteral("JWT_SECRET")).toString(), secretMask());
        QCOMPARE(masked.value(QStringLiteral("PORT")).toString(), QStringLiteral("5200"));
    }

    void masksSecretColumnsOfRows()
    {
        QList<QList<QVariant>> rows{
            {QStringLiteral("zoe"), QStringLiteral("$2b$10$canary"), QStringLiteral("k1")},
            {QStringLiteral("ada"), QVariant(), QStringLiteral("k2")}};
        maskSecretColumns({QStringLiteral("username"), QStringLiteral("passwordHash"), QStringLiteral("key")},
                          rows);
        QCOMPARE(rows[0][1].toString(), secretMask());
        QVERIFY(rows[1][1].isNull());
        QCOMPARE(rows[0][0].toString(), QStringLiteral("zoe"));
        QCOMPARE(rows[1][2].toString(), QStringLiteral("k2"));
    }

    void showsInvisibleCharacters()
    {
        QCOMPARE(visibleText(QStringLiteral("a\u202Eb\x1b[31m")),
                 QStringLiteral("a\u27E8U+202E\u27E9b\u241B[31m"));
        QCOMPARE(visibleText(QStringLiteral("zoë\t<b>")), QStringLiteral("zoë\t<b>"));
    }
};

} // namespace tst_redaction

QTEST_GUILESS_MAIN(tst_redaction::TestRedaction)
#include "tst_redaction.moc"
