// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/rowtable.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTimeZone>

#include <cmath>

namespace pilothouse {

namespace {

constexpr qsizetype LongestCell = 300; ///< more is not seen in a cell
constexpr qsizetype LongestWhole = 200'000;
constexpr int MostMembers = 8;
constexpr double FirstTime = 978'307'200'000;  ///< 2001
constexpr double LastTime = 4'102'444'800'000; ///< 2100

bool isTimeName(const QString &name)
{
    static const QRegularExpression Pattern(QStringLiteral("(At|_at|[Tt]ime|[Tt]imestamp|[Dd]ate|_ts|Ts)$"));
    return Pattern.match(name).hasMatch();
}

/// Splits one page into cells, column by column.
class Splitter
{
public:
    Splitter(const RowPage &page, const RowReading &reading)
        : m_page(page)
        , m_reading(reading)
    {
        m_table.offset = page.offset;
        m_table.hasMore = page.hasMore;
        m_table.milliseconds = page.milliseconds;
        m_table.cells.resize(page.rows.size());
    }

    RowTable split()
    {
        for (qsizetype column = 0; column < m_page.columns.size(); ++column)
            addColumn(column);
        for (const QList<QVariant> &row : m_page.rows)
            m_table.wholes << wholeOf(row);
        return std::move(m_table);
    }

private:
    void addColumn(qsizetype column);
    void addMembers(const QList<QJsonDocument> &documents);
    void add(const QString &title, const QList<QVariant> &values);
    QList<QJsonDocument> documentsOf(qsizetype column) const;
    CellValue cellOf(const QVariant &value, bool isTime) const;
    WholeRow wholeOf(const QList<QVariant> &row) const;

