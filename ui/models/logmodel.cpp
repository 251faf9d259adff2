// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logmodel.h"

#include "ui/models/roles.h"

namespace pilothouse {

namespace {

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

void LogModel::shareMarksOf(LogModel &owner)
{
    m_marksOwner = &owner;
    connect(&owner, &LogModel::marksChanged, this, &LogModel::marksChanged);
    emit marksChanged();
}

void LogModel::setMarked(quint64 number, bool isMarked)
{
    if (m_marksOwner) {
        m_marksOwner->setMarked(number, isMarked);
        return;
    }
    if (isMarked)
        m_marks.insert(number, m_marks.value(number));
    else
        m_marks.remove(number);
    emit marksChanged();
}

void LogModel::setNote(quint64 number, const QString &note)
{
    if (m_marksOwner) {
        m_marksOwner->setNote(number, note);
        return;
    }
    if (m_marks.contains(number))
        m_marks.insert(number, note);
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
