// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"
#include "ui/controllers/logservices.h"
#include "ui/controllers/logshelfcontroller.h"

class QMenu;

namespace pilothouse {

class LogToolbar;

/// What the Logs page can do beside showing a log: filters under names, highlighters,
/// figures, evidence.
class LogTools final : public QObject
{
    Q_OBJECT
public:
    LogTools(LogsController &logs, LogToolbar &toolbar, const LogServices &services, QWidget *page);

    void setSession(const SessionPointer &session);
    LogShelfController &shelf() { return m_shelf; }

    void saveFilter();
    void openSavedFilters();
    void openExport();
    void openHighlighters();
    void openFigures();

signals:
    void told(const QString &sentence);
    void highlightersChanged(const QList<pilothouse::LogHighlighter> &rules);

private:
    void addFilterTool();
    void addButton(const QString &iconName, const QString &hint, void (LogTools::*open)());
    void find(const QString &filter);
    void fillFilterMenu();
    void addToMenu(const QList<SavedLogFilter> &filters, const QString &heading, bool isOfProfile);

    LogsController &m_logs;
    LogToolbar &m_toolbar;
    LogServices m_services;
    QWidget *m_page;
    SessionPointer m_session;
    LogShelfController m_shelf;
    QPointer<QWidget> m_figures;
    QMenu *m_filterMenu = nullptr;
};

} // namespace pilothouse