    const RowPage &m_page;
    const RowReading &m_reading;
    RowTable m_table;
};

QList<QJsonDocument> Splitter::documentsOf(qsizetype column) const
{
    QList<QJsonDocument> documents;
    for (const QList<QVariant> &row : m_page.rows) {
        const QString text = row.value(column).toString();
        const bool isOpening = text.startsWith(QLatin1Char('{')) || text.startsWith(QLatin1Char('['));
        documents << (isOpening ? QJsonDocument::fromJson(text.toUtf8()) : QJsonDocument());
    }
    return documents;
}

void Splitter::addColumn(qsizetype column)
{
    const QString &name = m_page.columns.at(column);
    QList<QVariant> values;
    for (const QList<QVariant> &row : m_page.rows)
        values << row.value(column);
    if (column == 0 && !m_reading.kind.isEmpty()) {
        for (QVariant &value : values)
            value = value.toString().mid(m_reading.kind.size());
        add(QCoreApplication::translate("RowTable", "%1 after %2").arg(name, m_reading.kind), values);
        return;
    }
    if (!m_reading.isDecoded) {
        add(name, values);
        return;
    }
    const QList<QJsonDocument> documents = documentsOf(column);
    const auto objects = std::count_if(documents.begin(), documents.end(),
                                       [](const QJsonDocument &one) { return one.isObject(); });
    if (objects > 0 && objects * 2 >= documents.size()) {
        addMembers(documents);
        return;
    }
    for (qsizetype row = 0; row < values.size(); ++row) {
        if (documents.at(row).isArray())
            values[row] = QCoreApplication::translate("RowTable", "list of %n", nullptr,
                                                      static_cast<int>(documents.at(row).array().size()));
    }
    add(name, values);
}

/// What a person would look for first.
bool isNameOf(const QString &member)
{
    return member == QLatin1String("name") || member == QLatin1String("title");
}

/// The members that most of the objects have; the whole value stands below the table.
void Splitter::addMembers(const QList<QJsonDocument> &documents)
{
    QMap<QString, int> counts;
    for (const QJsonDocument &document : documents) {
        for (const QString &key : document.object().keys())
            ++counts[key];
    }
    QStringList members = counts.keys();
    std::stable_sort(members.begin(), members.end(), [&](const QString &one, const QString &other) {
        const bool isName = isNameOf(one);
        return isName != isNameOf(other) ? isName : counts.value(one) > counts.value(other);
    });
    for (const QString &member : members.mid(0, MostMembers)) {
        QList<QVariant> values;
        for (const QJsonDocument &document : documents) {
            const QJsonValue value = document.object().value(member);
            if (value.isObject())
                values << QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
            else if (value.isArray())
                values << QCoreApplication::translate("RowTable", "list of %n", nullptr,
                                                      static_cast<int>(value.toArray().size()));
            else
                values << value.toVariant();
        }
        add(member, values);
    }
}

bool isTimeValue(const QVariant &value)
{
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    return isNumber && number >= FirstTime && number <= LastTime && std::floor(number) == number;
}

bool isNumberValue(const QVariant &value)
{
    return value.typeId() == QMetaType::LongLong || value.typeId() == QMetaType::Int
           || value.typeId() == QMetaType::Double;
}

void Splitter::add(const QString &title, const QList<QVariant> &values)
{
    const bool isTime = m_reading.isDecoded && isTimeName(title)
                        && std::all_of(values.begin(), values.end(), [](const QVariant &value) {
                               return value.isNull() || isTimeValue(value);
                           });
    const bool isNumber = !isTime && std::all_of(values.begin(), values.end(), [](const QVariant &value) {
        return value.isNull() || isNumberValue(value);
    });
    if (isTime)
        m_table.times << title;
    m_table.titles << title;
    m_table.isNumber << isNumber;
    for (qsizetype row = 0; row < values.size(); ++row)
        m_table.cells[row] << cellOf(values.at(row), isTime);
}

/// Unlike in a list of events, the time of day counts on old days too.
QString timeText(const QDateTime &moment, const QDateTime &now)
{
    const QString text = formatMoment(moment, now);
    if (text.contains(QLatin1Char(':')))
        return text;
    return text + moment.toTimeZone(now.timeZone()).toString(QStringLiteral(", HH:mm"));
}

CellValue Splitter::cellOf(const QVariant &value, bool isTime) const
{
    if (value.isNull())
        return MissingCell{QStringLiteral("NULL")};
    if (value.typeId() == QMetaType::QByteArray)
        return TextCell{QCoreApplication::translate("RowTable", "%1 of binary data")
                            .arg(formatBytes(value.toByteArray().size())),
                        false, true};
    if (isTime) {
        const auto moment = QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(value.toDouble()), Qt::UTC);
        return NumberCell{timeText(moment, m_reading.now)};
    }
    if (value.typeId() == QMetaType::Double && std::floor(value.toDouble()) == value.toDouble()
        && std::abs(value.toDouble()) < 1e15)
        return NumberCell{QString::number(static_cast<qint64>(value.toDouble()))};
    if (isNumberValue(value))
        return NumberCell{value.toString()};
    return TextCell{visibleLine(value.toString().left(LongestCell))};
}

QString storedText(const QVariant &value)
{
    if (value.isNull())
        return QStringLiteral("NULL");
    return value.typeId() == QMetaType::QByteArray
               ? QStringLiteral("x'%1'").arg(QString::fromLatin1(value.toByteArray().left(1024).toHex()))
               : value.toString();
}

WholeRow Splitter::wholeOf(const QList<QVariant> &row) const
{
    qsizetype longest = 0;
    QStringList lines;
    for (qsizetype column = 0; column < row.size(); ++column) {
        const QString stored = storedText(row.at(column));
        if (stored.size() > storedText(row.at(longest)).size())
            longest = column;
        lines << m_page.columns.at(column) + QStringLiteral(" = ") + stored;
    }
    const QString value = storedText(row.value(longest));
    const bool isJson = value.startsWith(QLatin1Char('{')) || value.startsWith(QLatin1Char('['));
    if (!isJson || row.size() > 4)
        return {QCoreApplication::translate("RowTable", "the row as it is stored"),
                visibleText(lines.join(QLatin1Char('\n')).left(LongestWhole))};
    return {QCoreApplication::translate("RowTable", "%1, %2 of JSON")
                .arg(m_page.columns.at(longest), formatBytes(value.toUtf8().size())),
            visibleText(value.left(LongestWhole))};
}

} // namespace

RowTable makeRowTable(const RowPage &page, const RowReading &reading)
{
    return Splitter(page, reading).split();
}

void RowsModel::show(RowTable table)
{
    beginResetModel();
    m_table = std::move(table);
    endResetModel();
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.cells.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_table.titles.size());
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CellValue &cell = m_table.cells.at(index.row()).at(index.column());
    switch (role) {
    case ValueRole:
        return QVariant::fromValue(cell);
    case Qt::DisplayRole:
        return cellText(cell);
    case Qt::TextAlignmentRole:
        return headerData(index.column(), Qt::Horizontal, role);
    default:
        return {};
    }
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::DisplayRole)
        return visibleLine(m_table.titles.at(section));
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue((m_table.isNumber.at(section) ? Qt::AlignRight : Qt::AlignLeft)
                                   | Qt::AlignVCenter);
    return {};
}

} // namespace pilothouse
