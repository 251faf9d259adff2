// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/railmodel.h"

#include <QListView>
#include <QWidget>

namespace pilothouse {

class Button;
class SearchField;

/// The list of instances at the left of the window: filter, instances worst first, "Add instance" at the
/// bottom.
class Rail final : public QWidget
{
    Q_OBJECT
public:
    explicit Rail(RailModel &model, QWidget *parent = nullptr);

    QString current() const;
    void setCurrent(const QString &name);
    /// Folded: 52 wide, marks over the last part of the names.
    void setFolded(bool isFolded);
    bool isFolded() const { return m_isFolded; }
    /// The next or previous instance, for the keyboard.
    void focusList();

signals:
    void chosen(const QString &name);
    void addRequested();
    void menuRequested(const QString &name, const QPoint &globalPosition);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void applyFold();

    RailModel &m_model;
    SearchField *m_filter;
    QListView *m_list;
    Button *m_add;
    bool m_isFolded = false;
};

} // namespace pilothouse
