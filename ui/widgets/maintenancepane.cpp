// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/maintenancepane.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/usagebar.h"
#include "ui/widgets/verdictmark.h"

#include <QHBoxLayout>

namespace pilothouse {

MaintenancePane::MaintenancePane(QWidget *parent)
    : Card(tr("Maintenance"), Body::Padded, parent)
{
    showNothing();
}

void MaintenancePane::clear()
{
    if (m_contents) {
        m_contents->hide();
        m_contents->deleteLater();
    }
    m_contents = new QWidget(this);
    m_lines = new QVBoxLayout(m_contents);
    m_lines->setContentsMargins(0, 0, 0, 0);
    m_lines->setSpacing(6);
    body()->addWidget(m_contents, 1);
}

void MaintenancePane::showNothing()
{
    m_item = {};
    setTitle(tr("Maintenance"));
    clear();
    addText(tr("Select a row to see what it rests on."));
    m_lines->addStretch(1);
}

void MaintenancePane::showItem(const MaintenanceItem &item)
{
    if (m_item == item)
        return;
    m_item = item;
    setTitle(item.heading.isEmpty() ? tr("Details") : visibleLine(item.heading));
    clear();
    if (item.use.share >= 0) {
        auto *bar = new UsageBar(m_contents);
        bar->setShare(item.use.share, item.use.text);
        m_lines->addWidget(bar);
        addText(item.use.text);
    }
    addText(item.sentence + u'.');
    addText(item.evidence);
    for (const MaintenanceFact &fact : item.facts)
        addFact(fact);
    if (!item.space.isEmpty())
        addCaption(tr("Space needed"));
    for (const MaintenanceSpace &space : item.space)
        addSpace(space);
    if (!item.effects.isEmpty())
        addCaption(tr("What it does"));
    for (const QString &effect : item.effects)
        addText(effect);
    m_lines->addStretch(1);
    if (!item.buttonText.isEmpty()) {
        auto *button = new Button(mnemonicSafe(item.buttonText), ButtonKind::Normal, {}, m_contents);
        m_lines->addWidget(button, 0, Qt::AlignRight);
        connect(button, &QPushButton::clicked, this, [this] { emit activated(m_item); });
    }
}

void MaintenancePane::addCaption(const QString &text)
{
    m_lines->addSpacing(6);
    m_lines->addWidget(new Label(text, TextRole::SmallStrong, &Tokens::text3, m_contents));
}

void MaintenancePane::addText(const QString &text)
{
    auto *label = new Label(visibleLine(text), TextRole::Small, &Tokens::text2, m_contents);
    label->setWrapping(true);
    m_lines->addWidget(label);
}

void MaintenancePane::addFact(const MaintenanceFact &fact)
{
    auto *line = new QHBoxLayout;
    line->setSpacing(12);
    auto *title = new Label(visibleLine(fact.title), TextRole::Small, &Tokens::text2, m_contents);
    title->setWrapping(true);
    line->addWidget(title, 1);
    line->addWidget(new Label(visibleLine(fact.text), TextRole::SmallStrong, &Tokens::text, m_contents));
    m_lines->addLayout(line);
}

void MaintenancePane::addSpace(const MaintenanceSpace &space)
{
    const bool isEnough = space.free >= space.needed;
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(new VerdictMark(isEnough ? Verdict::Holds : Verdict::InTheWay, m_contents));
    line->addWidget(new Label(visibleLine(space.place), TextRole::Medium, &Tokens::text, m_contents), 1);
    const QString figures = tr("%1 of %2 free").arg(formatBytes(space.needed), formatBytes(space.free));
    line->addWidget(
        new Label(figures, TextRole::SmallStrong, isEnough ? &Tokens::text : &Tokens::downText, m_contents));
    m_lines->addLayout(line);
    auto *bar = new UsageBar(m_contents);
    const double share =
        space.free > 0 ? static_cast<double>(space.needed) / static_cast<double>(space.free) : 1.0;
    bar->setShare(std::min(1.0, share), figures);
    m_lines->addWidget(bar);
    addText(space.why);
}

} // namespace pilothouse
