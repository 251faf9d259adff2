// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/fields/logfields.h"

#include <QHash>
#include <QStringList>

namespace pilothouse {

/// Tells a record what earlier ones of the same trace said: the path of a request, when only its end says how
/// long it took. Remembers so many traces at most; a service may begin to count them anew.
class TraceMemory
{
public:
    /// Remembers these fields.
    explicit TraceMemory(QStringList fields);

    /// Adds what is known of the record's trace and remembers what it says.
    void complete(LogFields &fields);

private:
    static constexpr qsizetype MostTraces = 100000;

    QStringList m_names;
    QHash<QString, LogFields> m_known;
};

} // namespace pilothouse
