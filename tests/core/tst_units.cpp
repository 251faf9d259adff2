// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/units.h"
#include "tests/support/testsupport.h"

using namespace pilothouse;

namespace tst_units {

class TestUnits : public QObject
{
    Q_OBJECT

private slots:
    void formatsBytes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << QStringLiteral("0\u202FB");
        QTest::newRow("bytes") << qint64(999) << QStringLiteral("999\u202FB");
        QTest::newRow("kilo") << qint64(1000) << QStringLiteral("1\u202FkB");
        QTest::newRow("three digits") << qint64(1314000000) << QStringLiteral("1.31\u202FGB");
        QTest::newRow("no 1000 kB") << qint64(999600) << QStringLiteral("1\u202FMB");
        QTest::newRow("hundreds") << qint64(640123) << QStringLiteral("640\u202FkB");
    }

    void formatsBytes()
    {
        QFETCH(qint64, bytes);
        QTEST(formatBytes(bytes), "text");
    }

    void formatsDurations()
    {
        QCOMPARE(formatDuration(4200), QStringLiteral("4\u202Fs"));
        QCOMPARE(formatDuration(23 * 60000), QStringLiteral("23\u202Fmin"));
        QCOMPARE(formatDuration(21 * 3600000), QStringLiteral("21\u202Fh"));
        QCOMPARE(formatDuration(qint64(117) * 3600000), QStringLiteral("4\u202Fd 21\u202Fh"));
    }

    void formatsCounts()
    {
        QCOMPARE(formatCount(1906114), QStringLiteral("1\u202F906\u202F114"));
        QCOMPARE(formatCount(12), QStringLiteral("12"));
        QCOMPARE(formatCount(-1234), QStringLiteral("-1\u202F234"));
    }

    void formatsMoments()
    {
        const QDateTime now(QDate(2026, 11, 20), QTime(23, 4), Qt::UTC);
        QCOMPARE(formatMoment(QDateTime(QDate(2026, 11, 20), QTime(22, 41), Qt::UTC), now),
                 QStringLiteral("22:41"));
        QCOMPARE(formatMoment(QDateTime(QDate(2026, 11, 19), QTime(16, 12), Qt::UTC), now),
                 QStringLiteral("yesterday 16:12"));
        QCOMPARE(formatMoment(QDateTime(QDate(2026, 11, 16), QTime(2, 0), Qt::UTC), now),
                 QStringLiteral("Mon 02:00"));
        QCOMPARE(formatMoment(QDateTime(QDate(2026, 3, 2), QTime(2, 0), Qt::UTC), now),
                 QStringLiteral("2 Mar"));
    }
};

} // namespace tst_units

QTEST_GUILESS_MAIN(tst_units::TestUnits)
#include "tst_units.moc"
