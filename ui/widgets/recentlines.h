// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/statekind.h"

#include <QWidget>

namespace pilothouse {

/// One thing that was done.
struct RecentLine
{
    StateKind state = StateKind::Healthy;
    QString title;
    QString moment;
    QString actor;

    bool operator==(const RecentLine &) const = default;
};

/// Lines of what was done: mark, title, when, who; painted one below the other.
class RecentLines final : public QWidget
{
    Q_OBJECT

public:
    explicit RecentLines(QWidget *parent = nullptr);

    void setLines(const QList<RecentLine> &lines);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<RecentLine> m_lines;
};

} // namespace pilothouse
