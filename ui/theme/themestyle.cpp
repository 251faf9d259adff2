// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/themestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace pilothouse {
namespace {

void paintFocusRing(QPainter &painter, const QRectF &rect)
{
    const Tokens &tokens = currentTokens();
    const qreal inset = tokens.focusWidth() / 2.0;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(tokens.focus, tokens.focusWidth()));
    painter.setBrush(Qt::NoBrush);
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), 4, 4);
    painter.restore();
}

/// A check box or radio button: the fill says on, the glyph in it says so without colour.
void paintCheck(QPainter &painter, const QStyleOption &option, bool isRadio)
{
    const Tokens &tokens = currentTokens();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isOn = option.state & (QStyle::State_On | QStyle::State_NoChange);
    const qreal size = std::min(option.rect.width(), option.rect.height()) - 1;
    const QPointF corner = QRectF(option.rect).center() - QPointF(size / 2, size / 2);
    const QRectF box(corner, QSizeF(size, size));
    QColor edge = isOn ? tokens.accent : tokens.borderStrong;
    QColor fill = isOn ? tokens.accent : tokens.surface;
    if (!isEnabled) {
        edge = tokens.border;
        fill = tokens.sunken;
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, 1));
    painter.setBrush(fill);
    const qreal radius = isRadio ? size / 2 : 4;
    painter.drawRoundedRect(box, radius, radius);
    if (isOn) {
        const QString glyph = isRadio                                 ? QStringLiteral("dot")
                              : option.state & QStyle::State_NoChange ? QStringLiteral("dash-lg")
                                                                      : QStringLiteral("check-lg");
        paintIcon(painter, box.adjusted(1, 1, -1, -1), glyph,
                  isEnabled ? tokens.accentText : tokens.disabled);
    }
    painter.restore();
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void ThemeStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case PE_FrameFocusRect:
        paintFocusRing(*painter, option->rect);
        return;
    case PE_IndicatorCheckBox:
        paintCheck(*painter, *option, false);
        return;
    case PE_IndicatorRadioButton:
        paintCheck(*painter, *option, true);
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

int ThemeStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
        return 16;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return 8;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_SplitterWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ThemeStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
        return 0; // hover fades are ours, scroll bars do not move by themselves
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ToolTip_WakeUpDelay:
        return 500;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace pilothouse
