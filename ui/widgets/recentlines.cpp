// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/recentlines.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/statemark.h"

#include <QPainter>

namespace pilothouse {
namespace {

constexpr int RecentLineHeight = 32;
constexpr int RecentMarkSize = 14;
constexpr int ActorWidth = 64;
constexpr int RecentGap = 10;

} // namespace

RecentLines::RecentLines(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void RecentLines::setLines(const QList<RecentLine> &lines)
{
    if (lines == m_lines)
        return;
    m_lines = lines;
    QStringList words;
    for (const RecentLine &line : lines)
        words << QStringLiteral("%1, %2, %3, %4")
                     .arg(visibleLine(line.title), stateWord(line.state), line.moment, line.actor);
    setAccessibleName(visibleLine(words.join(QLatin1String("; "))));
    updateGeometry();
    update();
}

QSize RecentLines::sizeHint() const
{
    return {220, static_cast<int>(m_lines.size()) * RecentLineHeight};
}

void RecentLines::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    qreal momentWidth = 0;
    bool hasActor = false;
    for (const RecentLine &line : m_lines) {
        momentWidth = std::max(momentWidth, tabularWidth(fontOf(TextRole::Small), line.moment));
        hasActor = hasActor || !line.actor.isEmpty();
    }
    const qreal actorWidth = hasActor ? ActorWidth + RecentGap : 0;
    for (qsizetype at = 0; at < m_lines.size(); ++at) {
        const RecentLine &line = m_lines.at(at);
        const QRectF row(0, static_cast<qreal>(at) * RecentLineHeight, width(), RecentLineHeight);
        paintStateMark(
            painter,
            QRectF(0, row.top() + (RecentLineHeight - RecentMarkSize) / 2.0, RecentMarkSize, RecentMarkSize),
            line.state, tokens);
        painter.setFont(fontOf(TextRole::Small));
        painter.setPen(tokens.text2);
        const QString actor =
            QFontMetricsF(painter.font()).elidedText(visibleLine(line.actor), Qt::ElideRight, ActorWidth);
        painter.drawText(row, Qt::AlignRight | Qt::AlignVCenter, actor);
        drawTabular(painter, row.adjusted(0, 0, -actorWidth, 0), line.moment,
                    Qt::AlignRight | Qt::AlignVCenter);
        painter.setFont(fontOf(TextRole::Body));
        painter.setPen(tokens.text);
        const QRectF text =
            row.adjusted(RecentMarkSize + RecentGap, 0, -actorWidth - momentWidth - RecentGap, 0);
        painter.drawText(
            text, Qt::AlignLeft | Qt::AlignVCenter,
            QFontMetricsF(painter.font()).elidedText(visibleLine(line.title), Qt::ElideRight, text.width()));
    }
}

} // namespace pilothouse
