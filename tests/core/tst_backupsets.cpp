// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/backup/backupplans.h"
#include "core/database/rowcodec.h"
#include "core/plan/journalcontents.h"
#include "core/steps/secretchange.h"
#include "tests/support/fakeservice.h"
#include "tests/support/shopworld.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>

#include <sys/stat.h>

using namespace pilothouse;

namespace tst_backupsets {

/// Backups: what is made, kept, verified and let go, through the executor, on real files.
class TestBackupSets final : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<ShopWorld> m_world;

private slots:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_world = std::make_unique<ShopWorld>(m_dir->path());
        m_world->fill(300);
    }

    void makesAVerifiedPrivateSet()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QList<BackupRecord> backups = m_world->backups();
        QCOMPARE(backups.size(), 1);
        const BackupRecord &record = backups.first();
        QCOMPARE(record.problem, QString());
        QCOMPARE(record.complete.state, BackupStamp::State::Reached);
        QCOMPARE(record.verified.state, BackupStamp::State::Reached);
        QCOMPARE(record.proven.state, BackupStamp::State::NotReached);
        QCOMPARE(record.databases, QStringList({QStringLiteral("orders"), QStringLiteral("people")}));
        struct stat facts = {};
        QCOMPARE(::stat(record.folder.toUtf8().constData(), &facts), 0);
        QCOMPARE(facts.st_mode & 07777, 0700u);
        for (const QString &name : QDir(record.folder).entryList(QDir::Files)) {
            QCOMPARE(::stat((record.folder + u'/' + name).toUtf8().constData(), &facts), 0);
            QCOMPARE(facts.st_mode & 07777, 0600u);
        }
        QCOMPARE(m_world->leftovers(), QStringList());
    }

    void keepsAVerifiedSecondCopyAndSurvivesItsAbsence()
    {
        Instance instance = shopInstance(m_dir->path());
        instance.secondBackupDir = m_dir->filePath(QStringLiteral("second"));
        m_world->session = InstanceSession(instance, shopProfile(), m_world->runtime,
                                           m_dir->filePath(QStringLiteral("state")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        QCOMPARE(m_world->backups().first().secondCopy, QString());
        QVERIFY(!BackupStore(m_world->files, m_world->clock)
                     .copyNote(m_world->backups().first().folder)
                     .value(QStringLiteral("problem"))
                     .toString()
                     .isEmpty());
        QDir().mkpath(instance.secondBackupDir);
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const QList<BackupRecord> second =
            BackupStore(m_world->files, m_world->clock).list(instance.secondBackupDir);
        QCOMPARE(second.size(), 1);
        QCOMPARE(second.first().verified.state, BackupStamp::State::Reached);
    }

    void startsTheServiceAgainWhenAnOfflineBackupFails()
    {
        const auto service = std::make_shared<FakeService>();
        m_world->session = InstanceSession(shopInstance(m_dir->path()), shopProfile(), service,
                                           m_dir->filePath(QStringLiteral("state")));
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create"), {{QStringLiteral("offline"), true}}));
        QCOMPARE(m_world->backups().first().kind, QStringLiteral("offline"));
        QVERIFY(service->isUp);
        const Result<Plan> plan = m_world->catalogue.plan(QStringLiteral("backup.create"), m_world->session,
                                                          {{QStringLiteral("offline"), true}}, {});
        QVERIFY_RESULT(plan);
        writeAll(m_world->path(QStringLiteral("people")), QByteArray(5000, 'x'));
        const Result<RunReport> report = m_world->run(*plan);
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QVERIFY(service->isUp && !service->isFencedNow);
        QCOMPARE(m_world->backups().size(), 1);
        QCOMPARE(m_world->leftovers(), QStringList());
    }

    void verifyFindsEveryChange()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        const BackupStore store(m_world->files, m_world->clock);
        const QString scratch = m_dir->filePath(QStringLiteral("scratch"));
        QVERIFY_RESULT(store.verifySet(record.folder, scratch, {}));
        const bool isExhaustive = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE");
        QRandomGenerator random(7);
        for (const QString &file : {record.archive, QString(record.folder + QStringLiteral("/manifest.json")),
                                    QString(record.folder + QStringLiteral("/manifest.sha256"))}) {
            const QByteArray good = readAll(file);
            const qint64 bits = good.size() * 8;
            for (qint64 i = 0; i < (isExhaustive ? bits : 400); ++i) {
                const qint64 bit = isExhaustive ? i : random.bounded(bits);
                QByteArray bad = good;
                bad[bit / 8] = static_cast<char>(bad[bit / 8] ^ (1 << (bit % 8)));
                writeAll(file, bad);
                QVERIFY2(!store.verifySet(record.folder, scratch, {}),
                         qPrintable(QStringLiteral("%1 bit %2").arg(file).arg(bit)));
            }
            for (int i = 0; i < 50; ++i) {
                writeAll(file, good.left(random.bounded(good.size())));
                QVERIFY(!store.verifySet(record.folder, scratch, {}));
                writeAll(file,
                         good + QByteArray(1 + static_cast<int>(random.bounded(100)), static_cast<char>(i)));
                QVERIFY(!store.verifySet(record.folder, scratch, {}));
            }
            writeAll(file, good);
        }
        QVERIFY_RESULT(store.verifySet(record.folder, scratch, {}));
        QVERIFY(QDir(scratch).isEmpty());
    }

    void remembersThatAVerificationFailed()
    {
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        QByteArray bytes = readAll(record.archive);
        bytes[bytes.size() / 2] = static_cast<char>(bytes[bytes.size() / 2] ^ 1);
        writeAll(record.archive, bytes);
        const Result<RunReport> report =
            m_world->run(QStringLiteral("backup.verify"), {{QStringLiteral("backup"), record.id}});
        QVERIFY_RESULT(report);
        QCOMPARE(report->outcome, Outcome::PutBack);
        QCOMPARE(m_world->backups().first().verified.state, BackupStamp::State::Failed);
        QVERIFY(!m_world->backups().first().problem.isEmpty());
    }

    void agreesWithAnIndependentVerifier()
    {
        if (QProcess::execute(QStringLiteral("python3"),
                              {QStringLiteral("-c"), QStringLiteral("import sqlite3, tarfile")})
            != 0)
            QSKIP("there is no python3 with sqlite3 here");
        QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const BackupRecord record = m_world->backups().first();
        const BackupStore store(m_world->files, m_world->clock);
        const auto isGood = [&] {
            return store.verifySet(record.folder, m_dir->filePath(QStringLiteral("s")), {}).has_value();
        };
        const auto isGoodToPython = [&] {
            QProcess python;
            python.start(
                QStringLiteral("python3"),
                {QCoreApplication::applicationDirPath() + QStringLiteral("/verifybackup.py"), record.folder});
            return python.waitForFinished() && python.exitStatus() == QProcess::NormalExit
                   && python.exitCode() == 0;
        };
        QVERIFY(isGood());
        QVERIFY(isGoodToPython());
        QRandomGenerator random(11);
        const int mutants = qEnvironmentVariableIsSet("PILOTHOUSE_EXHAUSTIVE") ? 1000 : 25;
        const QStringList names{record.archive, record.folder + QStringLiteral("/manifest.json"),
                                record.folder + QStringLiteral("/manifest.sha256")};
        for (int i = 0; i < mutants; ++i) {
            const QString &file = names.at(i % names.size());
            const QByteArray good = readAll(file);
            QByteArray bad = good;
            const qint64 at = random.bounded(good.size());
            bad[at] = static_cast<char>(bad[at] ^ (1 << random.bounded(8)));
            writeAll(file, bad);
            QCOMPARE(isGoodToPython(), isGood());
            writeAll(file, good);
        }
    }

    void prunesOnlyWhatRetentionLetsGo()
    {
        for (int i = 0; i < 3; ++i)
            QVERIFY_DONE(m_world->run(QStringLiteral("backup.create")));
        const Result<Plan> nothing =
            m_world->catalogue.plan(QStringLiteral("backup.prune"), m_world->session, {}, {});
        QVERIFY_RESULT(nothing);
        QVERIFY(!nothing->idleReason().isEmpty() && !nothing->hasBlocker());
        ServiceProfile profile = shopProfile();
        profile.backup.retention = {0, 1, 0, 0};
        m_world->session = InstanceSession(shopInstance(m_dir->path()), profile, m_world->runtime,
                                           m_dir->filePath(QStringLiteral("state")));
        const QList<BackupRecord> before = m_world->backups();
        QVERIFY_DONE(
            m_world->run(QStringLiteral("backup.pin"), {{QStringLiteral("backup"), before.at(1).id}}));
        const Result<Plan> plan =
            m_world->catalogue.plan(QStringLiteral("backup.prune"), m_world->session, {}, {});
        QVERIFY_RESULT(plan);
        QCOMPARE(plan->losses.size(), 1);
        QCOMPARE(plan->severity, Severity::Irreversible);
        QVERIFY_DONE(m_world->run(*plan));
        QCOMPARE(m_world->backups().size(), 2);
        QVERIFY(!QFile::exists(before.at(2).folder));
    }

    void dropsAKeptSecretWhenUndoIsOver();

    void dropsWhatRowsHeldWhenUndoIsOver()
    {
        QTemporaryDir folder;
        ShopWorld world(folder.path());
        world.fill(10);
        RowChange change;
        change.table = QStringLiteral("people");
        change.key = {{QStringLiteral("id"), QStringLiteral("a")}};
        change.kind = RowChange::Kind::Update;
        change.values = {{QStringLiteral("name"), QStringLiteral("canary-new")}};
        TestDatabase(world.path(QStringLiteral("people")))
            .run(QStringLiteral("UPDATE people SET name = 'canary-old' WHERE id = 'a'"));
        Plan plan = newPlan(world.session, QStringLiteral("users.disable"));
        plan.title = QStringLiteral("Disable Ada");
        plan.steps << StepCall{
            QStringLiteral("rows"),
            QStringLiteral("rows.change"),
            {{QStringLiteral("databases"),
              QJsonArray{QJsonObject{{QStringLiteral("path"), world.path(QStringLiteral("people"))},
                                     {QStringLiteral("changes"), QJsonArray{toJson(change)}}}}}}};
        QVERIFY_DONE(world.run(plan));
        constexpr QFileDevice::Permissions ForOthers(0x0077);
        const QString journal = world.journals.folderOf(plan.operation) + QStringLiteral("/journal");
        const QString id = plan.operation.toString(QUuid::WithoutBraces);
        const QString beside = world.folder + QStringLiteral("/data-dir/.pilothouse/");
        const QString copy = beside + id + QStringLiteral(".journal");
        QVERIFY(readAll(journal).contains("canary-old") && readAll(copy).contains("canary-old"));
        for (const QString &path : {journal, copy})
            QVERIFY(!(QFileInfo(path).permissions() & ForOthers));
        QVERIFY(!(QFileInfo(world.journals.folderOf(plan.operation)).permissions() & ForOthers));
        const auto before = world.journals.read(plan.operation);
        QVERIFY_RESULT(before);
        for (const QJsonObject &shown : {shownJson(*before), shownJson(before->plan)})
            QVERIFY(!QJsonDocument(shown).toJson().contains("canary"));

        QDir().mkpath(beside + id);
        const Result<Plan> soon = planTidy(world.tools, world.session);
        QVERIFY_RESULT(soon);
        QCOMPARE(soon->steps.size(), 1); // the empty folder; what undo needs stays
        QVERIFY_DONE(world.run(*soon));
        QVERIFY(!QFileInfo::exists(beside + id));
        QVERIFY(QFileInfo::exists(copy));

        ManualClock later;
        later.set(QDateTime::currentDateTimeUtc().addDays(15));
        const BackupTools lateTools{world.files, later, world.journals, QStringLiteral("0.1.0")};
        const Result<Plan> late = planTidy(lateTools, world.session);
        QVERIFY_RESULT(late);
        QVERIFY(late->losses.join(u'\n').contains(QStringLiteral("Disable Ada")));
        QVERIFY_DONE(world.run(*late));
        QVERIFY(!QFileInfo::exists(copy));
        QVERIFY(!readAll(journal).contains("canary"));
        const auto after = world.journals.read(plan.operation);
        QVERIFY_RESULT(after);
        QVERIFY(after->isShortened);
        QCOMPARE(after->outcome, Outcome::Done);
        QCOMPARE(after->plan.title, plan.title);
        // Nothing of it is left to shorten.
        const Result<Plan> again = planTidy(lateTools, world.session);
        QVERIFY_RESULT(again);
        QVERIFY(!QJsonDocument(toJson(*again)).toJson().contains(id.toUtf8()));
    }
};

