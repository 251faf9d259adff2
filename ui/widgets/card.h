// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/theme/tokens.h"

#include <QWidget>

class QHBoxLayout;
class QVBoxLayout;

namespace pilothouse {

class Button;
class Label;

/// A surface with a hairline around it and, if it has a title, a head of 28 with tools at its right. Flush:
/// what is in the body reaches the edges, for tables.
class Card : public QWidget
{
    Q_OBJECT

public:
    enum class Body { Padded, Flush };

    explicit Card(const QString &title = {}, Body body = Body::Padded, QWidget *parent = nullptr);

    /// Where the contents go, below the head.
    QVBoxLayout *body() const { return m_body; }

    void setTitle(const QString &title);
    /// A quiet word after the title, such as "last 6 h, ms".
    void setSubtitle(const QString &subtitle);
    /// Puts a legend, link or button at the right end of the head.
    void addHeadWidget(QWidget *widget);
    /// Adds a link at the right end of the head; the caller connects it.
    Button *addLink(const QString &text);
    /// The colour of the edge: a token, by default the quiet border.
    void setEdge(ColorRole edge);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead(const QString &title, Body body);

    Body m_kind;
    ColorRole m_edge = &Tokens::border;
    Label *m_title = nullptr;
    Label *m_subtitle = nullptr;
    QWidget *m_headRow = nullptr;
    QHBoxLayout *m_head = nullptr;
    QVBoxLayout *m_body = nullptr;
};

/// Draws a card's box: a fill with a one pixel edge and round corners.
void paintCardBox(QPainter &painter, const QRectF &rect, const QColor &fill, const QColor &edge,
                  qreal radius = 8);

} // namespace pilothouse
