// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"

#include <QWidget>

class QAction;

namespace pilothouse {

class Button;
class Pill;
class SearchField;

/// What can be done with the selected backup, and with all of them.
class BackupToolbar final : public QWidget
{
    Q_OBJECT

public:
    /// What the buttons have to know. A refusal is the reason why a button is off; empty: it is on.
    struct State
    {
        QString restoreRefusal;
        QString selectionRefusal;
        QString pruneRefusal;
        bool isPinned = false;
    };

    explicit BackupToolbar(QWidget *parent = nullptr);

    void setState(const State &state);
    /// Marks what is shown as old; an empty text: it is not.
    void setAge(const QString &age);
    SearchField *filter() const { return m_filter; }

signals:
    void restoreAsked();
    void restoreBesideAsked();
    void restoreFileAsked();
    void verifyAsked();
    void pinAsked();
    void retentionAsked();
    void offlineAsked();
    /// The menu of columns, at this place of the screen.
    void columnsAsked(const QPoint &place);

private:
    void makeButtons();
    Button *makeMore();

    Button *m_restore;
    Button *m_verify;
    Button *m_pin;
    Button *m_file;
    Button *m_retention;
    Pill *m_age;
    SearchField *m_filter;
    QAction *m_beside = nullptr;
};

} // namespace pilothouse
