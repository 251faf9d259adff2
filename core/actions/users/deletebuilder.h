// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/users/owneddata.h"
#include "core/database/sqliteengine.h"
#include "core/plan/plan.h"

#include <QSet>

namespace pilothouse {

/// Collects what a delete takes away: rows, each once, grouped by file in the order in which the files
/// appear, and folders that are set aside. Losses and blockers go into the plan.
class DeleteBuilder
{
public:
    DeleteBuilder(const InstanceSession &session, Plan &plan)
        : m_session(session)
        , m_plan(plan)
    {
    }

    void add(const OwnedThings &things);
    void addRow(const QString &database, const RowChange &change);

    /// The "databases" argument of rows.change.
    QJsonArray databases() const;
    /// One rows.change, or nothing where no row was found.
    QList<StepCall> rowSteps() const;
    QList<StepCall> fileSteps() const { return m_fileSteps; }
    qint64 rows() const { return m_rows; }

private:
    void addRows(const OwnedThings &things);
    void addFiles(const OwnedThings &things);

    const InstanceSession &m_session;
    Plan &m_plan;
    QStringList m_order;
    QMap<QString, QJsonArray> m_changes;
    QMap<QString, QSet<QByteArray>> m_seen;
    QJsonArray m_found; ///< what the changes were planned from
    QList<StepCall> m_fileSteps;
    qint64 m_rows = 0;
};

/// One entry of rows.change's databases.
QJsonObject databaseChanges(const InstanceSession &session, const QString &database,
                            const QJsonArray &changes);
StepCall rowsStep(const QJsonArray &databases);

} // namespace pilothouse
