// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/troublecontroller.h"
#include "ui/widgets/dialogframe.h"

class QComboBox;
class QLineEdit;

namespace pilothouse {

class FindingsList;
class LabeledField;

/// "Troubleshooter": a symptom, its checks one by one, and what may help. Only reads; what it proposes shows
/// its plan first.
class TroubleDialog final : public DialogFrame
{
    Q_OBJECT
public:
    TroubleDialog(OperationRunner &runner, const TroubleServices &services, const SessionPointer &session,
                  QWidget *parent = nullptr);

    bool isReading() const { return m_trouble.isRunning(); }
    /// Chooses a symptom by its id and runs it.
    void run(const QString &symptom);

signals:
    void actionRequested(const QString &action, const QJsonObject &arguments);
    /// The operator's own copy, at an item.
    void runbookRequested(const QString &item);

private:
    void start();
    void showFindings();
    void showProposals();
    void showSymptom();
    QString symptom() const;
    QString toText() const;

    SessionPointer m_session;
    TroubleController m_trouble;
    QComboBox *m_symptom;
    QLineEdit *m_address;
    LabeledField *m_addressField;
    Label *m_section;
    FindingsList *m_list;
    QWidget *m_proposals;
    Button *m_start;
    Button *m_runbook;
    Button *m_copy;
};

} // namespace pilothouse
