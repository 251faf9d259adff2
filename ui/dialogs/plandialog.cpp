// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/plandialog.h"

#include "core/plan/plantext.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filechoice.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/planview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QLineEdit>
#include <QSaveFile>

namespace pilothouse {

namespace {

constexpr QSize Standard{960, 640};

ButtonKind buttonOf(Severity severity)
{
    return severity == Severity::Destructive || severity == Severity::Irreversible ? ButtonKind::Danger
                                                                                   : ButtonKind::Primary;
}

QString iconOf(const Plan &plan)
{
    if (plan.action.startsWith(QStringLiteral("backup.restore")) || !plan.undoes.isNull())
        return QStringLiteral("arrow-counterclockwise");
    if (plan.action.endsWith(QStringLiteral(".delete")))
        return QStringLiteral("trash3");
    if (plan.action.startsWith(QStringLiteral("backup.prune")))
        return QStringLiteral("eraser");
    if (plan.action.startsWith(QStringLiteral("service.")))
        return QStringLiteral("arrow-repeat");
    return QStringLiteral("list-check");
}

QString severityWords(Severity severity)
{
    switch (severity) {
    case Severity::Reversible:
        return PlanDialog::tr("Safe: it can be undone.");
    case Severity::Disruptive:
        return PlanDialog::tr("It interrupts the service; no data changes.");
    case Severity::Destructive:
        return PlanDialog::tr("It replaces data; a safety copy is kept and it can be put back.");
    case Severity::Irreversible:
        break;
    }
    return PlanDialog::tr("It cannot be undone.");
}

QString buttonText(const Plan &plan, const PlanGate &gate)
{
    const QString text = plan.button.isEmpty() ? plan.title : plan.button;
    return gate.needsUnlock ? PlanDialog::tr("Unlock, then: %1").arg(text) : text;
}

} // namespace

PlanDialog::PlanDialog(const Plan &plan, const StepRegistry &steps, const PlanGate &gate, QWidget *parent)
    : DialogFrame({visibleLine(plan.title), severityWords(plan.severity), iconOf(plan)}, parent)
    , m_plan(plan)
    , m_steps(steps)
    , m_gate(gate)
    , m_view(new PlanView(plan, steps, this))
    , m_go(addAction(mnemonicSafe(visibleLine(buttonText(plan, gate))), buttonOf(plan.severity),
                     gate.needsUnlock ? QStringLiteral("unlock-fill") : iconOf(plan)))
{
    body()->addWidget(m_view, 1);
    addConfirmation();
    addTools();
    QSize size = Standard;
    if (parent)
        size = size.boundedTo({qMin(940, parent->width()), parent->height() * 9 / 10});
    resize(size);
    connect(m_view, &PlanView::acceptedChanged, this, &PlanDialog::updateButton);
    connect(m_go, &QPushButton::clicked, this, [this] {
        emit approved(approval());
        accept();
    });
    updateButton();
}

void PlanDialog::addConfirmation()
{
    if (!needsName())
        return;
    m_reason = new QLineEdit(this);
    m_reason->setPlaceholderText(tr("Ticket and why"));
    m_name = new QLineEdit(this);
    auto *row = new QHBoxLayout;
    row->setSpacing(16);
    row->addWidget(new LabeledField(tr("Reason"), m_reason, this), 1);
    row->addWidget(
        new LabeledField(tr("Type the instance name, %1").arg(visibleLine(m_plan.instance)), m_name, this),
        1);
    body()->addLayout(row);
    connect(m_reason, &QLineEdit::textChanged, this, &PlanDialog::updateButton);
    connect(m_name, &QLineEdit::textChanged, this, &PlanDialog::updateButton);
}

void PlanDialog::addTools()
{
    Button *copy = addTool(tr("Copy as shell"), QStringLiteral("clipboard"));
    Button *save = addTool(tr("Save plan…"), QStringLiteral("download"));
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(toShellScript(m_plan, m_steps)); });
    connect(save, &QPushButton::clicked, this, [this] {
        const FileQuestion question{tr("Save plan"), QStringLiteral("plan.txt"), tr("Text (*.txt)")};
        askNewFile(this, question, [this](const QString &path) {
            QSaveFile file(path);
            const bool isSaved = file.open(QIODevice::WriteOnly)
                                 && file.write(toPlainText(m_plan, m_steps).toUtf8()) >= 0 && file.commit();
            setFootNote(isSaved ? tr("Saved as %1.").arg(path) : tr("Not saved: %1").arg(file.errorString()),
                        !isSaved);
        });
    });
}

bool PlanDialog::needsName() const
{
    return m_plan.severity == Severity::Irreversible
           || (m_plan.severity == Severity::Destructive && m_gate.isProduction);
}

Approval PlanDialog::approval() const
{
    Approval approval;
    approval.isConfirmed = true;
    approval.accepted = m_view->accepted();
    approval.reason = m_reason ? m_reason->text().trimmed() : QString();
    approval.typedName = m_name ? m_name->text() : QString();
    approval.how = QStringLiteral("window");
    return approval;
}

void PlanDialog::updateButton()
{
    const QStringList missing = Executor::missingApproval(m_plan, approval(), m_gate.isProduction);
    m_go->setRefusal(missing.value(0));
    setFootNote(missing.value(0), m_plan.hasBlocker());
}

} // namespace pilothouse
