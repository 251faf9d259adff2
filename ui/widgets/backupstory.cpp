// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backupstory.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backupstamps.h"

#include <QPainter>

namespace pilothouse {
namespace {

constexpr int StoryRowHeight = 46;
constexpr int Square = 28;
constexpr int StoryTextLeft = Square + 12;

} // namespace

BackupStory::BackupStory(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void BackupStory::setStory(const std::array<StationStory, 3> &story)
{
    m_story = story;
    QStringList words;
    for (const StationStory &station : story)
        words << QStringLiteral("%1 %2: %3").arg(station.title, station.moment, station.sentence);
    setAccessibleName(visibleLine(words.join(QLatin1String("; "))));
    setToolTip({});
    update();
}

QSize BackupStory::sizeHint() const
{
    return {220, StoryRowHeight * 3 - (StoryRowHeight - Square) + 8};
}

void BackupStory::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    for (std::size_t at = 0; at < m_story.size(); ++at)
        paintStationRow(painter, at);
}

void BackupStory::paintStationRow(QPainter &painter, std::size_t at) const
{
    constexpr StationKind Kinds[] = {StationKind::Complete, StationKind::Verified, StationKind::Proven};
    const Tokens &tokens = currentTokens();
    const StationStory &shown = m_story[at];
    const qreal top = static_cast<qreal>(at) * StoryRowHeight + 4;
    if (at + 1 < m_story.size()) {
        const bool isJoined = m_story[at + 1].station == Station::Reached;
        painter.fillRect(QRectF(Square / 2.0 - 1, top + Square, 2, StoryRowHeight - Square),
                         isJoined ? tokens.stamp : tokens.border);
    }
    paintStation(painter, QRectF(0, top, Square, Square), Kinds[at], shown.station, tokens);
    const QRectF upper(StoryTextLeft, top - 3, width() - StoryTextLeft, 18);
    const QRectF lower(StoryTextLeft, top + 15, width() - StoryTextLeft, 17);
    painter.setFont(fontOf(TextRole::SmallStrong));
    painter.setPen(tokens.text);
    drawTabular(painter, upper, shown.moment, Qt::AlignRight | Qt::AlignVCenter);
    painter.setFont(fontOf(TextRole::Strong));
    painter.setPen(shown.station == Station::NotReached ? tokens.text2 : tokens.text);
    painter.drawText(upper, Qt::AlignLeft | Qt::AlignVCenter, shown.title);
    painter.setFont(fontOf(TextRole::Small));
    painter.setPen(shown.station == Station::Failed    ? tokens.downText
                   : shown.station == Station::Overdue ? tokens.warnText
                                                       : tokens.text2);
    painter.drawText(
        lower, Qt::AlignLeft | Qt::AlignVCenter,
        QFontMetricsF(painter.font()).elidedText(visibleLine(shown.sentence), Qt::ElideRight, lower.width()));
}

} // namespace pilothouse
