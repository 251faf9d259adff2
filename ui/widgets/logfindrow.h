// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QWidget>

class QBoxLayout;

namespace pilothouse {

class Button;
class FilterCompleter;
class Label;
class SearchField;

/// The field that says what is looked for in a log, how its text is meant, how much was found, and the steps
/// from one to the next.
class LogFindRow final : public QWidget
{
    Q_OBJECT
public:
    /// Where there is little room, case, words and expressions are left to the language of filters.
    enum class Look { Whole, Narrow };

    LogFindRow(LogsController &controller, Look look, QWidget *parent = nullptr);

    /// Puts a tool behind those that say how the text is meant.
    void addTool(QWidget *tool);
    void focusFind();
    /// Puts a text into the field and looks for it, as a filter or as it is.
    void setText(const QString &text, bool isFilter);
    /// Adds to what is looked for, and shows those records alone; see narrowedFilter().
    void narrow(const QString &filter, bool isWanted);
    /// Whether a filter is written there now.
    bool isWritingFilter() const;

signals:
    void stepAsked(int by);
    void leaveAsked();
    void onlyMatchesAsked(bool isOnly);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    Button *makeToggle(const QString &text, const QString &hint);
    void layOut();
    void connectParts();
    static Button *makeOnly(Look look);
    void showMeaning();
    void showSearch();
    QString searchWords() const;
    void find();

    LogsController &m_controller;
    Look m_look;
    SearchField *m_find;
    FilterCompleter *m_completer;
    Button *m_case;
    Button *m_word;
    Button *m_pattern;
    Button *m_filter;
    Button *m_only;
    Label *m_count;
    Button *m_previous;
    Button *m_next;
    QBoxLayout *m_row = nullptr;
    Label *m_error; ///< what is wrong with the text, and where
};

} // namespace pilothouse
