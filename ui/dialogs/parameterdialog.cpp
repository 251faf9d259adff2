// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/parameterdialog.h"

#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/labeledfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLineEdit>
#include <QSpinBox>
#include <QVBoxLayout>

#include <limits>

namespace pilothouse {

namespace {

QJsonValue textOrNothing(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text);
}

} // namespace

ParameterDialog::ParameterDialog(const Action &action, const QString &instance, const Choices &choices,
                                 QWidget *parent)
    : DialogFrame({QStringLiteral("%1 – %2").arg(action.title, visibleLine(instance)),
                   tr("The plan is shown before anything that cannot simply be undone."), action.icon},
                  parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    for (const Parameter &parameter : action.parameters)
        addField(parameter, choices(parameter.type));
    body()->addStretch(1);
    resize(560, 180 + 76 * static_cast<int>(action.parameters.size()));
    Button *go = addAction(tr("Continue"), ButtonKind::Primary);
    connect(go, &QPushButton::clicked, this, &ParameterDialog::answer);
    if (!m_fields.isEmpty())
        m_fields.first().frame->field()->setFocus();
}

void ParameterDialog::addField(const Parameter &parameter, const ParameterChoices &choices)
{
    Field field{parameter, nullptr, {}};
    QWidget *widget = nullptr;
    if (parameter.type == Parameter::Type::Flag) {
        auto *box = new QCheckBox(parameter.title);
        field.value = [box] {
            return box->isChecked() ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
        };
        widget = box;
    } else if (parameter.type == Parameter::Type::Number) {
        auto *spin = new QSpinBox;
        spin->setRange(0, std::numeric_limits<int>::max());
        field.value = [spin] {
            return spin->value() == 0 ? QJsonValue(QJsonValue::Undefined) : QJsonValue(spin->value());
        };
        widget = spin;
    } else if (!parameter.choices.isEmpty() || !choices.isEmpty()) {
        auto *box = new QComboBox;
        if (!parameter.isRequired)
            box->addItem(tr("As usual"), QString());
        for (const QString &choice : parameter.choices)
            box->addItem(choice, choice);
        for (const auto &[value, title] : choices)
            box->addItem(title, value);
        field.value = [box] { return textOrNothing(box->currentData().toString()); };
        widget = box;
    } else {
        auto *edit = new QLineEdit;
        field.value = [edit] { return textOrNothing(edit->text()); };
        widget = edit;
    }
    field.frame =
        new LabeledField(parameter.type == Parameter::Type::Flag ? QString() : parameter.title, widget);
    body()->addWidget(field.frame);
    m_fields << field;
}

void ParameterDialog::answer()
{
    QJsonObject arguments;
    bool isGood = true;
    for (const Field &field : std::as_const(m_fields)) {
        const QJsonValue value = field.value();
        if (!value.isUndefined())
            arguments.insert(field.parameter.name, value);
        const auto checked = Catalogue::check(
            {field.parameter},
            value.isUndefined() ? QJsonObject() : QJsonObject{{field.parameter.name, value}});
        field.frame->setError(checked ? QString() : checked.error().message);
        isGood = isGood && checked.has_value();
    }
    if (!isGood)
        return;
    accept();
    emit answered(arguments);
}

} // namespace pilothouse
