// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/backupdays.h"

#include <QWidget>

namespace pilothouse {

/// Four weeks of backups, a cell a day, with what the marks mean below. One Tab stop; the arrows walk the
/// days, Enter or a click chooses the backup of a day.
class BackupCalendar final : public QWidget
{
    Q_OBJECT

public:
    explicit BackupCalendar(QWidget *parent = nullptr);

    /// 28 days from a Monday on; `today` gets the ring.
    void setDays(const QList<BackupDay> &days, QDate today);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    /// Where a day is drawn; empty where there is none.
    QRect cellOf(int day) const;

signals:
    /// The set folder of the day that was chosen; never empty.
    void chosen(const QString &folder);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    int dayAt(const QPoint &point) const;
    void walkTo(int day);
    void choose(int day);
    void paintHead(QPainter &painter) const;
    void paintDay(QPainter &painter, int day) const;
    void paintLegend(QPainter &painter) const;

    QList<BackupDay> m_days;
    QDate m_today;
    int m_current = -1;
};

} // namespace pilothouse
