// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/postgresconnection.h"

#include <QDateTime>

namespace pilothouse {

/// Takes the columns of a row one after the other, so that a query and what is read of it stand side by side.
/// It keeps the row, which may be a passing one.
class PostgresRow
{
public:
    explicit PostgresRow(QList<QVariant> values)
        : m_values(std::move(values))
    {
    }

    QString text() { return next().toString(); }
    bool flag() { return next().toBool(); }
    int number() { return next().toInt(); }
    double real() { return next().toDouble(); }
    qint64 count(qint64 unknown = 0)
    {
        const QVariant value = next();
        return value.isValid() ? value.toLongLong() : unknown;
    }
    /// Of milliseconds since 1970; invalid for NULL.
    QDateTime moment()
    {
        const QVariant value = next();
        return value.isValid() ? QDateTime::fromMSecsSinceEpoch(value.toLongLong(), Qt::UTC) : QDateTime();
    }

private:
    QVariant next() { return m_values.value(m_at++); }

    QList<QVariant> m_values;
    qsizetype m_at = 0;
};

inline PostgresQuery queryOf(const QByteArray &text, const QVariantList &values = {})
{
    PostgresQuery query;
    query.text = text;
    query.values = values;
    return query;
}

} // namespace pilothouse
