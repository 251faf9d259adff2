// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/statistics/accessreview.h"

#include "core/base/units.h"

#include <QJsonArray>

#include <algorithm>
#include <array>
#include <cmath>

namespace pilothouse {

namespace {

constexpr qint64 ReviewMinuteMs = 60000;
constexpr size_t MostClients = 100000;
constexpr qsizetype MostPaths = 1000;
constexpr qsizetype MostExamples = 5;
constexpr qint64 LeastBurst = 10;
constexpr double BurstDeviations = 4;
constexpr qsizetype LeastMissingPaths = 5;
constexpr qint64 LeastRefused = 10;
constexpr qsizetype MostRows = 50;

/// What somebody asks for who looks for a way in, whatever the service is.
bool isProbe(const QString &path)
{
    static constexpr std::array<QLatin1String, 14> Probes{
        QLatin1String("/.env"),     QLatin1String("/.git"),       QLatin1String("/.aws"),
        QLatin1String("/.ssh"),     QLatin1String("/wp-"),        QLatin1String("/phpmyadmin"),
        QLatin1String("/cgi-bin/"), QLatin1String("/etc/passwd"), QLatin1String("/../"),
        QLatin1String("%2e%2e"),    QLatin1String("/phpunit"),    QLatin1String("/xmlrpc.php"),
        QLatin1String("/boaform"),  QLatin1String("/actuator")};
    return std::any_of(Probes.begin(), Probes.end(),
                       [&path](QLatin1String probe) { return path.contains(probe, Qt::CaseInsensitive); });
}

/// The worst rows first.
QJsonArray worst(std::vector<std::pair<qint64, QJsonObject>> rows)
{
    std::stable_sort(rows.begin(), rows.end(),
                     [](const auto &left, const auto &right) { return left.first > right.first; });
    QJsonArray array;
    for (const auto &row : rows) {
        if (array.size() < MostRows)
            array.append(row.second);
    }
    return array;
}

} // namespace

void AccessReview::add(const QDateTime &at, const LogFields &fields)
{
    const int status = fields.value(u"status").toInt();
    if (status < 100 || status > 599)
        return;
    ++m_requests;
    const bool isFailed = status >= 500;
    if (at.isValid()) {
        const qint64 minute = at.toMSecsSinceEpoch() / ReviewMinuteMs;
        m_firstMinute = m_firstMinute == 0 ? minute : std::min(m_firstMinute, minute);
        m_lastMinute = std::max(m_lastMinute, minute);
        if (status >= 400)
            ++(isFailed ? m_failed : m_refused)[minute];
    }
    const QString name = fields.value(u"client");
    if (name.isEmpty() || (m_clients.size() >= MostClients && !m_clients.contains(name)))
        return;
    Client &client = m_clients[name];
    const QString path = fields.value(u"path");
    ++client.requests;
    if (client.agent.isEmpty())
        client.agent = fields.value(u"agent");
    const bool isMissing = status == 404 || status == 400 || status == 405;
    const bool isProbing = isProbe(path) && status >= 400;
    client.probes += isProbing ? 1 : 0;
    client.missing += isMissing ? 1 : 0;
    if ((isMissing || isProbing) && client.missingPaths.size() < MostPaths
        && !client.missingPaths.contains(path)) {
        client.missingPaths.insert(path);
        if (client.examples.size() < MostExamples)
            client.examples.append(path);
    }
    if (status == 401 || status == 403) {
        ++client.refused;
        client.refusedPath = path;
    }
}

/// Minutes with far more than the usual; neighbours are one burst.
QJsonArray AccessReview::burstsOf(const Minutes &minutes, qint64 length, const QString &status)
{
    qint64 all = 0;
    for (const auto &[minute, count] : minutes)
        all += count;
    const double usual = static_cast<double>(all) / static_cast<double>(std::max<qint64>(1, length));
    const double most = std::max<double>(LeastBurst, usual + BurstDeviations * std::sqrt(usual + 1));
    struct Burst
    {
        qint64 from = 0;
        qint64 to = 0;
        qint64 count = 0;
    };
    std::vector<Burst> bursts;
    for (const auto &[minute, count] : minutes) {
        if (static_cast<double>(count) < most)
            continue;
        if (!bursts.empty() && bursts.back().to + 1 == minute) {
            bursts.back().to = minute;
            bursts.back().count += count;
        } else {
            bursts.push_back({minute, minute, count});
        }
    }
    std::vector<std::pair<qint64, QJsonObject>> rows;
    for (const Burst &burst : bursts) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(burst.from * ReviewMinuteMs, Qt::UTC);
        rows.emplace_back(burst.count, QJsonObject{{QStringLiteral("from"), toIso(from)},
                                                   {QStringLiteral("minutes"), burst.to - burst.from + 1},
                                                   {QStringLiteral("status"), status},
                                                   {QStringLiteral("count"), burst.count},
                                                   {QStringLiteral("usual"), std::round(usual * 100) / 100}});
    }
    return worst(std::move(rows));
}

QJsonArray AccessReview::scanners() const
{
    std::vector<std::pair<qint64, QJsonObject>> rows;
    for (const auto &[name, client] : m_clients) {
        if (client.missingPaths.size() < LeastMissingPaths && client.probes == 0)
            continue;
        rows.emplace_back(
            client.missingPaths.size() + 10 * client.probes,
            QJsonObject{{QStringLiteral("client"), name},
                        {QStringLiteral("requests"), client.requests},
                        {QStringLiteral("missing"), client.missing},
                        {QStringLiteral("paths"), client.missingPaths.size()},
                        {QStringLiteral("probes"), client.probes},
                        {QStringLiteral("agent"), client.agent},
                        {QStringLiteral("examples"), QJsonArray::fromStringList(client.examples)}});
    }
    return worst(std::move(rows));
}

QJsonArray AccessReview::refused() const
{
    std::vector<std::pair<qint64, QJsonObject>> rows;
    for (const auto &[name, client] : m_clients) {
        if (client.refused < LeastRefused)
            continue;
        rows.emplace_back(client.refused, QJsonObject{{QStringLiteral("client"), name},
                                                      {QStringLiteral("requests"), client.requests},
                                                      {QStringLiteral("refused"), client.refused},
                                                      {QStringLiteral("agent"), client.agent},
                                                      {QStringLiteral("path"), client.refusedPath}});
    }
    return worst(std::move(rows));
}

QJsonObject AccessReview::toJson() const
{
    const qint64 length = m_requests == 0 ? 0 : m_lastMinute - m_firstMinute + 1;
    QJsonArray bursts = burstsOf(m_failed, length, QStringLiteral("5xx"));
    for (const QJsonValue &burst : burstsOf(m_refused, length, QStringLiteral("4xx")))
        bursts.append(burst);
    return {{QStringLiteral("requests"), m_requests},
            {QStringLiteral("bursts"), bursts},
            {QStringLiteral("scanners"), scanners()},
            {QStringLiteral("refused"), refused()}};
}

} // namespace pilothouse
