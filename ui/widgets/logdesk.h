// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QWidget>

class QSplitter;

namespace pilothouse {

class LogSidePane;
class LogStage;
class LogView;

/// One log, or two beside each other that show the same moment.
class LogDesk final : public QWidget
{
    Q_OBJECT
public:
    explicit LogDesk(LogsController &log, QWidget *parent = nullptr);

    LogStage &stage() const { return *m_stage; }
    /// Null where there is one log only.
    LogSidePane *side() const { return m_side; }
    void showSide(bool isShown);
    /// Of another instance; `profile`: its profile, whose columns a table has.
    void setSources(const LogSources &sources, const QString &profile);
    /// What stands out in every log that is shown.
    void setHighlighters(const QList<LogHighlighter> &rules);
    void redraw();
    /// The log that the keyboard is in; else the first.
    LogStage &focusedStage() const;

signals:
    void findWanted();
    void goToWanted(pilothouse::LogsController *log);
    void sideChanged(bool isShown);
    /// A record was selected in the log itself.
    void selected(pilothouse::LogStage *stage);

private:
    void connectStage(LogStage &stage);
    void joinSteps(LogStage &leading, LogStage &led);
    void stepPane(int by);
    QList<LogView *> views() const;

    LogsController &m_log;
    LogStage *m_stage;
    LogSidePane *m_side = nullptr;
    QSplitter *m_split;
    QList<LogHighlighter> m_highlighters;
    LogSources m_sources;
    QString m_profile;
};

} // namespace pilothouse
