// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"

#include <QWidget>

class QAbstractButton;

namespace pilothouse {

class Label;

/// What an instance is for: three buttons in the colours of their environments, and below them what follows
/// from the choice. A second click on the chosen one takes the choice back.
class EnvironmentChoice final : public QWidget
{
    Q_OBJECT

public:
    explicit EnvironmentChoice(QWidget *parent = nullptr);

    Environment environment() const { return m_environment; }
    void setEnvironment(Environment environment);

signals:
    void changed();

private:
    Environment m_environment = Environment::Unstated;
    QList<std::pair<Environment, QAbstractButton *>> m_buttons;
    Label *m_policy;
};

/// What Pilothouse allows and asks in an environment, in one sentence.
QString environmentPolicy(Environment environment);

} // namespace pilothouse
