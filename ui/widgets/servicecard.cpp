// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/servicecard.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/equalcolumns.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"

#include <QVBoxLayout>

namespace pilothouse {
namespace {

constexpr int LogLimit = 1200;
constexpr int MostServiceFacts = 10;

} // namespace

ServiceCard::ServiceCard(QWidget *parent)
    : Card(tr("Service"), Body::Padded, parent)
    , m_mark(new StateMark(StateKind::NotChecked, 14))
    , m_word(new Label({}, TextRole::SmallStrong, &Tokens::text))
    , m_checked(new Label({}, TextRole::Small, &Tokens::text2))
    , m_columns(new EqualColumns(5, 3, 880))
    , m_log(new CodeBox)
{
    addHeadWidget(m_checked);
    addHeadWidget(m_mark);
    addHeadWidget(m_word);
    // Captions stand above those of the tiles below: their gap is a card's two paddings and the gap between.
    m_columns->setGap(44, 14);
    for (int at = 0; at < MostServiceFacts; ++at)
        addFact();
    body()->addWidget(m_columns);
    body()->addWidget(m_log);
    m_log->hide();
}

void ServiceCard::addFact()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    Fact fact{holder, new Label({}, TextRole::SmallStrong, &Tokens::text2),
              new ElidingLabel({}, Qt::ElideRight, TextRole::Strong),
              new ElidingLabel({}, Qt::ElideRight, TextRole::Small)};
    fact.more->setInk(&Tokens::text2);
    column->addWidget(fact.caption);
    column->addWidget(fact.value);
    column->addWidget(fact.more);
    m_columns->add(holder);
    m_facts << fact;
}

void ServiceCard::show(Fact &fact, const ServiceFact &text)
{
    fact.caption->setText(text.caption);
    fact.value->setText(text.value.isEmpty() ? QStringLiteral("\u2014") : text.value);
    fact.value->setInk(text.isBad             ? &Tokens::downText
                       : text.value.isEmpty() ? &Tokens::text3
                                              : &Tokens::text);
    fact.more->setText(text.more);
}

void ServiceCard::setService(const HeaderText &header, const InstanceSnapshot &snapshot,
                             const ServiceLife &life, const QDateTime &now)
{
    m_mark->setState(header.state);
    m_word->setText(header.reason.isEmpty() ? stateWord(header.state) : visibleLine(header.reason));
    m_checked->setText(tr("Checked %1 ago").arg(formatDuration(snapshot.at.msecsTo(now))));
    const QList<ServiceFact> texts = serviceFacts(snapshot, life, now);
    for (qsizetype at = 0; at < m_facts.size(); ++at) {
        m_facts.at(at).holder->setVisible(at < texts.size());
        if (at < texts.size())
            show(m_facts[at], texts.at(at));
    }
    const bool isHealthy = !snapshot.status || snapshot.status->health.isEmpty()
                           || snapshot.status->health == QLatin1String("healthy");
    const QString log = snapshot.status ? snapshot.status->healthLog.trimmed() : QString();
    m_log->setText(visibleText(log.right(LogLimit)));
    m_log->setVisible(!isHealthy && !log.isEmpty());
}

} // namespace pilothouse
