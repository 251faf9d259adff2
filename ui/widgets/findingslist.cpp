// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/findingslist.h"

#include "ui/controllers/probecontroller.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/verdictmark.h"

#include <QVBoxLayout>

namespace pilothouse {
namespace {

ColorRole inkOf(ProbeVerdict verdict)
{
    switch (verdict) {
    case ProbeVerdict::InTheWay:
        return &Tokens::downText;
    case ProbeVerdict::ToKnow:
        return &Tokens::warnText;
    default:
        return &Tokens::text;
    }
}

QString timeText(qint64 milliseconds)
{
    if (milliseconds < 1)
        return {};
    return milliseconds < 1000
               ? QStringLiteral("%1\u202Fms").arg(milliseconds)
               : QStringLiteral("%L1\u202Fs").arg(static_cast<double>(milliseconds) / 1000, 0, 'f', 1);
}

} // namespace

FindingsList::FindingsList(QWidget *parent)
    : QWidget(parent)
    , m_rows(new QVBoxLayout(this))
{
    setProperty("transparent", true);
    m_rows->setContentsMargins(0, 0, 8, 0);
    m_rows->setSpacing(10);
    setAccessibleName(tr("What was read"));
}

void FindingsList::clear()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

void FindingsList::addRow(QWidget *mark, const QString &title, const ProbeFinding &finding)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(10);
    auto *markColumn = new QVBoxLayout;
    markColumn->addSpacing(1);
    markColumn->addWidget(mark);
    markColumn->addStretch(1);
    line->addLayout(markColumn);
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    auto *heading = new Label(visibleLine(title), TextRole::Strong, inkOf(finding.verdict));
    heading->setWordWrap(true);
    column->addWidget(heading);
    for (const QString &sentence : {finding.text, finding.advice}) {
        if (sentence.isEmpty())
            continue;
        auto *text = new Label(visibleText(sentence), TextRole::Small, &Tokens::text2);
        text->setWrapping(true);
        column->addWidget(text);
    }
    line->addLayout(column, 1);
    auto *time = new Label(timeText(finding.milliseconds), TextRole::Small, &Tokens::text3);
    line->addWidget(time, 0, Qt::AlignTop);
    row->setAccessibleName(visibleLine(QStringLiteral("%1: %2").arg(title, finding.text)));
    m_rows->addWidget(row);
}

void FindingsList::setFindings(const QList<ProbeFinding> &findings, const QString &reading)
{
    if (findings == m_findings && reading == m_reading)
        return;
    m_findings = findings;
    m_reading = reading;
    clear();
    for (const ProbeFinding &finding : findings)
        addRow(new VerdictMark(verdictOf(finding.verdict)), finding.title, finding);
    if (!reading.isEmpty())
        addRow(new VerdictMark(Verdict::Reading), reading, {});
    m_rows->addStretch(1);
}

} // namespace pilothouse
