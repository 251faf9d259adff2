// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/sqliteconnection.h"

#include <QStringDecoder>

namespace pilothouse
{

namespace
{

int bindText(sqlite3_stmt *statement, int position, const QByteArray &text)
{
    return sqlite3_bind_text64(statement, position, text.isNull() ? "" : text.constData(),
                               static_cast<sqlite3_uint64>(text.size()), SQLITE_TRANSIENT, SQLITE_UTF8);
}

int bindBlob(sqlite3_stmt *statement, int position, const QByteArray &blob)
{
    if (blob.isEmpty())
        return sqlite3_bind_zeroblob(statement, position, 0);
    return sqlite3_bind_blob64(statement, position, blob.constData(), static_cast<sqlite3_uint64>(blob.size()),
                               SQLITE_TRANSIENT);
}

} // namespace

QVariant textCell(QByteArrayView bytes)
{
    QString text;
    if (bytes.startsWith("\xEF")) { // QString::fromUtf8() would drop a byte order mark
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::ConvertInitialBom);
        text = decoder(bytes);
    } else {
        text = QString::fromUtf8(bytes);
    }
    if (text.contains(QChar::ReplacementCharacter) && text.toUtf8() != bytes)
        return QVariant::fromValue(RawText{bytes.toByteArray()});
    return text;
}

SqliteStatement::SqliteStatement(StatementHandle handle, const SqliteGuard *guard)
    : m_handle(std::move(handle))
    , m_guard(guard)
{
}

Result<> SqliteStatement::bind(int position, const QVariant &value)
{
    int code = SQLITE_OK;
    sqlite3_stmt *statement = m_handle.get();
    switch (value.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        code = sqlite3_bind_null(statement, position);
        break;
    case QMetaType::Bool:
    case QMetaType::Int:
    case QMetaType::UInt:
    case QMetaType::LongLong:
    case QMetaType::ULongLong:
        code = sqlite3_bind_int64(statement, position, value.toLongLong());
        break;
    case QMetaType::Double:
        code = sqlite3_bind_double(statement, position, value.toDouble());
        break;
    case QMetaType::QString:
        code = bindText(statement, position, value.toString().toUtf8());
        break;
    case QMetaType::QByteArray:
        code = bindBlob(statement, position, value.toByteArray());
        break;
    default:
        if (value.metaType() != QMetaType::fromType<RawText>())
            return failure(ErrorKind::BadInput, SqliteConnection::tr("A value of type %1 cannot be stored in a database.")
                                                    .arg(QString::fromLatin1(value.typeName())));
        code = bindText(statement, position, value.value<RawText>().bytes);
    }
    if (code != SQLITE_OK)
        return sqliteFailure(sqlite3_db_handle(statement), code);
    return {};
}

Result<> SqliteStatement::bindNamed(const QVariantMap &parameters)
{
    const int count = sqlite3_bind_parameter_count(m_handle.get());
    for (int position = 1; position <= count; ++position) {
        const QString name = QString::fromUtf8(sqlite3_bind_parameter_name(m_handle.get(), position)).mid(1);
        const auto value = parameters.constFind(name);
        if (name.isEmpty() || value == parameters.constEnd())
            return failure(ErrorKind::BadInput, SqliteConnection::tr("The query has a parameter without a value."), name);
        if (auto bound = bind(position, *value); !bound)
            return bound;
    }
    return {};
}

Result<bool> SqliteStatement::step()
{
    const int code = sqlite3_step(m_handle.get());
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    return sqliteFailure(sqlite3_db_handle(m_handle.get()), code, m_guard);
}

void SqliteStatement::reset()
{
    sqlite3_reset(m_handle.get());
}

int SqliteStatement::columnCount() const
{
    return sqlite3_column_count(m_handle.get());
}

QStringList SqliteStatement::columnNames() const
{
    QStringList names;
    for (int column = 0; column < columnCount(); ++column)
        names << QString::fromUtf8(sqlite3_column_name(m_handle.get(), column));
    return names;
}

QVariant SqliteStatement::cell(int column) const
{
    const QVariant exact = exactCell(column);
    if (exact.metaType() == QMetaType::fromType<RawText>())
        return QString::fromUtf8(exact.value<RawText>().bytes);
    return exact;
}

QVariant SqliteStatement::exactCell(int column) const
{
    sqlite3_stmt *statement = m_handle.get();
    switch (sqlite3_column_type(statement, column)) {
    case SQLITE_INTEGER:
        return QVariant::fromValue<qlonglong>(sqlite3_column_int64(statement, column));
    case SQLITE_FLOAT:
        return sqlite3_column_double(statement, column);
    case SQLITE_BLOB: {
        const auto *bytes = static_cast<const char *>(sqlite3_column_blob(statement, column));
        const int size = sqlite3_column_bytes(statement, column);
        return size == 0 ? QByteArray("") : QByteArray(bytes, size);
    }
    case SQLITE_TEXT: {
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
        const int size = sqlite3_column_bytes(statement, column);
        return textCell({bytes, size});
    }
    default:
        return {};
    }
}

} // namespace pilothouse
