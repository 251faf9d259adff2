// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/loghistogram.h"

#include "core/base/dateformat.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/logmodel.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QLocale>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int NarrowestBar = 7; // with the gap after it
constexpr int WidestBar = 28;
constexpr int BarsTop = 6;
constexpr int BarsHeight = 44;
constexpr int BarsLeft = 20;
constexpr int LegendWidth = 104;
constexpr int LabelEvery = 130;

QDateTime shownTimeOf(qint64 time)
{
    return shownTime(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC));
}

/// Errors, warnings, and all others.
std::array<qint64, 3> partsOf(const LevelCounts &counts)
{
    std::array<qint64, 3> parts{};
    for (size_t level = 0; level < counts.size(); ++level) {
        const LogGroup group = logGroupOf(static_cast<LogLevel>(level));
        parts[group == LogGroup::Error ? 0 : group == LogGroup::Warning ? 1 : 2] += counts[level];
    }
    return parts;
}

} // namespace

LogHistogram::LogHistogram(LogTimeline &timeline, QWidget *parent)
    : QWidget(parent)
    , m_timeline(timeline)
{
    setFixedHeight(76);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Records over time"));
    connect(&m_timeline, &LogTimeline::changed, this, &LogHistogram::rebuild);
    connect(&m_timeline, &LogTimeline::timesChanged, this, [this] {
        m_chosen = m_timeline.times();
        update();
    });
    rebuild();
}

void LogHistogram::rebuild()
{
    const int room = std::max(NarrowestBar, barsRight() - BarsLeft);
    m_bars = m_timeline.bars(room / NarrowestBar);
    m_pitch = std::clamp(room / std::max(1, static_cast<int>(m_bars.counts.size())), NarrowestBar, WidestBar);
    setVisible(!m_bars.counts.isEmpty());
    update();
}

void LogHistogram::resizeEvent(QResizeEvent *)
{
    rebuild();
}

int LogHistogram::barsRight() const
{
    return width() - LegendWidth;
}

qint64 LogHistogram::timeAt(int x) const
{
    const qint64 bar = std::clamp<qint64>((x - BarsLeft) / m_pitch, 0, m_bars.counts.size());
    return m_bars.from + bar * m_bars.step;
}

int LogHistogram::xOf(qint64 time) const
{
    const qint64 bar = (time - m_bars.from) / std::max<qint64>(1, m_bars.step);
    return BarsLeft + static_cast<int>(std::clamp<qint64>(bar, 0, m_bars.counts.size())) * m_pitch;
}

/// Both ends are whole bars, and at least one is chosen.
void LogHistogram::choose(qint64 anchor, qint64 other)
{
    const qint64 from = std::min(anchor, other);
    m_chosen = LogTimes{from, std::max({anchor, other, from + m_bars.step})};
    const QString pattern = dayPattern() + QStringLiteral(", HH:mm:ss");
    setAccessibleDescription(tr("Shown: %1 to %2")
                                 .arg(QLocale().toString(shownTimeOf(m_chosen->from), pattern),
                                      QLocale().toString(shownTimeOf(m_chosen->to), pattern)));
    update();
}

void LogHistogram::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.surface);
    painter.fillRect(QRect(0, height() - 1, width(), 1), tokens.border);
    paintBars(painter);
    paintChosen(painter);
    paintAxis(painter);
    paintLegend(painter);
    if (hasFocus()) {
        painter.setPen(QPen(tokens.focus, 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -2));
    }
}

