// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/faultworld.h"

#include "app/console.h"
#include "app/demo/demodata.h"
#include "app/demo/demodatabase.h"
#include "core/instances/instancesession.h"
#include "tests/support/powermodel.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>

#include <filesystem>

using namespace pilothouse;

namespace {

constexpr int LongestRun = 60'000;

QStringList words(const QString &line)
{
    return line.split(u' ', Qt::SkipEmptyParts);
}

QStringList filesBelow(const QString &folder)
{
    QStringList files;
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext())
        files << entries.next();
    files.sort();
    return files;
}

void copyTree(const QString &from, const QString &to)
{
    QDir(to).removeRecursively();
    std::filesystem::copy(from.toStdString(), to.toStdString(),
                          std::filesystem::copy_options::recursive
                              | std::filesystem::copy_options::copy_symlinks);
}

} // namespace

/// In memory where that can be: the faults are ours, so a disk adds nothing but time.
QString FaultWorld::place()
{
    const QFileInfo memory(QStringLiteral("/dev/shm"));
    return (memory.isWritable() ? memory.filePath() : QDir::tempPath())
           + QStringLiteral("/pilothouse-XXXXXX");
}

QString FaultWorld::kept(const QByteArray &name) const
{
    return m_folder.filePath(QStringLiteral("kept-") + QLatin1String(name));
}

void FaultWorld::keep(const QByteArray &name) const
{
    copyTree(root(), kept(name));
}

void FaultWorld::reset(const Operation &operation) const
{
    copyTree(kept(operation.name), root());
}

QByteArray FaultWorld::newest(const QStringList &list, const char *key) const
{
    const Ran ran = run(list + words(QStringLiteral("svc --json")));
    return QJsonDocument::fromJson(ran.told)
        .array()
        .first()
        .toObject()
        .value(QLatin1String(key))
        .toString()
        .toUtf8();
}

QByteArray FaultWorld::begin()
{
    QDir().mkpath(data());
    DemoDataOptions options;
    options.users = 4;
    options.logFiles = 1;
    options.logFileBytes = 1 << 12;
    if (const auto made = createDemoData(data(), options, OperationContext()); !made)
        return made.error().toText().toUtf8();
    const QStringList set =
        words(QStringLiteral("instance add svc --profile portagent --data-dir ") + data());
    for (const QStringList &line : {set, words(QStringLiteral("backup create svc"))})
        if (const Ran ran = run(line); ran.code != 0)
            return ran.told;
    const QString backup = QString::fromUtf8(newest(words(QStringLiteral("backup list")), "id"));
    const QString user = QString::fromUtf8(newest(words(QStringLiteral("users list")), "key"));
    m_operations
        << Operation{"backup", words(QStringLiteral("backup create svc")), {}, {}, {}}
        << Operation{"delete", words(QStringLiteral("users delete svc %1 --yes").arg(user)), {}, {}, {}}
        << Operation{"restore", words(QStringLiteral("restore svc %1 --yes").arg(backup)), {}, {}, {}}
        << Operation{"undo", {}, {}, {}, {}};
    for (Operation &operation : m_operations) {
        if (operation.name == "restore") {
            auto database = DemoDatabase::open(data() + QStringLiteral("/data/portagent.db"));
            if (!database || !database->execute("UPDATE users SET displayName = 'changed'"))
                return "the data could not be changed";
        }
        if (operation.name == "undo") {
            reset(m_operations.at(2));
            if (const Ran ran = run(m_operations.at(2).words); ran.code != 0)
                return ran.told;
            const QByteArray undone = newest(words(QStringLiteral("undo list")), "operation");
            operation.words = words(QStringLiteral("undo apply %1 --yes").arg(QString::fromUtf8(undone)));
        }
        keep(operation.name);
        if (const QByteArray wrong = measure(operation); !wrong.isEmpty())
            return operation.name + ": " + wrong;
        reset(operation);
    }
    return {};
}

