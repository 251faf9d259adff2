// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QWidget>

class QBoxLayout;
class QComboBox;

namespace pilothouse {

class Button;
class Label;
class SearchField;

/// The two rows above the log view: find with count and steps; below it the source, the levels, wrap and
/// follow.
class LogToolbar final : public QWidget
{
    Q_OBJECT
public:
    explicit LogToolbar(LogsController &controller, QWidget *parent = nullptr);

    /// At the end of the second row.
    void addTool(QWidget *tool);
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
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeFindRow();
    QWidget *makeToolRow();
    Button *makeLevel(LogGroup group, QWidget *parent);
    Button *makeToggle(const QString &text, const QString &hint, QWidget *parent);
    void showSources();
    void showCounts();
    void showSearch();
    QString searchWords() const;
    void find();

    LogsController &m_controller;
    SearchField *m_find = nullptr;
    Label *m_count = nullptr;
    Label *m_error = nullptr; ///< what is wrong with the pattern, and where
    Button *m_case = nullptr;
    Button *m_word = nullptr;
    Button *m_pattern = nullptr;
    Button *m_only = nullptr;
    Button *m_previous = nullptr;
    Button *m_next = nullptr;
    QComboBox *m_sources = nullptr;
    QMap<LogGroup, Button *> m_levels;
    QBoxLayout *m_tools = nullptr;
    Button *m_wrap = nullptr;
    Button *m_follow = nullptr;
};

} // namespace pilothouse
