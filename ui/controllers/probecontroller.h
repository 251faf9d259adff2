// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/monitoring/profileprobe.h"
#include "ui/controllers/latestread.h"
#include "ui/models/statekind.h"

namespace pilothouse {

class Clock;

/// What a probe works with; all of it outlives it.
struct ProbeServices
{
    OperationRunner &runner;
    const DataEngines engines;
    HttpSend send;
    const Clock &clock;
};

/// Looks at what an instance really has, on a worker; the latest asking wins. Only reads. UI thread.
class ProbeController final : public QObject
{
    Q_OBJECT
public:
    using Session = std::shared_ptr<const InstanceSession>;
    using SessionMaker = std::function<Result<Session>(const OperationContext &)>;

    explicit ProbeController(ProbeServices services, QObject *parent = nullptr);

    /// Starts; `make` runs on the worker. Where it fails, its error is the one finding.
    void start(SessionMaker make);
    /// What runs is dropped; what was found stays.
    void cancel();
    /// Forgets what was found.
    void clear();

    const Readable<QList<ProbeFinding>> &findings() const { return m_findings; }
    /// What the findings are about; null: nothing was probed, or it could not be made.
    const Session &session() const { return m_session; }
    /// "5 hold, 2 to know, 1 in the way"; what is being done where nothing was found yet.
    QString summary() const;
    /// Everything as plain text, for the clipboard.
    QString toText() const;

signals:
    void changed();

private:
    struct Reading
    {
        Session session;
        QList<ProbeFinding> findings;
    };

    ProbeServices m_services;
    LatestRead m_read;
    Readable<QList<ProbeFinding>> m_findings;
    Session m_session;
};

/// The mark of a finding.
Verdict verdictOf(ProbeVerdict verdict);

} // namespace pilothouse
