// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is chosen in the log view: copied, and marked.
#include "ui/widgets/logview.h"

#include <QApplication>
#include <QClipboard>

namespace pilothouse {

namespace {

constexpr qsizetype CopyLimit = 64 * 1024 * 1024;

QString textWithoutTime(const LogRecord &record)
{
    return (QStringList{record.message} + record.continuation).join(u'\n');
}

} // namespace

QString LogView::selectedText(bool hasTimes) const
{
    const int current = currentRow();
    const int anchor = m_model.rowOf(m_anchor);
    if (current < 0)
        return {};
    QStringList texts;
    qsizetype size = 0;
    for (int row = std::min(current, std::max(anchor, 0));
         row <= std::max(current, anchor) && size < CopyLimit; ++row) {
        texts.append(hasTimes ? m_model.record(row).text() : textWithoutTime(m_model.record(row)));
        size += texts.last().size();
    }
    return texts.join(u'\n').left(CopyLimit);
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
