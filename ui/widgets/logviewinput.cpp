// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What keys, wheel and mouse do in the log view.
#include "ui/widgets/logview.h"

#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

namespace pilothouse {

void LogView::wheelEvent(QWheelEvent *event)
{
    if (event->modifiers() & Qt::ControlModifier)
        zoom(event->angleDelta().y() > 0 ? 1 : -1);
    else
        QAbstractScrollArea::wheelEvent(event);
}

bool LogView::handleLetter(const QKeyEvent &event)
{
    const QString text = event.text();
    if (event.modifiers() & (Qt::ControlModifier | Qt::AltModifier))
        return false;
    if (text == u"f")
        setFollowing(!m_isFollowing);
    else if (text == u"w")
        setWrapping(!m_isWrapping);
    else if (text == u"G" || (text == u"g" && event.modifiers() & Qt::ShiftModifier))
        toEnd();
    else if (text == u"g")
        toBeginning();
    else if (text == u"m")
        toggleMark();
    else if (text == u"[" || text == u"]")
        stepMark(text == u"[" ? -1 : 1);
    else if (text == u"v")
        emit onlyMatchesWanted();
    else if (text == u"x")
        emit contextWanted();
    else if (text == u"n" || text == u"N")
        emit matchStepWanted(text == u"N" || (event.modifiers() & Qt::ShiftModifier) ? -1 : 1);
    else
        return false;
    return true;
}

bool LogView::handleMove(const QKeyEvent &event)
{
    const int last = m_model.rowCount() - 1;
    const int page = verticalScrollBar()->pageStep();
    const int current = currentRow() >= 0 ? currentRow() : firstVisibleRow() - 1;
    int row = current;
    switch (event.key()) {
    case Qt::Key_Up:
        row = current - 1;
        break;
    case Qt::Key_Down:
        row = current + 1;
        break;
    case Qt::Key_PageUp:
        row = current - page;
        break;
    case Qt::Key_PageDown:
        row = current + page;
        break;
    default:
        return false;
    }
    row = std::clamp(row, 0, std::max(0, last));
    setCurrentRow(row, event.modifiers() & Qt::ShiftModifier);
    if (last >= 0)
        ensureVisible(row);
    if (row == 0)
        emit olderWanted();
    return true;
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    const Qt::KeyboardModifiers held = event->modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier);
    if (event->matches(QKeySequence::Copy)) {
        copySelection();
    } else if (event->key() == Qt::Key_C && held == (Qt::ControlModifier | Qt::ShiftModifier)) {
        copyWithoutTimes();
    } else if (event->key() == Qt::Key_L && held == Qt::ControlModifier) {
        emit goToWanted();
    } else if (event->matches(QKeySequence::ZoomIn) || event->matches(QKeySequence::ZoomOut)) {
        zoom(event->matches(QKeySequence::ZoomIn) ? 1 : -1);
    } else if (event->key() == Qt::Key_Right || event->key() == Qt::Key_Left) {
        if (const int row = currentRow(); row >= 0)
            m_model.setUnfolded(row, event->key() == Qt::Key_Right);
    } else if (event->key() == Qt::Key_Home) {
        toBeginning();
    } else if (event->key() == Qt::Key_End) {
        toEnd();
    } else if (!handleLetter(*event) && !handleMove(*event)) {
        QAbstractScrollArea::keyPressEvent(event);
    }
}

void LogView::mousePressEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    const int row = rowAt(position);
    if (row < 0 || event->button() != Qt::LeftButton)
        return;
    setCurrentRow(row, event->modifiers() & Qt::ShiftModifier);
    const bool isFolded = !m_model.isUnfolded(row) && !m_model.record(row).continuation.isEmpty();
    const bool isOnPill = isFolded && position.x() > columns().right - 70;
    if (position.x() < columns().time || isOnPill)
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
    menu->addAction(tr("Go to…"), this, &LogView::goToWanted)->setEnabled(!m_model.extent().isEmpty());
    menu->addAction(m_isWrapping ? tr("Do not wrap") : tr("Wrap"), this,
                    [this] { setWrapping(!m_isWrapping); });
    menu->addAction(m_isFollowing ? tr("Stop following") : tr("Follow"), this,
                    [this] { setFollowing(!m_isFollowing); });
    menu->popup(event->globalPos());
}

} // namespace pilothouse
