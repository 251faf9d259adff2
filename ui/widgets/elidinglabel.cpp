// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/elidinglabel.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintooltip.h"

#include <QFontMetricsF>
#include <QPainter>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int ShortestWidth = 40;

} // namespace

ElidingLabel::ElidingLabel(const QString &text, Qt::TextElideMode cut, TextRole role, QWidget *parent)
    : QWidget(parent)
    , m_cut(cut)
    , m_role(role)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setText(text);
}

void ElidingLabel::setText(const QString &text)
{
    m_text = text;
    setAccessibleName(visibleLine(text));
    setToolTip(plainTooltip(text));
    updateGeometry();
    update();
}

void ElidingLabel::setInk(ColorRole ink)
{
    m_ink = ink;
    update();
}

void ElidingLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

QSize ElidingLabel::sizeHint() const
{
    const QFontMetricsF metrics(fontOf(m_role));
    return {static_cast<int>(std::ceil(metrics.horizontalAdvance(visibleLine(m_text)))) + 1,
            static_cast<int>(std::ceil(metrics.height()))};
}

QSize ElidingLabel::minimumSizeHint() const
{
    const QSize whole = sizeHint();
    return {std::min(whole.width(), ShortestWidth), whole.height()};
}

void ElidingLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    painter.setFont(fontOf(m_role));
    painter.setPen(isEnabled() ? tokens.*m_ink : tokens.disabled);
    const QString shown = QFontMetricsF(painter.font()).elidedText(visibleLine(m_text), m_cut, width());
    painter.drawText(rect(), m_alignment | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace pilothouse
