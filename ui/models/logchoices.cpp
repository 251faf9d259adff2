// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logchoices.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int MostContext = 100;
constexpr qsizetype MostColumns = 40;

QString matchPlaceWord(LogChoices::MatchPlace place)
{
    return place == LogChoices::MatchPlace::Below    ? QStringLiteral("below")
           : place == LogChoices::MatchPlace::Beside ? QStringLiteral("beside")
                                                     : QString();
}

LogChoices::MatchPlace matchPlaceOf(const QString &word)
{
    return word == u"below"    ? LogChoices::MatchPlace::Below
           : word == u"beside" ? LogChoices::MatchPlace::Beside
                               : LogChoices::MatchPlace::Nowhere;
}

QJsonArray tableJson(const LogTable &table)
{
    QJsonArray columns;
    for (const LogTableColumn &column : table)
        columns << QJsonObject{{QStringLiteral("id"), column.id}, {QStringLiteral("width"), column.width}};
    return columns;
}

LogTable logTableOf(const QJsonArray &columns)
{
    LogTable table;
    for (const QJsonValue &column : columns) {
        const QString id = column[QStringLiteral("id")].toString();
        if (!id.isEmpty() && table.size() < MostColumns)
            table << LogTableColumn{id, std::clamp(column[QStringLiteral("width")].toInt(),
                                                   LogTableColumn::Narrowest, LogTableColumn::Widest)};
    }
    return table;
}

} // namespace

void LogChoices::setMatchPlace(MatchPlace place)
{
    if (place == m_matchPlace)
        return;
    m_matchPlace = place;
    if (place != MatchPlace::Nowhere)
        m_lastPlace = place;
    emit changed();
}

void LogChoices::setMatchContext(int records)
{
    if (records == m_matchContext)
        return;
    m_matchContext = records;
    emit changed();
}

void LogChoices::setTable(bool isTable)
{
    if (isTable == m_isTable)
        return;
    m_isTable = isTable;
    emit changed();
}

void LogChoices::setTableOf(const QString &kind, const LogTable &table)
{
    if (table == m_tables.value(kind))
        return;
    if (table.isEmpty())
        m_tables.remove(kind);
    else
        m_tables.insert(kind, table);
    emit changed();
}

void LogChoices::restoreTables(const LogChoices &other)
{
    m_isTable = other.m_isTable;
    m_tables = other.m_tables;
    emit changed();
}

void LogChoices::setInStep(bool isInStep)
{
    if (isInStep == m_isInStep)
        return;
    m_isInStep = isInStep;
    emit changed();
}

QJsonObject LogChoices::toJson() const
{
    QJsonObject tables;
    for (auto table = m_tables.begin(); table != m_tables.end(); ++table)
        tables.insert(table.key(), tableJson(*table));
    return {{QStringLiteral("matches"), matchPlaceWord(m_matchPlace)},
            {QStringLiteral("lastMatches"), matchPlaceWord(m_lastPlace)},
            {QStringLiteral("context"), m_matchContext},
            {QStringLiteral("share"), m_matchShare},
            {QStringLiteral("table"), m_isTable},
            {QStringLiteral("inStep"), m_isInStep},
            {QStringLiteral("tables"), tables}};
}

void LogChoices::restore(const QJsonObject &state)
{
    m_matchPlace = matchPlaceOf(state.value(QStringLiteral("matches")).toString());
    if (const auto last = matchPlaceOf(state.value(QStringLiteral("lastMatches")).toString());
        last != MatchPlace::Nowhere)
        m_lastPlace = last;
    m_matchContext = std::clamp(state.value(QStringLiteral("context")).toInt(), 0, MostContext);
    setMatchShare(state.value(QStringLiteral("share")).toInt(m_matchShare));
    m_isTable = state.value(QStringLiteral("table")).toBool();
    m_isInStep = state.value(QStringLiteral("inStep")).toBool(true);
    m_tables.clear();
    const QJsonObject tables = state.value(QStringLiteral("tables")).toObject();
    for (auto table = tables.begin(); table != tables.end(); ++table) {
        if (const LogTable columns = logTableOf(table->toArray()); !columns.isEmpty())
            m_tables.insert(table.key(), columns);
    }
    emit changed();
}

} // namespace pilothouse
