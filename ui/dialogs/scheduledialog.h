// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "core/schedule/schedule.h"
#include "ui/widgets/dialogframe.h"

#include <QJsonObject>

class QCheckBox;
class QComboBox;
class QLineEdit;
class QTimeEdit;

namespace pilothouse {

class LabeledField;

/// Asks when backups are made or drills are run, and who does it. What it asks for is planned and shown
/// before it happens.
class ScheduleDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// `schedule`: what there is now; nothing: none.
    ScheduleDialog(const QString &instance, ScheduledWork work,
                   const std::optional<ScheduleReading> &schedule, QWidget *parent = nullptr);

    /// The arguments of schedule.install.
    QJsonObject arguments() const;

signals:
    void asked(const QJsonObject &arguments);

private:
    void showFields();
    void ask();
    void take(const ScheduleReading &schedule);

    ScheduledWork m_work;
    QComboBox *m_period;
    QComboBox *m_weekday;
    QTimeEdit *m_time;
    QLineEdit *m_own;
    QComboBox *m_runner;
    QCheckBox *m_prunes;
    QCheckBox *m_lingers;
    LabeledField *m_weekdayField;
    LabeledField *m_timeField;
    LabeledField *m_ownField;
};

} // namespace pilothouse
