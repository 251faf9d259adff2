// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plantext.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

QString planTextOf(const char *text)
{
    return QCoreApplication::translate("PlanText", text);
}

QString findingMark(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Info:
    case FindingKind::NothingToDo:
        return planTextOf(QT_TRANSLATE_NOOP("PlanText", "ok"));
    case FindingKind::Warning:
        return planTextOf(QT_TRANSLATE_NOOP("PlanText", "to know"));
    case FindingKind::NeedsConsent:
        return planTextOf(QT_TRANSLATE_NOOP("PlanText", "needs your consent"));
    case FindingKind::Blocker:
        break;
    }
    return planTextOf(QT_TRANSLATE_NOOP("PlanText", "in the way"));
}

/// Text that may have several lines, none of which can pass for a line of the plan.
QString setIn(QString text, int by)
{
    const QString space(by, u' ');
    return space + text.replace(u'\n', u'\n' + space);
}

QStringList findingLines(const Plan &plan)
{
    QStringList lines;
    for (const Finding &finding : plan.findings) {
        const QString accept = finding.kind == FindingKind::NeedsConsent
                                   ? QStringLiteral(" (--accept %1)").arg(finding.id)
                                   : QString();
        lines << QStringLiteral("  [%1] %2%3").arg(findingMark(finding.kind), finding.text, accept);
        if (!finding.advice.isEmpty())
            lines << setIn(finding.advice, 6);
    }
    return lines;
}

QString timeText(const Estimate &estimate)
{
    const QString whole = formatDuration(estimate.milliseconds);
    if (estimate.downtime == Estimate::UntilStarted)
        return planTextOf(QT_TRANSLATE_NOOP("PlanText", "about %1, then without service until it is started"))
            .arg(whole);
    if (estimate.downtime == 0)
        return planTextOf(QT_TRANSLATE_NOOP("PlanText", "about %1")).arg(whole);
    return planTextOf(QT_TRANSLATE_NOOP("PlanText", "about %1, without service for %2"))
        .arg(whole, formatDuration(estimate.downtime));
}

QStringList spaceLines(const Estimate &estimate)
{
    QStringList lines;
    for (const SpaceNeed &need : estimate.space)
        lines << QStringLiteral("  ")
                     + planTextOf(QT_TRANSLATE_NOOP("PlanText", "%1 needed, %2 free at %3"))
                           .arg(formatBytes(need.needed), formatBytes(need.free), need.path);
    if (estimate.milliseconds > 0)
        lines << QStringLiteral("  ") + timeText(estimate);
    return lines;
}

QStringList stepLines(const Plan &plan, const StepRegistry &steps)
{
    QStringList lines;
    int number = 0;
    for (const StepText &text : describeSteps(plan, steps)) {
        lines << QStringLiteral("  %1. %2").arg(++number).arg(text.title);
        if (!text.shell.isEmpty())
            lines << setIn(visibleText(text.shell), 7);
    }
    return lines;
}

void appendSection(QStringList &lines, const QString &heading, const QStringList &body)
{
    if (!body.isEmpty())
        lines << QString() << heading << body;
}

QStringList indented(const QStringList &texts)
{
    QStringList lines;
    for (const QString &text : texts)
        lines << QStringLiteral("  - ") + text;
    return lines;
}

} // namespace

QList<StepText> describeSteps(const Plan &plan, const StepRegistry &steps)
{
    QList<StepText> texts;
    for (const StepCall &call : plan.steps + plan.proofs) {
        const Step *step = steps.find(call.step);
        StepText text = step ? step->describe(call.arguments) : StepText{call.step, {}};
        text.title = visibleLine(text.title);
        texts << text;
    }
    return texts;
}

QStringList toldBy(const QJsonObject &outputs)
{
    QStringList sentences;
    for (const QJsonValue &sentence : outputs.value(QLatin1String("told")).toArray())
        sentences << visibleLine(sentence.toString());
    return sentences;
}

Plan withVisibleLines(Plan plan)
{
    plan.title = visibleLine(plan.title);
    plan.button = visibleLine(plan.button);
    for (QString &loss : plan.losses)
        loss = visibleLine(loss);
    for (QString &note : plan.notes)
        note = visibleLine(note);
    for (Finding &finding : plan.findings) {
        finding.text = visibleLine(finding.text);
        finding.advice = visibleText(finding.advice); // may hold lines for a file
    }
    return plan;
}

QStringList saidAfterwards(const Plan &plan)
{
    QStringList sentences;
    for (const Finding &finding : plan.findings) {
        if (finding.id.startsWith(u"note-"))
            sentences << finding.text;
    }
    return sentences;
}

QString toShellScript(const Plan &plan, const StepRegistry &steps)
{
    QStringList lines;
    lines << QStringLiteral("#!/bin/sh") << QStringLiteral("set -eu")
          << QStringLiteral("# ") + QString(plan.title).replace(u'\n', u' ');
    for (const StepText &text : describeSteps(plan, steps)) {
        lines << QStringLiteral("# ") + QString(text.title).replace(u'\n', u' ');
        if (!text.shell.isEmpty())
            lines << text.shell;
    }
    return lines.join(u'\n') + u'\n';
}

QString toPlainText(const Plan &plan, const StepRegistry &steps)
{
    if (const QString idle = plan.idleReason(); !idle.isEmpty())
        return idle + u'\n';
    QStringList lines{plan.title};
    appendSection(lines, planTextOf(QT_TRANSLATE_NOOP("PlanText", "Findings")), findingLines(plan));
    appendSection(lines, planTextOf(QT_TRANSLATE_NOOP("PlanText", "What is lost")), indented(plan.losses));
    appendSection(
        lines, planTextOf(QT_TRANSLATE_NOOP("PlanText", "Steps; if one fails, the done ones are put back")),
        stepLines(plan, steps));
    appendSection(lines, planTextOf(QT_TRANSLATE_NOOP("PlanText", "Space and time")),
                  spaceLines(plan.estimate));
    appendSection(lines, planTextOf(QT_TRANSLATE_NOOP("PlanText", "What else to know")),
                  indented(plan.notes));
    return lines.join(u'\n') + u'\n';
}

} // namespace pilothouse
