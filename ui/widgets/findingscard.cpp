// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/findingscard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/findingslist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace pilothouse {

FindingsCard::FindingsCard(const QString &title, QWidget *parent)
    : Card(title, Body::Padded, parent)
    , m_list(new FindingsList)
    , m_snippet(new CodeBox)
    , m_copy(addLink(tr("Copy")))
{
    body()->setSpacing(10);
    body()->addWidget(m_list);
    body()->addWidget(m_snippet);
    m_copy->setToolTip(tr("Copies what would mend it."));
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_snippet->text()); });
    setFindings({});
}

void FindingsCard::setFindings(const QList<ProbeFinding> &findings, const QString &snippet)
{
    const auto isBad = [](const ProbeFinding &finding) { return finding.verdict == ProbeVerdict::InTheWay; };
    const auto bad = std::count_if(findings.begin(), findings.end(), isBad);
    setSubtitle(bad == 0 ? QString() : tr("%n to mend", nullptr, static_cast<int>(bad)));
    m_list->setFindings(findings, {});
    m_snippet->setText(snippet.trimmed());
    m_snippet->setVisible(!snippet.isEmpty());
    m_copy->setVisible(!snippet.isEmpty());
}

void FindingsCard::setError(const Error &error)
{
    ProbeFinding finding;
    finding.title = error.message;
    finding.verdict = ProbeVerdict::NotKnown;
    finding.text = error.advice;
    setFindings({finding});
}

Button *FindingsCard::addAction(const QString &text, const QString &icon)
{
    auto *button = new Button(text, ButtonKind::Normal, icon, this);
    body()->addWidget(button, 0, Qt::AlignLeft);
    return button;
}

} // namespace pilothouse
