// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/equalcolumns.h"

#include <QGridLayout>
#include <QResizeEvent>

#include <numeric>

namespace pilothouse {

EqualColumns::EqualColumns(int wide, int narrow, int threshold, QWidget *parent)
    : QWidget(parent)
    , m_wide(wide)
    , m_narrow(narrow)
    , m_threshold(threshold)
    , m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins(0, 0, 0, 0);
    setGap(12, 12);
}

void EqualColumns::setGap(int horizontal, int vertical)
{
    m_grid->setHorizontalSpacing(horizontal);
    m_grid->setVerticalSpacing(vertical);
}

void EqualColumns::add(QWidget *widget)
{
    widget->setParent(this);
    widget->setSizePolicy(QSizePolicy::Ignored, widget->sizePolicy().verticalPolicy());
    m_widgets << widget;
    place(width() >= m_threshold ? m_wide : m_narrow);
}

void EqualColumns::place(int columns)
{
    m_columns = columns;
    const int count = static_cast<int>(m_widgets.size());
    const int rest = m_isFilled && count > columns ? count % columns : 0;
    const int cells = rest > 0 ? std::lcm(columns, rest) : columns; // of the grid; a widget spans several
    for (int at = 0; at < std::max(cells, m_grid->columnCount()); ++at)
        m_grid->setColumnStretch(at, at < cells ? 1 : 0);
    for (int at = 0; at < count; ++at) {
        const int span = cells / (at >= count - rest ? rest : columns);
        m_grid->addWidget(m_widgets.at(at), at / columns, at % columns * span, 1, span);
    }
    updateGeometry();
}

void EqualColumns::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int columns = event->size().width() >= m_threshold ? m_wide : m_narrow;
    if (columns != m_columns)
        place(columns);
}

} // namespace pilothouse
