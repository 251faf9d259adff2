// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqlitesalvagetarget.h"

#include "core/database/sqlitesalvage.h"
#include "core/database/sqliteschema.h"

#include <QFile>
#include <QHash>
#include <QStringDecoder>

namespace pilothouse {

namespace {

/// What the report says.
struct SqliteSalvageTargetText
{
    Q_DECLARE_TR_FUNCTIONS(SqliteSalvage)
};

constexpr int MostUnplacedColumns = 50;
const QString UnplacedTable = QStringLiteral("lost_and_found");

QString quoted(const QString &name)
{
    return u'"' + QString(name).replace(u'"', QStringLiteral("\"\"")) + u'"';
}

} // namespace

QString textIn(const QByteArray &bytes, int encoding)
{
    if (encoding == SQLITE_UTF16LE)
        return QStringDecoder(QStringDecoder::Utf16LE)(bytes);
    if (encoding == SQLITE_UTF16BE)
        return QStringDecoder(QStringDecoder::Utf16BE)(bytes);
    return QString::fromUtf8(bytes);
}

Result<std::unique_ptr<SalvageTarget>> SalvageTarget::create(const QString &path,
                                                             const OperationContext &context)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly | QIODevice::NewOnly)
        || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner))
        return failure(ErrorKind::Refused, SqliteSalvageTargetText::tr("The new file cannot be made."),
                       file.errorString());
    file.close();
    auto connection = SqliteConnection::open(path, SqliteConnection::Use::Own, context);
    if (!connection)
        return failure(connection.error());
    return std::unique_ptr<SalvageTarget>(new SalvageTarget(std::move(*connection)));
}

Result<> SalvageTarget::begin(const SqlitePages &pages)
{
    const auto encoding = static_cast<int>(pages.headerNumber(56));
    if (encoding == SQLITE_UTF16LE || encoding == SQLITE_UTF16BE)
        m_encoding = encoding;
    const QString name = m_encoding == SQLITE_UTF16LE   ? QStringLiteral("UTF-16le")
                         : m_encoding == SQLITE_UTF16BE ? QStringLiteral("UTF-16be")
                                                        : QStringLiteral("UTF-8");
    const QStringList settings{
        QStringLiteral("PRAGMA page_size=%1").arg(pages.pageSize()),
        QStringLiteral("PRAGMA encoding='%1'").arg(name),
        QStringLiteral("PRAGMA foreign_keys=OFF"),
        QStringLiteral("PRAGMA ignore_check_constraints=ON"),
        QStringLiteral("PRAGMA user_version=%1").arg(static_cast<qint32>(pages.headerNumber(60))),
        QStringLiteral("PRAGMA application_id=%1").arg(static_cast<qint32>(pages.headerNumber(68))),
        QStringLiteral("BEGIN")};
    for (const QString &setting : settings) {
        if (auto set = m_connection.execute(setting); !set)
            return set;
    }
    return {};
}

void SalvageTarget::makeTable(const SchemaEntry &entry)
{
    if (entry.sql.startsWith(QLatin1String("CREATE VIRTUAL"), Qt::CaseInsensitive)) {
        note(SqliteSalvageTargetText::tr("The virtual table %1 was not carried over.").arg(entry.name));
        return;
    }
    const auto made = m_connection.execute(entry.sql);
    const auto described = made ? describe(entry.name) : Result<SalvageTable>(failure(made.error()));
    if (described)
        m_tables.insert(entry.name, *described);
    else
        note(SqliteSalvageTargetText::tr("The table %1 could not be made: %2")
                 .arg(entry.name, described.error().message + u' ' + described.error().detail));
}

void SalvageTarget::makeOther(const SchemaEntry &entry)
{
    if (const auto made = m_connection.execute(entry.sql); !made)
        note(SqliteSalvageTargetText::tr("%1 could not be made: %2").arg(entry.name, made.error().detail));
}

const SalvageTable *SalvageTarget::table(const QString &name) const
{
    const auto found = m_tables.constFind(name);
    return found == m_tables.cend() ? nullptr : &*found;
}

/// A lone INTEGER PRIMARY KEY stands for the rowid. Virtual generated columns are not stored; stored ones
/// cannot be written.
Result<SalvageTable> SalvageTarget::describe(const QString &name)
{
    SalvageTable table;
    table.name = name;
    const auto info = readTable(m_connection, name);
    if (!info)
        return failure(info.error());
    table.isWithoutRowid = info->isWithoutRowid;
    auto columns = m_connection.prepare(QStringLiteral("PRAGMA table_xinfo(%1)").arg(quoted(name)));
    if (!columns)
        return failure(columns.error());
    int keys = 0;
    while (true) {
        const auto row = columns->step();
        if (!row)
            return failure(row.error());
        if (!*row)
            break;
        const int hidden = columns->cell(6).toInt();
        if (hidden == 2)
            continue;
        const bool isKey = columns->cell(5).toInt() > 0;
        keys += isKey ? 1 : 0;
        if (isKey && columns->cell(2).toString().compare(u"INTEGER", Qt::CaseInsensitive) == 0)
            table.rowidColumn = static_cast<int>(table.stored.size());
        table.stored << (hidden == 3 ? QString() : columns->cell(1).toString());
        table.mayBeNull << (columns->cell(3).toInt() == 0);
    }
    if (keys != 1 || table.isWithoutRowid)
        table.rowidColumn = -1;
    for (const char *alias : {"rowid", "_rowid_", "oid"}) {
        if (table.rowidName.isEmpty() && !info->columns.contains(QLatin1String(alias), Qt::CaseInsensitive))
            table.rowidName = QLatin1String(alias);
    }
    return table;
}

