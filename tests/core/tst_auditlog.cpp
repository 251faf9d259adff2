// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/audit/auditlog.h"
#include "tests/support/faultyfileops.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

#include <sys/wait.h>
#include <unistd.h>

using namespace pilothouse;

namespace tst_auditlog {

class TestAuditLog : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    FaultyFileOps m_files;
    ManualClock m_clock;

    QString path() const { return m_folder.filePath(u"audit/audit.jsonl"_qs); }
    static AuditEvent event(int number)
    {
        AuditEvent event;
        event.target = number % 2 ? u"odd"_qs : u"even"_qs;
        event.action = u"test.%1"_qs.arg(number);
        event.phase = u"note"_qs;
        event.operation = QUuid::createUuid();
        return event;
    }
    void write(int count)
    {
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        for (int number = 0; number < count; ++number)
            QVERIFY_RESULT(writer.append(event(number)));
    }
    QList<QByteArray> lines() const
    {
        QList<QByteArray> list = readAll(path()).split('\n');
        list.removeLast();
        return list;
    }
    void replaceLines(const QList<QByteArray> &list) { writeAll(path(), list.join('\n') + '\n'); }
    AuditVerdict verdict()
    {
        return AuditLog(m_files, m_folder.filePath(u"audit"_qs), m_clock).verify().value();
    }

private slots:
    void init()
    {
        m_folder = QTemporaryDir();
        m_files.arm(FaultyFileOps::Fault::None, 0);
    }

    void anUntouchedLogIsIntact()
    {
        write(120);
        const AuditVerdict found = verdict();
        QVERIFY2(found.isIntact, qPrintable(found.problem));
        QCOMPARE(found.lastSequence, 120);
        QCOMPARE(found.firstBroken, -1);
        QVERIFY(found.problem.isEmpty());
        // 50, 100 and the last one.
        QCOMPARE(readAll(m_folder.filePath(u"audit/anchors.jsonl"_qs)).count('\n'), 3);
    }

