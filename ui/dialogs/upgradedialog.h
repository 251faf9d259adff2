// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/upgradecontroller.h"
#include "ui/widgets/dialogframe.h"

class QComboBox;
class QLineEdit;

namespace pilothouse {

class LabeledField;

/// "Upgrade…": which image or version, or which file holds it. The plan comes next; this changes nothing.
class UpgradeDialog final : public DialogFrame
{
    Q_OBJECT
public:
    UpgradeDialog(OperationRunner &runner, const UpgradeController::Session &session,
                  QWidget *parent = nullptr);

    bool isReading() const { return m_controller.facts().isReading; }

signals:
    void actionRequested(const QString &action, const QJsonObject &arguments);

private:
    void showFacts();
    void checkFields();
    void chooseFile();
    void plan();

    UpgradeController m_controller;
    Label *m_current;
    QComboBox *m_wanted;
    QLineEdit *m_file;
    LabeledField *m_wantedField;
    LabeledField *m_fileField;
    Button *m_plan;
};

} // namespace pilothouse
