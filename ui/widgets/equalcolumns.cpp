// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/equalcolumns.h"

#include <QGridLayout>
#include <QResizeEvent>

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
    for (int at = 0; at < std::max(m_wide, m_narrow); ++at)
        m_grid->setColumnStretch(at, at < columns ? 1 : 0);
    for (int at = 0; at < m_widgets.size(); ++at)
        m_grid->addWidget(m_widgets.at(at), at / columns, at % columns);
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
