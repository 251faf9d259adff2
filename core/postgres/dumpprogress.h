// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/dumpfacts.h"

#include <QCoreApplication>
#include <QMutex>

namespace pilothouse {

/// How far pg_dump is: in bytes that the server has copied out, by the tables that it names and by what the
/// server says of those in work. Safe from any thread.
class DumpProgress
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::DumpProgress)

public:
    /// `jobs` tables at most are in work at a time.
    DumpProgress(const QList<DumpTable> &tables, int jobs, OperationContext context);

    /// What a dump of the table will be: bytes of text, as a sample of its rows says.
    void expect(const QString &schema, const QString &name, qint64 bytes);
    /// Reads pg_dump's own report, which comes in pieces.
    void takeReport(const QByteArray &bytes);
    /// Bytes of the tables in work, by their oid, as the server counts them.
    void setCopied(const QHash<qint64, qint64> &copied);

private:
    struct Table
    {
        QString name;
        qint64 expected = 0;
    };
    struct Running
    {
        QString table; ///< as in m_tables
        qint64 copied = 0;
        bool isSeen = false; ///< by the server
    };
    void takeLine(const QByteArray &line);
    void settleSurplus();
    void settle(qsizetype index);
    double completeness(const Running &running) const;
    void report();

    QMutex m_mutex;
    OperationContext m_context;
    QHash<QString, Table> m_tables; ///< by "schema.name", unquoted
    QHash<qint64, QString> m_keys;  ///< by oid
    QList<Running> m_running;       ///< in the order of their begin
    QByteArray m_rest;              ///< of an unfinished line
    QString m_newest;
    qint64 m_total = 0;
    qint64 m_done = 0; ///< of tables that are not in work any more
    int m_number = 0;
    int m_jobs = 1;
};

/// Asks samples of the larger tables how wide their rows are. What cannot be asked is left as it is.
void expectBySamples(DumpProgress &progress, PostgresConnection &connection, const QList<DumpTable> &tables,
                     const OperationContext &context);

} // namespace pilothouse
