// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>

#include <bitset>

namespace pilothouse {

/// The five time fields of a cron line: minute, hour, day of the month, month, day of the week.
class CronFields
{
public:
    /// Numbers, lists, ranges, steps, names of months and days, and "@daily" and its like. BadInput names the
    /// field that cannot be.
    [[nodiscard]] static Result<CronFields> parse(const QString &text);

    /// The first moment after `moment` at which it is due, in the local time that cron uses; invalid where
    /// there is none within five years.
    QDateTime next(const QDateTime &moment) const;

private:
    bool fitsDay(const QDate &date) const;

    std::bitset<60> m_minutes;
    std::bitset<24> m_hours;
    std::bitset<32> m_days;
    std::bitset<13> m_months;
    std::bitset<8> m_weekdays; ///< 0: Sunday
    bool m_isAnyDay = true;
    bool m_isAnyWeekday = true;
};

} // namespace pilothouse
