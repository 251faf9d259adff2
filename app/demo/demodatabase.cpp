// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodatabase.h"

#include <sqlite3.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <chrono>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds BusyTimeout{5000};

struct StatementCloser
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

using Statement = std::unique_ptr<sqlite3_stmt, StatementCloser>;

ErrorKind kindOf(int code)
{
    switch (code & 0xff) {
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ErrorKind::BadData;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorKind::Locked;
    case SQLITE_FULL:
        return ErrorKind::NoSpace;
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
        return ErrorKind::Refused;
    default:
        return ErrorKind::Internal;
    }
}

void bindValue(sqlite3_stmt *statement, int index, const QVariant &value)
{
    if (value.isNull()) {
        sqlite3_bind_null(statement, index);
    } else if (value.typeId() == QMetaType::QString) {
        const QByteArray text = value.toString().toUtf8();
        sqlite3_bind_text(statement, index, text.constData(), static_cast<int>(text.size()),
                          SQLITE_TRANSIENT);
    } else {
        sqlite3_bind_int64(statement, index, value.toLongLong());
    }
}

QVariant columnValue(sqlite3_stmt *statement, int column)
{
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_NULL:
        return {};
    case SQLITE_INTEGER:
        return static_cast<qlonglong>(sqlite3_column_int64(statement, column));
    default:
        return QString::fromUtf8(static_cast<const char *>(sqlite3_column_blob(statement, column)),
                                 sqlite3_column_bytes(statement, column));
    }
}

} // namespace

void DemoDatabase::Closer::operator()(sqlite3 *handle) const
{
    sqlite3_close_v2(handle);
}

Result<DemoDatabase> DemoDatabase::open(const QString &path)
{
    DemoDatabase database;
    database.m_name = QFileInfo(path).fileName();
    sqlite3 *handle = nullptr;
    const int code = sqlite3_open_v2(QFile::encodeName(path).constData(), &handle,
                                     SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    database.m_handle.reset(handle);
    if (code != SQLITE_OK)
        return database.lastFailure();
    sqlite3_busy_timeout(handle, static_cast<int>(BusyTimeout.count()));
    if (const auto readable = database.execute("SELECT count(*) FROM sqlite_master"); !readable)
        return failure(readable.error());
    return database;
}

void DemoDatabase::keepLogOnClose()
{
    sqlite3_db_config(m_handle.get(), SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
}

Result<> DemoDatabase::execute(const QByteArray &statements)
{
    if (sqlite3_exec(m_handle.get(), statements.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return lastFailure();
    return {};
}

Result<> DemoDatabase::run(const QByteArray &statement, const QVariantList &values)
{
    const auto rows = query(statement, values);
    if (!rows)
        return failure(rows.error());
    return {};
}

Result<QList<QVariantList>> DemoDatabase::query(const QByteArray &statement, const QVariantList &values)
{
    sqlite3_stmt *raw = nullptr;
    if (sqlite3_prepare_v2(m_handle.get(), statement.constData(), -1, &raw, nullptr) != SQLITE_OK)
        return lastFailure();
    const Statement prepared(raw);
    for (int index = 0; index < values.size(); ++index)
        bindValue(raw, index + 1, values.at(index));
    QList<QVariantList> rows;
    int code = sqlite3_step(raw);
    for (; code == SQLITE_ROW; code = sqlite3_step(raw)) {
        QVariantList row;
        for (int column = 0; column < sqlite3_column_count(raw); ++column)
            row.append(columnValue(raw, column));
        rows.append(row);
    }
    if (code != SQLITE_DONE)
        return lastFailure();
    return rows;
}

tl::unexpected<Error> DemoDatabase::lastFailure() const
{
    const int code = sqlite3_extended_errcode(m_handle.get());
    Error error;
    error.kind = kindOf(code);
    error.subject = m_name;
    error.message = QCoreApplication::translate("DemoDatabase", "SQLite could not work on this database.");
    error.detail = QStringLiteral("SQLiteError: %1 (errno %2)")
                       .arg(QString::fromUtf8(sqlite3_errmsg(m_handle.get())))
                       .arg(code & 0xff);
    return failure(error);
}

} // namespace pilothouse
