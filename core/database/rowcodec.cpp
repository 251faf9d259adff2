// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/database/rowcodec.h"

#include "core/database/sqliteconnection.h"

#include <bit>
#include <cmath>

namespace pilothouse
{

namespace
{

const QString IntegerKey = QStringLiteral("integer");
const QString RealKey = QStringLiteral("real");
const QString BlobKey = QStringLiteral("blob");
const QString TextKey = QStringLiteral("text");
constexpr int LongestShownKey = 60;

tl::unexpected<Error> notACell()
{
    return failure(ErrorKind::BadData, SqliteEngine::tr("A stored cell of a row cannot be read back."));
}

QJsonValue encodedText(const QByteArray &bytes)
{
    return QJsonObject{{TextKey, QString::fromLatin1(bytes.toBase64())}};
}

QString kindName(RowChange::Kind kind)
{
    switch (kind) {
    case RowChange::Kind::Update:
        return QStringLiteral("update");
    case RowChange::Kind::Delete:
        return QStringLiteral("delete");
    case RowChange::Kind::Insert:
        break;
    }
    return QStringLiteral("insert");
}

std::optional<RowChange::Kind> kindFrom(const QString &name)
{
    for (const auto kind : {RowChange::Kind::Update, RowChange::Kind::Delete, RowChange::Kind::Insert}) {
        if (kindName(kind) == name)
            return kind;
    }
    return {};
}

Result<QByteArray> bytesFrom(const QJsonValue &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(value.toString().toLatin1(), QByteArray::AbortOnBase64DecodingErrors);
    if (!value.isString() || !decoded)
        return notACell();
    return decoded.decoded.isNull() ? QByteArray("") : decoded.decoded;
}

Result<QVariant> objectCell(const QJsonObject &object)
{
    if (object.size() != 1)
        return notACell();
    const QString key = object.begin().key();
    const QJsonValue value = object.begin().value();
    bool isNumber = false;
    if (key == IntegerKey) {
        const QVariant integer = QVariant::fromValue<qlonglong>(value.toString().toLongLong(&isNumber));
        return isNumber ? Result<QVariant>(integer) : notACell();
    }
    if (key == RealKey) {
        const QVariant real = value.toString().toDouble(&isNumber);
        return isNumber ? Result<QVariant>(real) : notACell();
    }
    const auto bytes = bytesFrom(value);
    if (!bytes || (key != BlobKey && key != TextKey))
        return notACell();
    if (key == BlobKey)
        return QVariant(*bytes);
    return textCell(*bytes);
}

} // namespace

QJsonValue cellToJson(const QVariant &cell)
{
    switch (cell.typeId()) {
    case QMetaType::UnknownType:
    case QMetaType::Nullptr:
        return QJsonValue(QJsonValue::Null);
    case QMetaType::QString: {
        const QString text = cell.toString();
        const bool isHarmless = !text.contains(QLatin1String("{output:")) && !text.contains(QChar(0))
            && !text.startsWith(QChar::ByteOrderMark) && text.isValidUtf16();
        return isHarmless ? QJsonValue(text) : encodedText(text.toUtf8());
    }
    case QMetaType::QByteArray:
        return QJsonObject{{BlobKey, QString::fromLatin1(cell.toByteArray().toBase64())}};
    case QMetaType::Double:
        return QJsonObject{{RealKey, QString::number(cell.toDouble(), 'g', 17)}};
    default:
        if (cell.metaType() == QMetaType::fromType<RawText>())
            return encodedText(cell.value<RawText>().bytes);
        return QJsonObject{{IntegerKey, QString::number(cell.toLongLong())}};
    }
}

Result<QVariant> cellFromJson(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
        return QVariant();
    case QJsonValue::String:
        return QVariant(value.toString());
    case QJsonValue::Bool:
        return QVariant::fromValue<qlonglong>(value.toBool() ? 1 : 0);
    case QJsonValue::Double: {
        const double number = value.toDouble();
        const bool isWhole = std::abs(number) < 9007199254740992.0 && std::trunc(number) == number;
        return isWhole ? QVariant::fromValue<qlonglong>(static_cast<qlonglong>(number)) : QVariant(number);
    }
    case QJsonValue::Object:
        return objectCell(value.toObject());
    default:
        return notACell();
    }
}

