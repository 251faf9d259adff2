// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/filternamedialog.h"

#include "core/actions/logs/savedfilters.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/labeledfield.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPointer>
#include <QVBoxLayout>

namespace pilothouse {

FilterNameDialog::FilterNameDialog(const NamedFilter &named, Keep keep, QWidget *parent)
    : DialogFrame(
        {named.title, tr("Every instance of this service has it then."), QStringLiteral("bookmark")}, parent)
    , m_keep(std::move(keep))
    , m_name(new QLineEdit(named.name))
    , m_field(new LabeledField(tr("Name"), m_name))
    , m_action(addAction(tr("Save"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_name->setMaxLength(SavedLogFilters::LongestName);
    m_field->setHint(tr("Such as: slow logins."));
    body()->addWidget(new CodeBox(visibleText(named.filter)));
    body()->addSpacing(8);
    body()->addWidget(m_field);
    body()->addStretch(1);
    resize(520, 320);
    connect(m_action, &QPushButton::clicked, this, &FilterNameDialog::keep);
    connect(m_name, &QLineEdit::textChanged, this, [this] { m_field->setError({}); });
    m_name->selectAll();
    m_name->setFocus();
}

void FilterNameDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        keep();
    else
        DialogFrame::keyPressEvent(event);
}

void FilterNameDialog::keep()
{
    if (m_action->isBusy())
        return;
    m_action->setBusy(true);
    m_keep(m_name->text(), [self = QPointer(this)](const Result<> &result) {
        if (!self)
            return;
        self->m_action->setBusy(false);
        if (result)
            self->accept();
        else
            self->m_field->setError(visibleText(result.error().message));
    });
}

} // namespace pilothouse
