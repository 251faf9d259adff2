// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/card.h"

#include <QJsonObject>

class QComboBox;
class QDateTimeEdit;

namespace pilothouse {

class FindingsList;
class LabeledField;

/// How far a database server can be taken back in time, and a restore to a time; or what is missing for it,
/// and a button that sets it up.
class RecoveryCard final : public Card
{
    Q_OBJECT

public:
    explicit RecoveryCard(QWidget *parent = nullptr);

    /// What pitr.show answers.
    void showState(const QJsonObject &state, const QDateTime &now);

signals:
    void actionRequested(const QString &action, const QJsonObject &arguments);

private:
    QWidget *makeFields();
    void showReady(const QJsonObject &state, const QDateTime &now);
    void showMissing(const QJsonObject &state);
    void showUtc();
    void askForRestore();

    Label *m_range;
    Label *m_detail;
    QWidget *m_fields;
    QDateTimeEdit *m_time = nullptr;
    LabeledField *m_timeField = nullptr;
    QComboBox *m_where = nullptr;
    FindingsList *m_missing;
    Button *m_configure;
    Button *m_backup;
    bool m_hasTime = false; ///< the operator's own time stays when the state is read again
};

} // namespace pilothouse
