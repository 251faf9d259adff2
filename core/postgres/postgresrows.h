// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"
#include "core/postgres/postgresconnection.h"

namespace pilothouse {

/// Single rows of a PostgreSQL database, every value as the text that its type writes, so that each type goes
/// round exactly: jsonb, uuid, timestamptz with its microseconds, and those that nobody foresaw. Tables are
/// named "schema.table". For one thread.
class PostgresRowEditor
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::PostgresRowEditor)

public:
    explicit PostgresRowEditor(PostgresConnection &connection)
        : m_connection(connection)
    {
    }

    /// The rows as they are now: `before` of each change. An update leaves out secret columns that it does
    /// not set.
    [[nodiscard]] Result<QList<RowChange>> read(QList<RowChange> changes, const OperationContext &context);
    /// The values to set as the table would store and show them; "{now}" becomes the server's time.
    [[nodiscard]] Result<QVariantMap> stored(const QString &table, const QVariantMap &values,
                                             const OperationContext &context);
    /// In one transaction that locks the rows first. Refused, and rolled back, where a row is no longer as
    /// its `before` says, the number of changed rows differs, or the rows read back are not those meant.
    [[nodiscard]] Result<> change(const QList<RowChange> &changes, const OperationContext &context);

private:
    struct Column
    {
        QString name;
        QByteArray quoted;
        QByteArray type;
        bool isGenerated = false;
    };
    using Columns = QList<Column>;

    [[nodiscard]] Result<QByteArray> quotedTable(const QString &table) const;
    [[nodiscard]] Result<Columns> columnsOf(const QString &table, const OperationContext &context);
    [[nodiscard]] Result<> readGroup(QList<RowChange> &changes, qsizetype from, qsizetype to, bool doesLock,
                                     const OperationContext &context);
    [[nodiscard]] Result<QList<RowChange>> readAll(QList<RowChange> changes, bool doesLock,
                                                   const OperationContext &context);
    [[nodiscard]] Result<> changeLocked(const QList<RowChange> &changes, const OperationContext &context);
    [[nodiscard]] Result<> changeGroup(const QList<RowChange> &changes, qsizetype from, qsizetype to,
                                       const OperationContext &context);
    [[nodiscard]] Result<> compareAll(const QList<RowChange> &changes, bool isAfter,
                                      const OperationContext &context);

    PostgresConnection &m_connection;
    QMap<QString, Columns> m_columns;
};

} // namespace pilothouse