QJsonObject rowToJson(const QVariantMap &row)
{
    QJsonObject object;
    for (auto cell = row.cbegin(); cell != row.cend(); ++cell)
        object.insert(cell.key(), cellToJson(cell.value()));
    return object;
}

Result<QVariantMap> rowFromJson(const QJsonObject &object)
{
    QVariantMap row;
    for (auto cell = object.begin(); cell != object.end(); ++cell) {
        const auto value = cellFromJson(cell.value());
        if (!value)
            return failure(withSubject(value.error(), cell.key()));
        row.insert(cell.key(), *value);
    }
    return row;
}

QJsonObject toJson(const RowChange &change)
{
    QJsonObject object{{QStringLiteral("table"), change.table},
                       {QStringLiteral("kind"), kindName(change.kind)},
                       {QStringLiteral("key"), rowToJson(change.key)}};
    if (!change.values.isEmpty())
        object.insert(QStringLiteral("values"), rowToJson(change.values));
    if (!change.before.isEmpty())
        object.insert(QStringLiteral("before"), rowToJson(change.before));
    return object;
}

Result<RowChange> rowChangeFromJson(const QJsonObject &object)
{
    RowChange change;
    change.table = object.value(QStringLiteral("table")).toString();
    const auto kind = kindFrom(object.value(QStringLiteral("kind")).toString());
    if (change.table.isEmpty() || !kind)
        return failure(ErrorKind::BadData, SqliteEngine::tr("A change of a row names no table or no kind."));
    change.kind = *kind;
    const std::pair<const char *, QVariantMap *> parts[] = {
        {"key", &change.key}, {"values", &change.values}, {"before", &change.before}};
    for (const auto &[name, target] : parts) {
        const auto row = rowFromJson(object.value(QLatin1String(name)).toObject());
        if (!row)
            return failure(row.error());
        *target = *row;
    }
    if (change.key.isEmpty())
        return failure(ErrorKind::BadData, SqliteEngine::tr("A change of a row names no key."), change.table);
    return change;
}

bool isSameCell(const QVariant &left, const QVariant &right)
{
    const auto isInteger = [](const QVariant &cell) {
        const int type = cell.typeId();
        return type == QMetaType::LongLong || type == QMetaType::Int || type == QMetaType::Bool || type == QMetaType::UInt;
    };
    if (isInteger(left) && isInteger(right))
        return left.toLongLong() == right.toLongLong();
    if (left.metaType() != right.metaType())
        return false;
    if (left.typeId() == QMetaType::Double)
        return std::bit_cast<quint64>(left.toDouble()) == std::bit_cast<quint64>(right.toDouble());
    return left == right;
}

bool isSameRow(const QVariantMap &left, const QVariantMap &right)
{
    return left.size() == right.size() && std::equal(left.keyValueBegin(), left.keyValueEnd(), right.keyValueBegin(),
                                                     [](const auto &one, const auto &other) {
                                                         return one.first == other.first && isSameCell(one.second, other.second);
                                                     });
}

QVariantMap rowAfter(const RowChange &change)
{
    if (change.kind == RowChange::Kind::Delete || (change.kind == RowChange::Kind::Update && change.before.isEmpty()))
        return {};
    QVariantMap row = change.before;
    row.insert(change.values);
    return row;
}

RowChange inverseOf(const RowChange &change)
{
    RowChange inverse;
    inverse.table = change.table;
    inverse.key = change.key;
    inverse.before = rowAfter(change);
    inverse.values = change.before;
    if (change.kind == RowChange::Kind::Update)
        inverse.kind = RowChange::Kind::Update;
    else
        inverse.kind = change.before.isEmpty() ? RowChange::Kind::Delete : RowChange::Kind::Insert;
    if (change.kind == RowChange::Kind::Update) {
        for (auto cell = inverse.values.begin(); cell != inverse.values.end();)
            cell = change.values.contains(cell.key()) ? std::next(cell) : inverse.values.erase(cell);
    }
    return inverse;
}

QString nameOf(const RowChange &change)
{
    QStringList keys;
    for (auto key = change.key.cbegin(); key != change.key.cend(); ++key)
        keys << key.key() + u' ' + key.value().toString().left(LongestShownKey);
    return change.table + QStringLiteral(", ") + keys.join(QStringLiteral(", "));
}

} // namespace pilothouse
