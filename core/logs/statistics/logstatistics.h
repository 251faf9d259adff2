// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/fields/logfieldreader.h"
#include "core/logs/scan/recordsieve.h"

#include <QJsonArray>
#include <QJsonObject>

#include <array>
#include <map>

namespace pilothouse {

/// How records are counted.
struct StatisticsWish
{
    enum class Per { Fitting, Minute, Hour, Day };
    QString by;   ///< a field, or "level", "component", "message", "source"; empty: not by one
    QString most; ///< a field of numbers or durations whose largest are listed; empty: none
    Per per = Per::Fitting;
    int top = 20; ///< so many groups and so many of the largest
};

/// Counts records as they come, in the memory of what is counted. One thread.
class LogStatistics
{
public:
    explicit LogStatistics(StatisticsWish wish);

    /// Whether fields of this format change what is counted; reading them takes longer than the rest.
    bool needsFields(const LogFieldReader &reader) const;
    void add(const ScannedRecord &scanned, const LogFieldReader &reader, const LogFields &fields);
    qint64 total() const { return m_total; }

    /// total, levels, first, last, per and histogram; groups by a field; the largest; requests where records
    /// have a status.
    QJsonObject toJson() const;

private:
    struct Counts
    {
        qint64 total = 0;
        qint64 warnings = 0;
        qint64 errors = 0;
        void add(LogLevel level);
        void add(const Counts &other);
    };
    struct Group
    {
        Counts counts;
        qint64 measured = 0;
        double sum = 0;
        double most = 0;
        QDateTime last;
    };
    struct Largest
    {
        double number = 0;
        QString text;
        QString group;
        LogRecord record;
        QDateTime at;
    };

    void addMeasured(const ScannedRecord &scanned, const QString &group, const Quantity &quantity,
                     const QString &text);
    QJsonArray histogram(StatisticsWish::Per per) const;
    StatisticsWish::Per fittingPer() const;
    QJsonArray groups() const;
    QJsonArray largest() const;

    StatisticsWish m_wish;
    qint64 m_total = 0;
    std::array<qint64, 7> m_levels{};
    std::map<qint64, Counts> m_minutes; ///< since 1970
    std::map<QString, Group> m_groups;
    std::multimap<double, Largest, std::greater<>> m_largest;
    std::map<QString, qint64> m_statuses; ///< "2xx"
    QDateTime m_first;
    QDateTime m_last;
    Quantity::Kind m_kind = Quantity::Kind::Bare;
};

} // namespace pilothouse
