// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/upgradedialog.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filechoice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse {

UpgradeDialog::UpgradeDialog(OperationRunner &runner, const UpgradeController::Session &session,
                             QWidget *parent)
    : DialogFrame({tr("Upgrade %1").arg(session->instance().name),
                   tr("The plan comes next. Until you press its button, nothing changes."),
                   QStringLiteral("arrow-up-circle")},
                  parent)
    , m_controller(runner, session)
    , m_current(new Label({}, TextRole::Body))
    , m_wanted(new QComboBox)
    , m_file(new QLineEdit)
    , m_wantedField(new LabeledField(m_controller.isContainer() ? tr("Image") : tr("Version"), m_wanted))
    , m_fileField(new LabeledField(tr("Or a file that holds it"), m_file))
    , m_plan(addAction(tr("Show the plan"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_current->setWrapping(true);
    m_wanted->setEditable(true);
    m_wanted->setInsertPolicy(QComboBox::NoInsert);
    m_wanted->lineEdit()->setFont(fontOf(TextRole::Code));
    m_file->setFont(fontOf(TextRole::Code));
    QAction *choose =
        m_file->addAction(fieldIcon(QStringLiteral("folder2-open")), QLineEdit::TrailingPosition);
    choose->setToolTip(tr("Choose a file"));
    m_fileField->setHint(m_controller.isContainer() ? tr("Made by “docker save”; no network is needed then.")
                                                    : tr("Made by “npm pack”; no registry is needed then."));
    body()->addWidget(m_current);
    body()->addWidget(m_wantedField);
    body()->addWidget(m_fileField);
    body()->addStretch(1);
    resize(600, 400);
    connect(choose, &QAction::triggered, this, &UpgradeDialog::chooseFile);
    connect(m_wanted, &QComboBox::editTextChanged, this, &UpgradeDialog::checkFields);
    connect(m_file, &QLineEdit::textChanged, this, &UpgradeDialog::checkFields);
    connect(m_plan, &QPushButton::clicked, this, &UpgradeDialog::plan);
    connect(&m_controller, &UpgradeController::changed, this, &UpgradeDialog::showFacts);
    m_controller.refresh();
    checkFields();
}

void UpgradeDialog::showFacts()
{
    const Readable<QJsonObject> &facts = m_controller.facts();
    if (facts.isReading) {
        m_current->setText(tr("Reading what runs"));
        return;
    }
    if (facts.error) {
        m_current->setText(visibleText(facts.error->toText()));
        m_current->setInk(&Tokens::warnText);
        m_wantedField->hide();
        m_fileField->hide();
        m_plan->setEnabled(false);
        return;
    }
    m_current->setText(tr("Now: %1").arg(visibleLine(m_controller.current())));
    const QStringList newer = m_controller.newer();
    if (m_wanted->currentText().isEmpty()) {
        m_wanted->addItems(newer);
        m_wanted->setCurrentIndex(newer.isEmpty() ? -1 : 0);
    }
    if (m_controller.isContainer())
        m_wantedField->setHint(
            newer.isEmpty() ? tr("No newer image of this name is on this machine; it would be fetched.")
                            : tr("The list shows newer images that are on this machine."));
    checkFields();
}

void UpgradeDialog::checkFields()
{
    const bool hasAny = !m_wanted->currentText().trimmed().isEmpty() || !m_file->text().isEmpty();
    const bool isAbsolute = m_file->text().isEmpty() || m_file->text().startsWith(u'/');
    m_fileField->setError(isAbsolute ? QString() : tr("Give its full path."));
    m_plan->setEnabled(hasAny && isAbsolute && !m_controller.facts().error);
}

void UpgradeDialog::chooseFile()
{
    askFile(this, {tr("Choose a file"), m_file->text(), {}},
            [this](const QString &path) { m_file->setText(path); });
}

void UpgradeDialog::plan()
{
    emit actionRequested(QStringLiteral("upgrade.run"),
                         m_controller.arguments(m_wanted->currentText().trimmed(), m_file->text()));
    accept();
}

} // namespace pilothouse
