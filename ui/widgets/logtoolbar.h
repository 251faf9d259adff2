// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;

namespace pilothouse {

class Button;
class LogFindRow;

/// The two rows above the log view: find with count and steps; below it the source, the levels, wrap and
/// follow.
class LogToolbar final : public QWidget
{
    Q_OBJECT
public:
    explicit LogToolbar(LogsController &controller, QWidget *parent = nullptr);

    /// Before the buttons that say how the log is shown.
    void addLook(QWidget *tool);
    /// At the end of the second row.
    void addTool(QWidget *tool);
    LogFindRow &find() { return *m_find; }
    void focusFind();
    void setFollowing(bool isFollowing);
    void setWrapping(bool isWrapping);

signals:
    void stepAsked(int by);
    void followAsked(bool isFollowing);
    void wrapAsked(bool isWrapping);
    void leaveAsked();
    void levelAsked(pilothouse::LogGroup group, bool isShown);
    void onlyMatchesAsked(bool isOnly);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeToolRow();
    void showSources();

    LogsController &m_controller;
    LogFindRow *m_find;
    QComboBox *m_sources = nullptr;
    QBoxLayout *m_tools = nullptr;
    Button *m_wrap = nullptr;
    Button *m_follow = nullptr;
};

} // namespace pilothouse
