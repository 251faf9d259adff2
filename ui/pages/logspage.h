// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"
#include "ui/pages/page.h"

namespace pilothouse {

class Banner;
class LogDesk;
class LogHistogram;
class LogPane;
class LogStage;
class LogToolbar;
class LogTools;
class LogView;
class LogViewMenu;

struct LogServices;

/// Where a page gets the logs of a session from.
using LogSourcesOf = std::function<Result<LogSources>(const SessionPointer &session)>;

/// The live logs of an instance: find and filter, the view, and the record that is selected.
class LogsPage final : public Page
{
    Q_OBJECT
public:
    LogsPage(LogsController &controller, LogSourcesOf sourcesOf, QWidget *parent = nullptr);

    /// Saved filters and the other tools that need more than the log itself. Once.
    void addTools(const LogServices &services);

    QString id() const override { return QStringLiteral("logs"); }
    QString title() const override { return tr("Logs"); }
    QString manualPlace() const override;
    void setSession(const SessionPointer &session) override;
    void refresh() override;
    void focusFilter() override;
    bool isReading() const override;

protected:
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeBody();
    void connectParts();
    void connectFilter();
    void connectDesk();
    void addShortcuts();
    void connectLines(LogsController &log);
    void openGoTo(LogsController &log);
    void open();
    void showState();
    void showCurrent();
    void showCount();

    LogsController &m_controller;
    LogSourcesOf m_sourcesOf;
    SessionPointer m_session;
    LogToolbar *m_toolbar;
    LogTools *m_tools = nullptr;
    LogHistogram *m_histogram;
    Banner *m_banner;
    LogDesk *m_desk;
    LogView *m_view;      ///< of the first log
    LogStage *m_selected; ///< where a record was selected last
    LogPane *m_pane;
    LogViewMenu *m_menu;
    bool m_isStale = true;
};

} // namespace pilothouse
