// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmodel.h"

#include "ui/models/roles.h"

namespace pilothouse {

namespace {

/// A record that grows is among the last ones.
constexpr qsizetype RecentRecords = 512;
/// The window is cut back by this part at once, so that it is not cut with every batch.
constexpr qsizetype TrimPart = 10;

qsizetype sizeOf(const LogRecord &record)
{
    qsizetype size = record.firstLine.size() + record.message.size();
    for (const QString &line : record.continuation)
        size += line.size();
    return size;
}

bool isBefore(const LogMatch &match, quint64 number)
{
    return match.record < number;
}

} // namespace

LogGroup logGroupOf(LogLevel level)
{
    switch (level) {
    case LogLevel::Fatal:
    case LogLevel::Error:
        return LogGroup::Error;
    case LogLevel::Warning:
        return LogGroup::Warning;
    case LogLevel::Info:
        return LogGroup::Info;
    case LogLevel::Debug:
    case LogLevel::Trace:
        return LogGroup::Debug;
    case LogLevel::Unknown:
        break;
    }
    return LogGroup::Other;
}

LogModel::LogModel(QObject *parent)
    : LogModel(Limits(), parent)
{
}

LogModel::LogModel(Limits limits, QObject *parent)
    : QAbstractListModel(parent)
    , m_limits(limits)
{
}

int LogModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant LogModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const LogRecord &shown = record(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return shown.firstLine;
    case Qt::AccessibleTextRole:
        return shown.text();
    case ValueRole:
        return QVariant::fromValue(shown);
    case KeyRole:
        return shown.number;
    default:
        return {};
    }
}

qsizetype LogModel::indexOf(quint64 number) const
{
    const auto found =
        std::lower_bound(m_records.begin(), m_records.end(), number,
                         [](const LogRecord &record, quint64 wanted) { return record.number < wanted; });
    if (found != m_records.end() && found->number == number)
        return found - m_records.begin();
    return -1;
}

int LogModel::rowOf(quint64 number) const
{
    const qsizetype index = indexOf(number);
    const auto row = std::lower_bound(m_rows.begin(), m_rows.end(), index);
    return index >= 0 && row != m_rows.end() && *row == index ? static_cast<int>(row - m_rows.begin()) : -1;
}

void LogModel::clear()
{
    beginResetModel();
    m_records.clear();
    m_rows.clear();
    m_characters = 0;
    m_counts.fill(0);
    m_unfolded.clear();
    endResetModel();
    clearMatches();
    emit countsChanged();
}

void LogModel::count(const LogRecord &record, int by)
{
    m_counts[static_cast<size_t>(logGroupOf(record.level))] += by;
    m_characters += by * sizeOf(record);
}

int LogModel::replaceRecent(const LogRecord &record)
{
    const qsizetype end = std::max<qsizetype>(0, m_records.size() - RecentRecords);
    for (qsizetype i = m_records.size() - 1; i >= end; --i) {
        if (m_records.at(i).number != record.number)
            continue;
        count(m_records.at(i), -1);
        count(record, 1);
        m_records[i] = record;
        return static_cast<int>(i);
    }
    return -1;
}

void LogModel::append(const QList<LogRecord> &records)
{
    QList<LogRecord> added;
    added.reserve(records.size());
    const quint64 last = m_records.isEmpty() ? 0 : m_records.last().number;
    for (const LogRecord &record : records) {
        const int replaced = record.number <= last ? replaceRecent(record) : -1;
        if (replaced < 0)
            added.append(record);
        else if (const int row = rowOf(record.number); row >= 0)
            emit dataChanged(index(row), index(row));
    }
    const int first = static_cast<int>(m_rows.size());
    const int shown = static_cast<int>(std::count_if(
        added.begin(), added.end(), [this](const LogRecord &record) { return isWanted(record); }));
    if (shown > 0)
        beginInsertRows({}, first, first + shown - 1);
    for (const LogRecord &record : std::as_const(added)) {
        count(record, 1);
        if (isWanted(record))
            m_rows.append(m_records.size());
        m_records.append(record);
    }
    if (shown > 0)
        endInsertRows();
    trim();
    emit countsChanged();
}

