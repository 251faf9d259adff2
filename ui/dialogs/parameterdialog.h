// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/catalogue.h"
#include "ui/widgets/dialogframe.h"

#include <functional>

namespace pilothouse {

class LabeledField;

/// What can be chosen for a parameter: its value and how it is called.
using ParameterChoices = QList<std::pair<QString, QString>>;

/// Asks for what an action needs, by its parameters. It checks them as the catalogue does and runs nothing.
class ParameterDialog final : public DialogFrame
{
    Q_OBJECT
public:
    using Choices = std::function<ParameterChoices(Parameter::Type)>;

    ParameterDialog(const Action &action, const QString &instance, const Choices &choices,
                    QWidget *parent = nullptr);

signals:
    void answered(const QJsonObject &arguments);

private:
    struct Field
    {
        Parameter parameter;
        LabeledField *frame;
        std::function<QJsonValue()> value; ///< undefined: left out
    };

    void addField(const Parameter &parameter, const ParameterChoices &choices);
    void answer();

    QList<Field> m_fields;
};

} // namespace pilothouse
