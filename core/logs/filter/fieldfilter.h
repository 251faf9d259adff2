// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/fields/logfields.h"

namespace pilothouse {

/// One thing that a record says, with the filter that finds the records which say the same.
struct FieldFilter
{
    QString name;
    QString value;
    QString filter;

    bool operator==(const FieldFilter &) const = default;
};

/// The name of a field as it stands in a filter.
QString writtenFieldName(const QString &name);

/// A field as a filter writes it: status=500, "user name"="x y". Of a very long value its beginning.
FieldFilter fieldFilter(const QString &name, const QString &value);

/// What a record is known by, whatever its format: its level, component and stream. Then its fields.
QList<FieldFilter> fieldFilters(const LogRecord &record, const LogFields &fields);

/// A filter with one more thing that is wanted, or is not; what it said of that thing before goes. A text
/// that is no filter gives way to it.
QString narrowedFilter(const QString &filter, const QString &term, bool isWanted);

} // namespace pilothouse
