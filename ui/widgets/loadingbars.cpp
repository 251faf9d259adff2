// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/loadingbars.h"

#include "ui/theme/theme.h"

#include <QPainter>

#include <chrono>

namespace pilothouse {
namespace {

constexpr std::chrono::milliseconds Delay{300};
constexpr int LoadingEdgePadding = 16;
constexpr int LoadingCellPadding = 8;
constexpr int LoadingBarHeight = 10;

/// Bars of different lengths look like text and not like a grid; the same row always has the same.
double lengthOf(int row, int column)
{
    constexpr double Lengths[] = {0.78, 0.56, 0.7, 0.48, 0.64};
    return Lengths[(row * 2 + column * 3) % 5];
}

} // namespace

LoadingBars::LoadingBars(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Loading"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(Delay);
    connect(&m_delay, &QTimer::timeout, this, [this] { update(); });
}

void LoadingBars::setColumns(QList<int> widths, int rowHeight)
{
    m_widths = std::move(widths);
    m_rowHeight = rowHeight;
    update();
}

void LoadingBars::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_delay.start();
}

void LoadingBars::paintEvent(QPaintEvent *)
{
    if (m_delay.isActive())
        return;
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    for (int row = 0; (row + 1) * m_rowHeight <= height(); ++row) {
        const int top = row * m_rowHeight + (m_rowHeight - LoadingBarHeight) / 2;
        int x = LoadingEdgePadding;
        for (int column = 0; column < m_widths.size(); ++column) {
            const int width = m_widths.at(column);
            const QRectF bar(x, top, (width - 2 * LoadingCellPadding) * lengthOf(row, column),
                             LoadingBarHeight);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setPen(Qt::NoPen);
            painter.setBrush(tokens.idleSoft);
            painter.drawRoundedRect(bar, 4, 4);
            x += width;
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.fillRect(QRect(0, (row + 1) * m_rowHeight - 1, this->width(), 1), tokens.grid);
    }
}

} // namespace pilothouse
