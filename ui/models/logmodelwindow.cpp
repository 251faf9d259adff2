// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the window holds: records that come, that go, and where it stands in the whole log.
#include "ui/models/logmodel.h"

#include <algorithm>

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

} // namespace

void LogModel::clear()
{
    beginResetModel();
    m_records.clear();
    m_rows.clear();
    m_characters = 0;
    m_counts.fill(0);
    m_unfolded.clear();
    m_marks.clear(); // shared ones stay with their owner
    m_extent = LogExtent();
    m_isAtBeginning = true;
    m_isAtEnd = true;
    endResetModel();
    clearMatches();
    emit countsChanged();
    emit marksChanged();
    emit extentChanged();
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
    dropOldest(excess);
}

void LogModel::dropOldest(qsizetype excess)
{
    excess = std::min(excess, m_records.size());
    if (excess <= 0)
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

void LogModel::dropNewest(qsizetype excess)
{
    excess = std::min(excess, m_records.size());
    if (excess <= 0)
        return;
    const qsizetype left = m_records.size() - excess;
    const auto firstRow = std::lower_bound(m_rows.begin(), m_rows.end(), left) - m_rows.begin();
    const bool hasRows = firstRow < m_rows.size();
    if (hasRows)
        beginRemoveRows({}, static_cast<int>(firstRow), static_cast<int>(m_rows.size()) - 1);
    for (qsizetype i = left; i < m_records.size(); ++i) {
        count(m_records.at(i), -1);
        m_unfolded.remove(m_records.at(i).number);
    }
    m_records.resize(left);
    m_rows.resize(firstRow);
    if (hasRows)
        endRemoveRows();
    filterMatches();
}

void LogModel::replaceAll(QList<LogRecord> records)
{
    beginResetModel();
    m_records = std::move(records);
    m_characters = 0;
    m_counts.fill(0);
    m_unfolded.clear();
    for (const LogRecord &record : std::as_const(m_records))
        count(record, 1);
    rebuildRows();
    endResetModel();
    filterMatches();
    emit countsChanged();
}

void LogModel::setHighlights(std::shared_ptr<const LogHighlights> highlights)
{
    m_highlights = std::move(highlights);
    emit marksChanged();
}

void LogModel::setExtent(const LogExtent &extent)
{
    m_extent = extent;
    emit extentChanged();
}

void LogModel::setEdges(bool isAtBeginning, bool isAtEnd)
{
    if (isAtBeginning == m_isAtBeginning && isAtEnd == m_isAtEnd)
        return;
    m_isAtBeginning = isAtBeginning;
    m_isAtEnd = isAtEnd;
    emit extentChanged();
}

double LogModel::fractionOf(quint64 number) const
{
    return static_cast<double>(m_extent.bytesBefore(number))
           / static_cast<double>(std::max<qint64>(1, m_extent.bytes()));
}

quint64 LogModel::numberAt(double fraction) const
{
    const auto bytes = static_cast<double>(m_extent.bytes());
    return m_extent.positionAt(static_cast<qint64>(std::clamp(fraction, 0.0, 1.0) * bytes));
}

int LogModel::rowNear(quint64 number) const
{
    const auto row =
        std::lower_bound(m_rows.begin(), m_rows.end(), number, [this](qsizetype index, quint64 wanted) {
            return m_records.at(index).number < wanted;
        });
    return static_cast<int>(std::min<qsizetype>(row - m_rows.begin(), m_rows.size() - 1));
}

int LogModel::rowAtTime(qint64 time) const
{
    // Rows without a time stand with the next one that has one.
    int low = 0;
    int high = rowCount();
    while (low < high) {
        const int middle = low + (high - low) / 2;
        int timed = middle;
        while (timed < high && !record(timed).time.isValid())
            ++timed;
        if (timed < high && record(timed).time.toMSecsSinceEpoch() < time)
            low = timed + 1;
        else
            high = middle;
    }
    return low;
}

int LogModel::rowOfGroup(LogGroup group, int from, int by) const
{
    for (int row = from + by; row >= 0 && row < rowCount(); row += by) {
        if (logGroupOf(record(row).level) == group)
            return row;
    }
    return -1;
}

} // namespace pilothouse
