// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is chosen in the log view: copied, and marked.
#include "ui/widgets/logview.h"

#include <QApplication>
#include <QClipboard>

namespace pilothouse {

namespace {

constexpr qsizetype CopyLimit = 64 * 1024 * 1024;

} // namespace

QString LogView::selectedText(bool hasTimes) const
{
    const int current = currentRow();
    if (current < 0)
        return {};
    const int anchor = m_model.rowOf(m_anchor) < 0 ? current : m_model.rowOf(m_anchor);
    QStringList texts;
    qsizetype size = 0;
    for (int row = std::min(current, anchor); row <= std::max(current, anchor) && size < CopyLimit; ++row) {
        texts.append(textOf(m_model.record(row), hasTimes));
        size += texts.last().size();
    }
    return texts.join(u'\n').left(CopyLimit);
}

/// As the record is shown: as it stands in the log, or its cells with tabs between.
QString LogView::textOf(const LogRecord &record, bool hasTime) const
{
    if (table().isEmpty())
        return hasTime ? record.text() : logTextWithoutTime(record);
    const LogFields fields = m_reader.fields(record);
    QStringList cells;
    for (const LogTableColumn &column : table()) {
        if (hasTime || column.id != LogColumnId::Time)
            cells.append(logCell(column.id, record, fields, true).replace(u'\t', u' '));
    }
    return cells.join(u'\t');
}

void LogView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void LogView::copyWithoutTimes() const
{
    const QString text = selectedText(false);
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void LogView::toggleMark()
{
    if (currentRow() < 0)
        setCurrentRow(firstVisibleRow());
    if (currentRow() >= 0)
        m_model.setMarked(m_current, !m_model.isMarked(m_current));
    emit currentChanged();
}

void LogView::stepMark(int by)
{
    const QMap<quint64, QString> &marks = m_model.marks();
    if (marks.isEmpty())
        return;
    const quint64 from = m_isFollowing && currentRow() < 0 ? ~quint64{0} : recordInSight();
    auto next = by > 0 ? marks.upperBound(from) : marks.lowerBound(from);
    if (by < 0)
        next = next == marks.begin() ? std::prev(marks.end()) : std::prev(next);
    else if (next == marks.end())
        next = marks.begin();
    if (m_model.rowOf(next.key()) >= 0)
        showRecord(next.key());
    else
        emit positionWanted(next.key());
}

} // namespace pilothouse
