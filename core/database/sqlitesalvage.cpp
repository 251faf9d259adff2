// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitesalvage.h"

#include "core/database/sqlitecopy.h"
#include "core/database/sqliteengine.h"
#include "core/database/sqlitesalvagetarget.h"
#include "core/database/sqlitetrees.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// What the report says.
struct SqliteSalvageText
{
    Q_DECLARE_TR_FUNCTIONS(SqliteSalvage)
};

constexpr qint64 RowsBetweenLooks = 500;

bool isSystemTable(const QString &name)
{
    return name.startsWith(QLatin1String("sqlite_"));
}

/// Carries the rows of one damaged file over; lives for one salvage.
class Salvage
{
public:
    Salvage(const SqlitePages &pages, SalvageTarget &target, const OperationContext &context)
        : m_pages(pages)
        , m_trees(pages)
        , m_target(target)
        , m_context(context)
    {
    }

    Result<SalvageReport> run(const QString &damaged)
    {
        m_report.hadHeader = m_pages.hasHeader();
        m_report.walFrames = m_pages.walFrames();
        m_encoding = static_cast<int>(m_pages.headerNumber(56));
        readSchema();
        m_report.hadSchema = !m_schema.isEmpty();
        if (auto begun = m_target.begin(m_pages); !begun)
            return failure(begun.error());
        makeTables();
        for (const SchemaEntry &entry : std::as_const(m_schema)) {
            if (auto read = readTable(entry, damaged); !read)
                return failure(read.error());
        }
        if (auto placed = placeOrphans(); !placed)
            return failure(placed.error());
        estimateLosses();
        makeRest();
        if (auto ended = m_target.commit(); !ended)
            return failure(ended.error());
        m_report.problems = m_target.problems();
        return m_report;
    }

private:
    /// SQLite keeps the schema in a tree of its own, whose root is page 1.
    void readSchema()
    {
        const TreeWalk walk = m_trees.walk(1, true);
        m_schemaDamage = walk.damagedPages;
        const auto text = [this](const SqliteValue &value) { return textIn(value.bytes, m_encoding); };
        for (const quint32 leaf : walk.leaves) {
            m_schemaDamage += m_trees.readLeaf(leaf, [&](const SqliteRow &row) {
                if (row.values.size() < 5 || row.values[0].type != SqliteValue::Type::Text)
                    return;
                SchemaEntry entry{text(row.values[0]), text(row.values[1]), text(row.values[2]),
                                  static_cast<quint32>(row.values[3].integer), text(row.values[4])};
                m_schema << entry;
            });
        }
        if (m_schemaDamage > 0)
            m_target.note(
                SqliteSalvageText::tr("A part of the schema cannot be read; tables may be missing."));
    }

    void makeTables()
    {
        for (const SchemaEntry &entry : std::as_const(m_schema)) {
            if (entry.type == QLatin1String("table") && !isSystemTable(entry.name))
                m_target.makeTable(entry);
        }
    }

    /// What would slow the rows down or act on them comes after them.
    void makeRest()
    {
        for (const char *type : {"index", "view", "trigger"}) {
            for (const SchemaEntry &entry : std::as_const(m_schema)) {
                if (entry.type == QLatin1String(type) && !entry.sql.isEmpty())
                    m_target.makeOther(entry);
            }
        }
    }

    Result<> readTable(const SchemaEntry &entry, const QString &damaged)
    {
        if (entry.type == QLatin1String("index")) {
            const TreeWalk walk = m_trees.walk(entry.root, false);
            const bool isPartial = entry.sql.contains(QLatin1String(" where "), Qt::CaseInsensitive);
            if (!isPartial && walk.damagedPages == 0)
                m_expected[entry.table] = std::max(m_expected.value(entry.table), walk.entries);
            return {};
        }
        const SalvageTable *table = m_target.table(entry.name);
        if (entry.type != QLatin1String("table") || entry.root == 0)
            return {};
        SalvagedTable result;
        result.name = entry.name;
        if (table && table->isWithoutRowid) {
            m_trees.walk(entry.root, false);
            if (auto read = m_target.copyThroughSqlite(damaged, *table, result, m_context); !read)
                return read;
            m_report.tables << result;
            return {};
        }
        const TreeWalk walk = m_trees.walk(entry.root, true);
        result.damagedPages = walk.damagedPages;
        for (const quint32 leaf : walk.leaves) {
            if (m_context.isCancelled())
                return failure(ErrorKind::Cancelled, SqliteSalvageText::tr("Stopped."));
            const qint64 damagedCells = m_trees.readLeaf(
                leaf, [&](SqliteRow &row) { take(entry.name, row, result.kept, result.refused); });
            result.damagedCells += damagedCells;
        }
        m_leaves.insert(entry.name, walk.leaves.size());
        if (!isSystemTable(entry.name))
            m_report.tables << result;
        return {};
    }

