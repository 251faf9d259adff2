// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/tabletext.h"

#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"

#include <QAbstractItemModel>
#include <QRegularExpression>

namespace pilothouse {
namespace {

bool isNumber(const QString &text)
{
    static const QRegularExpression Number(QStringLiteral("^[-+]?[0-9]+([.,][0-9]+)?( ?%)?$"));
    return Number.match(text).hasMatch();
}

/// Whether a spreadsheet could take the text for a formula; it looks past leading blanks as some of them do.
bool looksLikeFormula(const QString &text)
{
    if (text.startsWith(QLatin1Char('\t')) || text.startsWith(QLatin1Char('\r'))
        || text.startsWith(QLatin1Char('\n')))
        return true;
    const QString trimmed = text.trimmed();
    static const QString Starters = QStringLiteral("=+-@|%\uFF1D\uFF0B\uFF0D\uFF20");
    return !trimmed.isEmpty() && Starters.contains(trimmed.front()) && !isNumber(trimmed);
}

QString shownAt(const QAbstractItemModel &model, int row, int column)
{
    return model.index(row, column).data(Qt::DisplayRole).toString();
}

QString wholeAt(const QAbstractItemModel &model, int row, int column)
{
    const QVariant whole = model.index(row, column).data(ExportRole);
    return whole.isValid() ? whole.toString() : shownAt(model, row, column);
}

} // namespace

QString csvField(const QString &text)
{
    QString field = looksLikeFormula(text) ? QLatin1Char('\'') + text : text;
    static const QRegularExpression Special(QStringLiteral("[\",;\t\r\n]"));
    if (!field.contains(Special))
        return field;
    field.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + field + QLatin1Char('"');
}

QString csvOf(const QAbstractItemModel &model, const QList<int> &columns)
{
    QString csv;
    QStringList fields;
    for (const int column : columns)
        fields.append(csvField(model.headerData(column, Qt::Horizontal).toString()));
    csv += fields.join(QLatin1Char(',')) + QLatin1String("\r\n");
    for (int row = 0; row < model.rowCount(); ++row) {
        fields.clear();
        for (const int column : columns)
            fields.append(csvField(wholeAt(model, row, column)));
        csv += fields.join(QLatin1Char(',')) + QLatin1String("\r\n");
    }
    return csv;
}

QString rowsAsText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns)
{
    QStringList lines;
    for (const int row : rows) {
        QStringList cells;
        for (const int column : columns)
            cells.append(visibleLine(shownAt(model, row, column)));
        lines.append(cells.join(QLatin1Char('\t')));
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace pilothouse
