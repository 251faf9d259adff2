// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/maintenance/troubleshooter.h"
#include "core/domain/serverinfo.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QElapsedTimer>

namespace pilothouse {

/// The words that a profile's symptoms are made of. One round of checks on one instance; each word adds at
/// least one finding, and never fails: what could not be seen is NotKnown with its reason.
class TroubleChecks
{
public:
    TroubleChecks(const InstanceSession &session, const TroubleServices &services,
                  const TroubleQuestion &question, const OperationContext &context);

    /// What a check is called.
    static QString title(const QString &word);
    QList<ProbeFinding> run(const QString &word);

private:
    void add(const QString &id, ProbeVerdict verdict, const QString &text, const QString &advice = {});
    void addError(const QString &id, const Error &error);
    const Result<ServiceStatus> &status();
    bool isFilesOnly() const;

    void lookAtStatus();
    void tellEnd(const ServiceStatus &ended);
    void lookAtLog();
    void judgeLog(const QJsonArray &records);
    void lookAtEnvironment();
    void lookAtPort();
    void judgePort(quint16 port);
    void lookAtMounts();
    void lookAtPlaces();
    void lookAtPermissions();
    void lookAtDatabases();
    void lookAtSpace();
    void lookAtConnections();
    void judgeSessions(const ServerFacts &facts, const QString &id);
    void lookAtHealth();
    void lookAtWebSocket();
    void lookAtSessions();

    const InstanceSession &m_session;
    const TroubleServices &m_services;
    const TroubleQuestion &m_question;
    const OperationContext &m_context;
    std::optional<Result<ServiceStatus>> m_status;
    QElapsedTimer m_timer;
    QString m_word;
    QList<ProbeFinding> m_findings;
};

} // namespace pilothouse
