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

QString stateWordOf(ServiceState state)
{
    switch (state) {
    case ServiceState::Running:
        return ServiceCard::tr("Running");
    case ServiceState::Starting:
        return ServiceCard::tr("Starting");
    case ServiceState::Stopped:
        return ServiceCard::tr("Stopped");
    case ServiceState::Paused:
        return ServiceCard::tr("Paused");
    case ServiceState::Restarting:
        return ServiceCard::tr("Restarts again and again");
    case ServiceState::Missing:
        return ServiceCard::tr("Not there");
    case ServiceState::Unknown:
        break;
    }
    return ServiceCard::tr("Not known");
}

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
    m_columns->setGap(44, 10);
    for (int at = 0; at < 5; ++at)
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
    Fact fact{new Label({}, TextRole::SmallStrong, &Tokens::text2),
              new ElidingLabel({}, Qt::ElideRight, TextRole::Strong),
              new ElidingLabel({}, Qt::ElideRight, TextRole::Small)};
    fact.more->setInk(&Tokens::text2);
    column->addWidget(fact.caption);
    column->addWidget(fact.value);
    column->addWidget(fact.more);
    m_columns->add(holder);
    m_facts << fact;
}

void ServiceCard::show(Fact &fact, const FactText &text)
{
    fact.caption->setText(text.caption);
    fact.value->setText(text.value.isEmpty() ? QStringLiteral("\u2014") : text.value);
    fact.value->setInk(text.isBad             ? &Tokens::downText
                       : text.value.isEmpty() ? &Tokens::text3
                                              : &Tokens::text);
    fact.more->setText(text.more);
}

ServiceCard::FactText ServiceCard::stateFact(const InstanceSnapshot &snapshot, const QDateTime &now) const
{
    FactText fact{tr("State"), {}, {}};
    if (!snapshot.status) {
        fact.value = tr("Not known");
        return fact;
    }
    const ServiceStatus &status = *snapshot.status;
    fact.value = stateWordOf(status.state);
    const bool isRunning = status.state == ServiceState::Running;
    const QDateTime since = isRunning ? status.startedAt : status.endedAt;
    if (since.isValid())
        fact.more = tr("since %1, %2")
                        .arg(formatMoment(since, now.toLocalTime()), formatDuration(since.msecsTo(now)));
    else
        fact.more = status.reason;
    fact.isBad = status.isOutOfMemory || status.state == ServiceState::Missing
                 || status.state == ServiceState::Restarting;
    return fact;
}

ServiceCard::FactText ServiceCard::healthFact(const InstanceSnapshot &snapshot, const QDateTime &now) const
{
    FactText fact{tr("Health answer"), {}, {}};
    const HealthAnswer &health = snapshot.health;
    if (health.verdict == HealthVerdict::NotChecked) {
        fact.value = tr("Not checked");
        fact.more = health.reason;
        return fact;
    }
    if (health.verdict == HealthVerdict::Passed) {
        fact.value = health.milliseconds < 1
                         ? tr("%1 in under 1 ms").arg(health.status)
                         : tr("%1 after %2 ms").arg(health.status).arg(health.milliseconds);
        fact.more = tr("%1 ago").arg(formatDuration(health.at.msecsTo(now)));
        return fact;
    }
    fact.isBad = true;
    fact.value = health.status > 0 ? tr("%1, not as expected").arg(health.status) : tr("No answer");
    fact.more = snapshot.failingSince.isValid()
                    ? tr("for %1, %n time(s) in a row", nullptr, snapshot.healthFailures)
                          .arg(formatDuration(snapshot.failingSince.msecsTo(now)))
                    : health.reason;
    return fact;
}

ServiceCard::FactText ServiceCard::versionFact(const InstanceSnapshot &snapshot) const
{
    if (!snapshot.status || snapshot.status->image.isEmpty()) {
        FactText fact{tr("Process"), {}, {}};
        if (snapshot.status && snapshot.status->pid > 0)
            fact.value = QString::number(snapshot.status->pid);
        return fact;
    }
    const QString &image = snapshot.status->image;
    const QString tag = image.section(u'/', -1).section(u':', 1);
    const QString digest = snapshot.status->imageDigest.section(u':', -1).left(12);
    FactText fact{tr("Version"), tag.isEmpty() ? image : tag, image.section(u':', 0, 0)};
    if (!digest.isEmpty())
        fact.more += QStringLiteral(" \u00B7 ") + digest;
    return fact;
}

ServiceCard::FactText ServiceCard::ownHealthFact(const InstanceSnapshot &snapshot) const
{
    FactText fact{tr("Own health check"), {}, tr("The container has none")};
    if (!snapshot.status || snapshot.status->image.isEmpty()) {
        const QDateTime ended = snapshot.status ? snapshot.status->endedAt : QDateTime();
        const bool hasCode = snapshot.status && snapshot.status->exitCode;
        fact = {tr("Last exit"), hasCode ? tr("code %1").arg(*snapshot.status->exitCode) : QString(), {}};
        if (ended.isValid())
            fact.more = formatMoment(ended, QDateTime::currentDateTime());
        return fact;
    }
    if (snapshot.status->health.isEmpty())
        return fact;
    const bool isUnhealthy = snapshot.status->health == QLatin1String("unhealthy");
    return {fact.caption, snapshot.status->health, snapshot.status->healthLog.trimmed().section(u'\n', -1),
            isUnhealthy};
}

ServiceCard::FactText ServiceCard::restartFact(const InstanceSnapshot &snapshot) const
{
    FactText fact{tr("Restarts"), {}, {}};
    if (!snapshot.status)
        return fact;
    const ServiceStatus &status = *snapshot.status;
    if (!status.restartPolicy.isEmpty() || status.restartCount > 0)
        fact.value = formatCount(status.restartCount);
    if (status.removesItself)
        fact.more = tr("Removes itself when it stops");
    else if (!status.restartPolicy.isEmpty())
        fact.more = tr("Policy %1").arg(status.restartPolicy);
    if (status.isOutOfMemory) {
        fact.more = tr("Killed, out of memory");
        fact.isBad = true;
    }
    return fact;
}

void ServiceCard::setService(const HeaderText &header, const InstanceSnapshot &snapshot, const QDateTime &now)
{
    m_mark->setState(header.state);
    m_word->setText(header.reason.isEmpty() ? stateWord(header.state) : visibleLine(header.reason));
    m_checked->setText(tr("Checked %1 ago").arg(formatDuration(snapshot.at.msecsTo(now))));
    const FactText texts[] = {healthFact(snapshot, now), stateFact(snapshot, now), versionFact(snapshot),
                              ownHealthFact(snapshot), restartFact(snapshot)};
    for (qsizetype at = 0; at < m_facts.size(); ++at)
        show(m_facts[at], texts[at]);
    const bool isHealthy = !snapshot.status || snapshot.status->health.isEmpty()
                           || snapshot.status->health == QLatin1String("healthy");
    const QString log = snapshot.status ? snapshot.status->healthLog.trimmed() : QString();
    m_log->setText(visibleText(log.right(LogLimit)));
    m_log->setVisible(!isHealthy && !log.isEmpty());
}

} // namespace pilothouse