void LogModel::trim()
{
    qsizetype excess = 0;
    if (m_records.size() > m_limits.records)
        excess = m_records.size() - m_limits.records + m_limits.records / TrimPart;
    qsizetype characters = m_characters;
    const qsizetype goal = m_limits.characters - m_limits.characters / TrimPart;
    for (qsizetype i = 0; i + 1 < m_records.size() && (i < excess || m_characters > m_limits.characters);
         ++i) {
        if (i >= excess && characters <= goal)
            break;
        characters -= sizeOf(m_records.at(i));
        excess = std::max(excess, i + 1);
    }
    if (excess == 0)
        return;
    const auto rowsEnd = std::lower_bound(m_rows.begin(), m_rows.end(), excess);
    const int gone = static_cast<int>(rowsEnd - m_rows.begin());
    if (gone > 0)
        beginRemoveRows({}, 0, gone - 1);
    for (qsizetype i = 0; i < excess; ++i) {
        count(m_records.at(i), -1);
        m_unfolded.remove(m_records.at(i).number);
    }
    m_records.remove(0, excess);
    m_rows.remove(0, gone);
    for (qsizetype &row : m_rows)
        row -= excess;
    if (gone > 0)
        endRemoveRows();
    filterMatches();
}

bool LogModel::prepend(const QList<LogRecord> &records)
{
    if (m_records.size() + records.size() > m_limits.records || m_characters > m_limits.characters / 2)
        return false;
    const int shown = static_cast<int>(std::count_if(
        records.begin(), records.end(), [this](const LogRecord &record) { return isWanted(record); }));
    if (shown > 0)
        beginInsertRows({}, 0, shown - 1);
    for (const LogRecord &record : records)
        count(record, 1);
    m_records = records + m_records;
    rebuildRows();
    if (shown > 0)
        endInsertRows();
    emit countsChanged();
    return true;
}

void LogModel::rebuildRows()
{
    m_rows.clear();
    for (qsizetype i = 0; i < m_records.size(); ++i) {
        if (isWanted(m_records.at(i)))
            m_rows.append(i);
    }
}

void LogModel::setShown(LogGroup group, bool isShown)
{
    bool &shown = m_shown[static_cast<size_t>(group)];
    if (shown == isShown)
        return;
    beginResetModel();
    shown = isShown;
    rebuildRows();
    endResetModel();
    filterMatches();
    emit countsChanged();
}

void LogModel::showAllGroups()
{
    beginResetModel();
    m_shown.fill(true);
    rebuildRows();
    endResetModel();
    filterMatches();
    emit countsChanged();
}

void LogModel::setUnfolded(int row, bool isUnfolded)
{
    const LogRecord &changed = record(row);
    if (changed.continuation.isEmpty() || isUnfolded == m_unfolded.contains(changed.number))
        return;
    if (isUnfolded)
        m_unfolded.insert(changed.number);
    else
        m_unfolded.remove(changed.number);
    emit dataChanged(index(row), index(row));
}

void LogModel::setMatches(const QList<LogMatch> &matches)
{
    m_allMatches = matches;
    m_currentMatch = -1;
    filterMatches();
}

void LogModel::addMatches(const QList<LogMatch> &matches)
{
    if (matches.isEmpty() || m_allMatches.size() >= LogSearch::MatchLimit)
        return;
    // A record that grew brings its matches again.
    const quint64 first = matches.first().record;
    for (QList<LogMatch> *list : {&m_allMatches, &m_matches})
        list->erase(std::lower_bound(list->begin(), list->end(), first, isBefore), list->end());
    m_allMatches.append(matches);
    for (const LogMatch &match : matches) {
        if (rowOf(match.record) >= 0)
            m_matches.append(match);
    }
    emit matchesChanged();
}

void LogModel::clearMatches()
{
    setMatches({});
}

void LogModel::filterMatches()
{
    const LogMatch current = m_matches.value(m_currentMatch);
    m_matches.clear();
    for (const LogMatch &match : std::as_const(m_allMatches)) {
        const qsizetype index = indexOf(match.record);
        if (index >= 0 && isWanted(m_records.at(index)))
            m_matches.append(match);
    }
    m_currentMatch = m_currentMatch < 0 ? -1 : static_cast<int>(m_matches.indexOf(current));
    emit matchesChanged();
}

QList<LogMatch> LogModel::matchesOf(quint64 number) const
{
    QList<LogMatch> found;
    for (auto match = std::lower_bound(m_matches.begin(), m_matches.end(), number, isBefore);
         match != m_matches.end() && match->record == number; ++match)
        found.append(*match);
    return found;
}

void LogModel::setCurrentMatch(int index)
{
    m_currentMatch = index;
    emit currentMatchChanged();
}

} // namespace pilothouse
