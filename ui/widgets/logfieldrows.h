// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class Button;

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
    Button *makeButton(const QString &filter, bool isWanted, QWidget *row);
    bool step(QObject *from, int key);

    QVBoxLayout *m_rows;
    QList<Button *> m_buttons; ///< two for each row that has a filter
};

} // namespace pilothouse
