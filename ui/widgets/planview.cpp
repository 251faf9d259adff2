// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/planview.h"

#include "core/base/units.h"
#include "core/plan/plantext.h"
#include "ui/models/foreigntext.h"
#include "ui/models/operationview.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/lossbox.h"
#include "ui/widgets/steplist.h"
#include "ui/widgets/verdictmark.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace pilothouse {

namespace {

constexpr int RightWidth = 300;

Verdict verdictOf(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Info:
    case FindingKind::NothingToDo:
        return Verdict::Holds;
    case FindingKind::Warning:
    case FindingKind::NeedsConsent:
        return Verdict::ToKnow;
    case FindingKind::Blocker:
        break;
    }
    return Verdict::InTheWay;
}

ColorRole inkOf(FindingKind kind)
{
    if (kind == FindingKind::Blocker)
        return &Tokens::downText;
    return kind == FindingKind::Info ? &Tokens::text : &Tokens::warnText;
}

/// A mark with the finding and, below it, a quiet line of advice.
QWidget *makeEvidence(const Finding &finding, QWidget *parent)
{
    const TextRole role = finding.kind == FindingKind::Info ? TextRole::Body : TextRole::Strong;
    auto *row = new QWidget(parent);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(1);
    auto *head = new Label(visibleText(finding.text), role, inkOf(finding.kind), row);
    head->setWrapping(true);
    texts->addWidget(head);
    if (!finding.advice.isEmpty()) {
        auto *below = new Label(visibleText(finding.advice), TextRole::Small, &Tokens::text2, row);
        below->setWrapping(true);
        texts->addWidget(below);
    }
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(10);
    layout->addWidget(new VerdictMark(verdictOf(finding.kind), row), 0, Qt::AlignTop);
    layout->addLayout(texts, 1);
    return row;
}

QScrollArea *scrolled(QWidget *content, QWidget *parent)
{
    auto *scroll = new QScrollArea(parent);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    content->setProperty("transparent", true);
    return scroll;
}

QStringList noteLines(const Plan &plan)
{
    QStringList lines = plan.notes;
    const QString whole = formatDuration(plan.estimate.milliseconds);
    if (plan.estimate.downtime == Estimate::UntilStarted)
        lines << PlanView::tr("About %1, then without service until it is started.").arg(whole);
    else if (plan.estimate.downtime > 0)
        lines << PlanView::tr("About %1, without service for %2.")
                     .arg(whole, formatDuration(plan.estimate.downtime));
    else if (plan.estimate.milliseconds >= 1000)
        lines << PlanView::tr("About %1; the service is not interrupted.").arg(whole);
    else if (plan.estimate.milliseconds > 0)
        lines << PlanView::tr("Less than a second; the service is not interrupted.");
    return lines;
}

} // namespace

PlanView::PlanView(const Plan &plan, const StepRegistry &steps, QWidget *parent)
    : QWidget(parent)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(28);
    auto *left = scrolled(makeLeft(plan, steps), this);
    left->setAccessibleName(tr("Steps"));
    layout->addWidget(left, 1);
    auto *right = scrolled(makeRight(plan), this);
    right->setFixedWidth(RightWidth);
    right->setAccessibleName(tr("What else to know"));
    layout->addWidget(right);
}

QWidget *PlanView::makeLeft(const Plan &plan, const StepRegistry &steps)
{
    auto *left = new QWidget(this);
    auto *layout = new QVBoxLayout(left);
    layout->setContentsMargins(0, 0, 8, 0);
    layout->setSpacing(4);
    auto *findings = new QHBoxLayout;
    findings->setSpacing(8);
    findings->addWidget(new Label(tr("Findings"), TextRole::Strong, &Tokens::text, left));
    findings->addWidget(new Label(findingSummary(plan), TextRole::Small, &Tokens::text2, left));
    findings->addStretch();
    layout->addLayout(findings);
    for (const FindingKind kind :
         {FindingKind::Blocker, FindingKind::NeedsConsent, FindingKind::Warning, FindingKind::Info}) {
        for (const Finding &finding : plan.findings) {
            if (finding.kind == kind)
                layout->addWidget(makeFinding(finding));
        }
    }
    layout->addSpacing(12);
    auto *commands = new Button(tr("Commands"), ButtonKind::Normal, QStringLiteral("terminal"), left);
    commands->setCheckable(true);
    commands->setChecked(true);
    commands->setSmall(true);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(tr("Steps"), TextRole::Strong, &Tokens::text, left));
    head->addWidget(
        new Label(tr("if one fails, the done ones are put back"), TextRole::Small, &Tokens::text2, left));
    head->addStretch();
    head->addWidget(commands);
    layout->addLayout(head);
    m_steps = new StepList(StepList::Look::Plan, left);
    m_steps->setSteps(viewOf(plan, steps, {}).steps, false);
    layout->addWidget(m_steps);
    layout->addStretch(1);
    connect(commands, &QPushButton::toggled, this, &PlanView::setShowsCommands);
    return left;
}

QWidget *PlanView::makeFinding(const Finding &finding)
{
    if (finding.kind != FindingKind::NeedsConsent)
        return makeEvidence(finding, this);
    auto *row = new QWidget(this);
    auto *tick = new QCheckBox(mnemonicSafe(visibleText(finding.text)), row);
    tick->setProperty("finding", finding.id);
    m_consents << tick;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 2, 0, 2);
    layout->setSpacing(1);
    layout->addWidget(tick);
    if (!finding.advice.isEmpty()) {
        auto *advice = new Label(visibleText(finding.advice), TextRole::Small, &Tokens::text2, row);
        advice->setWrapping(true);
        advice->setContentsMargins(24, 0, 0, 0);
        layout->addWidget(advice);
    }
    connect(tick, &QCheckBox::toggled, this, &PlanView::acceptedChanged);
    return row;
}

QWidget *PlanView::makeRight(const Plan &plan)
{
    auto *right = new QWidget(this);
    auto *layout = new QVBoxLayout(right);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    if (!plan.losses.isEmpty())
        layout->addWidget(new LossBox(plan.losses, right));
    const QStringList notes = noteLines(plan);
    if (!notes.isEmpty()) {
        layout->addSpacing(4);
        layout->addWidget(new Label(tr("What else to know"), TextRole::Strong, &Tokens::text, right));
    }
    for (const QString &note : notes) {
        auto *line = new Label(visibleText(note), TextRole::Body, &Tokens::text2, right);
        line->setWrapping(true);
        layout->addWidget(line);
    }
    layout->addStretch(1);
    return right;
}

QStringList PlanView::accepted() const
{
    QStringList ids;
    for (const QCheckBox *tick : m_consents) {
        if (tick->isChecked())
            ids << tick->property("finding").toString();
    }
    return ids;
}

void PlanView::setShowsCommands(bool isShown)
{
    m_showsCommands = isShown;
    m_steps->setShowsCommands(isShown);
}

QString findingSummary(const Plan &plan)
{
    const auto count = [&plan](FindingKind kind) {
        return static_cast<int>(
            std::count_if(plan.findings.begin(), plan.findings.end(),
                          [kind](const Finding &finding) { return finding.kind == kind; }));
    };
    const int blockers = count(FindingKind::Blocker);
    const int warnings = count(FindingKind::Warning) + count(FindingKind::NeedsConsent);
    QStringList parts;
    parts << (blockers == 0 ? PlanView::tr("nothing blocks")
                            : PlanView::tr("%n in the way", nullptr, blockers));
    if (warnings > 0)
        parts << PlanView::tr("%n warning(s)", nullptr, warnings);
    return parts.join(QStringLiteral(", "));
}

} // namespace pilothouse
