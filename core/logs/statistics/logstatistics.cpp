// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/statistics/logstatistics.h"

#include "core/base/units.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 MinuteMs = 60000;
constexpr qsizetype MostGroups = 100000;
constexpr qint64 MostBars = 2000;
constexpr qsizetype LongestGroup = 200;

qint64 minutesOf(StatisticsWish::Per per)
{
    return per == StatisticsWish::Per::Day ? 1440 : per == StatisticsWish::Per::Hour ? 60 : 1;
}

QString nameOf(StatisticsWish::Per per)
{
    return per == StatisticsWish::Per::Day    ? QStringLiteral("day")
           : per == StatisticsWish::Per::Hour ? QStringLiteral("hour")
                                              : QStringLiteral("minute");
}

QString groupOf(const QString &by, const LogRecord &record, const LogFields &fields)
{
    const QString known = by == u"level"       ? logLevelName(record.level)
                          : by == u"component" ? record.component
                          : by == u"message"   ? record.message
                          : by == u"source"    ? record.source
                          : by == u"stream"    ? record.stream
                                               : fields.value(by);
    return known.left(LongestGroup);
}

QString unitOf(Quantity::Kind kind)
{
    return kind == Quantity::Kind::Time   ? QStringLiteral("ms")
           : kind == Quantity::Kind::Size ? QStringLiteral("B")
                                          : QString();
}

} // namespace

void LogStatistics::Counts::add(LogLevel level)
{
    ++total;
    warnings += level == LogLevel::Warning ? 1 : 0;
    errors += level >= LogLevel::Error ? 1 : 0;
}

void LogStatistics::Counts::add(const Counts &other)
{
    total += other.total;
    warnings += other.warnings;
    errors += other.errors;
}

LogStatistics::LogStatistics(StatisticsWish wish)
    : m_wish(std::move(wish))
{
}

bool LogStatistics::needsFields(const LogFieldReader &reader) const
{
    return !m_wish.by.isEmpty() || !m_wish.most.isEmpty() || reader.names(QStringLiteral("status"));
}

void LogStatistics::add(const ScannedRecord &scanned, const LogFieldReader &reader, const LogFields &fields)
{
    const LogRecord &record = scanned.record;
    ++m_total;
    ++m_levels.at(static_cast<size_t>(record.level));
    if (scanned.at.isValid()) {
        m_first = m_first.isValid() ? std::min(m_first, scanned.at) : scanned.at;
        m_last = m_last.isValid() ? std::max(m_last, scanned.at) : scanned.at;
        m_minutes[scanned.at.toMSecsSinceEpoch() / MinuteMs].add(record.level);
    }
    const QString status = fields.value(u"status");
    if (status.size() == 3 && status.at(0).isDigit())
        ++m_statuses[status.left(1) + QStringLiteral("xx")];
    const QString group = m_wish.by.isEmpty() ? QString() : groupOf(m_wish.by, record, fields);
    if (!m_wish.by.isEmpty()
        && (m_groups.contains(group) || static_cast<qsizetype>(m_groups.size()) < MostGroups)) {
        Group &one = m_groups[group];
        one.counts.add(record.level);
        one.last = scanned.at.isValid() ? scanned.at : one.last;
    }
    const QString measured = m_wish.most.isEmpty() ? QStringLiteral("duration") : m_wish.most;
    const QString text = fields.value(measured);
    if (const auto quantity = text.isEmpty() ? std::nullopt : reader.quantity(measured, text))
        addMeasured(scanned, group, *quantity, text);
}

void LogStatistics::addMeasured(const ScannedRecord &scanned, const QString &group, const Quantity &quantity,
                                const QString &text)
{
    m_kind = quantity.kind;
    if (const auto known = m_groups.find(group); !m_wish.by.isEmpty() && known != m_groups.end()) {
        ++known->second.measured;
        known->second.sum += quantity.value;
        known->second.most = std::max(known->second.most, quantity.value);
    }
    if (m_wish.most.isEmpty())
        return;
    const bool isFull = m_largest.size() >= static_cast<size_t>(m_wish.top);
    if (isFull && quantity.value <= std::prev(m_largest.end())->first)
        return;
    m_largest.emplace(quantity.value, Largest{quantity.value, text, group, scanned.record, scanned.at});
    if (isFull)
        m_largest.erase(std::prev(m_largest.end()));
}

/// What gives some dozens of bars.
StatisticsWish::Per LogStatistics::fittingPer() const
{
    if (m_wish.per != StatisticsWish::Per::Fitting)
        return m_wish.per;
    const qint64 hours = m_first.isValid() ? m_first.secsTo(m_last) / 3600 : 0;
    return hours < 2    ? StatisticsWish::Per::Minute
           : hours < 72 ? StatisticsWish::Per::Hour
                        : StatisticsWish::Per::Day;
}

