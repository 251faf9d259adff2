// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/secrets/secret.h"
#include "ui/widgets/dialogframe.h"

class QLineEdit;

namespace pilothouse {

class LabeledField;

/// Takes the key with which drills of an instance write their marker through its service. A key that is kept
/// is never shown; a new one takes its place.
class DrillKeyDialog final : public DialogFrame
{
    Q_OBJECT

public:
    explicit DrillKeyDialog(const QString &instance, QWidget *parent = nullptr);

signals:
    /// An empty one: the kept key is to be forgotten.
    void answered(const pilothouse::Secret &key);

private:
    void answer();

    QLineEdit *m_key;
    LabeledField *m_field;
};

} // namespace pilothouse
