// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/output.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/labelledtext.h"
#include "app/commandline/members.h"
#include "core/base/foreigntext.h"
#include "core/plan/journalfile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>
#include <numeric>

namespace pilothouse {

namespace {

constexpr qsizetype NarrowestCut = 16;
constexpr qsizetype BetweenColumns = 2;
constexpr qsizetype WidestPadding = 200; // in a pipe, where nothing else limits it

QString cellText(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "yes"))
                              : commandLineText(QT_TRANSLATE_NOOP("CommandLine", "no"));
    case QJsonValue::Double:
        return value.toVariant().toString();
    case QJsonValue::String:
        return visibleLine(value.toString());
    case QJsonValue::Array: {
        QStringList parts;
        for (const QJsonValue &item : value.toArray())
            parts << cellText(item);
        return parts.join(QStringLiteral(", "));
    }
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return QStringLiteral("-");
    }
}

/// The cell of a row; "values/createdAt" is in an object of it.
QString cellOf(const QJsonValue &row, const QString &column)
{
    const QStringList path = column.split(u'/');
    QJsonValue value = row;
    for (const QString &key : path)
        value = value.toObject().value(key);
    static const QStringList WordColumns{QStringLiteral("verdict"), QStringLiteral("state"),
                                         QStringLiteral("outcome")};
    if (WordColumns.contains(column) && value.isString())
        return column == WordColumns.last() ? wordText(value.toString()) : spelledOut(value.toString());
    return cellText(value);
}

QString cut(const QString &text, qsizetype width)
{
    return text.size() <= width ? text : text.left(width - 1) + QChar(0x2026);
}

/// The columns as wide as they may be for a line to fit the room, the widest cut first; what stands last may
/// be as long as it is, but the others leave half of the room to it.
QList<qsizetype> fitted(QList<qsizetype> widths, qsizetype room)
{
    if (widths.isEmpty())
        return widths;
    const qsizetype last = widths.takeLast();
    const qsizetype left = room - std::min(last, room / 2) - BetweenColumns * widths.size();
    while (std::accumulate(widths.begin(), widths.end(), qsizetype{0}) > left) {
        const auto widest = std::max_element(widths.begin(), widths.end());
        if (*widest <= NarrowestCut)
            break;
        --*widest;
    }
    return widths << last;
}

} // namespace

QString spelledOut(const QString &word)
{
    static const QRegularExpression Joint(QStringLiteral("(?<=[a-z])(?=[A-Z])"));
    return QString(word).replace(Joint, QStringLiteral(" ")).toLower();
}

Output::Output(QTextStream &standard, QTextStream &error, bool isJson, int width)
    : m_standard(standard)
    , m_error(error)
    , m_isJson(isJson)
    , m_width(width)
{
}

void Output::value(const QJsonValue &value, const QStringList &columns)
{
    if (m_isJson) {
        const QJsonDocument document =
            value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
        m_standard << QString::fromUtf8(document.toJson(QJsonDocument::Indented));
    } else if (value.isArray()) {
        table(value.toArray(), columns);
    } else if (value.isObject()) {
        for (const QString &text : labelledLines(value.toObject()))
            m_standard << text << Qt::endl;
    } else {
        m_standard << cellText(value) << Qt::endl;
    }
    m_standard.flush();
}

void Output::table(const QJsonArray &rows, QStringList columns)
{
    if (rows.isEmpty())
        return;
    if (!rows.first().isObject()) {
        for (const QJsonValue &row : rows)
            m_standard << cellText(row) << Qt::endl;
        return;
    }
    if (columns.isEmpty())
        columns = rows.first().toObject().keys();
    QList<QStringList> lines(1);
    QList<qsizetype> widths;
    for (const QString &column : columns) {
        lines[0] << columnHeading(column);
        widths << lines[0].last().size();
    }
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (qsizetype at = 0; at < columns.size(); ++at) {
            cells << cellOf(row, columns[at]);
            widths[at] = qMax(widths[at], cells[at].size());
        }
        lines << cells;
    }
    if (m_width > 0)
        widths = fitted(widths, m_width);
    else
        std::transform(widths.begin(), widths.end(), widths.begin(),
                       [](qsizetype width) { return std::min(width, WidestPadding); });
    for (const QStringList &cells : std::as_const(lines)) {
        QString text;
        for (qsizetype at = 0; at < cells.size(); ++at) {
            const QString cell = m_width > 0 ? cut(cells[at], widths[at]) : cells[at];
            text += cell.leftJustified(static_cast<int>(widths[at])) + QString(BetweenColumns, u' ');
        }
        while (text.endsWith(u' '))
            text.chop(1);
        m_standard << text << Qt::endl;
    }
}

void Output::line(const QString &text)
{
    m_standard << visibleText(text) << Qt::endl;
}

void Output::error(const Error &error)
{
    if (m_isJson)
        m_standard << QString::fromUtf8(QJsonDocument(QJsonObject{{QStringLiteral("error"), toJson(error)}})
                                            .toJson(QJsonDocument::Indented));
    warn(error);
    m_standard.flush();
}

void Output::warn(const Error &error)
{
    Error shown = error; // only its detail may have several lines
    shown.subject = visibleLine(error.subject);
    shown.message = visibleLine(error.message);
    shown.advice = visibleLine(error.advice);
    note(shown.toText());
}

void Output::note(const QString &text)
{
    m_error << visibleText(text) << Qt::endl;
}

void Output::usage(const QString &text)
{
    m_error << visibleText(text) << Qt::endl;
}

} // namespace pilothouse