/// One statement a table and length: columns that were added later are missing from old rows.
sqlite3_stmt *SalvageTarget::statementFor(const SalvageTable &table, qsizetype columns)
{
    const QString key = table.name + u'/' + QString::number(columns);
    if (!m_inserts.contains(key)) {
        QStringList names;
        QStringList marks;
        const bool writesRowid = table.rowidColumn < 0 && !table.rowidName.isEmpty();
        if (writesRowid) {
            names << table.rowidName;
            marks << QStringLiteral("?1");
        }
        for (qsizetype at = 0; at < columns; ++at) {
            if (table.stored[at].isEmpty())
                continue;
            names << quoted(table.stored[at]);
            marks << QStringLiteral("?%1").arg(at + 2);
        }
        auto statement = m_connection.prepare(
            QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                .arg(quoted(table.name), names.join(QStringLiteral(", ")), marks.join(QStringLiteral(", "))));
        m_inserts.insert(key, statement ? std::make_shared<SqliteStatement>(std::move(*statement)) : nullptr);
    }
    const auto &statement = m_inserts[key];
    return statement ? statement->native() : nullptr;
}

bool SalvageTarget::bindValue(sqlite3_stmt *statement, int at, const SqliteValue &value) const
{
    const auto size = static_cast<sqlite3_uint64>(value.bytes.size());
    switch (value.type) {
    case SqliteValue::Type::Null:
        return sqlite3_bind_null(statement, at) == SQLITE_OK;
    case SqliteValue::Type::Integer:
        return sqlite3_bind_int64(statement, at, value.integer) == SQLITE_OK;
    case SqliteValue::Type::Real:
        return sqlite3_bind_double(statement, at, value.real) == SQLITE_OK;
    case SqliteValue::Type::Text:
        return sqlite3_bind_text64(statement, at, value.bytes.constData(), size, SQLITE_STATIC,
                                   static_cast<unsigned char>(m_encoding))
               == SQLITE_OK;
    case SqliteValue::Type::Blob:
        return sqlite3_bind_blob64(statement, at, value.bytes.constData(), size, SQLITE_STATIC) == SQLITE_OK;
    }
    return false;
}

bool SalvageTarget::insert(const QString &name, const SqliteRow &row)
{
    const SalvageTable *wanted = table(name);
    if (!wanted || row.values.size() > wanted->stored.size())
        return false;
    sqlite3_stmt *statement = statementFor(*wanted, row.values.size());
    if (!statement)
        return false;
    sqlite3_reset(statement);
    sqlite3_clear_bindings(statement);
    if (wanted->rowidColumn < 0 && !wanted->rowidName.isEmpty())
        sqlite3_bind_int64(statement, 1, row.rowid);
    for (qsizetype at = 0; at < row.values.size(); ++at) {
        if (wanted->stored[at].isEmpty())
            continue;
        if (at == wanted->rowidColumn)
            sqlite3_bind_int64(statement, static_cast<int>(at) + 2, row.rowid);
        else if (!bindValue(statement, static_cast<int>(at) + 2, row.values[at]))
            return false;
    }
    const bool isDone = sqlite3_step(statement) == SQLITE_DONE;
    sqlite3_reset(statement);
    return isDone && sqlite3_changes(m_connection.native()) == 1;
}

bool SalvageTarget::insertUnplaced(quint32 page, const SqliteRow &row)
{
    if (!m_hasUnplaced) {
        QStringList columns{QStringLiteral("page INTEGER"), QStringLiteral("row_id INTEGER")};
        for (int at = 0; at < MostUnplacedColumns; ++at)
            columns << QStringLiteral("c%1").arg(at);
        const auto made = m_connection.execute(QStringLiteral("CREATE TABLE IF NOT EXISTS %1 (%2)")
                                                   .arg(UnplacedTable, columns.join(QStringLiteral(", "))));
        if (!made)
            return false;
        m_hasUnplaced = true;
        if (const auto described = describe(UnplacedTable))
            m_tables.insert(UnplacedTable, *described);
        note(SqliteSalvageTargetText::tr("Rows whose table is not known are in %1.").arg(UnplacedTable));
    }
    SqliteRow whole{0, {}};
    whole.rowid = ++m_sequences[UnplacedTable];
    whole.values << SqliteValue{SqliteValue::Type::Integer, page, 0, {}}
                 << SqliteValue{SqliteValue::Type::Integer, row.rowid, 0, {}}
                 << row.values.mid(0, MostUnplacedColumns);
    return insert(UnplacedTable, whole);
}

