// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backupcalendar.h"

#include "core/base/dateformat.h"
#include "core/base/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/plaintooltip.h"

#include <QAccessible>
#include <QFontMetricsF>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QPainter>
#include <QToolTip>

namespace pilothouse {

namespace {

constexpr int CalendarHeadHeight = 20;
constexpr int CellHeight = 28;
constexpr int DayGap = 3;
constexpr int LabelWidth = 48;
constexpr int LegendHeight = 24;
constexpr int DaysInWeek = 7;
constexpr int DayMarkSize = 12;
constexpr qreal DayRadius = 4;

Tone toneOf(DayState state)
{
    switch (state) {
    case DayState::Verified:
    case DayState::Proven:
        return Tone::Ok;
    case DayState::Failed:
        return Tone::Down;
    default:
        return Tone::Neutral;
    }
}

/// Draws the mark of a day, or in the legend; the letter wins over the mark.
void paintMark(QPainter &painter, const QRectF &square, DayState state, const QColor &color)
{
    switch (state) {
    case DayState::Verified:
        paintIcon(painter, square, QStringLiteral("check-lg"), color);
        break;
    case DayState::Proven:
        paintIcon(painter, square, QStringLiteral("arrow-counterclockwise"), color);
        break;
    case DayState::Failed:
        paintIcon(painter, square, QStringLiteral("x-lg"), color);
        break;
    case DayState::Complete:
        paintIcon(painter, square, QStringLiteral("box-seam"), color);
        break;
    case DayState::None:
    case DayState::ToCome:
        break;
    }
}

} // namespace

BackupCalendar::BackupCalendar(QWidget *parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setFocusPolicy(Qt::StrongFocus);
}

QSize BackupCalendar::sizeHint() const
{
    return {LabelWidth + DaysInWeek * 32, CalendarHeadHeight + 4 * (CellHeight + DayGap) + LegendHeight};
}

void BackupCalendar::setDays(const QList<BackupDay> &days, QDate today)
{
    m_days = days;
    m_today = today;
    m_current = std::min(m_current, static_cast<int>(days.size()) - 1);
    setAccessibleName(visibleLine(tr("Last four weeks: %1").arg(daysInWords(days))));
    update();
}

QRect BackupCalendar::cellOf(int day) const
{
    if (day < 0 || day >= m_days.size())
        return {};
    const int column = day % DaysInWeek;
    const int free = width() - LabelWidth;
    const int left = LabelWidth + column * (free + DayGap) / DaysInWeek;
    const int right = LabelWidth + (column + 1) * (free + DayGap) / DaysInWeek - DayGap;
    return {left, CalendarHeadHeight + day / DaysInWeek * (CellHeight + DayGap), right - left, CellHeight};
}

int BackupCalendar::dayAt(const QPoint &point) const
{
    for (int day = 0; day < m_days.size(); ++day)
        if (cellOf(day).contains(point))
            return day;
    return -1;
}

bool BackupCalendar::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const int day = dayAt(help->pos());
        if (day >= 0)
            QToolTip::showText(help->globalPos(), plainTooltip(dayInWords(m_days.at(day))), this,
                               cellOf(day));
        return true;
    }
    return QWidget::event(event);
}

void BackupCalendar::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        return walkTo(m_current - 1);
    case Qt::Key_Right:
        return walkTo(m_current + 1);
    case Qt::Key_Up:
        return walkTo(m_current - DaysInWeek);
    case Qt::Key_Down:
        return walkTo(m_current + DaysInWeek);
    case Qt::Key_Home:
        return walkTo(0);
    case Qt::Key_End:
        return walkTo(static_cast<int>(m_days.size()) - 1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        return choose(m_current);
    default:
        QWidget::keyPressEvent(event);
    }
}

void BackupCalendar::mouseReleaseEvent(QMouseEvent *event)
{
    const int day = dayAt(event->pos());
    if (day < 0)
        return;
    walkTo(day);
    choose(day);
}

void BackupCalendar::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    if (m_current >= 0)
        return;
    for (int day = 0; day < m_days.size(); ++day)
        if (m_days.at(day).date == m_today)
            walkTo(day);
}

void BackupCalendar::walkTo(int day)
{
    if (day < 0 || day >= m_days.size())
        return;
    m_current = day;
    setAccessibleDescription(visibleText(dayInWords(m_days.at(day))));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
    update();
}

void BackupCalendar::choose(int day)
{
    if (day >= 0 && day < m_days.size() && !m_days.at(day).folder.isEmpty())
        emit chosen(m_days.at(day).folder);
}

