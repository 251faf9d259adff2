// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/operationscontroller.h"

#include <QListView>
#include <QSet>
#include <QTimer>
#include <QWidget>

class QPlainTextEdit;
class QScrollArea;
class QStandardItemModel;

namespace pilothouse {

class Button;
class ElidingLabel;
class Label;
class StepList;

/// Running and past operations: the list, the steps of the chosen one, its commands and output. Opens by
/// itself for what fails.
class OperationDock final : public QWidget
{
    Q_OBJECT
public:
    explicit OperationDock(OperationsController &operations, QWidget *parent = nullptr);

    bool isOpen() const { return m_isOpen; }
    void setOpen(bool isOpen);
    void show(const QUuid &operation);
    QUuid current() const { return m_current; }

signals:
    void openChanged(bool isOpen);
    void resumeRequested(const QUuid &operation);
    void rollBackRequested(const QUuid &operation);
    void undoRequested(const QUuid &operation);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeStrip();
    QWidget *makeBody();
    QWidget *makeMiddle();
    QWidget *makeRight();
    void reload();
    /// Once for each operation that was cut off: its way out is here.
    void openForCutOff();
    void showCurrent();
    void showButtons(const OperationView &view);
    static QString spokenRow(const OperationView &view);
    void updateRow(const QUuid &id);
    void updateStrip();
    void copyOutput();
    QString stateSentence(const OperationView &view) const;

    OperationsController &m_operations;
    QStandardItemModel *m_model;
    QWidget *m_body = nullptr;
    Button *m_toggle = nullptr;
    ElidingLabel *m_stripState = nullptr;
    ElidingLabel *m_stripLast = nullptr;
    QListView *m_list = nullptr;
    Label *m_title = nullptr;
    Label *m_state = nullptr;
    StepList *m_steps = nullptr;
    Button *m_cancel = nullptr;
    Button *m_acknowledge = nullptr;
    Button *m_resume = nullptr;
    Button *m_rollBack = nullptr;
    Button *m_undo = nullptr;
    QPlainTextEdit *m_output = nullptr;
    QTimer m_clock;
    QUuid m_current;
    QSet<QUuid> m_cutOff; ///< those that it has opened for
    bool m_isOpen = false;
};

} // namespace pilothouse
