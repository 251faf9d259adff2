// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/button.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/plaintooltip.h"

#include <QEvent>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>

namespace pilothouse {
namespace {

constexpr int IconSize = 15;
constexpr int IconGap = 6;
constexpr int ArrowSize = 10;

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
    setAccessibleDescription(reason);
}

QSize Button::sizeHint() const
{
    const int height = heightOf(m_kind, m_isSmall);
    if (m_kind == ButtonKind::IconOnly)
        return {height, height};
    const int label = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    int width = 2 * paddingOf(m_kind, m_isSmall) + label;
    if (!m_iconName.isEmpty())
        width += IconSize + (text().isEmpty() ? 0 : IconGap);
    if (menu())
        width += ArrowSize + IconGap;
    return {std::max(width, m_busyWidth), height};
}

void Button::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.text.clear();
    option.icon = {};
    style()->drawControl(QStyle::CE_PushButtonBevel, &option, &painter, this);
    paintLabel(painter);
}

void Button::paintLabel(QPainter &painter)
{
    const ButtonLook look = buttonLook(m_kind, lookState(), currentTokens());
    const int label = fontMetrics().size(Qt::TextShowMnemonic, text()).width();
    const int icon = showsIcon() ? IconSize + (text().isEmpty() ? 0 : IconGap) : 0;
    const int arrow = menu() && m_kind != ButtonKind::IconOnly ? ArrowSize + IconGap : 0;
    qreal x = std::max(2.0, (width() - label - icon - arrow) / 2.0);
    if (showsIcon()) {
        const QRectF place(std::round(x), std::round((height() - IconSize) / 2.0), IconSize, IconSize);
        if (m_isBusy) {
            paintArc(painter, place, look.glyph);
            keepTurning(this, place.toAlignedRect());
        } else {
            paintIcon(painter, place, m_iconName, look.glyph);
        }
        x += icon;
    }
    QFont font = this->font();
    font.setUnderline(m_kind == ButtonKind::Link && isEnabled() && (underMouse() || hasFocus()));
    painter.setFont(font);
    painter.setPen(look.label);
    const QRectF place(x, 0, width() - x - arrow, height());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextShowMnemonic, text());
    if (arrow > 0)
        paintIcon(painter, QRectF(x + label + IconGap, (height() - ArrowSize) / 2.0, ArrowSize, ArrowSize),
                  QStringLiteral("chevron-down"), look.glyph);
}

ButtonState Button::lookState() const
{
    if (!isEnabled())
        return ButtonState::Disabled;
    if (isDown())
        return ButtonState::Pressed;
    if (isChecked())
        return ButtonState::Checked;
    if (hasFocus())
        return ButtonState::Focus;
    return underMouse() ? ButtonState::Hover : ButtonState::Rest;
}

bool Button::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange)
        takeFont();
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
