// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/troubledialog.h"

#include "core/instances/instancesession.h"
#include "ui/controllers/probecontroller.h"
#include "ui/models/environment.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

std::optional<BadgeCell> badgeOf(const InstanceSession &session)
{
    const BadgeCell badge = environmentBadge(session.instance().environment);
    return badge.text.isEmpty() ? std::nullopt : std::optional(badge);
}

void clearLayout(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

} // namespace

TroubleDialog::TroubleDialog(OperationRunner &runner, const TroubleServices &services,
                             const SessionPointer &session, QWidget *parent)
    : DialogFrame({tr("Troubleshooter for %1").arg(visibleLine(session->instance().name)),
                   tr("Runs the checks of a symptom one by one. Only reads; nothing is started or changed."),
                   QStringLiteral("heart-pulse"), badgeOf(*session)},
                  parent)
    , m_session(session)
    , m_trouble(runner, services)
    , m_symptom(new QComboBox)
    , m_address(new QLineEdit)
    , m_addressField(new LabeledField(tr("WebSocket address as clients reach it"), m_address))
    , m_section(new Label({}, TextRole::Small, &Tokens::text2))
    , m_list(new FindingsList)
    , m_proposals(new QWidget)
    , m_start(addAction(tr("Run the checks"), ButtonKind::Primary, QStringLiteral("play")))
    , m_runbook(addTool(tr("Runbook"), QStringLiteral("box-arrow-up-right")))
    , m_copy(addTool(tr("Copy"), QStringLiteral("clipboard")))
{
    for (const ProfileTrouble &trouble : session->profile().troubles)
        m_symptom->addItem(visibleLine(trouble.title), trouble.id);
    m_address->setPlaceholderText(QStringLiteral("wss://service.example.org/ws"));
    m_addressField->setHint(tr("Empty: the service's own address, without the proxy."));
    m_proposals->setLayout(new QVBoxLayout);
    m_proposals->layout()->setContentsMargins(0, 0, 0, 0);
    body()->addWidget(new LabeledField(tr("Symptom"), m_symptom));
    body()->addWidget(m_addressField);
    body()->addWidget(m_section);
    body()->addWidget(m_list, 1);
    body()->addWidget(m_proposals);
    cancelButton()->setText(tr("Close"));
    resize(720, 680);
    connect(m_symptom, &QComboBox::currentIndexChanged, this, &TroubleDialog::showSymptom);
    connect(m_start, &QPushButton::clicked, this, &TroubleDialog::start);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(toText()); });
    connect(m_runbook, &QPushButton::clicked, this, [this] {
        if (const ProfileTrouble *trouble = m_session->profile().trouble(symptom()))
            emit runbookRequested(trouble->runbook);
    });
    connect(&m_trouble, &TroubleController::changed, this, &TroubleDialog::showFindings);
    connect(this, &QDialog::finished, &m_trouble, &TroubleController::cancel);
    m_runbook->setVisible(!session->instance().runbook.isEmpty());
    m_start->setEnabled(m_symptom->count() > 0);
    if (m_symptom->count() == 0)
        setFootNote(tr("The profile names no symptoms."));
    showSymptom();
}

QString TroubleDialog::symptom() const
{
    return m_symptom->currentData().toString();
}

void TroubleDialog::run(const QString &symptom)
{
    m_symptom->setCurrentIndex(qMax(0, m_symptom->findData(symptom)));
    start();
}

void TroubleDialog::showSymptom()
{
    const ProfileTrouble *trouble = m_session->profile().trouble(symptom());
    const ProfileRunbookItem *item = trouble ? m_session->profile().runbookItem(trouble->runbook) : nullptr;
    m_section->setText(item ? tr("Runbook section: %1 (%2)").arg(item->heading, item->item) : QString());
    m_addressField->setVisible(trouble && trouble->checks.contains(QStringLiteral("websocket")));
    m_trouble.cancel();
    m_list->setFindings({}, {});
    m_copy->setEnabled(false);
    clearLayout(m_proposals->layout());
}

void TroubleDialog::start()
{
    if (m_trouble.isRunning()) {
        m_trouble.cancel();
        return;
    }
    m_trouble.start(m_session, {symptom(), QUrl(m_address->text().trimmed())});
}

void TroubleDialog::showFindings()
{
    const bool isRunning = m_trouble.isRunning();
    m_start->setText(isRunning ? tr("Stop") : tr("Run the checks"));
    m_start->setIconName(isRunning ? QStringLiteral("stop") : QStringLiteral("play"));
    m_symptom->setEnabled(!isRunning);
    m_list->setFindings(m_trouble.findings(), isRunning ? m_trouble.checking() : QString());
    m_copy->setEnabled(!m_trouble.findings().isEmpty());
    setFootNote(m_trouble.error() ? m_trouble.error()->message : QString(), true);
    clearLayout(m_proposals->layout());
    if (m_trouble.report())
        showProposals();
}

void TroubleDialog::showProposals()
{
    QLayout *column = m_proposals->layout();
    const QList<TroubleProposal> &proposals = m_trouble.report()->proposals;
    const auto inTheWay =
        std::count_if(m_trouble.findings().begin(), m_trouble.findings().end(),
                      [](const ProbeFinding &f) { return f.verdict == ProbeVerdict::InTheWay; });
    column->addWidget(new Label(!proposals.isEmpty() ? tr("What may help")
                                : inTheWay == 0
                                    ? tr("Nothing that these checks know stands in the way.")
                                    : tr("There is no plan for this; follow what the lines advise."),
                                TextRole::Strong));
    for (const TroubleProposal &proposal : proposals) {
        auto *row = new QWidget;
        auto *line = new QHBoxLayout(row);
        line->setContentsMargins(0, 0, 0, 0);
        auto *reason = new Label(visibleLine(proposal.reason), TextRole::Small, &Tokens::text2);
        reason->setWrapping(true);
        QString title = mnemonicSafe(proposal.title);
        auto *act = new Button(title.endsWith(u'…') ? title : title + u'…');
        line->addWidget(reason, 1);
        line->addWidget(act);
        connect(act, &QPushButton::clicked, this, [this, proposal] {
            accept();
            emit actionRequested(proposal.action, proposal.arguments);
        });
        column->addWidget(row);
    }
}

QString TroubleDialog::toText() const
{
    QStringList lines{m_symptom->currentText(), m_section->text()};
    for (const ProbeFinding &finding : m_trouble.findings()) {
        lines << QStringLiteral("%1: %2: %3")
                     .arg(verdictWord(verdictOf(finding.verdict)), finding.title, finding.text);
        if (!finding.advice.isEmpty())
            lines << QStringLiteral("    ") + finding.advice;
    }
    return lines.join(u'\n');
}

} // namespace pilothouse
