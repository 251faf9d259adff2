// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logfigurescontroller.h"
#include "ui/models/logfigures.h"
#include "ui/widgets/dialogframe.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace pilothouse {

class DataTable;
class EmptyState;
class Label;
class LoadingLine;
class TabStrip;

/// Counts a log: over time, by any field, the slowest, what is unusual. Each row finds its records in the log
/// beside it. Not modal.
class LogFiguresDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// Becomes the parent of the controller.
    LogFiguresDialog(LogFiguresController *controller, QWidget *parent = nullptr);

    /// Counts anew, as the fields say.
    void count();
    /// What was counted, as it is shown.
    const QList<FigureTable> &tables() const { return m_tables; }

signals:
    /// The records of a row are wanted.
    void chosen(const QString &filter);
    /// The table that is looked at is to be written somewhere.
    void exportAsked(const QString &csv);

protected:
    /// Enter in a field does not close the dialog.
    void keyPressEvent(QKeyEvent *event) override;

private:
    QWidget *makeFields();
    QWidget *makeScope();
    void layOut();
    void connectParts();
    void fillFields();
    LogFiguresWish wish() const;
    void showFigures();
    void showTable(int index);
    void choose(int row);

    LogFiguresController *m_controller;
    QComboBox *m_question;
    QComboBox *m_by;
    QComboBox *m_per;
    QLineEdit *m_slow;
    QCheckBox *m_isByQuery;
    QCheckBox *m_isByTimes;
    QCheckBox *m_isReview;
    Label *m_summary;
    LoadingLine *m_progress;
    TabStrip *m_tabs;
    DataTable *m_table;
    EmptyState *m_empty;
    RowsModel m_model;
    QList<FigureTable> m_tables;
    QString m_shown; ///< title of the table that is looked at
    Button *m_export;
    Button *m_show;
};

} // namespace pilothouse
