// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "core/monitoring/profileprobe.h"
#include "core/runtime/serviceruntime.h"

#include <QElapsedTimer>

namespace pilothouse {

/// One probing of one instance: each look adds findings with the time it took.
class Probing
{
public:
    Probing(const InstanceSession &session, const DataEngines &engines, const HttpSend &send,
            const OperationContext &context)
        : m_session(session)
        , m_profile(session.profile())
        , m_engines(engines)
        , m_send(send)
        , m_context(context)
        , m_isContainer(isContainerKind(session.runtime().kind()))
    {
    }

    QList<ProbeFinding> run();
    /// Only who may do what with the data: modes and owners.
    QList<ProbeFinding> runPermissions();

private:
    void add(const QString &id, const QString &title, ProbeVerdict verdict, const QString &text,
             const QString &advice = {});
    QString dataDir() const { return m_session.instance().dataDir; }

    void lookAtDataFolder();
    void lookAtStatus();
    void lookAtDatabases();
    void lookAtDatabase(const ProfileDatabase &database);
    void lookAtServer(const ProfileDatabase &database);
    void lookAtFiles();
    void lookAtLogs();
    void lookAtEnvironment();
    void lookAtMounts();
    void lookAtPermissions();

    /// What a relative glob of one level names.
    QStringList pathsOf(const QString &glob) const;
    void lookAtOwner();
    void lookAtHealth();
    void lookAtLibrary();

    const InstanceSession &m_session;
    const ServiceProfile &m_profile;
    const DataEngines m_engines;
    const HttpSend &m_send;
    const OperationContext &m_context;
    const bool m_isContainer;
    QElapsedTimer m_timer;
    QList<ProbeFinding> m_findings;
};

} // namespace pilothouse
