// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/buttonlook.h"

#include <QPushButton>

#include <functional>

class QVariantAnimation;

namespace pilothouse {

/// A button of one kind, 30 high (24 small). The box comes from the style sheet, icon and label are drawn
/// here: Fusion has neither our gap nor an arc. Its text may hold a mnemonic; a foreign name in it goes
/// through mnemonicSafe() first.
class Button final : public QPushButton
{
    Q_OBJECT

public:
    explicit Button(const QString &text, ButtonKind kind = ButtonKind::Normal, const QString &iconName = {},
                    QWidget *parent = nullptr);

    /// A square button with an icon only; the hint is its tooltip and its accessible name.
    static Button *withIcon(const QString &iconName, const QString &hint, QWidget *parent = nullptr);

    ButtonKind kind() const { return m_kind; }
    void setKind(ButtonKind kind);
    void setIconName(const QString &iconName);
    /// Paints a mark in colours of its own where the icon would stand.
    void setMark(std::function<void(QPainter &, const QRectF &)> mark);
    void setSmall(bool isSmall);

    /// Shows the turning arc in place of the icon and keeps the width; clicks are swallowed meanwhile.
    void setBusy(bool isBusy);
    bool isBusy() const { return m_isBusy; }

    /// Turns the button off and says why in its tooltip; an empty reason turns it on. The caller shows the
    /// reason in a line beside it as well.
    void setRefusal(const QString &reason);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    ButtonState lookState(bool isHovered) const;
    void paintLook(QPainter &painter, bool isHovered);
    void paintLabel(QPainter &painter, const ButtonLook &look);
    void paintGlyph(QPainter &painter, const QRectF &place, const QColor &color);
    void fade();
    void takeFont();
    bool showsIcon() const { return m_isBusy || m_mark || !m_iconName.isEmpty(); }

    ButtonKind m_kind;
    QString m_iconName;
    std::function<void(QPainter &, const QRectF &)> m_mark;
    QVariantAnimation *m_fade = nullptr; ///< from the look with the pointer on it to the one without, or back
    QString m_hint;
    int m_busyWidth = 0;
    bool m_isSmall = false;
    bool m_isBusy = false;
};

} // namespace pilothouse