QByteArray FaultWorld::measure(Operation &operation)
{
    operation.oldContent = content();
    operation.journals =
        QDir(home() + QStringLiteral("/journal")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
    for (const char *kind : {"changes", "reads", "opens"}) {
        reset(operation);
        const QString log = m_folder.filePath(QStringLiteral("calls"));
        QFile::remove(log);
        const Ran ran =
            run(operation.words, {{"PILOTHOUSE_SHIM_CLASS", kind}, {"PILOTHOUSE_SHIM_LOG", log.toUtf8()}});
        if (ran.code != 0)
            return ran.told;
        operation.calls.insert(kind, static_cast<int>(readAll(log).count('\n')));
    }
    operation.newContent = content();
    return complaint(operation, Ran{0, {}}, false);
}

FaultWorld::Ran FaultWorld::run(const QStringList &line,
                                const QList<QPair<QByteArray, QByteArray>> &environment) const
{
    QProcess process;
    QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
    variables.insert(QStringLiteral("PILOTHOUSE_HOME"), home());
    for (const auto &[name, value] : environment)
        variables.insert(QLatin1String(name), QString::fromUtf8(value));
    if (!environment.isEmpty()) {
        variables.insert(QStringLiteral("LD_PRELOAD"), QStringLiteral(PILOTHOUSE_FAULTSHIM));
        variables.insert(QStringLiteral("PILOTHOUSE_SHIM_SCOPE"), root());
    }
    process.setProcessEnvironment(variables);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(PILOTHOUSE_CLI), line);
    const bool hasEnded = process.waitForFinished(LongestRun);
    Ran ran;
    ran.told = process.readAllStandardOutput() + process.readAllStandardError();
    if (!hasEnded)
        ran.told += "it never ended";
    ran.code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return ran;
}

QByteArray FaultWorld::recordInto(PowerModel &model, const Operation &operation) const
{
    reset(operation);
    model.begin(root());
    const QString file = m_folder.filePath(QStringLiteral("record"));
    QFile::remove(file);
    const Ran ran = run(operation.words, {{"PILOTHOUSE_SHIM_RECORD", file.toUtf8()}});
    return ran.code == 0 ? model.load(readAll(file)) : ran.told;
}

FaultWorld::Ran FaultWorld::runWith(const Operation &operation, const Fault &fault) const
{
    return run(operation.words, {{"PILOTHOUSE_SHIM_CLASS", fault.kind},
                                 {"PILOTHOUSE_SHIM_AT", QByteArray::number(fault.at)},
                                 {"PILOTHOUSE_SHIM_HOW", fault.how}});
}

QByteArray FaultWorld::content() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const char *id : {"portagent", "agentx", "queue"}) {
        const QString copy = m_folder.filePath(QStringLiteral("look.db"));
        QFile::remove(copy);
        const QString path = data() + QStringLiteral("/data/%1.db").arg(QLatin1String(id));
        const auto facts = SqliteEngine().backup(path, copy, OperationContext());
        hash.addData(id);
        if (!facts)
            return QByteArray(id) + " cannot be read: " + facts.error().toText().toUtf8();
        for (auto table = facts->tableSha256.begin(); table != facts->tableSha256.end(); ++table)
            hash.addData((table.key() + table.value()).toUtf8());
    }
    for (const QString &file : filesBelow(data() + QStringLiteral("/containers"))) {
        if (file.contains(u"/.pilothouse/"))
            continue;
        hash.addData(file.toUtf8());
        hash.addData(readAll(file));
    }
    return hash.result().toHex();
}

QByteArray FaultWorld::settleOne(Console &console, const OperationRecord &record, bool resumes) const
{
    if (record.error && record.plan.instance.isEmpty())
        return "its journal cannot be read: " + record.error->toText().toUtf8();
    const auto session = console.session(record.plan.instance);
    if (!session)
        return "no session: " + session.error().toText().toUtf8();
    const auto mend = [&](bool isForward) {
        return isForward
                   ? console.executor().resume(record.plan.operation, {**session, {}, OperationContext()})
                   : console.executor().rollBack(record.plan.operation, {**session, {}, OperationContext()});
    };
    auto mended = mend(resumes);
    const bool isOneWay = !mended && mended.error().kind == ErrorKind::Refused;
    if (isOneWay)
        mended = mend(!resumes);
    if (!mended)
        return "it cannot be settled: " + mended.error().toText().toUtf8();
    if (mended->outcome == Outcome::NeedsOperator)
        return "it waits for an operator: " + mended->error.value_or(Error()).toText().toUtf8();
    if (mended->outcome == Outcome::Done && mended->error)
        return "done with an error: " + mended->error->toText().toUtf8();
    return {};
}

