// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/entitylist.h"

#include <QWidget>

class QHBoxLayout;

namespace pilothouse {

class Button;
class Label;
class LoadingLine;
class Pill;
class SearchField;

/// What filters the list of users, what is known of its read, and what can be done with all of them.
class UsersToolbar final : public QWidget
{
    Q_OBJECT

public:
    explicit UsersToolbar(QWidget *parent = nullptr);

    SearchField *search() const { return m_search; }
    EntityFilter::State state() const;
    void clearFilter();
    /// Null: nothing was read yet.
    void setCounts(const EntityListPointer &list);
    void setOrphans(int count);
    void setCanExport(bool canExport);
    void setCanEndSessions(bool canEnd);
    void endSessions();
    /// Starts to say what is being read, unless it does already; empty: nothing is.
    void setReading(const QString &what);
    /// Marks what is shown as old; empty: it is not.
    void setAge(const QString &age);
    /// Which file was read when; empty: not said.
    void setSummary(const QString &summary);
    /// Puts a button behind the others.
    void addButton(Button *button);

signals:
    void filterChanged();
    void stopAsked();
    void orphansAsked();
    void exportAsked();
    void endSessionsAsked();
    /// The menu of columns, at this place of the screen.
    void columnsAsked(const QPoint &place);

private:
    void addStates(QHBoxLayout *layout);
    void makeWords();
    void makeButtons();

    SearchField *m_search;
    QList<Button *> m_states;
    Label *m_summary = nullptr;
    Pill *m_age = nullptr;
    LoadingLine *m_loading = nullptr;
    Button *m_orphans = nullptr;
    Button *m_export = nullptr;
    Button *m_endSessions = nullptr;
    Button *m_columns = nullptr;
};

} // namespace pilothouse
