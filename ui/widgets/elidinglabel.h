// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/fonts.h"
#include "ui/theme/tokens.h"

#include <QWidget>

namespace pilothouse {

/// One line of foreign text that is cut where it does not fit: names at the right, paths in the middle. The
/// whole text is in its tooltip and its accessible name. Painted, so it never takes markup.
class ElidingLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit ElidingLabel(const QString &text = {}, Qt::TextElideMode cut = Qt::ElideRight,
                          TextRole role = TextRole::Body, QWidget *parent = nullptr);

    QString text() const { return m_text; }
    void setText(const QString &text);
    void setInk(ColorRole ink);
    void setAlignment(Qt::Alignment alignment);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_text;
    Qt::TextElideMode m_cut;
    TextRole m_role;
    ColorRole m_ink = &Tokens::text;
    Qt::Alignment m_alignment = Qt::AlignLeft;
};

} // namespace pilothouse
