// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/configuration/limits.h"
#include "ui/widgets/card.h"

#include <QJsonObject>

class QDoubleSpinBox;
class QHBoxLayout;
class QLineEdit;

namespace pilothouse {

class Button;
class Label;
class UsageBar;

/// Limits with what is used of them and the highest use, and fields and presets to change them.
class LimitsCard final : public Card
{
    Q_OBJECT

public:
    explicit LimitsCard(QWidget *parent = nullptr);

    void setReport(const Result<LimitsReport> &report, const QList<ProfileLimits> &presets);

signals:
    /// Arguments of the action that changes limits.
    void changeAsked(const QJsonObject &arguments);

private:
    struct Line
    {
        Label *text;
        UsageBar *bar;
    };

    Line addLine(const QString &caption);
    QWidget *makeFields();
    void showUse(const LimitsReport &report);
    void showPresets(const QList<ProfileLimits> &presets);
    void ask();

    Line m_memoryLine;
    Line m_cpuLine;
    Label *m_note;
    QWidget *m_change;
    QHBoxLayout *m_presets;
    QStringList m_presetTexts; ///< of the buttons that are there
    QLineEdit *m_memory;
    QDoubleSpinBox *m_cpus;
};

} // namespace pilothouse
