// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/probedialog.h"

#include "ui/widgets/button.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/label.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace pilothouse {

ProbeDialog::ProbeDialog(const ProbeServices &services, const SessionPointer &session, QWidget *parent)
    : DialogFrame({tr("What is there on %1").arg(session->instance().name),
                   tr("Compared with the profile %1. Only reads; nothing is started or changed.")
                       .arg(session->profile().title),
                   QStringLiteral("clipboard-check")},
                  parent)
    , m_session(session)
    , m_probe(services)
    , m_summary(new Label({}, TextRole::Small, &Tokens::text2))
    , m_list(new FindingsList)
    , m_again(addTool(tr("Check again"), QStringLiteral("arrow-repeat")))
    , m_copy(addTool(tr("Copy"), QStringLiteral("clipboard")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->addWidget(m_summary);
    body()->addWidget(m_list, 1);
    cancelButton()->setText(tr("Close"));
    resize(680, 620);
    connect(&m_probe, &ProbeController::changed, this, &ProbeDialog::showFindings);
    connect(m_again, &QPushButton::clicked, this, &ProbeDialog::start);
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_probe.toText()); });
    start();
}

void ProbeDialog::start()
{
    m_probe.start([session = m_session](const OperationContext &) -> Result<ProbeController::Session> {
        return session;
    });
}

void ProbeDialog::showFindings()
{
    const Readable<QList<ProbeFinding>> &findings = m_probe.findings();
    m_summary->setText(m_probe.summary());
    m_again->setBusy(findings.isReading);
    m_copy->setEnabled(findings.hasValue);
    const bool isFirst = findings.isReading && !findings.hasValue;
    m_list->setFindings(findings.value, isFirst ? tr("Reading what is there") : QString());
}

} // namespace pilothouse
