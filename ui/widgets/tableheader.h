// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QHeaderView>

namespace pilothouse {

/// The head of a DataTable: quiet words of 12/500, a hairline below, a small arrow after the word it sorts
/// by, and a menu that chooses the columns.
class TableHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit TableHeader(QWidget *parent = nullptr);

signals:
    void menuAsked(const QPoint &globalPosition);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    QSize sectionSizeFromContents(int section) const override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    bool isFirstVisible(int section) const;
};

} // namespace pilothouse
