// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/tokens.h"

#include <QWidget>

#include <functional>

namespace pilothouse {

/// How many spans a bar of that width shows; a caller sums its measures up into as many.
int uptimeSpans(int width, int pitch);

/// Draws spans as cells of pitch - 1 or - 2 on whole pixels, the newest at the right end. Their height
/// carries meaning too.
void paintUptime(QPainter &painter, const QRect &rect, const QList<UptimeState> &spans, int pitch,
                 const Tokens &tokens);

/// A bar of 8 px cells; arrow keys walk the cells, and each says from when to when it is and why.
class UptimeBar final : public QWidget
{
    Q_OBJECT

public:
    explicit UptimeBar(QWidget *parent = nullptr);

    /// `tooltip` says the span at a position.
    void setSpans(QList<UptimeState> spans, const QString &summary, std::function<QString(int)> tooltip);
    QSize sizeHint() const override { return {320, 26}; }

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    int spanAt(int x) const;
    QRect cellOf(int span) const;
    void walkTo(int span);

    QList<UptimeState> m_spans;
    std::function<QString(int)> m_tooltip;
    int m_current = -1;
};

} // namespace pilothouse
