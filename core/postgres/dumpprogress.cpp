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

DumpProgress::DumpProgress(const QList<DumpTable> &tables, int jobs, OperationContext context)
    : m_context(std::move(context))
    , m_jobs(qMax(1, jobs))
{
    for (const DumpTable &table : tables) {
        const QString key = keyOf(table.schema, table.name);
        m_tables.insert(key, {table.quoted, table.bytes});
        m_keys.insert(table.oid, key);
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
    ++m_number;
    m_newest = QString::fromUtf8(line.mid(Begin.size()).chopped(1));
    m_running << Running{m_newest, 0, false};
    settleSurplus();
    report();
}

/// Where more have begun than there are jobs, one has ended since the server was asked: the one that was
/// furthest.
void DumpProgress::settleSurplus()
{
    while (m_running.size() > m_jobs) {
        qsizetype furthest = 0;
        for (qsizetype i = 1; i + 1 < m_running.size(); ++i)
            if (completeness(m_running.at(i)) > completeness(m_running.at(furthest)))
                furthest = i;
        settle(furthest);
    }
}

/// A small table is over before the server is asked about it.
double DumpProgress::completeness(const Running &running) const
{
    const qint64 expected = m_tables.value(running.table).expected;
    return running.isSeen && expected > 0
               ? static_cast<double>(running.copied) / static_cast<double>(expected)
               : 1;
}

void DumpProgress::settle(qsizetype index)
{
    m_done += m_tables.value(m_running.takeAt(index).table).expected;
}

void DumpProgress::setCopied(const QHash<qint64, qint64> &copied)
{
    const QMutexLocker locked(&m_mutex);
    QHash<QString, qint64> now;
    for (auto table = copied.cbegin(); table != copied.cend(); ++table)
        now.insert(m_keys.value(table.key(), m_newest), table.value());
    for (qsizetype i = m_running.size() - 1; i >= 0; --i) {
        Running &running = m_running[i];
        const auto bytes = now.constFind(running.table);
        if (bytes != now.cend()) {
            running.copied = *bytes;
            running.isSeen = true;
        } else if (running.isSeen) {
            settle(i);
        }
    }
    report();
}

void DumpProgress::report()
{
    qint64 copied = 0;
    qint64 excess = 0;
    for (const Running &running : std::as_const(m_running)) {
        copied += running.copied;
        excess += qMax<qint64>(0, running.copied - m_tables.value(running.table).expected);
    }
    m_context.report(
        {m_done + copied, m_total + excess,
         tr("%1, table %2 of %3").arg(m_tables.value(m_newest).name).arg(m_number).arg(m_tables.size())});
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
