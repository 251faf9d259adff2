// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresconnection.h"

#include "core/postgres/postgreserrors.h"
#include "core/postgres/postgreswait.h"

#include <libpq-fe.h>

#include <thread>

namespace pilothouse {
namespace {

/// Types of values by their object ids in pg_type.dat.
enum TypeId : Oid {
    Bool = 16,
    Bytes = 17,
    Int8 = 20,
    Int2 = 21,
    Int4 = 23,
    OidType = 26,
    Float4 = 700,
    Float8 = 701
};

struct ResultFree
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using NativeResult = std::unique_ptr<PGresult, ResultFree>;

struct BytesFree
{
    template <typename T>
    void operator()(T *bytes) const
    {
        PQfreemem(bytes);
    }
};

QVariant valueOf(const PGresult *result, int row, int column)
{
    if (PQgetisnull(result, row, column))
        return {};
    const char *bytes = PQgetvalue(result, row, column);
    const QByteArray text = QByteArray::fromRawData(bytes, PQgetlength(result, row, column));
    switch (PQftype(result, column)) {
    case Bool:
        return text == "t";
    case Int2:
    case Int4:
    case Int8:
    case OidType:
        return QVariant::fromValue(text.toLongLong());
    case Float4:
    case Float8:
        return text.toDouble();
    case Bytes:
        return QByteArray::fromHex(text.mid(2)); // "\x..."
    default:
        return QString::fromUtf8(text);
    }
}

/// A value as the text that the server casts; no value for NULL.
std::optional<QByteArray> textOf(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return std::nullopt;
    if (value.typeId() == QMetaType::Bool)
        return value.toBool() ? QByteArray("t") : QByteArray("f");
    if (value.typeId() == QMetaType::QByteArray)
        return "\\x" + value.toByteArray().toHex();
    return value.toString().toUtf8();
}

void addRows(PostgresRows &rows, const PGresult *result, int limit)
{
    for (int row = 0; row < PQntuples(result); ++row) {
        if (limit > 0 && rows.rows.size() >= limit) {
            rows.isCut = true;
            return;
        }
        QList<QVariant> values;
        for (int column = 0; column < PQnfields(result); ++column)
            values << valueOf(result, row, column);
        rows.rows << values;
    }
}

void addColumns(PostgresRows &rows, const PGresult *result)
{
    if (!rows.columns.isEmpty())
        return;
    for (int column = 0; column < PQnfields(result); ++column)
        rows.columns << QString::fromUtf8(PQfname(result, column));
}

} // namespace

Error PostgresConnection::errorOf(const PGresult *result)
{
    const auto field = [result](int code) {
        const char *text = PQresultErrorField(result, code);
        return text ? QByteArray(text) : QByteArray();
    };
    const QString message = QString::fromUtf8(field(PG_DIAG_MESSAGE_PRIMARY));
    QStringList detail;
    for (const char code : {PG_DIAG_MESSAGE_DETAIL, PG_DIAG_MESSAGE_HINT, PG_DIAG_CONTEXT}) {
        if (const QByteArray text = field(code); !text.isEmpty())
            detail << QString::fromUtf8(text);
    }
    return postgresError(field(PG_DIAG_SQLSTATE), message, detail.join(u'\n'));
}

void PostgresConnection::Close::operator()(PGconn *native) const
{
    PQfinish(native);
}

PostgresConnection::PostgresConnection(Native native, QString subject)
    : m_native(std::move(native))
    , m_subject(std::move(subject))
{
}

PostgresConnection::PostgresConnection(PostgresConnection &&) noexcept = default;
PostgresConnection &PostgresConnection::operator=(PostgresConnection &&) noexcept = default;
PostgresConnection::~PostgresConnection() = default;

Result<PostgresRows> PostgresConnection::run(const PostgresQuery &query, const OperationContext &context)
{
    return send(query)
        .and_then([&] { return collect(query, context); })
        .map_error([this](const Error &error) { return withSubject(error, m_subject); });
}

Result<> PostgresConnection::execute(const QByteArray &statement, std::chrono::milliseconds deadline,
                                     const OperationContext &context)
{
    PostgresQuery query;
    query.text = statement;
    query.deadline = deadline;
    return run(query, context).map([](const PostgresRows &) {});
}

Result<QVariant> PostgresConnection::value(const PostgresQuery &query, const OperationContext &context)
{
    const auto rows = run(query, context);
    if (!rows)
        return failure(rows.error());
    if (rows->rows.isEmpty() || rows->rows.first().isEmpty())
        return failure(
            withSubject({ErrorKind::NotFound, {}, tr("The server returned no row."), {}, {}}, m_subject));
    return rows->rows.first().first();
}

/// Several statements at once go without parameters only.
Result<> PostgresConnection::send(const PostgresQuery &query)
{
    if (!m_native)
        return failure(lost());
    std::vector<std::optional<QByteArray>> texts;
    texts.reserve(static_cast<std::size_t>(query.values.size()));
    for (const QVariant &value : query.values)
        texts.push_back(textOf(value));
    std::vector<const char *> values;
    values.reserve(texts.size());
    for (const std::optional<QByteArray> &text : texts)
        values.push_back(text ? text->constData() : nullptr);
    const int sent = texts.empty() ? PQsendQuery(m_native.get(), query.text.constData())
                                   : PQsendQueryParams(m_native.get(), query.text.constData(),
                                                       static_cast<int>(values.size()), nullptr,
                                                       values.data(), nullptr, nullptr, 0);
    if (sent == 1 && PQsetSingleRowMode(m_native.get()) == 1)
        return {};
    Error error = lost();
    drop();
    return failure(error);
}

/// Until libpq has a whole result at hand.
Result<> PostgresConnection::awaitResult(std::chrono::steady_clock::time_point until,
                                         const OperationContext &context)
{
    while (true) {
        const int flushed = PQflush(m_native.get());
        if (flushed < 0 || PQconsumeInput(m_native.get()) == 0)
            return failure(lost());
        if (flushed == 0 && PQisBusy(m_native.get()) == 0)
            return {};
        const auto ready = waitForSocket(PQsocket(m_native.get()), flushed == 1, until, context);
        if (!ready)
            return ready;
    }
}

Result<PostgresRows> PostgresConnection::collect(const PostgresQuery &query, const OperationContext &context)
{
    const auto until = std::chrono::steady_clock::now() + query.deadline;
    PostgresRows rows;
    std::optional<Error> refused;
    while (true) {
        if (const auto ready = awaitResult(until, context); !ready) {
            drop();
            return failure(ready.error());
        }
        const NativeResult result(PQgetResult(m_native.get()));
        if (!result)
            break;
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE)
            refused = errorOf(result.get());
        if (status == PGRES_COPY_IN || status == PGRES_COPY_OUT || status == PGRES_COPY_BOTH) {
            drop();
            return failure(ErrorKind::BadInput, tr("COPY cannot be run here."));
        }
        addColumns(rows, result.get());
        addRows(rows, result.get(), query.rowLimit);
        if (const QByteArray count(PQcmdTuples(result.get())); !count.isEmpty())
            rows.affected = count.toLongLong();
        if (rows.isCut) { // the rest is not read: a session is cheaper than a million rows
            drop();
            break;
        }
    }
    if (refused) {
        if (m_native && PQstatus(m_native.get()) == CONNECTION_BAD)
            drop();
        return failure(*refused);
    }
    return rows;
}

