// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QWidget>

class QComboBox;

namespace pilothouse {

class LogFindRow;
class LogStage;

/// A second log beside the first, with a source, levels and a search of its own.
class LogSidePane final : public QWidget
{
    Q_OBJECT
public:
    explicit LogSidePane(OperationRunner &runner, QWidget *parent = nullptr);
    ~LogSidePane() override;

    LogsController &log() { return m_log; }
    LogStage &stage() const { return *m_stage; }
    LogFindRow &find() const { return *m_find; }
    /// Shows another source than `shownBeside` where there is one.
    void setSources(const LogSources &sources, const QString &shownBeside);

signals:
    void closeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHead();
    void connectFind();
    void showSource();

    LogsController m_log;
    QComboBox *m_sources;
    LogFindRow *m_find;
    LogStage *m_stage;
};

} // namespace pilothouse
