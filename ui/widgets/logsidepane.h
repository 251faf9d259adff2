// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QWidget>

class QComboBox;

namespace pilothouse {

class Button;
class Label;
class LogStage;
class SearchField;

/// A second log beside the first, with a source and a search of its own.
class LogSidePane final : public QWidget
{
    Q_OBJECT
public:
    explicit LogSidePane(OperationRunner &runner, QWidget *parent = nullptr);
    ~LogSidePane() override;

    LogsController &log() { return m_log; }
    LogStage &stage() const { return *m_stage; }
    /// Shows another source than `shownBeside` where there is one.
    void setSources(const LogSources &sources, const QString &shownBeside);
    void focusFind();

signals:
    void closeAsked();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();
    void showSource();
    void showSearch();

    LogsController m_log;
    QComboBox *m_sources;
    SearchField *m_find;
    Label *m_count;
    Button *m_only;
    LogStage *m_stage;
};

} // namespace pilothouse