    void take(const QString &table, SqliteRow &row, qint64 &taken, qint64 &refused)
    {
        if (++m_rows % RowsBetweenLooks == 0)
            m_context.report({m_rows, 0, SqliteSalvageText::tr("Reading rows")});
        if (table == QLatin1String("sqlite_sequence"))
            m_target.noteSequence(row);
        else if (isSystemTable(table))
            return;
        else if (m_target.insert(table, row))
            ++taken;
        else
            ++refused;
    }

    /// Leaves that no tree leads to: into the one table whose columns fit, else into lost_and_found.
    Result<> placeOrphans()
    {
        for (const quint32 leaf : m_trees.orphans()) {
            if (m_context.isCancelled())
                return failure(ErrorKind::Cancelled, SqliteSalvageText::tr("Stopped."));
            QList<SqliteRow> rows;
            m_trees.readLeaf(leaf, [&rows](SqliteRow &row) { rows << row; });
            const QString table = m_target.tableFor(rows);
            const auto result =
                std::find_if(m_report.tables.begin(), m_report.tables.end(),
                             [&table](const SalvagedTable &one) { return one.name == table; });
            // Where its tree is whole, nothing of it can be missing: such a page was left over.
            const bool isMissed = result != m_report.tables.end() && result->damagedPages > 0;
            if (result != m_report.tables.end() && !isMissed)
                continue;
            for (SqliteRow &row : rows) {
                if (isMissed)
                    take(table, row, result->recovered, result->refused);
                else if (m_target.insertUnplaced(leaf, row))
                    ++m_report.unplacedRows;
            }
        }
        return {};
    }

    /// The largest of what indexes count, what lost pages held on the average, and the cells that were seen.
    void estimateLosses()
    {
        for (SalvagedTable &table : m_report.tables) {
            const qint64 got = table.kept + table.recovered;
            const qint64 leaves = std::max<qint64>(1, m_leaves.value(table.name));
            const qint64 perLeaf = std::max<qint64>(1, (table.kept + leaves - 1) / leaves);
            const qint64 fromPages = std::max<qint64>(0, table.damagedPages * perLeaf - table.recovered);
            const bool isCounted = m_expected.contains(table.name);
            const qint64 estimate =
                isCounted ? m_expected.value(table.name) - got : fromPages + table.damagedCells;
            table.lost = std::max({qint64{0}, estimate, isCounted ? qint64{0} : table.damagedCells});
        }
    }

    const SqlitePages &m_pages;
    SqliteTrees m_trees;
    SalvageTarget &m_target;
    const OperationContext &m_context;
    SalvageReport m_report;
    QList<SchemaEntry> m_schema;
    QHash<QString, qint64> m_expected; ///< rows by the entries of a whole index
    QHash<QString, qsizetype> m_leaves;
    qint64 m_schemaDamage = 0;
    qint64 m_rows = 0;
    int m_encoding = 1;
};

} // namespace

bool SalvageReport::isWhole() const
{
    return hadHeader && hadSchema && unplacedRows == 0 && problems.isEmpty()
           && std::all_of(tables.cbegin(), tables.cend(), [](const SalvagedTable &table) {
                  return table.lost == 0 && table.refused == 0 && table.damagedCells == 0
                         && table.damagedPages == 0 && table.recovered == 0;
              });
}

QJsonObject toJson(const SalvageReport &report)
{
    QJsonArray tables;
    for (const SalvagedTable &table : report.tables)
        tables << QJsonObject{{QStringLiteral("name"), table.name},
                              {QStringLiteral("kept"), table.kept},
                              {QStringLiteral("recovered"), table.recovered},
                              {QStringLiteral("refused"), table.refused},
                              {QStringLiteral("damagedCells"), table.damagedCells},
                              {QStringLiteral("damagedPages"), table.damagedPages},
                              {QStringLiteral("lost"), table.lost}};
    return {{QStringLiteral("tables"), tables},
            {QStringLiteral("unplacedRows"), report.unplacedRows},
            {QStringLiteral("hadHeader"), report.hadHeader},
            {QStringLiteral("hadSchema"), report.hadSchema},
            {QStringLiteral("walFrames"), report.walFrames},
            {QStringLiteral("problems"), QJsonArray::fromStringList(report.problems)},
            {QStringLiteral("isWhole"), report.isWhole()}};
}

Result<SalvageReport> salvageDatabase(const QString &damaged, const QString &destination,
                                      const OperationContext &context)
{
    const auto salvage = [&]() -> Result<SalvageReport> {
        const auto pages = SqlitePages::open(damaged);
        if (!pages)
            return failure(pages.error());
        Result<SalvageReport> report = [&]() -> Result<SalvageReport> {
            auto target = SalvageTarget::create(destination, context);
            if (!target)
                return failure(target.error());
            return Salvage(*pages, **target, context).run(damaged);
        }();
        if (!report)
            return report;
        return syncClosedFile(destination).map([&] { return *report; });
    };
    auto report = salvage();
    if (!report) {
        for (const QString &file : SqliteEngine::family(destination))
            QFile::remove(file);
    }
    return report;
}

} // namespace pilothouse
