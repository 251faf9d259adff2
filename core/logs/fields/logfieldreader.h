// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/logrecord.h"
#include "core/logs/fields/logfields.h"
#include "core/logs/fields/quantity.h"
#include "core/profile/profilelogs.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace pilothouse {

/// Reads the fields of records as a format describes them, compiled once. Safe from any thread.
class LogFieldReader
{
    Q_DECLARE_TR_FUNCTIONS(LogFieldReader)
public:
    /// Of a format that has none.
    LogFieldReader() = default;
    /// BadInput where one of its patterns is no regular expression.
    [[nodiscard]] static Result<LogFieldReader> compile(const ProfileLogFormat &format);

    /// Other names of the profile first, then what stands in the record.
    LogFields fields(const LogRecord &record) const;
    /// Whether the format itself names such a field; records of some may have it all the same.
    bool names(const QString &field) const;
    /// All that the format names.
    QStringList names() const;
    /// The number that a field's value is; nothing where it is none.
    std::optional<Quantity> quantity(const QString &name, QStringView value) const;
    /// Words of which one stands in every record of that level; empty where the format does not tell.
    QStringList wordsOf(LogLevel level) const;

private:
    struct Pattern
    {
        QRegularExpression expression;
        QStringList groups;
    };

    void addOther(const LogFields &read, LogFields &fields) const;

    ProfileLogFields m_fields;
    QMap<QString, QString> m_levels;
    bool m_hasLevels = false;
    QList<Pattern> m_patterns;
};

} // namespace pilothouse
