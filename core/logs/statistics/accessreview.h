// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/fields/logfields.h"

#include <QDateTime>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <map>

namespace pilothouse {

/// Looks through requests for what is unusual: bursts of refused or failed ones, clients that try paths that
/// do not exist, clients that are refused again and again. Needs the fields status, path and client.
class AccessReview
{
public:
    void add(const QDateTime &at, const LogFields &fields);
    qint64 requests() const { return m_requests; }
    /// requests, bursts, scanners and refused, each the worst first.
    QJsonObject toJson() const;

private:
    struct Client
    {
        qint64 requests = 0;
        qint64 missing = 0;
        qint64 refused = 0;
        qint64 probes = 0;
        QSet<QString> missingPaths;
        QStringList examples;
        QString agent;
        QString refusedPath;
    };
    using Minutes = std::map<qint64, qint64>;

    static QJsonArray burstsOf(const Minutes &minutes, qint64 length, const QString &status);
    QJsonArray scanners() const;
    QJsonArray refused() const;

    qint64 m_requests = 0;
    qint64 m_firstMinute = 0;
    qint64 m_lastMinute = 0;
    Minutes m_failed;  ///< 5xx
    Minutes m_refused; ///< 4xx
    std::map<QString, Client> m_clients;
};

} // namespace pilothouse
