// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/configuration/logsettings.h"
#include "ui/widgets/card.h"

#include <QJsonObject>

class QComboBox;
class QSpinBox;

namespace pilothouse {

class FindingsList;
class Label;

/// How much the service logs, with fields to change it for a while, and how driver and rotation keep it.
class LogSettingsCard final : public Card
{
    Q_OBJECT

public:
    explicit LogSettingsCard(QWidget *parent = nullptr);

    /// Each false hides its fields.
    struct Changes
    {
        bool level = false;
        bool driver = false;
    };
    void setSettings(const Result<LogSettings> &settings, Changes changes);

signals:
    /// Arguments of the action that changes the level.
    void levelAsked(const QJsonObject &arguments);
    /// Of the one that changes how the engine keeps the console.
    void driverAsked(const QJsonObject &arguments);

private:
    QWidget *makeFields();
    QWidget *makeDriverFields();
    void showDriver(const LogDriver &driver);

    Label *m_level;
    Label *m_text;
    QWidget *m_change;
    QComboBox *m_choice;
    QSpinBox *m_minutes;
    QWidget *m_driver;
    QComboBox *m_driverName;
    QSpinBox *m_size;
    QSpinBox *m_files;
    LogDriver m_shown; ///< what the fields were filled from
    FindingsList *m_findings;
};

} // namespace pilothouse