bool SalvageTarget::fits(const SalvageTable &table, const SqliteRow &row) const
{
    if (table.isWithoutRowid || row.values.size() != table.stored.size())
        return false;
    for (qsizetype at = 0; at < row.values.size(); ++at) {
        const bool isNull = row.values[at].type == SqliteValue::Type::Null;
        if (at == table.rowidColumn ? !isNull : isNull && !table.mayBeNull[at])
            return false;
    }
    return true;
}

QString SalvageTarget::tableFor(const QList<SqliteRow> &rows) const
{
    QString found;
    for (const SalvageTable &table : m_tables) {
        const bool fitsAll = !rows.isEmpty()
                             && std::all_of(rows.cbegin(), rows.cend(),
                                            [&](const SqliteRow &row) { return fits(table, row); });
        if (!fitsAll || table.name == UnplacedTable)
            continue;
        if (!found.isEmpty())
            return {};
        found = table.name;
    }
    return found;
}

void SalvageTarget::noteSequence(const SqliteRow &row)
{
    if (row.values.size() == 2)
        m_sequences.insert(textIn(row.values[0].bytes, m_encoding), row.values[1].integer);
}

Result<> SalvageTarget::copyThroughSqlite(const QString &damaged, const SalvageTable &table,
                                          SalvagedTable &result, const OperationContext &context)
{
    const auto source = SqliteConnection::open(damaged, SqliteConnection::Use::Read, context);
    bool isWhole = false;
    for (const char *order : {"ASC", "DESC"}) {
        const auto info =
            source ? readTable(*source, table.name) : Result<TableInfo>(failure(source.error()));
        auto copy = info ? prepareCopy(*source, *info, order) : std::nullopt;
        if (!copy || isWhole)
            break;
        const auto copied = copyRows(*copy, result);
        if (!copied)
            return failure(copied.error());
        isWhole = *copied;
    }
    if (!isWhole)
        ++result.damagedPages;
    return {};
}

std::optional<SalvageTarget::TableCopy> SalvageTarget::prepareCopy(const SqliteConnection &source,
                                                                   const TableInfo &info, const char *order)
{
    QStringList keys;
    for (const QString &key : info.keyColumns)
        keys << quoted(key) + u' ' + QLatin1String(order);
    QStringList marks;
    QStringList columns;
    for (const QString &column : info.columns) {
        columns << quoted(column);
        marks << QStringLiteral("?");
    }
    auto rows = source.prepare(QStringLiteral("SELECT %1 FROM %2 ORDER BY %3")
                                   .arg(columns.join(u','), quoted(info.name), keys.join(u',')));
    auto insert = m_connection.prepare(QStringLiteral("INSERT OR IGNORE INTO %1 (%2) VALUES (%3)")
                                           .arg(quoted(info.name), columns.join(u','), marks.join(u',')));
    if (!rows || !insert)
        return std::nullopt;
    return TableCopy{std::move(*rows), std::move(*insert)};
}

Result<bool> SalvageTarget::copyRows(TableCopy &copy, SalvagedTable &result)
{
    while (true) {
        const auto row = copy.rows.step();
        if (!row && row.error().kind == ErrorKind::Cancelled)
            return failure(row.error());
        if (!row || !*row)
            return row.has_value();
        for (int at = 0; at < copy.rows.columnCount(); ++at)
            sqlite3_bind_value(copy.insert.native(), at + 1, sqlite3_column_value(copy.rows.native(), at));
        if (sqlite3_step(copy.insert.native()) == SQLITE_DONE && sqlite3_changes(m_connection.native()) == 1)
            ++result.kept;
        copy.insert.reset();
    }
}

Result<> SalvageTarget::commit()
{
    m_inserts.clear();
    for (auto sequence = m_sequences.cbegin(); sequence != m_sequences.cend(); ++sequence) {
        if (!m_tables.contains(sequence.key()) || sequence.key() == UnplacedTable)
            continue;
        auto update = m_connection.prepare(
            QStringLiteral("UPDATE sqlite_sequence SET seq = max(seq, ?2) WHERE name = ?1"));
        if (!update)
            continue;
        const auto set = update->bind(1, sequence.key())
                             .and_then([&] { return update->bind(2, sequence.value()); })
                             .and_then([&] { return update->step(); });
        if (!set)
            return failure(set.error());
    }
    return m_connection.execute(QStringLiteral("COMMIT"));
}

} // namespace pilothouse
