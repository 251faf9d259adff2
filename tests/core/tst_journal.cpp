// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/catalogue.h"
#include "core/plan/lock.h"
#include "tests/support/planworld.h"

#include <QJsonDocument>
#include <QTemporaryDir>

#include <csignal>
#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_journal {

class TestJournal : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PlanWorld> m_world;
    Plan m_plan;

    QString path() const { return m_world->journals.folderOf(m_plan.operation) + u"/journal"_qs; }
    /// A journal of a few lines whose writer has gone.
    void begin(const QString &copyFolder = {})
    {
        m_plan = m_world->plan({{u"a"_qs, u"file.remove"_qs, {{u"path"_qs, m_world->data(u"a"_qs)}}}});
        const auto journal = m_world->journals.create(m_plan, copyFolder);
        QVERIFY_RESULT(journal);
        QVERIFY_RESULT(
            (*journal)->append(u"approved"_qs, {{u"reason"_qs, u"why"_qs}, {u"how"_qs, u"window"_qs}}));
        QVERIFY_RESULT((*journal)->append(
            u"before"_qs, {{u"step"_qs, u"a"_qs}, {u"before"_qs, QJsonObject{{u"x"_qs, 1}}}}));
    }

private slots:
    void init()
    {
        m_world.reset();
        m_folder = QTemporaryDir();
        m_world = std::make_unique<PlanWorld>(m_folder.path());
    }

    void tellsWhatHappened()
    {
        begin();
        const auto record = m_world->journals.read(m_plan.operation);
        QVERIFY_RESULT(record);
        QVERIFY(record->plan == m_plan);
        QCOMPARE(record->reason, u"why"_qs);
        QCOMPARE(record->how, u"window"_qs);
        QVERIFY(!record->actor.isEmpty());
        QCOMPARE(record->outcome, Outcome::Interrupted);
        QCOMPARE(record->steps.first().state, StepState::Prepared);
        QVERIFY(record->steps.first().isBegun);
        QCOMPARE(m_world->journals.unfinished().size(), 1);
        QCOMPARE(m_world->journals.list(u"another"_qs).size(), 0);
        QVERIFY(!toJson(*record).isEmpty());
    }

    void aTornLastLineIsForgottenWhereverItWasCut()
    {
        begin(m_world->data());
        const QByteArray whole = readAll(path());
        const qsizetype last = whole.lastIndexOf('\n', whole.size() - 2) + 1;
        for (qsizetype length = last; length < whole.size(); length += 5) {
            writeAll(path(), whole.left(length));
            const auto record = m_world->journals.read(m_plan.operation);
            QVERIFY_RESULT(record);
            QCOMPARE(record->steps.first().state, StepState::ToDo);
        }
        const auto journal = m_world->journals.reopen(m_plan.operation);
        QVERIFY_RESULT(journal);
        QVERIFY_RESULT((*journal)->append(u"resumed"_qs, {}));
        QVERIFY_RESULT(m_world->journals.read(m_plan.operation));
        QVERIFY(readAll(path()).startsWith(whole.left(last)));
        QCOMPARE(readAll(m_world->data(
                     u".pilothouse/%1.journal"_qs.arg(m_plan.operation.toString(QUuid::WithoutBraces)))),
                 readAll(path()));
    }

    void aBrokenChainIsNamedAndStillListed()
    {
        begin();
        QByteArray content = readAll(path());
        writeAll(path(), content.replace("window", "widnow"));
        const auto record = m_world->journals.read(m_plan.operation);
        QCOMPARE(record.error().kind, ErrorKind::BadData);
        QVERIFY(record.error().message.contains(u"3"_qs));
        QCOMPARE(m_world->journals.list().size(), 1);
        QVERIFY(m_world->journals.list().first().error);
        QVERIFY(!m_world->journals.reopen(m_plan.operation));
    }

    void everyDeletedLineIsFound()
    {
        begin();
        const QList<QByteArray> lines = readAll(path()).trimmed().split('\n');
        for (qsizetype gone = 0; gone + 1 < lines.size(); ++gone) {
            QList<QByteArray> rest = lines;
            rest.removeAt(gone);
            writeAll(path(), rest.join('\n') + '\n');
            QCOMPARE(m_world->journals.read(m_plan.operation).error().kind, ErrorKind::BadData);
        }
    }

    void anEmptyJournalWasNeverBegun()
    {
        begin();
        writeAll(path(), "");
        QCOMPARE(m_world->journals.read(m_plan.operation).error().kind, ErrorKind::NotFound);
        QVERIFY(m_world->journals.list().isEmpty());
    }

    void aCopyThatCannotBeWrittenStopsNothing()
    {
        writeAll(m_world->data(u".pilothouse"_qs), "in the way");
        begin(m_world->data());
        QVERIFY_RESULT(m_world->journals.read(m_plan.operation));
    }

    void aDeadProcessLetsGoOfItsLockAndLeavesItsName()
    {
        const QString file = m_folder.filePath(u"lock"_qs);
        const QUuid operation = QUuid::createUuid();
        const pid_t child = ::fork();
        if (child == 0) {
            const auto held =
                LeasedLock::take(file, leaseOfThisProcess(operation, QDateTime::currentDateTimeUtc()));
            ::raise(held ? SIGKILL : SIGTERM);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(WTERMSIG(status), SIGKILL);
        QVERIFY(!LeasedLock::holder(file));
        const auto lock =
            LeasedLock::take(file, leaseOfThisProcess(QUuid::createUuid(), QDateTime::currentDateTimeUtc()));
        QVERIFY_RESULT(lock);
        QVERIFY((*lock)->abandoned());
        QCOMPARE((*lock)->abandoned()->operation, operation);
        QCOMPARE((*lock)->abandoned()->pid, qint64(child));
        QVERIFY(!isAlive(*(*lock)->abandoned()));
        QVERIFY(isAlive(*LeasedLock::holder(file)));
    }

    void aPidThatWasUsedAgainIsAnotherProcess()
    {
        Lease lease = leaseOfThisProcess(QUuid::createUuid(), QDateTime::currentDateTimeUtc());
        QVERIFY(isAlive(lease));
        QCOMPARE(leaseFromJson(toJson(lease))->pid, lease.pid);
        Lease other = lease;
        other.processStart = u"1"_qs;
        QVERIFY(!isAlive(other));
        other = lease;
        other.bootId = u"another boot"_qs;
        QVERIFY(!isAlive(other));
    }

    void theCatalogueChecksArguments()
    {
        const QList<Parameter> parameters{{u"name"_qs, {}, Parameter::Type::Text, true, {}},
                                          {u"how"_qs, {}, Parameter::Type::Choice, false, {u"a"_qs, u"b"_qs}},
                                          {u"days"_qs, {}, Parameter::Type::Number, false, {}},
                                          {u"to"_qs, {}, Parameter::Type::Path, false, {}}};
        QVERIFY_RESULT(
            Catalogue::check(parameters, {{u"name"_qs, u"x"_qs}, {u"how"_qs, u"b"_qs}, {u"days"_qs, 3}}));
        const auto subject = [&parameters](QJsonObject arguments) {
            return Catalogue::check(parameters, arguments).error().subject;
        };
        QCOMPARE(subject({}), u"name"_qs);
        QCOMPARE(subject({{u"name"_qs, 1}}), u"name"_qs);
        QCOMPARE(subject({{u"name"_qs, u"x"_qs}, {u"how"_qs, u"c"_qs}}), u"how"_qs);
        QCOMPARE(subject({{u"name"_qs, u"x"_qs}, {u"days"_qs, u"3"_qs}}), u"days"_qs);
        QCOMPARE(subject({{u"name"_qs, u"x"_qs}, {u"to"_qs, u"relative"_qs}}), u"to"_qs);
        QCOMPARE(subject({{u"name"_qs, u"x"_qs}, {u"extra"_qs, 1}}), u"extra"_qs);
    }

    void anUndoSaysWhatItUndoes()
    {
        Catalogue catalogue;
        Action action;
        action.id = u"test.change"_qs;
        catalogue.add(action);
        Action undoable;
        undoable.id = u"test.undoable"_qs;
        undoable.undo = [this](const InstanceSession &, const OperationRecord &,
                               const OperationContext &) -> Result<Plan> { return m_world->plan({}); };
        catalogue.add(undoable);
        OperationRecord record;
        record.plan = m_world->plan({});
        record.outcome = Outcome::Done;
        const auto undo = [&] { return catalogue.undo(record, m_world->session, m_world->context); };
        QCOMPARE(undo().error().kind, ErrorKind::Refused);
        record.plan.action = u"test.undoable"_qs;
        QCOMPARE(undo()->undoes, record.plan.operation);
        record.undoneBy = QUuid::createUuid();
        QCOMPARE(undo().error().kind, ErrorKind::Refused);
        record.undoneBy = {};
        record.outcome = Outcome::PutBack;
        QCOMPARE(undo().error().kind, ErrorKind::Refused);
        record.plan.action = u"none"_qs;
        QCOMPARE(undo().error().kind, ErrorKind::NotFound);
    }
};

} // namespace tst_journal

QTEST_GUILESS_MAIN(tst_journal::TestJournal)
#include "tst_journal.moc"
