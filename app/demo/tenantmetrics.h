// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QMap>

namespace pilothouse {

/// Counts what a stand-in service answers, and writes it down as the real one does: its histogram holds
/// seconds in buckets of milliseconds, and its counter of jobs is declared and never counted.
class TenantMetrics
{
public:
    explicit TenantMetrics(QByteArray prefix)
        : m_prefix(std::move(prefix))
    {
    }

    void count(const QByteArray &method, const QByteArray &route, int status, double seconds);
    void deny(const QByteArray &type) { ++m_denials[type]; }
    QByteArray page() const;

private:
    struct Times
    {
        qint64 count = 0;
        double sum = 0;
    };

    QByteArray m_prefix;
    QMap<QByteArray, qint64> m_requests; ///< labels -> count
    QMap<QByteArray, Times> m_times;
    QMap<QByteArray, qint64> m_denials;
};

} // namespace pilothouse
