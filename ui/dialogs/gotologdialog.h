// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/dialogframe.h"

#include <functional>

class QLineEdit;

namespace pilothouse {

class LabeledField;

/// Asks where in a log to go: a time, a line or a part of the whole. Stays open while that is nowhere.
class GoToLogDialog final : public DialogFrame
{
    Q_OBJECT
public:
    /// False where the text means no place in the log.
    using GoTo = std::function<bool(const QString &text)>;

    explicit GoToLogDialog(GoTo goTo, QWidget *parent = nullptr);

private:
    void go();

    GoTo m_goTo;
    QLineEdit *m_text;
    LabeledField *m_field;
};

} // namespace pilothouse
