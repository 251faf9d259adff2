// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/uptimebar.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/plaintooltip.h"

#include <QHelpEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QToolTip>

#include <cmath>

namespace pilothouse {
namespace {

constexpr int WidePitch = 8;

struct SpanLook
{
    QColor color;
    double height;
};

SpanLook lookOf(UptimeState state, const Tokens &tokens)
{
    switch (state) {
    case UptimeState::Healthy:
        return {tokens.okFill, 0.55};
    case UptimeState::Slow:
        return {tokens.warnFill, 0.78};
    case UptimeState::Down:
        return {tokens.downFill, 1.0};
    case UptimeState::Silenced:
        return {tokens.infoFill, 0.55};
    case UptimeState::NotMeasured:
        break;
    }
    return {tokens.idleFill, 0.22};
}

} // namespace

int uptimeSpans(int width, int pitch)
{
    return std::max(0, width / pitch);
}

void paintUptime(QPainter &painter, const QRect &rect, const QList<UptimeState> &spans, int pitch,
                 const Tokens &tokens)
{
    const int gap = pitch >= WidePitch ? 2 : 1;
    const auto shown = std::min<qsizetype>(spans.size(), uptimeSpans(rect.width() + gap, pitch));
    int x = rect.left();
    for (const UptimeState state : spans.last(shown)) {
        const SpanLook look = lookOf(state, tokens);
        const int height = std::max(2, static_cast<int>(std::lround(rect.height() * look.height)));
        painter.fillRect(QRect(x, rect.bottom() + 1 - height, pitch - gap, height), look.color);
        x += pitch;
    }
}

UptimeBar::UptimeBar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

void UptimeBar::setSpans(QList<UptimeState> spans, const QString &summary,
                         std::function<QString(int)> tooltip)
{
    m_spans = std::move(spans);
    m_tooltip = std::move(tooltip);
    m_current = std::min(m_current, static_cast<int>(m_spans.size()) - 1);
    setAccessibleName(visibleLine(summary));
    update();
}

bool UptimeBar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip && m_tooltip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int span = spanAt(help->pos().x());
        if (span >= 0)
            QToolTip::showText(help->globalPos(), plainTooltip(m_tooltip(span)), this, cellOf(span));
        return true;
    }
    return QWidget::event(event);
}

void UptimeBar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    paintUptime(painter, rect().adjusted(0, 2, 0, -2), m_spans, WidePitch, tokens);
    if (!hasFocus())
        return;
    painter.setPen(QPen(tokens.focus, tokens.focusWidth()));
    painter.drawRect(m_current >= 0 ? cellOf(m_current) : rect().adjusted(1, 1, -1, -1));
}

void UptimeBar::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_spans.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        walkTo(m_current < 0 ? last : std::max(0, m_current - 1));
        break;
    case Qt::Key_Right:
        walkTo(m_current < 0 ? last : std::min(last, m_current + 1));
        break;
    case Qt::Key_Home:
        walkTo(std::min(0, last));
        break;
    case Qt::Key_End:
        walkTo(last);
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

int UptimeBar::spanAt(int x) const
{
    const auto shown = std::min<qsizetype>(m_spans.size(), uptimeSpans(width() + 2, WidePitch));
    const int position = x / WidePitch;
    return position < shown ? static_cast<int>(m_spans.size() - shown) + position : -1;
}

QRect UptimeBar::cellOf(int span) const
{
    const auto shown = std::min<qsizetype>(m_spans.size(), uptimeSpans(width() + 2, WidePitch));
    const int position = span - static_cast<int>(m_spans.size() - shown);
    return {position * WidePitch - 1, 1, WidePitch - 1, height() - 2};
}

void UptimeBar::walkTo(int span)
{
    m_current = span;
    update();
    if (span < 0 || !m_tooltip)
        return;
    const QString words = m_tooltip(span);
    setAccessibleDescription(visibleText(words));
    QToolTip::showText(mapToGlobal(cellOf(span).bottomLeft()), plainTooltip(words), this);
}

} // namespace pilothouse
