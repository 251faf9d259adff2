// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/padlock.h"

#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QPainter>

#include <cmath>

namespace pilothouse {

namespace {

constexpr int PadlockPadding = 10;
constexpr int PadlockIconSize = 14;
constexpr int PadlockIconGap = 6;
constexpr int PadlockHeight = 28;
constexpr qreal PadlockRadius = 6;
constexpr double PadlockEdgeStrength = 0.35;

QString clockText(std::chrono::seconds left)
{
    return QStringLiteral("%1:%2").arg(left.count() / 60).arg(left.count() % 60, 2, 10, QLatin1Char('0'));
}

} // namespace

Padlock::Padlock(QWidget *parent)
    : QAbstractButton(parent)
    , m_menu(new QMenu(this))
{
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &Padlock::openMenu);
    setVisible(false);
}

void Padlock::setState(const LockState &state)
{
    m_state = state;
    setVisible(state.isLockable);
    setText(state.isLocked ? tr("Production locked") : tr("Unlocked, %1 left").arg(clockText(state.left)));
    setAccessibleName(state.isLocked ? tr("Production locked; press to unlock")
                                     : tr("Production unlocked; press to lock"));
    setToolTip(state.isLocked ? tr("Nothing of this instance changes until it is unlocked")
                              : tr("Lock now (Ctrl+Shift+L)"));
    updateGeometry();
    update();
}

QSize Padlock::sizeHint() const
{
    const QFontMetricsF metrics(fontOf(TextRole::Strong));
    const int text = static_cast<int>(std::ceil(metrics.horizontalAdvance(QAbstractButton::text())));
    return {2 * PadlockPadding + PadlockIconSize + PadlockIconGap + text, PadlockHeight};
}

void Padlock::openMenu()
{
    m_menu->clear();
    for (const int minutes : {5, 15, 60}) {
        connect(m_menu->addAction(m_state.isLocked ? tr("Unlock for %n minute(s)", nullptr, minutes)
                                                   : tr("Unlocked for %n more minute(s)", nullptr, minutes)),
                &QAction::triggered, this,
                [this, minutes] { emit unlockRequested(std::chrono::minutes(minutes)); });
    }
    if (!m_state.isLocked) {
        m_menu->addSeparator();
        QAction *lock = m_menu->addAction(tr("Lock now"));
        connect(lock, &QAction::triggered, this, &Padlock::lockRequested);
    }
    m_menu->popup(mapToGlobal(QPoint(width() - m_menu->sizeHint().width(), height() + 2)));
}

void Padlock::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    const EnvironmentColors production = environmentColors(BadgeKind::Production, tokens);
    const ToneColors warning = toneColors(Tone::Warn, tokens);
    const QColor ink = m_state.isLocked ? production.text : warning.text;
    const QColor soft = m_state.isLocked ? production.soft : warning.soft;
    const QColor line = m_state.isLocked ? production.line : warning.fill;
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(hasFocus()              ? tokens.focus
                        : tokens.isHighContrast ? ink
                                                : faded(line, PadlockEdgeStrength),
                        hasFocus() ? 2 : 1));
    painter.setBrush(soft);
    painter.drawRoundedRect(QRectF(rect()).adjusted(1, 1, -1, -1), PadlockRadius, PadlockRadius);
    const QRectF glyph(PadlockPadding, std::round((height() - PadlockIconSize) / 2.0), PadlockIconSize,
                       PadlockIconSize);
    paintIcon(painter, glyph, m_state.isLocked ? QStringLiteral("lock-fill") : QStringLiteral("unlock-fill"),
              ink);
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(ink);
    painter.drawText(
        QRectF(glyph.right() + PadlockIconGap, 0, width() - glyph.right() - PadlockIconGap, height()),
        Qt::AlignLeft | Qt::AlignVCenter, text());
}

} // namespace pilothouse