QByteArray FaultWorld::settle(Console &console, const Operation &operation, bool resumes, int code) const
{
    for (const OperationRecord &record : console.journals().list()) {
        const bool isOpen = record.outcome != Outcome::Done && record.outcome != Outcome::PutBack;
        if (isOpen && code == 0)
            return "told as done, and the journal says " + outcomeName(record.outcome).toUtf8();
        if (!isOpen)
            continue;
        if (const QByteArray wrong = settleOne(console, record, resumes); !wrong.isEmpty())
            return wrong;
    }
    const QList<OperationRecord> settled = console.journals().list();
    const bool isDone = settled.size() > operation.journals && settled.first().outcome == Outcome::Done;
    const QByteArray now = content();
    if (now != operation.oldContent && now != operation.newContent)
        return "neither old nor new: " + now;
    if (code == 0 && !isDone)
        return "told as done, and the journal knows of nothing";
    if (now != (isDone ? operation.newContent : operation.oldContent))
        return isDone ? "the journal says done, and the content is the old one"
                      : "the journal says put back, and the content is the new one";
    const auto session = console.session(QStringLiteral("svc"));
    const bool isMissing = operation.name == "backup" && isDone && session
                           && console.backups().list((*session)->backupFolder()).size() < 2;
    return isMissing ? "the journal says done, and there is no such backup" : QByteArray();
}

QByteArray FaultWorld::brokenBackup(Console &console) const
{
    const auto session = console.session(QStringLiteral("svc"));
    if (!session)
        return session.error().toText().toUtf8();
    const QString scratch = m_folder.filePath(QStringLiteral("scratch"));
    QDir().mkpath(scratch);
    const QList<BackupRecord> backups = console.backups().list((*session)->backupFolder());
    if (backups.isEmpty())
        return "the backup that was there is gone";
    for (const BackupRecord &backup : backups) {
        const auto whole = console.backups().verifySet(backup.folder, scratch, OperationContext());
        if (!whole)
            return backup.folder.toUtf8() + " is listed and not whole: " + whole.error().toText().toUtf8();
    }
    return {};
}

QByteArray FaultWorld::complaint(const Operation &operation, const Ran &ran, bool resumes) const
{
    if (ran.code == 0 && ran.told.contains("failed    "))
        return "success with a failed step:\n" + ran.told;
    const auto console = Console::open({home()});
    if (!console)
        return "no start: " + console.error().toText().toUtf8();
    QByteArray wrong = settle(**console, operation, resumes, ran.code);
    if (wrong.isEmpty())
        wrong = brokenBackup(**console);
    const auto audit = (*console)->audit().verify();
    if (wrong.isEmpty() && !audit)
        wrong = "audit: " + audit.error().toText().toUtf8();
    if (wrong.isEmpty() && !audit->isIntact && ran.code >= 0)
        wrong = "audit: " + audit->problem.toUtf8();
    return wrong.isEmpty() ? wrong
                           : wrong + "\n--- it had told (" + QByteArray::number(ran.code) + "):\n" + ran.told;
}

QByteArray FaultWorld::complaintAfterPowerLoss(const Operation &operation, bool wasDone, bool resumes) const
{
    const auto console = Console::open({home()});
    if (!console)
        return "no start: " + console.error().toText().toUtf8();
    QByteArray wrong = settle(**console, operation, resumes, wasDone ? 0 : -1);
    return wrong.isEmpty() ? brokenBackup(**console) : wrong;
}
