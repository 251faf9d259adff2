// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/themestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractSpinBox>
#include <QComboBox>
#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace pilothouse {
namespace {

constexpr int FieldHeight = 30;
constexpr int FieldIndent = 4; // to the 8 of a line edit

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
    const QColor ink = isEnabled ? tokens.accentText : tokens.disabled;
    if (isOn && isRadio) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawEllipse(box.center(), size / 5, size / 5);
    } else if (isOn) {
        const bool isPartly = option.state & QStyle::State_NoChange;
        const QString glyph = isPartly ? QStringLiteral("dash-lg") : QStringLiteral("check-lg");
        paintIcon(painter, box.adjusted(2, 2, -1, -1), glyph, ink);
    }
    painter.restore();
}

/// The box of a combo or spin box, which a style sheet could draw only without its arrows.
void paintFieldBox(QPainter &painter, const QStyleOption &option, const QWidget *widget)
{
    const Tokens &tokens = currentTokens();
    const bool isEnabled = option.state & QStyle::State_Enabled;
    const bool isWrong = widget && widget->property("wrong").toBool();
    const bool hasFocus = option.state & QStyle::State_HasFocus;
    QColor edge = isEnabled ? tokens.borderStrong : tokens.border;
    qreal width = 1;
    if (isEnabled && (isWrong || hasFocus)) {
        edge = isWrong ? tokens.downFill : tokens.focus;
        width = isWrong ? 2 : tokens.focusWidth();
    }
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(edge, width));
    painter.setBrush(isEnabled ? tokens.surface : tokens.sunken);
    const qreal inset = width / 2;
    painter.drawRoundedRect(QRectF(option.rect).adjusted(inset, inset, -inset, -inset), 6, 6);
    painter.restore();
}

void paintChevron(QPainter &painter, const QRect &rect, const QString &name, bool isEnabled)
{
    const Tokens &tokens = currentTokens();
    const QRectF box(rect.center().x() - 4, rect.center().y() - 4, 10, 10);
    paintIcon(painter, box, name, isEnabled ? tokens.text2 : tokens.disabled);
}

} // namespace

ThemeStyle::ThemeStyle()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void ThemeStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QComboBox *>(widget) || qobject_cast<QAbstractSpinBox *>(widget))
        widget->setMinimumHeight(FieldHeight);
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

void ThemeStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                    QPainter *painter, const QWidget *widget) const
{
    const bool isEnabled = option->state & State_Enabled;
    if (control == CC_ComboBox) {
        paintFieldBox(*painter, *option, widget);
        paintChevron(*painter, subControlRect(control, option, SC_ComboBoxArrow, widget),
                     QStringLiteral("chevron-down"), isEnabled);
    } else if (control == CC_SpinBox) {
        paintFieldBox(*painter, *option, widget);
        paintChevron(*painter, subControlRect(control, option, SC_SpinBoxUp, widget),
                     QStringLiteral("chevron-up"), isEnabled);
        paintChevron(*painter, subControlRect(control, option, SC_SpinBoxDown, widget),
                     QStringLiteral("chevron-down"), isEnabled);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect ThemeStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool isText = (control == CC_ComboBox && part == SC_ComboBoxEditField)
                        || (control == CC_SpinBox && part == SC_SpinBoxEditField);
    return isText ? rect.adjusted(FieldIndent, 0, 0, 0) : rect;
}

QSize ThemeStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                   const QWidget *widget) const
{
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ComboBox || type == CT_SpinBox)
        size = QSize(size.width() + FieldIndent, FieldHeight);
    return size;
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
    case SH_Widget_Animation_Duration: // hover fades are ours, scroll bars do not move by themselves
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
