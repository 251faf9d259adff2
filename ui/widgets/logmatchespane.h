// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logmatchlist.h"

#include <QWidget>

class QStackedWidget;

namespace pilothouse {

class Label;
class LogMatchHead;
class LogView;

/// The records that match, in a view of their own beside that of the log. What is selected here is shown
/// there, and what is selected there is selected here where it is one of them.
class LogMatchesPane final : public QWidget
{
    Q_OBJECT
public:
    /// `main` shows the log itself.
    LogMatchesPane(LogsController &log, LogView &main, QWidget *parent = nullptr);
    ~LogMatchesPane() override;

    LogView &view() const { return *m_view; }
    LogMatchHead &head() const { return *m_head; }
    LogMatchList &list() { return m_list; }
    void setActive(bool isActive);
    void setContext(int records);

signals:
    void contextAsked();

private:
    void connectView();
    void connectMain();
    void leadMain();
    void followMain();
    void followMatch();
    void showWords();

    LogsController &m_log;
    LogView &m_main;
    LogMatchList m_list;
    LogMatchHead *m_head;
    LogView *m_view;
    Label *m_nothing;
    QStackedWidget *m_stack;
    bool m_leads = true; ///< what is awaited was asked for here
    bool m_isLed = false;
};

} // namespace pilothouse
