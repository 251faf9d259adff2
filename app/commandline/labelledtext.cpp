// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/labelledtext.h"

#include "app/commandline/members.h"

#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype WidestTable = 110;

bool isList(const QJsonValue &value)
{
    return value.isArray() && value.toArray().first().isObject();
}

/// Of a line that stands beside others.
QString spaced(const QString &text, qsizetype width)
{
    return text.leftJustified(static_cast<int>(width));
}

QStringList indented(const QStringList &lines, const QString &first = QStringLiteral("  "))
{
    QStringList moved;
    for (const QString &line : lines)
        moved << (moved.isEmpty() ? first : QStringLiteral("  ")) + line;
    return moved;
}

QStringList fieldLines(const QString &parent, const QJsonObject &object);

/// What all of the rows have, ours first.
QStringList columnsOf(const QString &parent, const QJsonArray &rows)
{
    QStringList keys;
    for (const QJsonValue &row : rows)
        keys << row.toObject().keys();
    keys.sort();
    keys.removeDuplicates();
    return orderedMembers(parent, keys);
}

/// Heads and cells; nothing where a cell is no plain line.
QList<QStringList> cellsOf(const QString &parent, const QJsonArray &rows)
{
    const QStringList columns = columnsOf(parent, rows);
    QStringList heads;
    for (const QString &column : columns)
        heads << memberLabel(parent, column);
    QList<QStringList> cells;
    cells << heads;
    for (const QJsonValue &row : rows) {
        QStringList line;
        for (const QString &column : columns) {
            const QJsonValue value = row.toObject().value(column);
            line << memberText(parent, column, value);
            if (value.isObject() || isList(value) || line.last().contains(u'\n'))
                return {};
        }
        cells << line;
    }
    return cells;
}

QStringList tableLines(const QList<QStringList> &cells)
{
    QList<qsizetype> widths(cells.first().size(), 0);
    for (const QStringList &row : cells) {
        for (qsizetype at = 0; at < row.size(); ++at)
            widths[at] = std::max(widths[at], row[at].size() + 2);
    }
    QStringList lines;
    for (const QStringList &row : cells) {
        QString line;
        for (qsizetype at = 0; at < row.size(); ++at)
            line += spaced(row[at], widths[at]);
        while (line.endsWith(u' '))
            line.chop(1);
        lines << line;
    }
    return lines;
}

QJsonObject withoutEmpty(QJsonObject row)
{
    for (auto value = row.begin(); value != row.end();)
        value =
            value->isNull() || value->toString(QStringLiteral("x")).isEmpty() ? row.erase(value) : value + 1;
    return row;
}

QStringList listLines(const QString &parent, const QJsonArray &rows)
{
    if (const QList<QStringList> cells = cellsOf(parent, rows); !cells.isEmpty()) {
        const QStringList table = tableLines(cells);
        const auto isWide = [](const QString &line) { return line.size() > WidestTable; };
        if (std::none_of(table.begin(), table.end(), isWide))
            return table;
    }
    QStringList lines;
    for (const QJsonValue &row : rows)
        lines << indented(fieldLines(parent, withoutEmpty(row.toObject())), QStringLiteral("- "));
    return lines;
}

QStringList fieldLines(const QString &parent, const QJsonObject &object)
{
    const QStringList keys = orderedMembers(parent, object.keys());
    qsizetype width = 0;
    for (const QString &key : keys)
        width = std::max(width, memberLabel(parent, key).size() + 2);
    QStringList lines;
    for (const QString &key : keys) {
        const QJsonValue value = object.value(key);
        const QString label = memberLabel(parent, key) + u':';
        if (value.isObject() && !value.toObject().isEmpty())
            lines << label << indented(fieldLines(key, value.toObject()));
        else if (isList(value))
            lines << label << indented(listLines(key, value.toArray()));
        else if (const QStringList text = memberText(parent, key, value).trimmed().split(u'\n');
                 text.size() > 1)
            lines << label << indented(text);
        else
            lines << spaced(label, width) + text.first();
    }
    return lines;
}

} // namespace

QStringList labelledLines(const QJsonObject &object)
{
    return fieldLines({}, object);
}

} // namespace pilothouse
