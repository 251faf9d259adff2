// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "ui/widgets/dialogframe.h"

#include <functional>

class QLineEdit;

namespace pilothouse {

class LabeledField;

/// What is to get a name.
struct NamedFilter
{
    QString title; ///< of the dialog
    QString filter;
    QString name; ///< that is proposed
};

/// Asks under which name a log filter is kept. Stays open while that cannot be.
class FilterNameDialog final : public DialogFrame
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<> &result)>;
    using Keep = std::function<void(const QString &name, const Done &done)>;

    FilterNameDialog(const NamedFilter &named, Keep keep, QWidget *parent = nullptr);

protected:
    /// Enter in a field does not close the dialog.
    void keyPressEvent(QKeyEvent *event) override;

private:
    void keep();

    Keep m_keep;
    QLineEdit *m_name;
    LabeledField *m_field;
    Button *m_action;
};

} // namespace pilothouse
