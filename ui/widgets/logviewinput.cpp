// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keys, wheel and mouse do in the log view.
#include "ui/widgets/logview.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace pilothouse {

namespace {
constexpr qint64 LargestPrefix = 1'000'000'000'000;
constexpr qint64 HourMs = 3'600'000;
} // namespace

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
    else
        QAbstractScrollArea::wheelEvent(event);
}

/// A number before a command, as in klogg, less and vi.
bool LogView::takeDigit(const QKeyEvent &event)
{
    const std::optional<int> digit = logDigitOf(event);
    if (!digit || (m_prefix == 0 && *digit == 0))
        return false;
    m_prefix = std::min(LargestPrefix, m_prefix * 10 + *digit);
    viewport()->update();
    return true;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    if (takeDigit(*event))
        return;
    const bool isModifier = event->key() == Qt::Key_Shift || event->key() == Qt::Key_Control
                            || event->key() == Qt::Key_Alt || event->key() == Qt::Key_AltGr
                            || event->key() == Qt::Key_Meta;
    if (isModifier) {
        QAbstractScrollArea::keyPressEvent(event);
        return;
    }
    const bool hadPrefix = m_prefix > 0;
    if (hadPrefix && event->text() == u"%")
        emit placeWanted(QString::number(m_prefix) + u'%');
    else if (const auto command = logCommandOf(*event))
        obey(*command, event->modifiers() & Qt::ShiftModifier);
    else if (event->matches(QKeySequence::Copy))
        copySelection();
    else if (!hadPrefix || event->key() != Qt::Key_Escape)
        QAbstractScrollArea::keyPressEvent(event);
    m_prefix = 0;
    viewport()->update();
}

void LogView::obey(LogCommand command, bool extends)
{
    if (!obeyMove(command, extends) && !obeyJump(command) && !obeyLook(command))
        emit commandWanted(command);
}

bool LogView::obeyMove(LogCommand command, bool extends)
{
    const int page = verticalScrollBar()->pageStep();
    const int times = static_cast<int>(std::clamp<qint64>(m_prefix, 1, 1'000'000));
    const int current = currentRow() >= 0 ? currentRow() : firstVisibleRow() - 1;
    switch (command) {
    case LogCommand::LineUp:
        moveTo(current - times, extends);
        return true;
    case LogCommand::LineDown:
        moveTo(current + times, extends);
        return true;
    case LogCommand::PageUp:
        moveTo(current - times * page, extends);
        return true;
    case LogCommand::PageDown:
        moveTo(current + times * page, extends);
        return true;
    default:
        return false;
    }
}

void LogView::moveTo(int row, bool extends)
{
    const int last = m_model.rowCount() - 1;
    row = std::clamp(row, 0, std::max(0, last));
    setCurrentRow(row, extends);
    if (last >= 0)
        ensureVisible(row);
    if (row == 0)
        emit olderWanted();
}

bool LogView::obeyJump(LogCommand command)
{
    const qint64 times = std::clamp<qint64>(m_prefix, 1, 100000);
    switch (command) {
    case LogCommand::Beginning:
        toLineOr(&LogView::toBeginning);
        return true;
    case LogCommand::End:
        toLineOr(&LogView::toEnd);
        return true;
    case LogCommand::NextError:
    case LogCommand::PreviousError:
        stepGroup(LogGroup::Error, command == LogCommand::NextError ? 1 : -1);
        return true;
    case LogCommand::NextWarning:
    case LogCommand::PreviousWarning:
        stepGroup(LogGroup::Warning, command == LogCommand::NextWarning ? 1 : -1);
        return true;
    case LogCommand::NextMark:
    case LogCommand::PreviousMark:
        stepMark(command == LogCommand::NextMark ? 1 : -1);
        return true;
    case LogCommand::HourOn:
    case LogCommand::HourBack:
        stepTime((command == LogCommand::HourOn ? 1 : -1) * times * HourMs);
        return true;
    case LogCommand::DayOn:
    case LogCommand::DayBack:
        stepTime((command == LogCommand::DayOn ? 1 : -1) * times * 24 * HourMs);
        return true;
    default:
        return false;
    }
}

