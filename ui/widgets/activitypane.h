// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/audit/auditlog.h"
#include "ui/models/operationview.h"

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class Button;
class Card;
class Label;
class Pill;
class StepList;

/// One operation in detail: who, why, what can be put back, its steps and its audit records.
class ActivityPane final : public QWidget
{
    Q_OBJECT
public:
    explicit ActivityPane(QWidget *parent = nullptr);

    void showNothing();
    void showOperation(const OperationView &view, const QList<AuditRecord> &records, bool isChainIntact);

signals:
    void undoRequested(const QUuid &operation);

private:
    Card *makeHead();
    void showFacts(const OperationView &view, const QList<AuditRecord> &records);
    void showRecords(const QList<AuditRecord> &records, bool isChainIntact);
    void copyRecords() const;

    QUuid m_operation;
    QString m_recordText;
    Card *m_head = nullptr;
    Label *m_title = nullptr;
    Label *m_when = nullptr;
    Pill *m_outcome = nullptr;
    Label *m_facts = nullptr;
    Label *m_error = nullptr;
    Button *m_undo = nullptr;
    Card *m_stepsCard = nullptr;
    StepList *m_steps = nullptr;
    Card *m_recordsCard = nullptr;
    Label *m_records = nullptr;
    Pill *m_chain = nullptr;
};

} // namespace pilothouse
