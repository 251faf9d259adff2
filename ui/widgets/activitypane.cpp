// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/activitypane.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/steplist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QJsonDocument>

namespace pilothouse {

namespace {

Tone toneOf(const OperationView &view)
{
    switch (stateOf(view)) {
    case StateKind::Healthy:
        return Tone::Ok;
    case StateKind::Down:
    case StateKind::NeedsOperator:
        return Tone::Down;
    case StateKind::Working:
        return Tone::Info;
    default:
        return Tone::Warn;
    }
}

QString phaseWord(const AuditRecord &record)
{
    if (record.event.phase == QStringLiteral("intent"))
        return ActivityPane::tr("Intent");
    if (record.event.phase == QStringLiteral("outcome"))
        return ActivityPane::tr("Outcome: %1").arg(record.event.result);
    return record.event.action;
}

} // namespace

ActivityPane::ActivityPane(QWidget *parent)
    : QWidget(parent)
{
    m_steps = new StepList(StepList::Look::Progress, this);
    m_stepsCard = new Card(tr("Steps"), Card::Body::Padded, this);
    m_stepsCard->body()->addWidget(m_steps);
    m_recordsCard = new Card(tr("Audit records"), Card::Body::Padded, this);
    m_chain = new Pill({}, m_recordsCard);
    m_recordsCard->addHeadWidget(m_chain);
    m_records = new Label({}, TextRole::Code, &Tokens::text2, this);
    m_records->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_recordsCard->body()->addWidget(m_records);
    auto *copy = new Button(tr("Copy records"), ButtonKind::Ghost, QStringLiteral("clipboard"), this);
    connect(copy, &QPushButton::clicked, this, &ActivityPane::copyRecords);
    m_recordsCard->body()->addWidget(copy, 0, Qt::AlignLeft);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(makeHead());
    layout->addWidget(m_stepsCard);
    layout->addWidget(m_recordsCard);
    layout->addStretch(1);
    showNothing();
}

Card *ActivityPane::makeHead()
{
    m_head = new Card({}, Card::Body::Padded, this);
    m_title = new Label({}, TextRole::Heading, &Tokens::text, m_head);
    m_title->setWrapping(true);
    m_when = new Label({}, TextRole::Small, &Tokens::text2, m_head);
    m_outcome = new Pill({}, m_head);
    m_facts = new Label({}, TextRole::Small, &Tokens::text2, m_head);
    m_facts->setWrapping(true);
    m_error = new Label({}, TextRole::Small, &Tokens::downText, m_head);
    m_error->setWrapping(true);
    m_undo =
        new Button(tr("Put back…"), ButtonKind::Normal, QStringLiteral("arrow-counterclockwise"), m_head);
    auto *title = new QHBoxLayout;
    title->addWidget(m_title, 1);
    title->addWidget(m_outcome, 0, Qt::AlignTop);
    m_head->body()->addLayout(title);
    m_head->body()->addWidget(m_when);
    m_head->body()->addWidget(m_facts);
    m_head->body()->addWidget(m_error);
    m_head->body()->addWidget(m_undo, 0, Qt::AlignLeft);
    connect(m_undo, &QPushButton::clicked, this, [this] { emit undoRequested(m_operation); });
    return m_head;
}

void ActivityPane::showNothing()
{
    m_operation = {};
    m_head->hide();
    m_stepsCard->hide();
    m_recordsCard->hide();
}

void ActivityPane::showOperation(const OperationView &view, const QList<AuditRecord> &records,
                                 bool isChainIntact)
{
    m_operation = view.id;
    m_head->show();
    m_title->setText(visibleText(view.title));
    const QString when = shownTime(view.startedAt).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
    const QString took =
        view.endedAt.isValid() ? formatDuration(view.startedAt.msecsTo(view.endedAt)) : tr("running");
    m_when->setText(QStringList{view.id.toString(QUuid::WithoutBraces).left(8), when, took}.join(
        QStringLiteral("  \u00B7  ")));
    m_outcome->setPill({view.outcomeText(), toneOf(view)});
    showFacts(view, records);
    m_undo->setVisible(view.canBePutBack);
    m_stepsCard->setVisible(!view.steps.isEmpty());
    m_steps->setSteps(view.steps, !view.isRunning());
    showRecords(records, isChainIntact);
}

void ActivityPane::showFacts(const OperationView &view, const QList<AuditRecord> &records)
{
    QStringList facts;
    const QString who = !records.isEmpty() ? records.first().actor : view.actor;
    if (!who.isEmpty())
        facts << (records.isEmpty()
                      ? tr("By %1").arg(visibleText(who))
                      : tr("By %1 at %2").arg(visibleText(who), visibleText(records.first().workstation)));
    if (!view.reason.isEmpty())
        facts << tr("Reason: %1").arg(visibleText(view.reason));
    if (!view.undoneBy.isNull())
        facts << tr("Put back by operation %1").arg(view.undoneBy.toString(QUuid::WithoutBraces).left(8));
    m_facts->setText(facts.join(u'\n'));
    m_facts->setVisible(!facts.isEmpty());
    m_error->setText(view.error ? visibleText(view.error->toText()) : QString());
    m_error->setVisible(view.error.has_value());
}

void ActivityPane::showRecords(const QList<AuditRecord> &records, bool isChainIntact)
{
    QStringList lines;
    m_recordText.clear();
    for (const AuditRecord &record : records) {
        const QString digest = QString::fromLatin1(record.hash.toHex());
        lines << QStringLiteral("%1  %2  %3  %4…%5")
                     .arg(record.sequence, 5)
                     .arg(shownTime(record.at).toString(QStringLiteral("HH:mm:ss.zzz")), phaseWord(record),
                          digest.left(4), digest.right(2));
        m_recordText +=
            QString::fromUtf8(QJsonDocument(toJson(record)).toJson(QJsonDocument::Compact)) + u'\n';
    }
    m_records->setText(visibleText(lines.join(u'\n')));
    m_chain->setPill(isChainIntact ? PillCell{tr("Chain holds"), Tone::Ok, QStringLiteral("shield-check")}
                                   : PillCell{tr("Chain broken"), Tone::Down});
    m_recordsCard->setVisible(!records.isEmpty());
}

void ActivityPane::copyRecords() const
{
    QGuiApplication::clipboard()->setText(m_recordText);
}

} // namespace pilothouse
