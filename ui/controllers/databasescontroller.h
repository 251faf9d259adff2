// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/settings/checkstore.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"
#include "ui/models/databasestate.h"

namespace pilothouse {

class MetricStore;
class PostgresAccess;
class SqliteEngine;

/// What this controller works with; all of it outlives it.
struct DatabasesServices
{
    const SqliteEngine &engine;
    const CheckStore &checks;
    const MetricStore &metrics;
    OperationRunner &runner;
    const Clock &clock;
    const PostgresAccess *postgres = nullptr; ///< null: databases on servers are not shown
};

/// The databases of one instance with their verdicts, and the checks that make those. UI thread.
class DatabasesController final : public QObject
{
    Q_OBJECT
public:
    explicit DatabasesController(const DatabasesServices &services, QObject *parent = nullptr);

    /// Forgets what it knew and ends a check; null: no instance.
    void setSession(const SessionPointer &session);
    const SessionPointer &session() const { return m_session; }
    void refresh();
    void stop();

    const Readable<QList<DatabaseState>> &databases() const { return m_databases; }
    /// Null where there is none with that id.
    const DatabaseState *database(const QString &id) const;

    /// Checks integrity and foreign keys of these databases, one after the other, and keeps the verdicts.
    void check(const QStringList &ids, bool isFull);
    void stopCheck();
    bool isChecking() const { return !m_check.isNull(); }
    /// The name of the file that is being checked.
    QString checkedFile() const { return m_checkedFile; }

    QDateTime now() const { return m_services.clock.now(); }

signals:
    void changed();
    void checkChanged();
    /// A check came to its end; `sentence` says how, for a toast.
    void checked(const QString &sentence);

private:
    void markChecking(const QString &id);
    void take(const Result<QList<DatabaseCheck>> &checks);

    DatabasesServices m_services;
    LatestRead m_listRead;
    QPointer<Operation> m_check;
    SessionPointer m_session;
    Readable<QList<DatabaseState>> m_databases;
    QString m_checkedFile;
};

} // namespace pilothouse