bool LogView::obeyLook(LogCommand command)
{
    switch (command) {
    case LogCommand::Follow:
        setFollowing(!m_isFollowing);
        return true;
    case LogCommand::Wrap:
        setWrapping(!m_isWrapping);
        return true;
    case LogCommand::Mark:
        toggleMark();
        return true;
    case LogCommand::Unfold:
    case LogCommand::Fold:
        if (const int row = currentRow(); row >= 0)
            m_model.setUnfolded(row, command == LogCommand::Unfold);
        return true;
    case LogCommand::Copy:
        copySelection();
        return true;
    case LogCommand::CopyWithoutTimes:
        copyWithoutTimes();
        return true;
    case LogCommand::Larger:
    case LogCommand::Smaller:
        zoom(command == LogCommand::Larger ? 1 : -1);
        return true;
    default:
        return false;
    }
}

/// Empty where no column is, or it is one that every record has as it is.
QString LogView::columnAt(int x) const
{
    const LogColumns geometry = columns();
    for (const LogCellPlace &place : geometry.table) {
        if (x + hiddenLeft() >= place.left && x + hiddenLeft() < place.left + place.width)
            return place.id;
    }
    return {};
}

QPoint LogView::placeOfCurrent() const
{
    const int row = currentRow();
    const int lineHeight = columns().lineHeight;
    const qint64 line = row < 0 ? 0 : m_lines.lineOf(row) - verticalScrollBar()->value() + 1;
    const auto below = static_cast<int>(line) * lineHeight;
    return viewport()->mapToGlobal(QPoint(lineHeight, std::clamp(below, 0, viewport()->height())));
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int row = rowAt(position);
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    setCurrentRow(row, event->modifiers() & Qt::ShiftModifier);
    const bool isFolded = !m_model.isUnfolded(row) && !m_model.record(row).continuation.isEmpty();
    const LogColumns geometry = columns();
    const int x = position.x() + hiddenLeft();
    const bool isOnPill = isFolded && geometry.hasMessage && x > geometry.right - 70 && x <= geometry.right;
    if (x < geometry.time || isOnPill)
        toggleFold(row);
}

void LogView::mouseMoveEvent(QMouseEvent *event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0 && (event->buttons() & Qt::LeftButton))
        setCurrentRow(row, true);
}

void LogView::mouseDoubleClickEvent(QMouseEvent *event)
{
    toggleFold(rowAt(event->position().toPoint()));
}

void LogView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse && currentRow() < 0)
        setCurrentRow(rowAt(event->pos()));
    const int row = currentRow();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isPointed = event->reason() == QContextMenuEvent::Mouse;
    if (row >= 0)
        emit menuOpening(menu, isPointed ? columnAt(event->pos().x()) : QString());
    menu->addAction(tr("Copy"), this, &LogView::copySelection)->setEnabled(row >= 0);
    menu->addAction(tr("Copy without times"), this, &LogView::copyWithoutTimes)->setEnabled(row >= 0);
    menu->addAction(row >= 0 && m_model.isMarked(m_model.record(row).number) ? tr("Remove the mark")
                                                                             : tr("Mark"),
                    this, &LogView::toggleMark)
        ->setEnabled(row >= 0);
    const bool canFold = row >= 0 && !m_model.record(row).continuation.isEmpty();
    menu->addAction(canFold && m_model.isUnfolded(row) ? tr("Fold") : tr("Unfold"), this,
                    [this, row] { toggleFold(row); })
        ->setEnabled(canFold);
    menu->addSeparator();
    menu->addAction(tr("Go to…"), this, [this] { emit commandWanted(LogCommand::GoTo); })
        ->setEnabled(!m_model.extent().isEmpty());
    menu->addAction(m_isWrapping ? tr("Do not wrap") : tr("Wrap"), this,
                    [this] { setWrapping(!m_isWrapping); });
    menu->addAction(table().isEmpty() ? tr("As a table") : tr("As it stands in the log"), this,
                    [this] { emit commandWanted(LogCommand::Table); });
    const QPoint place = isPointed ? event->globalPos() : placeOfCurrent();
    menu->addAction(tr("Columns…"), this, [this, place] { emit columnMenuWanted(place); })
        ->setEnabled(!table().isEmpty());
    menu->addAction(m_isFollowing ? tr("Stop following") : tr("Follow"), this,
                    [this] { setFollowing(!m_isFollowing); });
    menu->popup(place);
}

} // namespace pilothouse
