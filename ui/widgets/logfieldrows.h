// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class Button;
class Label;
class WrappedText;

/// What a record says, a row for each thing: its name, its value and, where a filter can ask for it, a button
/// that shows only records that say the same and one that leaves them out. One Tab stop; the arrow keys go
/// from button to button.
class LogFieldRows final : public QWidget
{
    Q_OBJECT
public:
    explicit LogFieldRows(QWidget *parent = nullptr);

    void clear();
    /// Foreign text is shown as it is; `filter`: empty where there is none.
    void add(const QString &name, const QString &value, const QString &filter = {});

signals:
    void filterWanted(const QString &filter, bool isWanted);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// Kept for the next record: the arrow key runs through a log.
    struct Row
    {
        QWidget *widget = nullptr;
        Label *name = nullptr;
        WrappedText *value = nullptr;
        Button *only = nullptr;
        Button *without = nullptr;
        QString filter = {};
    };

    void addRow();
    Button *makeButton(const QString &iconName, bool isWanted, QWidget *row);
    bool step(const QObject *from, int key) const;

    QVBoxLayout *m_layout;
    QList<Row> m_rows;
    qsizetype m_used = 0;
};

} // namespace pilothouse
