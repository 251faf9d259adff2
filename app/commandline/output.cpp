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

namespace pilothouse {

namespace {

constexpr qsizetype WidestCell = 60;

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

QString cut(const QString &text)
{
    return text.size() <= WidestCell ? text : text.left(WidestCell - 1) + QChar(0x2026);
}

/// The cell of a row; "values/createdAt" is in an object of it. What stands last may be as long as it is.
QString cellOf(const QJsonValue &row, const QString &column, bool isLast)
{
    const QStringList path = column.split(u'/');
    QJsonValue value = row;
    for (const QString &key : path)
        value = value.toObject().value(key);
    static const QStringList WordColumns{QStringLiteral("verdict"), QStringLiteral("state"),
                                         QStringLiteral("outcome")};
    if (WordColumns.contains(column) && value.isString())
        return column == WordColumns.last() ? wordText(value.toString()) : spelledOut(value.toString());
    return isLast ? cellText(value) : cut(cellText(value));
}

} // namespace

QString spelledOut(const QString &word)
{
    static const QRegularExpression Joint(QStringLiteral("(?<=[a-z])(?=[A-Z])"));
    return QString(word).replace(Joint, QStringLiteral(" ")).toLower();
}

Output::Output(QTextStream &standard, QTextStream &error, bool isJson)
    : m_standard(standard)
    , m_error(error)
    , m_isJson(isJson)
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
    QStringList head;
    QList<qsizetype> widths;
    for (const QString &column : columns) {
        head << columnHeading(column);
        widths << head.last().size();
    }
    for (const QJsonValue &row : rows) {
        for (qsizetype at = 0; at < columns.size(); ++at)
            widths[at] = qMax(widths[at], cellOf(row, columns[at], at + 1 == columns.size()).size());
    }
    const auto print = [&](const QStringList &cells) {
        QString text;
        for (qsizetype at = 0; at < cells.size(); ++at)
            text += cells[at].leftJustified(static_cast<int>(widths[at] + 2));
        while (text.endsWith(u' '))
            text.chop(1);
        m_standard << text << Qt::endl;
    };
    print(head);
    for (const QJsonValue &row : rows) {
        QStringList cells;
        for (qsizetype at = 0; at < columns.size(); ++at)
            cells << cellOf(row, columns[at], at + 1 == columns.size());
        print(cells);
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
