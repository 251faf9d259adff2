// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumpprogress.h"

namespace pilothouse {
namespace {

constexpr std::chrono::seconds SampleTime{5};
constexpr qint64 SampledFrom = 4 << 20; // smaller tables do not count in a progress
constexpr int MostSampled = 40;
constexpr double SampledRows = 3000;
constexpr qint64 RowOverhead = 1;

/// Width of a row as COPY writes it.
const QByteArray WidthQuery =
    "SELECT string_agg(format('coalesce(octet_length(%I::text), 2) + 1', attname), ' + ') FROM pg_attribute "
    "WHERE attrelid = $1::int8::oid AND attnum > 0 AND NOT attisdropped AND attgenerated = ''";

QString keyOf(const QString &schema, const QString &name)
{
    return schema + u'.' + name;
}

Result<double> rowWidth(PostgresConnection &connection, const DumpTable &table,
                        const OperationContext &context)
{
    const auto width = connection.value({WidthQuery, {table.oid}, SampleTime, 0}, context);
    if (!width)
        return failure(width.error());
    const double share =
        std::clamp(100.0 * SampledRows / static_cast<double>(qMax<qint64>(1, table.estimate)), 0.01, 100.0);
    const QByteArray text = "SELECT avg(" + width->toString().toUtf8() + ")::float8 FROM ONLY "
                            + table.quoted.toUtf8() + " TABLESAMPLE SYSTEM (" + QByteArray::number(share)
                            + ") REPEATABLE (1)";
    const auto average = connection.value({text, {}, SampleTime, 0}, context);
    return average.map([](const QVariant &value) { return value.toDouble(); });
}

} // namespace

DumpProgress::DumpProgress(const QList<DumpTable> &tables, OperationContext context)
    : m_context(std::move(context))
{
    for (const DumpTable &table : tables) {
        m_tables.insert(keyOf(table.schema, table.name), {table.quoted, table.bytes});
        m_total += table.bytes;
    }
}

void DumpProgress::expect(const QString &schema, const QString &name, qint64 bytes)
{
    const QMutexLocker locked(&m_mutex);
    const auto table = m_tables.find(keyOf(schema, name));
    if (table == m_tables.end())
        return;
    m_total += bytes - table->expected;
    table->expected = bytes;
}

void DumpProgress::takeReport(const QByteArray &bytes)
{
    const QMutexLocker locked(&m_mutex);
    m_rest += bytes;
    for (qsizetype end = m_rest.indexOf('\n'); end >= 0; end = m_rest.indexOf('\n')) {
        takeLine(m_rest.left(end));
        m_rest.remove(0, end + 1);
    }
}

void DumpProgress::takeLine(const QByteArray &line)
{
    static const QByteArray Begin = "pg_dump: dumping contents of table \"";
    if (!line.startsWith(Begin))
        return;
    m_done += m_tables.value(m_current).expected;
    m_copied = 0;
    ++m_number;
    m_current = QString::fromUtf8(line.mid(Begin.size()).chopped(1));
    report();
}

void DumpProgress::setCopied(qint64 bytes)
{
    const QMutexLocker locked(&m_mutex);
    m_copied = bytes;
    report();
}

void DumpProgress::report()
{
    const Table table = m_tables.value(m_current);
    const qint64 excess = qMax<qint64>(0, m_copied - table.expected);
    m_context.report({m_done + m_copied, m_total + excess,
                      tr("%1, table %2 of %3").arg(table.name).arg(m_number).arg(m_tables.size())});
}

void expectBySamples(DumpProgress &progress, PostgresConnection &connection, const QList<DumpTable> &tables,
                     const OperationContext &context)
{
    int sampled = 0;
    for (const DumpTable &table : tables) {
        if (table.bytes < SampledFrom || table.estimate <= 0 || ++sampled > MostSampled)
            continue;
        const auto width = rowWidth(connection, table, context);
        if (!width)
            return;
        if (*width > 0)
            progress.expect(
                table.schema, table.name,
                static_cast<qint64>((*width + RowOverhead) * static_cast<double>(table.estimate)));
    }
}

} // namespace pilothouse
