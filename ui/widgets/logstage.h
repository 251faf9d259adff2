// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"
#include "ui/models/logkeys.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace pilothouse {

class EmptyState;
class LoadingBars;
class LogFieldMenu;
class LogMatchesPane;
class LogView;

/// The views of one log: the log itself, or what is to be said where it shows nothing, and its matches below
/// or beside; both as they stand in the log or as a table.
class LogStage final : public QWidget
{
    Q_OBJECT
public:
    LogStage(LogsController &log, LogChoices &choices, QWidget *parent = nullptr);

    LogsController &log() const { return m_log; }
    LogView &view() const { return *m_view; }
    /// Those on the screen, in the order in which keys go through them.
    QList<LogView *> views() const;
    /// Whose columns a table has.
    void setProfile(const QString &id);
    /// What the format of the log reads in a record.
    LogFields fieldsOf(const LogRecord &record) const { return m_reader.fields(record); }
    /// Says here why the log cannot be read.
    void setTellsFailures(bool tells) { m_tellsFailures = tells; }
    /// Times may be shown in another zone.
    void redraw();
    /// To the next or previous match.
    void step(int by);

signals:
    void findWanted();
    void goToWanted();
    void paneWanted(int by);
    void histogramWanted();
    /// Only records that a filter finds are to be shown beside what is looked for already, or all but those.
    void narrowWanted(const QString &filter, bool isWanted);

private:
    void connectLog();
    void connectView();
    void connectKeys(LogView &view);
    void showContent();
    QString hiddenSentence() const;
    QString emptySentence() const;
    void showEverything();
    void arrange();
    void makeMatches();
    void toggleMatches();
    void obey(LogCommand command, const LogView &view);
    void zoomTime(const LogView &view, bool isCloser);
    void stepContext();
    void stepMatchContext();
    LogFieldMenu fieldMenu(const LogView &view);
    void showFieldMenu(const LogView &view, bool isWanted);
    const LogSource *source() const;
    QString kind() const;
    void applyTable();
    void showColumnMenu(const QPoint &globalPosition);
    void toggleColumn(const QString &id);

    LogsController &m_log;
    LogChoices &m_choices;
    LogView *m_view;
    QStackedWidget *m_stack;
    LoadingBars *m_loading;
    EmptyState *m_empty;
    EmptyState *m_hidden;
    QSplitter *m_split;
    LogMatchesPane *m_matches = nullptr; ///< made when it is first wanted
    QString m_profile;
    QString m_tableKind; ///< of the table that is shown
    LogFieldReader m_reader;
    bool m_tellsFailures = false;
};

} // namespace pilothouse
