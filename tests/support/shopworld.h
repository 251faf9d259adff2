// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/backup/backupactions.h"
#include "core/audit/auditlog.h"
#include "core/backup/backupstore.h"
#include "core/database/sqliteengine.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/net/httpclient.h"
#include "core/plan/catalogue.h"
#include "core/plan/executor.h"
#include "tests/support/scriptedruntime.h"

#include <QTest>

namespace pilothouse {

class CheckStore;

/// A service of two databases and a folder of files, that nobody runs.
ServiceProfile shopProfile();
Instance shopInstance(const QString &folder);

/// The shop, with everything that backs it up and restores it.
struct ShopWorld
{
    explicit ShopWorld(const QString &root, const CheckStore *checks = nullptr);

    void fill(int rows) const;
    QString path(const QString &id) const;
    Result<RunReport> run(const QString &action, const QJsonObject &arguments = {},
                          Executor::Listener listener = {});
    Result<RunReport> run(const Plan &plan, Executor::Listener listener = {});
    Result<RunReport> undo(const QUuid &operation);
    /// Everything that the databases and the folder say, through SQLite; a file that it cannot read is its
    /// bytes.
    QString contents() const;
    void change() const;
    /// Scratch of any operation that should be gone when it has ended.
    QStringList leftovers() const;
    QList<BackupRecord> backups() const { return BackupStore(files, clock).list(session.backupFolder()); }

    QString folder;
    mutable FileOps files;
    SystemClock clock;
    SqliteEngine engine;
    HttpClient http;
    StepRegistry steps;
    JournalStore journals;
    AuditLog audit;
    Executor executor;
    std::shared_ptr<ScriptedRuntime> runtime;
    InstanceSession session;
    Catalogue catalogue;
    BackupTools tools;
};

} // namespace pilothouse

/// Fails the test with what went wrong, unless the run is done.
#define QVERIFY_DONE(expression)                                                                             \
    do {                                                                                                     \
        const Result<RunReport> pilothouseReport = (expression);                                             \
        if (!pilothouseReport)                                                                               \
            QFAIL(qPrintable(pilothouseReport.error().toText()));                                            \
        if (pilothouseReport->outcome != Outcome::Done)                                                      \
            QFAIL(qPrintable(outcomeName(pilothouseReport->outcome) + u' ' + pilothouseReport->failedStep    \
                             + u' '                                                                          \
                             + (pilothouseReport->error ? pilothouseReport->error->toText() : QString())));  \
    } while (false)
