// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logexportcontroller.h"
#include "ui/widgets/dialogframe.h"

class QCheckBox;
class QComboBox;
class QLineEdit;

namespace pilothouse {

class Banner;
class LabeledField;
class LoadingLine;

/// Asks what of the logs is kept as evidence and where, keeps it, and says how it ended. Stays open then.
class LogExportDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// Becomes the parent of the controller.
    LogExportDialog(LogExportController *controller, QWidget *parent = nullptr);

protected:
    /// Enter in a field does not close the dialog.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void fillWhat();
    void layOut();
    void showTimes();
    void showProgress();
    void chooseFolder();
    void start();

    LogExportController *m_controller;
    QComboBox *m_what;
    QCheckBox *m_times;
    QLineEdit *m_folder;
    LabeledField *m_folderField;
    LoadingLine *m_progress;
    Banner *m_end;
    Button *m_copy;
    Button *m_start;
};

} // namespace pilothouse
