// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/sqlshape.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_sqlshape {

class TestSqlShape : public QObject
{
    Q_OBJECT
private slots:
    void findsNamedParameters()
    {
        const auto shape = selectShape(
            QStringLiteral("SELECT ':no' /* :no */ FROM t -- :no\nWHERE a = :a AND [b:c] = :b OR x = :a"));
        QVERIFY_RESULT(shape);
        QCOMPARE(shape->parameters, (QStringList{QStringLiteral("a"), QStringLiteral("b")}));
    }

    void acceptsSelects_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::newRow("plain") << QStringLiteral("SELECT 1");
        QTest::newRow("with") << QStringLiteral("with x AS (SELECT 1) select * from x");
        QTest::newRow("function") << QStringLiteral("SELECT replace(a, 'x', 'y') FROM t");
        QTest::newRow("comment") << QStringLiteral("-- first\n SELECT 'it''s; fine'");
    }
    void acceptsSelects()
    {
        QFETCH(QString, sql);
        QVERIFY_RESULT(selectShape(sql));
    }

    void numbersParametersForPostgres()
    {
        const auto shape =
            selectShape(QStringLiteral("SELECT a[1], ':no', b::text, j ? 'k' FROM public.t -- :no\n"
                                       "WHERE a = :one::uuid AND b @> :two AND c > :one"),
                        SqlDialect::Postgres);
        QVERIFY_RESULT(shape);
        QCOMPARE(shape->parameters, (QStringList{QStringLiteral("one"), QStringLiteral("two")}));
        QCOMPARE(shape->numbered, QStringLiteral("SELECT a[1], ':no', b::text, j ? 'k' FROM public.t -- :no\n"
                                                 "WHERE a = $1::uuid AND b @> $2 AND c > $1"));
        QVERIFY(!selectShape(QStringLiteral("SELECT a::text FROM t")));
        QVERIFY(!selectShape(QStringLiteral("SELECT $1"), SqlDialect::Postgres));
    }

    void refusesTheRest_data()
    {
        QTest::addColumn<QString>("sql");
        for (const char *sql :
             {"", "DELETE FROM t", "SELECT 1; DROP TABLE t", "WITH x AS (SELECT 1) DELETE FROM t",
              "WITH x AS (SELECT 1) REPLACE INTO t SELECT 1", "PRAGMA user_version", "SELECT ?", "SELECT @a",
              "SELECT $a", "SELECT (1", "SELECT 1)", "SELECT 'open", "VALUES (1)",
              "/* SELECT */ ATTACH 'x' AS y", "WITH x AS (SELECT 1)"})
            QTest::newRow(sql) << QString::fromLatin1(sql);
    }
    void refusesTheRest()
    {
        QFETCH(QString, sql);
        QVERIFY(!selectShape(sql));
    }
};

} // namespace tst_sqlshape

QTEST_GUILESS_MAIN(tst_sqlshape::TestSqlShape)
#include "tst_sqlshape.moc"