Result<QByteArray> PostgresConnection::identifier(const QString &name) const
{
    const QByteArray bytes = name.toUtf8();
    if (!m_native)
        return failure(lost());
    if (bytes.isEmpty() || bytes.contains('\0') || bytes.size() > 63)
        return failure(ErrorKind::BadInput, tr("\"%1\" is no name that PostgreSQL has.").arg(name));
    const std::unique_ptr<char, BytesFree> quoted(
        PQescapeIdentifier(m_native.get(), bytes.constData(), static_cast<size_t>(bytes.size())));
    if (!quoted)
        return failure(ErrorKind::BadInput, tr("\"%1\" is no name that PostgreSQL has.").arg(name));
    return QByteArray(quoted.get());
}

Result<QByteArray> PostgresConnection::literal(const QString &text) const
{
    const QByteArray bytes = text.toUtf8();
    if (!m_native)
        return failure(lost());
    const std::unique_ptr<char, BytesFree> quoted(
        bytes.contains('\0')
            ? nullptr
            : PQescapeLiteral(m_native.get(), bytes.constData(), static_cast<size_t>(bytes.size())));
    if (!quoted)
        return failure(ErrorKind::BadInput, tr("This text cannot be sent to PostgreSQL."));
    return QByteArray(quoted.get());
}

int PostgresConnection::serverVersion() const
{
    return m_native ? PQserverVersion(m_native.get()) : 0;
}

qint64 PostgresConnection::backendPid() const
{
    return m_native ? PQbackendPID(m_native.get()) : 0;
}

bool PostgresConnection::isEncrypted() const
{
    return m_native && PQsslInUse(m_native.get()) == 1;
}

Error PostgresConnection::lost() const
{
    return Error{ErrorKind::Unreachable, m_subject, tr("The connection to the database is lost."),
                 tr("Look whether the server runs, then try again."),
                 m_native ? QString::fromUtf8(PQerrorMessage(m_native.get())).trimmed() : QString()};
}

/// Closes, and asks the server to end what it still does for us. A stopped server may never take that request
/// (RELIABILITY.md D25), so it is made in a thread that may hang without harm.
void PostgresConnection::drop()
{
    if (!m_native)
        return;
    if (PQtransactionStatus(m_native.get()) == PQTRANS_ACTIVE) {
        if (PGcancel *request = PQgetCancel(m_native.get())) {
            std::thread([request] {
                char complaint[256];
                PQcancel(request, complaint, sizeof(complaint));
                PQfreeCancel(request);
            }).detach();
        }
    }
    m_native.reset();
}

} // namespace pilothouse