    void anEmptyLogIsIntact()
    {
        QVERIFY(verdict().isIntact);
        AuditLog reader(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        QCOMPARE(reader.list().value().size(), 0);
    }

    void listsTheNewestOfATarget()
    {
        write(10);
        AuditLog reader(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        QCOMPARE(reader.list().value().first().sequence, 10);
        QCOMPARE(reader.list(u"odd"_qs).value().size(), 5);
        QCOMPARE(reader.list(u"odd"_qs, 2).value().last().event.action, u"test.7"_qs);
        QVERIFY(!reader.list().value().first().actor.isEmpty());
        QCOMPARE(reader.exported().value(), readAll(path()));
    }

    void everyEditedByteIsFound()
    {
        // Until the second hash begins with 0, which an edit to no digit at all would leave as it is.
        for (int tries = 0; tries < 200; ++tries) {
            QFile::remove(path());
            QFile::remove(m_folder.filePath(u"audit/anchors.jsonl"_qs));
            write(3);
            if (readAll(path()).split('\n').at(1).contains("\"hash\":\"0"))
                break;
        }
        const QByteArray whole = readAll(path());
        const qsizetype second = whole.indexOf('\n') + 1;
        const qsizetype third = whole.indexOf('\n', second) + 1;
        for (qsizetype at = second; at < third; ++at) {
            QByteArray edited = whole;
            edited[at] = edited.at(at) == 'x' ? 'y' : 'x';
            writeAll(path(), edited);
            const AuditVerdict found = verdict();
            QVERIFY2(!found.isIntact, qPrintable(QString::number(at)));
            QCOMPARE(found.firstBroken, 2);
        }
    }

    void deletedInsertedAndReorderedRecordsAreFound()
    {
        write(6);
        const QList<QByteArray> whole = lines();
        QList<QByteArray> changed = whole;
        changed.removeAt(2);
        replaceLines(changed);
        QCOMPARE(verdict().firstBroken, 3);
        changed = whole;
        changed.insert(3, whole.at(1));
        replaceLines(changed);
        QCOMPARE(verdict().firstBroken, 4);
        changed = whole;
        changed.swapItemsAt(3, 4);
        replaceLines(changed);
        QCOMPARE(verdict().firstBroken, 4);
        replaceLines(whole);
        QVERIFY(verdict().isIntact);
    }

    void aCutEndIsFoundByTheAnchor()
    {
        write(60);
        QList<QByteArray> cut = lines();
        cut.removeLast();
        replaceLines(cut);
        const AuditVerdict found = verdict();
        QVERIFY(!found.isIntact);
        QCOMPARE(found.firstBroken, 60);
        QVERIFY(QFile::remove(path()));
        QCOMPARE(verdict().firstBroken, 1);
    }

    void aReplacedLogIsFoundByTheAnchor()
    {
        write(5);
        const QByteArray anchors = readAll(m_folder.filePath(u"audit/anchors.jsonl"_qs));
        QVERIFY(QDir(m_folder.filePath(u"audit"_qs)).removeRecursively());
        write(5);
        writeAll(m_folder.filePath(u"audit/anchors.jsonl"_qs), anchors);
        QCOMPARE(verdict().firstBroken, 5);
    }

    void aClockThatWasSetBackIsTold()
    {
        write(2);
        m_clock.advance(std::chrono::hours(-1));
        write(1);
        m_clock.advance(std::chrono::hours(1));
        QVERIFY(verdict().isIntact);
        QVERIFY(verdict().problem.contains(u"3"_qs));
    }

    void aBrokenEndNeverBlocksAndIsRecorded()
    {
        write(3);
        writeAll(path(), readAll(path()).chopped(20) + '\n'); // whole, and not what was written
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        QVERIFY_RESULT(writer.append(event(9)));
        QCOMPARE(writer.list().value().at(0).event.action, u"test.9"_qs);
        QCOMPARE(writer.list().value().at(1).event.action, u"audit.broken"_qs);
        QCOMPARE(verdict().firstBroken, 3);
    }

    void anAppendThatACrashCutOffIsSetAside()
    {
        write(2);
        const QByteArray torn = "{\"action\":\"test.3\",\"act";
        writeAll(path(), readAll(path()) + torn);
        QVERIFY(verdict().isIntact);
        QVERIFY(verdict().isTorn);
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        QVERIFY_RESULT(writer.append(event(9)));
        const AuditVerdict found = verdict();
        QVERIFY2(found.isIntact, qPrintable(found.problem));
        QCOMPARE(found.repairs, 1);
        QVERIFY(!found.isTorn && !found.problem.isEmpty());
        const QList<AuditRecord> records = writer.list().value();
        QCOMPARE(records.at(1).event.action, u"audit.repaired"_qs);
        const QString kept = records.at(1).event.arguments.value(u"kept"_qs).toString();
        QCOMPARE(readAll(m_folder.filePath(u"audit/"_qs + kept)), torn);
    }

    void aFirstRecordThatWasCutOffIsSetAside()
    {
        write(0);
        QVERIFY(QDir(m_folder.path()).mkpath(u"audit"_qs));
        writeAll(path(), "{\"act");
        write(1);
        QVERIFY(verdict().isIntact);
        QCOMPARE(verdict().lastSequence, 2);
    }

    void theChainGoesOnAcrossFiles()
    {
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock, 4000);
        for (int number = 0; number < 30; ++number)
            QVERIFY_RESULT(writer.append(event(number)));
        const QDir folder(m_folder.filePath(u"audit"_qs));
        const QStringList full = folder.entryList({u"audit-*.jsonl"_qs}, QDir::Files, QDir::Name);
        QVERIFY(full.size() > 1);
        QVERIFY(QFileInfo(path()).size() < 5000);
        QVERIFY2(writer.verify()->isIntact, qPrintable(writer.verify()->problem));
        QCOMPARE(writer.verify()->lastSequence, 30);
        QCOMPARE(writer.list().value().size(), 30);
        QCOMPARE(writer.list().value().last().sequence, 1);
        QCOMPARE(writer.exported()->count('\n'), 30);
        // Cut off right after a rotation: the next record follows from the file that is full.
        QVERIFY(QFile::rename(path(), folder.filePath(u"audit-000000000030.jsonl"_qs)));
        QVERIFY_RESULT(writer.append(event(31)));
        QCOMPARE(writer.verify()->lastSequence, 31);
        QVERIFY(QFile::remove(folder.filePath(full.at(1))));
        QVERIFY(!writer.verify()->isIntact);
    }

    void noSecretsGetIn()
    {
        AuditEvent secret = event(1);
        secret.arguments = {{u"password"_qs, u"hunter2"_qs},
                            {u"url"_qs, u"postgres://me:hunter2@host/db"_qs}};
        secret.reason = u"token=hunter2"_qs;
        secret.detail = u"PASSWORD=hunter2"_qs;
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        QVERIFY_RESULT(writer.append(secret));
        QVERIFY(!readAll(path()).contains("hunter2"));
        QVERIFY(verdict().isIntact);
    }

    void aFullDiskIsAnErrorAndLeavesTheChain()
    {
        write(2);
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        m_files.failFrom(1, ENOSPC);
        QCOMPARE(writer.append(event(3)).error().kind, ErrorKind::NoSpace);
        m_files.arm(FaultyFileOps::Fault::None, 0);
        QVERIFY_RESULT(writer.append(event(4)));
        QVERIFY(verdict().isIntact);
    }

    void processesWriteSideBySide()
    {
        constexpr int Processes = 4;
        constexpr int Records = 30;
        for (int process = 0; process < Processes; ++process) {
            if (::fork() == 0) {
                write(Records);
                ::_exit(0);
            }
        }
        for (int process = 0; process < Processes; ++process)
            ::wait(nullptr);
        const AuditVerdict found = verdict();
        QVERIFY2(found.isIntact, qPrintable(found.problem));
        QCOMPARE(found.lastSequence, Processes * Records);
    }

    void recordsLongerThanTheTailAreChainedToo()
    {
        AuditEvent bulky = event(1);
        bulky.detail = QString(300'000, u'x');
        AuditLog writer(m_files, m_folder.filePath(u"audit"_qs), m_clock);
        QVERIFY_RESULT(writer.append(event(0)));
        QVERIFY_RESULT(writer.append(bulky));
        QVERIFY_RESULT(writer.append(event(2)));
        QVERIFY(verdict().isIntact);
    }
};

} // namespace tst_auditlog

QTEST_GUILESS_MAIN(tst_auditlog::TestAuditLog)
#include "tst_auditlog.moc"
