// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/dumpfacts.h"

#include <QCoreApplication>
#include <QMutex>

namespace pilothouse {

/// How far pg_dump is: in bytes that the server has copied out, by the tables that it names and by what the
/// server says of the one in work. Safe from any thread.
class DumpProgress
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DumpProgress)

public:
    DumpProgress(const QList<DumpTable> &tables, OperationContext context);

    /// What a dump of the table will be: bytes of text, as a sample of its rows says.
    void expect(const QString &schema, const QString &name, qint64 bytes);
    /// Reads pg_dump's own report, which comes in pieces.
    void takeReport(const QByteArray &bytes);
    /// Bytes of the table in work, as the server counts them.
    void setCopied(qint64 bytes);

private:
    struct Table
    {
        QString name;
        qint64 expected = 0;
    };
    void takeLine(const QByteArray &line);
    void report();

    QMutex m_mutex;
    OperationContext m_context;
    QHash<QString, Table> m_tables; ///< by "schema.name", unquoted
    QByteArray m_rest;              ///< of an unfinished line
    QString m_current;
    qint64 m_total = 0;
    qint64 m_done = 0;
    qint64 m_copied = 0;
    int m_number = 0;
};

/// Asks samples of the larger tables how wide their rows are. What cannot be asked is left as it is.
void expectBySamples(DumpProgress &progress, PostgresConnection &connection, const QList<DumpTable> &tables,
                     const OperationContext &context);

} // namespace pilothouse