void BackupCalendar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintHead(painter);
    for (int day = 0; day < m_days.size(); ++day)
        paintDay(painter, day);
    paintLegend(painter);
    if (!hasFocus() || m_current < 0)
        return;
    const Tokens &tokens = currentTokens();
    painter.setPen(QPen(tokens.text, 1, Qt::DashLine));
    painter.setBrush(Qt::NoBrush);
    painter.drawRect(cellOf(m_current).adjusted(3, 3, -4, -4));
}

void BackupCalendar::paintHead(QPainter &painter) const
{
    const QLocale locale;
    painter.setFont(fontOf(TextRole::Mark));
    painter.setPen(currentTokens().text3);
    for (int column = 0; column < DaysInWeek && column < m_days.size(); ++column) {
        QRect head = cellOf(column);
        head.moveTop(0);
        head.setHeight(CalendarHeadHeight - 4);
        painter.drawText(head, Qt::AlignCenter,
                         locale.standaloneDayName(column + 1, QLocale::ShortFormat).left(2));
    }
    for (int day = 0; day < m_days.size(); day += DaysInWeek)
        drawTabular(painter, QRectF(0, cellOf(day).top(), LabelWidth - 4, CellHeight),
                    locale.toString(m_days.at(day).date, dayPattern()), Qt::AlignLeft | Qt::AlignVCenter);
}

void BackupCalendar::paintDay(QPainter &painter, int day) const
{
    const Tokens &tokens = currentTokens();
    const BackupDay &shown = m_days.at(day);
    const QRectF cell = cellOf(day);
    const ToneColors colors = toneColors(toneOf(shown.state), tokens);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    if (shown.state == DayState::ToCome) {
        painter.setPen(QPen(tokens.border, 1, Qt::DashLine));
        painter.setBrush(Qt::NoBrush);
    } else {
        painter.setPen(tokens.isHighContrast ? QPen(colors.text, 1) : QPen(Qt::NoPen));
        painter.setBrush(colors.soft);
    }
    painter.drawRoundedRect(cell.adjusted(0.5, 0.5, -0.5, -0.5), DayRadius, DayRadius);
    if (shown.date == m_today) {
        painter.setPen(QPen(tokens.focus, tokens.focusWidth()));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(cell.adjusted(1, 1, -1, -1), DayRadius, DayRadius);
    }
    if (shown.kept != DayKept::No) {
        painter.setFont(fontOf(TextRole::MarkStrong));
        painter.setPen(colors.text);
        painter.drawText(cell, Qt::AlignCenter,
                         shown.kept == DayKept::Monthly ? tr("M", "kept as monthly")
                                                        : tr("W", "kept as weekly"));
    } else {
        paintMark(painter, middleSquare(cell, DayMarkSize), shown.state, colors.text);
    }
    painter.restore();
}

void BackupCalendar::paintLegend(QPainter &painter) const
{
    struct Entry
    {
        DayState state;
        QString word;
    };
    const Entry entries[] = {{DayState::Verified, tr("Verified")},
                             {DayState::Proven, tr("Proven")},
                             {DayState::Complete, tr("Complete")},
                             {DayState::Failed, tr("Failed")}};
    const Tokens &tokens = currentTokens();
    const QFont font = fontOf(TextRole::Mark);
    const QFontMetricsF metrics(font);
    const int top = height() - LegendHeight + 6;
    qreal left = 0;
    painter.setFont(font);
    const auto write = [&](const QString &word) {
        painter.setPen(tokens.text2);
        painter.drawText(QRectF(left, top, width() - left, LegendHeight - 6), Qt::AlignVCenter, word);
        left += metrics.horizontalAdvance(word) + 14;
    };
    for (const Entry &entry : entries) {
        const bool isUsed = std::any_of(m_days.cbegin(), m_days.cend(), [&](const BackupDay &day) {
            return day.state == entry.state && day.kept == DayKept::No;
        });
        if (!isUsed)
            continue;
        paintMark(painter, middleSquare(QRectF(left, top, DayMarkSize, LegendHeight - 6), DayMarkSize - 1),
                  entry.state, toneColors(toneOf(entry.state), tokens).text);
        left += DayMarkSize + 5;
        write(entry.word);
    }
    const bool isKept = std::any_of(m_days.cbegin(), m_days.cend(),
                                    [](const BackupDay &day) { return day.kept != DayKept::No; });
    if (isKept)
        write(tr("W M  kept by week, month"));
}

} // namespace pilothouse