namespace {

/// Changes a secret as one operation of an instance does.
Result<> changeSecret(ShopWorld &world, const InstanceSession &session, const QUuid &operation)
{
    const QJsonObject arguments{{QStringLiteral("variable"), QStringLiteral("KEY")},
                                {QStringLiteral("line"), QStringLiteral("KEY")},
                                {QStringLiteral("file"), QString(world.folder + QStringLiteral("/secrets"))}};
    const OperationContext context;
    return SecretChange({session, operation, arguments, {}, {}, context}).apply();
}

} // namespace

void TestBackupSets::dropsAKeptSecretWhenUndoIsOver()
{
    QTemporaryDir folder;
    ShopWorld world(folder.path());
    world.fill(10);
    const auto ended = [&world] {
        const Result<RunReport> report = world.run(QStringLiteral("backup.create"));
        return report ? report->operation : QUuid();
    };
    const QUuid done = ended();
    const QUuid former = ended(); // kept by an earlier version
    const QUuid source = ended(); // an operation that has not ended puts it back
    Plan open = newPlan(world.session, QStringLiteral("sessions.end"));
    open.steps << StepCall{QStringLiteral("secret"),
                           QStringLiteral("service.new-secret"),
                           {{QStringLiteral("of"), source.toString(QUuid::WithoutBraces)}}};
    QVERIFY_RESULT(world.journals.create(open, {}));
    Instance otherInstance = shopInstance(folder.path());
    otherInstance.name = QStringLiteral("shop-2");
    const InstanceSession other(otherInstance, shopProfile(), world.runtime, world.session.stateFolder());
    const QUuid foreign = QUuid::createUuid();
    for (const QUuid &operation : {done, source, open.operation})
        QVERIFY_RESULT(changeSecret(world, world.session, operation));
    QVERIFY_RESULT(changeSecret(world, other, foreign));
    const QString all = world.session.stateFolder() + QStringLiteral("/kept-secrets/");
    const QString formerFile = all + former.toString(QUuid::WithoutBraces);
    writeAll(formerFile, "{}");
    QVERIFY(SecretChange::keptFile(other, foreign)
                .startsWith(SecretChange::keptFolder(world.session.stateFolder(), otherInstance.id) + u'/'));
    QCOMPARE(FileOps().facts(SecretChange::keptFile(world.session, done)).value().mode, 0600U);

    const Result<Plan> soon = planTidy(world.tools, world.session);
    QVERIFY_RESULT(soon);
    QVERIFY(!QJsonDocument(toJson(*soon)).toJson().contains("kept-secrets"));

    ManualClock later;
    later.set(QDateTime::currentDateTimeUtc().addDays(15));
    const BackupTools lateTools{world.files, later, world.journals, QStringLiteral("0.1.0")};
    const Result<Plan> late = planTidy(lateTools, world.session);
    QVERIFY_RESULT(late);
    QCOMPARE(late->losses.filter(QStringLiteral("secret")).size(), 2);
    QVERIFY_DONE(world.run(*late));
    QVERIFY(!SecretChange::isKept(world.session, done));
    QVERIFY(!QFileInfo::exists(formerFile));
    QVERIFY(SecretChange::isKept(world.session, source)
            && SecretChange::isKept(world.session, open.operation));
    QVERIFY(SecretChange::isKept(other, foreign));
}

} // namespace tst_backupsets

QTEST_GUILESS_MAIN(tst_backupsets::TestBackupSets)
#include "tst_backupsets.moc"
