// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/button.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/motion.h"
#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/plaintooltip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QVariantAnimation>

namespace pilothouse {
namespace {

constexpr int ButtonIconSize = 15;
constexpr int ButtonIconGap = 6;
constexpr int MenuArrowSize = 10;

int heightOf(ButtonKind kind, bool isSmall)
{
    if (isSmall || kind == ButtonKind::Link)
        return 24;
    return kind == ButtonKind::IconOnly ? 28 : 30;
}

int paddingOf(ButtonKind kind, bool isSmall)
{
    if (kind == ButtonKind::Link)
        return 2;
    return isSmall ? 9 : 12;
}

} // namespace

Button::Button(const QString &text, ButtonKind kind, const QString &iconName, QWidget *parent)
    : QPushButton(text, parent)
    , m_kind(kind)
    , m_iconName(iconName)
{
    setProperty("kind", QString(buttonKindName(kind)));
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
    setAutoDefault(false);
    if (kind == ButtonKind::Link)
        setCursor(Qt::PointingHandCursor);
    takeFont();
}

Button *Button::withIcon(const QString &iconName, const QString &hint, QWidget *parent)
{
    auto *button = new Button(QString(), ButtonKind::IconOnly, iconName, parent);
    button->m_hint = hint;
    button->setToolTip(plainTooltip(hint));
    button->setAccessibleName(hint);
    return button;
}

void Button::setKind(ButtonKind kind)
{
    if (m_kind == kind)
        return;
    m_kind = kind;
    setProperty("kind", QString(buttonKindName(kind)));
    style()->unpolish(this);
    style()->polish(this);
    updateGeometry();
}

void Button::setIconName(const QString &iconName)
{
    m_iconName = iconName;
    updateGeometry();
    update();
}

void Button::setMark(std::function<void(QPainter &, const QRectF &)> mark)
{
    m_mark = std::move(mark);
    updateGeometry();
    update();
}

void Button::setSmall(bool isSmall)
{
    m_isSmall = isSmall;
    takeFont();
    updateGeometry();
}

void Button::setBusy(bool isBusy)
{
    if (m_isBusy == isBusy)
        return;
    m_busyWidth = isBusy ? sizeHint().width() : 0;
    m_isBusy = isBusy;
    setAccessibleDescription(isBusy ? tr("Working") : QString());
    updateGeometry();
    update();
}

void Button::setRefusal(const QString &reason)
{
    setEnabled(reason.isEmpty());
    setToolTip(plainTooltip(reason.isEmpty() ? m_hint : reason));
    setAccessibleDescription(visibleLine(reason));
}

QSize Button::sizeHint() const
{
    const int height = heightOf(m_kind, m_isSmall);
    if (m_kind == ButtonKind::IconOnly)
        return {height, height};
    const int label = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    int width = 2 * paddingOf(m_kind, m_isSmall) + label;
    if (m_mark || !m_iconName.isEmpty())
        width += ButtonIconSize + (text().isEmpty() ? 0 : ButtonIconGap);
    if (menu())
        width += MenuArrowSize + ButtonIconGap;
    return {std::max(width, m_busyWidth), height};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_fade && m_fade->state() == QAbstractAnimation::Running) {
        paintLook(painter, !underMouse());
        painter.setOpacity(m_fade->currentValue().toDouble());
    }
    paintLook(painter, underMouse());
}

void Button::paintLook(QPainter &painter, bool isHovered)
{
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    option.state.setFlag(QStyle::State_MouseOver, isHovered && isEnabled());
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    paintLabel(painter, buttonLook(m_kind, lookState(isHovered), currentTokens()));
}

void Button::paintLabel(QPainter &painter, const ButtonLook &look)
{
    const int label = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int icon = showsIcon() ? ButtonIconSize + (text().isEmpty() ? 0 : ButtonIconGap) : 0;
    const int arrow = menu() && m_kind != ButtonKind::IconOnly ? MenuArrowSize + ButtonIconGap : 0;
    qreal x = std::max(2.0, (width() - label - icon - arrow) / 2.0);
    if (showsIcon()) {
        paintGlyph(painter,
                   QRectF(std::round(x), std::round((height() - ButtonIconSize) / 2.0), ButtonIconSize,
                          ButtonIconSize),
                   look.glyph);
        x += icon;
    }
    QFont font = this->font();
    font.setUnderline(m_kind == ButtonKind::Link && isEnabled() && (underMouse() || hasFocus()));
    painter.setFont(font);
    painter.setPen(look.label);
    const QRectF place(x, 0, width() - x - arrow, height());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    if (arrow > 0)
        paintIcon(
            painter,
            QRectF(x + label + ButtonIconGap, (height() - MenuArrowSize) / 2.0, MenuArrowSize, MenuArrowSize),
            QStringLiteral("chevron-down"), look.glyph);
}

void Button::paintGlyph(QPainter &painter, const QRectF &place, const QColor &color)
{
    if (m_isBusy) {
        paintArc(painter, place, color);
        keepTurning(this, place.toAlignedRect());
    } else if (m_mark) {
        m_mark(painter, place);
    } else {
        paintIcon(painter, place, m_iconName, color);
    }
}

void Button::fade()
{
    if (fadeDuration() == 0 || !isEnabled())
        return;
    if (!m_fade) {
        m_fade = new QVariantAnimation(this);
        m_fade->setStartValue(0.0);
        m_fade->setEndValue(1.0);
        connect(m_fade, &QVariantAnimation::valueChanged, this, qOverload<>(&QWidget::update));
    }
    m_fade->setDuration(fadeDuration());
    m_fade->start();
}

ButtonState Button::lookState(bool isHovered) const
{
    if (!isEnabled())
        return ButtonState::Disabled;
    if (isDown())
        return ButtonState::Pressed;
    if (isChecked())
        return ButtonState::Checked;
    if (hasFocus())
        return ButtonState::Focus;
    return isHovered ? ButtonState::Hover : ButtonState::Rest;
}

bool Button::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        takeFont();
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        fade();
    return QPushButton::event(event);
}

void Button::mousePressEvent(QMouseEvent *event)
{
    if (!m_isBusy)
        QPushButton::mousePressEvent(event);
}

void Button::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (m_isBusy && (isEnter || event->key() == Qt::Key_Space))
        return;
    if (isEnter) // a focused button is the one that Enter means, default or not
        click();
    else
        QPushButton::keyPressEvent(event);
}

void Button::takeFont()
{
    setFont(fontOf(m_isSmall || m_kind == ButtonKind::Link ? TextRole::SmallStrong : TextRole::Medium));
}

} // namespace pilothouse