void LogHistogram::paintBars(QPainter &painter) const
{
    const Tokens &tokens = currentTokens();
    const std::array<QColor, 3> inks{tokens.downFill, tokens.warnFill, faded(tokens.idleFill, 0.47)};
    qint64 highest = 1;
    for (const LevelCounts &counts : m_bars.counts) {
        const auto parts = partsOf(counts);
        highest = std::max(highest, parts[0] + parts[1] + parts[2]);
    }
    for (qsizetype bar = 0; bar < m_bars.counts.size(); ++bar) {
        const auto parts = partsOf(m_bars.counts.at(bar));
        int bottom = BarsTop + BarsHeight;
        for (const size_t part : {size_t{2}, size_t{1}, size_t{0}}) {
            if (parts.at(part) == 0)
                continue;
            // What there is can be seen, be it one error among thousands.
            const int length =
                std::max(part == 2 ? 1 : 3, static_cast<int>(BarsHeight * parts.at(part) / highest));
            const int top = std::max(BarsTop, bottom - length);
            painter.fillRect(QRect(BarsLeft + static_cast<int>(bar) * m_pitch, top, m_pitch - 1,
                                   std::max(2, bottom - top)),
                             inks.at(part));
            bottom = std::max(BarsTop, bottom - length);
        }
    }
}

void LogHistogram::paintChosen(QPainter &painter) const
{
    if (!m_chosen)
        return;
    const Tokens &tokens = currentTokens();
    const int from = xOf(m_chosen->from);
    const int to = xOf(m_chosen->to);
    painter.fillRect(QRect(from, 2, to - from, BarsTop + BarsHeight), faded(tokens.accent, 0.16));
    painter.fillRect(QRect(from - 1, 2, 2, BarsTop + BarsHeight), tokens.accent);
    painter.fillRect(QRect(to - 1, 2, 2, BarsTop + BarsHeight), tokens.accent);
}

void LogHistogram::paintAxis(QPainter &painter) const
{
    const Tokens &tokens = currentTokens();
    painter.setFont(fontOf(TextRole::Small));
    painter.setPen(tokens.text3);
    const bool isLong = m_bars.to() - m_bars.from > qint64{86400000};
    const QString pattern = m_bars.step >= 86400000 ? dayPattern()
                            : isLong                ? dayPattern() + QStringLiteral(" HH:mm")
                                     : QStringLiteral("HH:mm:ss").left(m_bars.step < 60000 ? 8 : 5);
    const int last = std::min(barsRight() - LabelEvery / 2, xOf(m_bars.to()) + 1); // a short log ends before
    for (int x = BarsLeft; x < last; x += LabelEvery / m_pitch * m_pitch)
        painter.drawText(QRect(x, BarsTop + BarsHeight + 4, LabelEvery, 16), Qt::AlignLeft | Qt::AlignVCenter,
                         QLocale().toString(shownTimeOf(timeAt(x)), pattern));
}

void LogHistogram::paintLegend(QPainter &painter) const
{
    const Tokens &tokens = currentTokens();
    const QList<std::pair<QString, QColor>> entries{{tr("Error"), tokens.downFill},
                                                    {tr("Warning"), tokens.warnFill},
                                                    {tr("Other"), faded(tokens.idleFill, 0.47)}};
    painter.setFont(fontOf(TextRole::Small));
    int top = BarsTop;
    for (const auto &[word, ink] : entries) {
        painter.fillRect(QRect(barsRight() + 16, top + 4, 8, 8), ink);
        painter.setPen(tokens.text2);
        painter.drawText(QRect(barsRight() + 30, top, LegendWidth - 32, 16), Qt::AlignVCenter, word);
        top += 18;
    }
}

QString LogHistogram::describe(int bar) const
{
    const auto parts = partsOf(m_bars.counts.at(bar));
    const qint64 from = m_bars.from + bar * m_bars.step;
    const QString pattern = dayPattern() + QStringLiteral(", HH:mm:ss");
    return tr("%1 to %2: %3 errors, %4 warnings, %5 others")
        .arg(QLocale().toString(shownTimeOf(from), pattern),
             QLocale().toString(shownTimeOf(from + m_bars.step), pattern), formatCount(parts[0]),
             formatCount(parts[1]), formatCount(parts[2]));
}

} // namespace pilothouse
