// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/gotologdialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/labeledfield.h"

#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse {

GoToLogDialog::GoToLogDialog(GoTo goTo, QWidget *parent)
    : DialogFrame({tr("Go to a place in this log"),
                   tr("Times as the log shows them. Lines count from the oldest rotation on."),
                   QStringLiteral("signpost-split")},
                  parent)
    , m_goTo(std::move(goTo))
    , m_text(new QLineEdit)
    , m_field(new LabeledField(tr("Time, line or part"), m_text))
{
    m_field->setHint(tr("Such as 14:30, 2026-11-20 14:30:05, 48112 or 50%."));
    body()->addWidget(m_field);
    body()->addStretch(1);
    resize(560, 260);
    Button *action = addAction(tr("Go there"), ButtonKind::Primary);
    action->setDefault(true); // Enter goes there, and not away
    connect(action, &QPushButton::clicked, this, &GoToLogDialog::go);
    connect(m_text, &QLineEdit::textChanged, this, [this] { m_field->setError({}); });
    m_text->setFocus();
}

void GoToLogDialog::go()
{
    if (m_goTo(m_text->text())) {
        accept();
        return;
    }
    m_field->setError(tr("There is no such place in this log."));
    m_text->selectAll();
}

} // namespace pilothouse
