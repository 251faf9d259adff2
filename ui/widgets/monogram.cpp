// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/monogram.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"

#include <QPainter>

namespace pilothouse {

namespace {
constexpr int MonogramSide = 40;
}

Monogram::Monogram(QWidget *parent)
    : QWidget(parent)
{
    setFixedSize(MonogramSide, MonogramSide);
}

void Monogram::setName(const QString &name)
{
    m_initial.clear();
    for (const char32_t point : name.toUcs4()) {
        if (QChar::isLetterOrNumber(point)) {
            m_initial = QString::fromUcs4(&point, 1).toUpper();
            break;
        }
    }
    update();
}

void Monogram::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(tokens.isHighContrast ? QPen(tokens.idleText, 1) : QPen(Qt::NoPen));
    painter.setBrush(tokens.accentSoft);
    painter.drawEllipse(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5));
    painter.setFont(fontOf(TextRole::Heading));
    painter.setPen(tokens.infoText);
    painter.drawText(rect(), Qt::AlignCenter | Qt::TextSingleLine, m_initial);
}

} // namespace pilothouse
