// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/maintenance/troubleshooter.h"
#include "ui/controllers/latestread.h"
#include "ui/controllers/operationscontroller.h"

#include <QTimer>

namespace pilothouse {

/// Runs the checks of a symptom on a worker and shows each finding when it is there. UI thread.
class TroubleController final : public QObject
{
    Q_OBJECT
public:
    TroubleController(OperationRunner &runner, TroubleServices services, QObject *parent = nullptr);

    /// Starts; what ran before is dropped.
    void start(const SessionPointer &session, const TroubleQuestion &question);
    void cancel();
    bool isRunning() const { return m_read.isRunning(); }

    /// So far, while it runs.
    const QList<ProbeFinding> &findings() const { return m_findings; }
    /// What is being looked at; empty when nothing is.
    QString checking() const { return m_checking; }
    /// Null until it has ended.
    const std::optional<TroubleReport> &report() const { return m_report; }
    const std::optional<Error> &error() const { return m_error; }

signals:
    void changed();

private:
    struct Live;

    void take();

    TroubleServices m_services;
    LatestRead m_read;
    QTimer m_poll;
    std::shared_ptr<Live> m_live; ///< shared with the worker
    QList<ProbeFinding> m_findings;
    QString m_checking;
    std::optional<TroubleReport> m_report;
    std::optional<Error> m_error;
};

} // namespace pilothouse
