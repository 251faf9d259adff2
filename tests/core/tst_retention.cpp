// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/backup/retention.h"
#include "tests/support/testsupport.h"

#include <QRandomGenerator>

using namespace pilothouse;

namespace tst_retention {

namespace {

const QDateTime Now(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC);

BackupRecord verified(const QDateTime &at)
{
    BackupRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
    record.takenAt = at;
    record.complete.state = BackupStamp::State::Reached;
    record.verified.state = BackupStamp::State::Reached;
    return record;
}

QList<BackupRecord> daily(int days)
{
    QList<BackupRecord> records;
    for (int day = 0; day < days; ++day)
        records << verified(Now.addDays(-day).addSecs(-60));
    return records;
}

constexpr ProfileRetention Generations{0, 7, 4, 3};

} // namespace

/// Which backups go.
class TestRetention final : public QObject
{
    Q_OBJECT

private slots:
    void keepsByAge()
    {
        const RetentionChoice choice = planRetention({daily(40), {30, 0, 0, 0}, Now, {}, false});
        QCOMPARE(choice.keep.size(), 31);
        QCOMPARE(choice.remove.size(), 9);
        QCOMPARE(choice.keep.first().keptAs, QStringList({QStringLiteral("newest"), QStringLiteral("age")}));
    }

    void keepsGenerations()
    {
        const RetentionChoice choice = planRetention({daily(120), Generations, Now, {}, false});
        const auto kept = [&](const QString &reason) {
            return std::count_if(choice.keep.cbegin(), choice.keep.cend(),
                                 [&](const BackupRecord &record) { return record.keptAs.contains(reason); });
        };
        QCOMPARE(kept(QStringLiteral("daily")), 7);
        QCOMPARE(kept(QStringLiteral("weekly")), 4);
        QCOMPARE(kept(QStringLiteral("monthly")), 3);
        QCOMPARE(choice.keep.size() + choice.remove.size(), 120);
        QVERIFY(choice.keep.size() <= 14);
    }

    void keepsEverythingWithoutAPolicy()
    {
        QVERIFY(planRetention({daily(500), {0, 0, 0, 0}, Now, {}, false}).remove.isEmpty());
    }

    void removesNothingAfterAFailedBackup()
    {
        QVERIFY(planRetention({daily(90), Generations, Now, {}, true}).remove.isEmpty());
        QList<BackupRecord> records = daily(90);
        records[0].verified.state = BackupStamp::State::Failed;
        const RetentionChoice choice = planRetention({records, Generations, Now, {}, false});
        QVERIFY(choice.remove.isEmpty());
        QVERIFY(!choice.stopped.isEmpty());
    }

    void removesNothingWhenTheClockIsWrong()
    {
        QVERIFY(planRetention({daily(90), Generations, Now.addYears(-1), {}, false}).remove.isEmpty());
    }

    /// `backup create --tables` after the nightly set, ever so often.
    void neverTakesAPartForABackup()
    {
        QList<BackupRecord> records{verified(Now.addDays(-40))};
        for (int day = 0; day < 40; ++day) {
            BackupRecord part = verified(Now.addDays(-day).addSecs(-60));
            part.chosenTables = 2;
            part.allTables = 17;
            records << part;
        }
        const QString whole = records.first().id;
        for (const ProfileRetention &policy : {ProfileRetention{30, 0, 0, 0}, Generations}) {
            const RetentionChoice choice = planRetention({records, policy, Now, {}, false});
            QCOMPARE(choice.stopped, QString());
            QVERIFY(!choice.removes(whole));
            QVERIFY(choice.keep.last().keptAs.contains(QStringLiteral("newest")));
            QCOMPARE(choice.keep.first().keptAs, QStringList{QStringLiteral("age")});
            QCOMPARE(choice.remove.size(), policy.days > 0 ? 9 : 32);
        }
        QVERIFY(!records.last().countsForRetention());
        QCOMPARE(partInWords(records.last()), QStringLiteral("2 of 17 tables"));
    }

    void asksTheNewestWholeOneWhetherItIsVerified()
    {
        QList<BackupRecord> records = daily(90);
        records[0].verified.state = BackupStamp::State::NotReached;
        records.prepend(verified(Now));
        records[0].chosenTables = 1;
        QVERIFY(!planRetention({records, Generations, Now, {}, false}).stopped.isEmpty());
    }

    void keepsTheOnlyVerifiedOneHoweverOld()
    {
        QList<BackupRecord> records{verified(Now.addYears(-3))};
        QVERIFY(planRetention({records, {30, 0, 0, 0}, Now, {}, false}).remove.isEmpty());
    }

    void neverRemovesWhatIsNeeded()
    {
        const quint32 seed = qEnvironmentVariableIsSet("PILOTHOUSE_SEED")
                                 ? qEnvironmentVariableIntValue("PILOTHOUSE_SEED")
                                 : QRandomGenerator::global()->generate();
        qInfo("seed %u", seed);
        QRandomGenerator random(seed);
        const int histories = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 100'000 : 5'000;
        for (int history = 0; history < histories; ++history) {
            RetentionInput input;
            input.policy = {static_cast<int>(random.bounded(3)) * 15, random.bounded(8), random.bounded(5),
                            random.bounded(4)};
            input.now = Now.addSecs(random.bounded(86400 * 700) - 86400 * 30);
            input.hasLastFailed = random.bounded(10) == 0;
            const int count = random.bounded(40);
            for (int i = 0; i < count; ++i) {
                BackupRecord record = verified(Now.addSecs(-random.bounded(86400 * 200)));
                if (random.bounded(5) == 0)
                    record.verified.state = static_cast<BackupStamp::State>(random.bounded(3));
                if (random.bounded(15) == 0)
                    record.problem = QStringLiteral("damaged");
                record.isPinned = random.bounded(12) == 0;
                if (random.bounded(12) == 0)
                    input.inUse << record.id;
                input.records << record;
            }
            check(input);
            if (QTest::currentTestFailed())
                return;
        }
    }

private:
    void check(const RetentionInput &input)
    {
        const RetentionChoice choice = planRetention(input);
        QCOMPARE(choice.keep.size() + choice.remove.size(), input.records.size());
        if (input.hasLastFailed)
            QVERIFY(choice.remove.isEmpty());
        QDateTime newestKept;
        for (const BackupRecord &record : choice.keep)
            if (record.verified.state == BackupStamp::State::Reached && record.problem.isEmpty())
                newestKept = qMax(newestKept.isValid() ? newestKept : record.takenAt, record.takenAt);
        for (const BackupRecord &record : choice.remove) {
            QVERIFY(!record.isPinned);
            QVERIFY(!input.inUse.contains(record.id));
            QVERIFY(record.problem.isEmpty());
            QCOMPARE(record.verified.state, BackupStamp::State::Reached);
            QVERIFY(newestKept.isValid() && newestKept >= record.takenAt);
            QVERIFY(input.policy.days == 0 || record.takenAt.daysTo(input.now) > input.policy.days);
        }
    }
};

} // namespace tst_retention

QTEST_GUILESS_MAIN(tst_retention::TestRetention)
#include "tst_retention.moc"