QJsonArray LogStatistics::histogram(StatisticsWish::Per per) const
{
    std::map<qint64, Counts> bars;
    const qint64 width = minutesOf(per);
    for (const auto &[minute, counts] : m_minutes)
        bars[minute / width].add(counts);
    if (bars.empty())
        return {};
    const qint64 first = bars.begin()->first;
    const qint64 last = bars.rbegin()->first;
    QJsonArray rows;
    const auto addBar = [&](qint64 at, const Counts &counts) {
        const QDateTime from = QDateTime::fromMSecsSinceEpoch(at * width * MinuteMs, Qt::UTC);
        rows.append(QJsonObject{{QStringLiteral("from"), toIso(from)},
                                {QStringLiteral("total"), counts.total},
                                {QStringLiteral("warnings"), counts.warnings},
                                {QStringLiteral("errors"), counts.errors}});
    };
    if (last - first > MostBars) { // with large gaps, only where something is
        for (const auto &[at, counts] : bars)
            addBar(at, counts);
        return rows;
    }
    for (qint64 at = first; at <= last; ++at) {
        const auto known = bars.find(at);
        addBar(at, known == bars.end() ? Counts() : known->second);
    }
    return rows;
}

QJsonArray LogStatistics::groups() const
{
    std::vector<const std::pair<const QString, Group> *> sorted;
    for (const auto &group : m_groups)
        sorted.push_back(&group);
    std::stable_sort(sorted.begin(), sorted.end(), [](const auto *left, const auto *right) {
        return left->second.counts.total > right->second.counts.total;
    });
    QJsonArray rows;
    for (const auto *group : sorted) {
        if (rows.size() >= m_wish.top)
            break;
        const Group &one = group->second;
        QJsonObject row{{QStringLiteral("value"), group->first},
                        {QStringLiteral("count"), one.counts.total},
                        {QStringLiteral("errors"), one.counts.errors}};
        if (one.last.isValid())
            row.insert(QStringLiteral("last"), toIso(one.last));
        if (one.measured > 0) {
            row.insert(QStringLiteral("mean"), one.sum / static_cast<double>(one.measured));
            row.insert(QStringLiteral("most"), one.most);
        }
        rows.append(row);
    }
    return rows;
}

QJsonArray LogStatistics::largest() const
{
    QJsonArray rows;
    for (const auto &[number, one] : m_largest) {
        QJsonObject row{{QStringLiteral("number"), number},
                        {QStringLiteral("value"), one.text},
                        {QStringLiteral("message"), one.record.message},
                        {QStringLiteral("source"), one.record.source}};
        if (!one.group.isEmpty())
            row.insert(QStringLiteral("group"), one.group);
        if (one.at.isValid())
            row.insert(QStringLiteral("time"), toIso(one.at));
        rows.append(row);
    }
    return rows;
}

QJsonObject LogStatistics::toJson() const
{
    QJsonObject levels;
    for (size_t level = 0; level < m_levels.size(); ++level) {
        if (m_levels.at(level) > 0)
            levels.insert(logLevelName(static_cast<LogLevel>(level)), m_levels.at(level));
    }
    const StatisticsWish::Per per = fittingPer();
    QJsonObject object{{QStringLiteral("total"), m_total},
                       {QStringLiteral("levels"), levels},
                       {QStringLiteral("per"), nameOf(per)},
                       {QStringLiteral("histogram"), histogram(per)}};
    if (m_first.isValid()) {
        object.insert(QStringLiteral("first"), toIso(m_first));
        object.insert(QStringLiteral("last"), toIso(m_last));
    }
    if (!m_wish.by.isEmpty()) {
        object.insert(QStringLiteral("by"), m_wish.by);
        object.insert(QStringLiteral("groupCount"), static_cast<qint64>(m_groups.size()));
        object.insert(QStringLiteral("groups"), groups());
    }
    if (!m_wish.most.isEmpty()) {
        object.insert(QStringLiteral("most"), m_wish.most);
        object.insert(QStringLiteral("largest"), largest());
    }
    if (m_kind != Quantity::Kind::Bare)
        object.insert(QStringLiteral("unit"), unitOf(m_kind));
    if (!m_statuses.empty()) {
        QJsonObject requests;
        for (const auto &[status, count] : m_statuses)
            requests.insert(status, count);
        object.insert(QStringLiteral("requests"), requests);
    }
    return object;
}

} // namespace pilothouse
