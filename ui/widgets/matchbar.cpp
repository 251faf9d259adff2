// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/matchbar.h"

#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/highlightmark.h"

#include <QMouseEvent>
#include <QPainter>

namespace pilothouse {

namespace {
constexpr int ShortestThumb = 24;
} // namespace

MatchBar::MatchBar(QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("Errors, warnings and matches in the log"));
}

void MatchBar::setShown(double top, double bottom)
{
    m_top = std::clamp(top, 0.0, 1.0);
    m_bottom = std::clamp(bottom, m_top, 1.0);
    update();
}

void MatchBar::setOverview(const LogOverview &overview)
{
    m_overview = overview;
    update();
}

int MatchBar::thumbLength() const
{
    return std::max(ShortestThumb, static_cast<int>(height() * (m_bottom - m_top)));
}

void MatchBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sunken);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.border);
    const auto paintSteps = [&painter, this](const QBitArray &steps, int left, int width,
                                             const QColor &color) {
        for (int i = 0; i < steps.size(); ++i) {
            if (steps.testBit(i))
                painter.fillRect(QRect(left, i * (height() - 2) / (LogOverview::Steps - 1), width, 2), color);
        }
    };
    paintSteps(m_overview.matches, 1, Width - 1, tokens.match);
    paintSteps(m_overview.errors, 2, 5, tokens.downFill);
    paintSteps(m_overview.warnings, 8, 5, tokens.warnFill);
    // A column of its own for each colour: they are told apart by where they stand as well.
    for (int color = 0; color < m_overview.highlights.size(); ++color)
        paintSteps(m_overview.highlights.at(color), 2 + 3 * color, 2, highlightColor(color, tokens));
    paintSteps(m_overview.marks, 1, Width - 1, tokens.focus);
    if (m_bottom - m_top >= 1)
        return;
    const int length = thumbLength();
    const double way = m_top / std::max(1e-9, 1 - (m_bottom - m_top));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(tokens.idleFill, 0.55));
    painter.drawRoundedRect(
        QRectF(2, std::round((height() - length) * std::min(1.0, way)), Width - 3, length), 3, 3);
}

void MatchBar::goTo(int y)
{
    const int length = thumbLength();
    const int from = y - length / 2;
    const double way = static_cast<double>(from) / std::max(1, height() - length);
    emit wanted(std::clamp(way, 0.0, 1.0));
}

void MatchBar::mousePressEvent(QMouseEvent *event)
{
    goTo(qRound(event->position().y()));
}

void MatchBar::mouseMoveEvent(QMouseEvent *event)
{
    goTo(qRound(event->position().y()));
}

} // namespace pilothouse
