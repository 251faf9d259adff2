// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recentactivitycard.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/widgets/button.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/recentlines.h"

#include <QVBoxLayout>

namespace pilothouse {

RecentActivityCard::RecentActivityCard(QWidget *parent)
    : Card(tr("Recent activity"), Body::Padded, parent)
    , m_lines(new RecentLines)
    , m_empty(new EmptyState(tr("Nothing has been done to this instance yet.")))
{
    connect(addLink(tr("Show all")), &QPushButton::clicked, this, &RecentActivityCard::allAsked);
    body()->addWidget(m_lines);
    body()->addWidget(m_empty, 1);
    body()->addStretch(0);
}

void RecentActivityCard::setOperations(const QList<OperationView> &operations, const QDateTime &now)
{
    QList<RecentLine> lines;
    for (const OperationView &view : operations.mid(0, Lines)) {
        const bool isPlain = view.outcome == Outcome::Done && !view.error;
        lines << RecentLine{stateOf(view),
                            isPlain ? view.title : tr("%1: %2").arg(view.title, view.outcomeText()),
                            formatMoment(view.startedAt, shownTime(now)), view.actor};
    }
    m_lines->setLines(lines);
    m_lines->setVisible(!lines.isEmpty());
    m_empty->setVisible(lines.isEmpty());
}

} // namespace pilothouse
