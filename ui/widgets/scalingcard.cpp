// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/scalingcard.h"

#include "ui/widgets/button.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/findingslist.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTabBar>

namespace pilothouse {

ScalingCard::ScalingCard(QWidget *parent)
    : Card(tr("Scaling"), Body::Padded, parent)
    , m_tabs(new QTabBar)
    , m_findings(new FindingsList)
    , m_text(new CodeBox)
    , m_copy(addLink(tr("Copy")))
{
    body()->setSpacing(10);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("Ways to scale"));
    body()->addWidget(m_tabs);
    body()->addWidget(m_findings);
    body()->addWidget(m_text);
    m_copy->setToolTip(tr("Copies the configuration. Pilothouse itself changes nothing."));
    connect(m_copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_text->text()); });
    connect(m_tabs, &QTabBar::currentChanged, this, &ScalingCard::showPart);
}

void ScalingCard::setScaling(const Result<Scaling> &scaling)
{
    m_parts = scaling.value_or(Scaling());
    if (!scaling) {
        ProbeFinding finding;
        finding.title = scaling.error().message;
        finding.text = scaling.error().advice;
        m_parts = {ScalingPart{QStringLiteral("error"), tr("Scaling"), {finding}, {}}};
    }
    const int chosen = qBound(0, m_tabs->currentIndex(), static_cast<int>(m_parts.size()) - 1);
    {
        const QSignalBlocker blocker(m_tabs);
        while (m_tabs->count() > 0)
            m_tabs->removeTab(0);
        for (const ScalingPart &part : std::as_const(m_parts))
            m_tabs->addTab(part.title);
        m_tabs->setCurrentIndex(chosen);
    }
    m_tabs->setVisible(m_parts.size() > 1);
    showPart(chosen);
}

void ScalingCard::showPart(int at)
{
    const ScalingPart part = m_parts.value(at);
    m_findings->setFindings(part.findings, {});
    QStringList texts;
    for (const ScalingText &text : part.texts)
        texts << QStringLiteral("# %1\n%2").arg(text.title, text.text.trimmed());
    m_text->setText(texts.join(QStringLiteral("\n\n")));
    m_text->setVisible(!texts.isEmpty());
    m_copy->setVisible(!texts.isEmpty());
}

} // namespace pilothouse
