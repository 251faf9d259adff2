// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/steplist.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/marks.h"
#include "ui/widgets/plaintooltip.h"
#include "ui/widgets/stepmark.h"

#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace pilothouse {

namespace {

constexpr int OneLine = 26;
constexpr int TwoLines = 42;
constexpr int StepTextLeft = 32;
constexpr int StepSideWidth = 84;

/// Short steps with a tenth of a second: "0 s" would say that nothing happened.
QString tookText(qint64 milliseconds)
{
    if (milliseconds >= 10000)
        return formatDuration(milliseconds);
    return StepList::tr("%1 s").arg(QLocale().toString(static_cast<double>(milliseconds) / 1000, 'f', 1));
}

StepLook lookOf(const StepView &step, bool hasEnded)
{
    if (step.isRunning)
        return StepLook::Working;
    switch (step.state) {
    case StepState::Done:
        return StepLook::Done;
    case StepState::Failed:
        return StepLook::Failed;
    case StepState::PutBack:
        return StepLook::PutBack;
    case StepState::Unknown:
        return StepLook::NotKnown;
    default:
        return hasEnded ? StepLook::NotBegun : StepLook::ToDo;
    }
}

} // namespace

StepList::StepList(Look look, QWidget *parent)
    : QWidget(parent)
    , m_look(look)
{
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Minimum);
}

void StepList::setSteps(const QList<StepView> &steps, bool hasEnded)
{
    m_steps = steps;
    m_hasEnded = hasEnded;
    QStringList words;
    for (const StepView &step : steps)
        words << visibleLine(step.title) + QStringLiteral(", ") + stepWord(lookOf(step, hasEnded));
    setAccessibleName(tr("Steps"));
    setAccessibleDescription(visibleText(words.join(u'\n')));
    updateGeometry();
    update();
}

void StepList::setShowsCommands(bool isShown)
{
    m_showsCommands = isShown;
    updateGeometry();
    update();
}

QString StepList::secondLine(const StepView &step) const
{
    if (m_look == Look::Plan)
        return m_showsCommands ? step.shell : QString();
    if (!step.text.isEmpty() && step.state != StepState::Done)
        return step.text;
    if (step.isRunning && !step.progress.step.isEmpty())
        return step.progress.step;
    return {};
}

QString StepList::sideText(const StepView &step) const
{
    if (m_look == Look::Plan)
        return {};
    if (step.isRunning && step.progress.total > 0)
        return QStringLiteral("%1 %").arg(100 * step.progress.done / step.progress.total);
    if (step.startedAt.isValid() && step.endedAt.isValid())
        return tookText(step.startedAt.msecsTo(step.endedAt));
    return m_hasEnded && step.state == StepState::ToDo ? tr("not begun") : QString();
}

int StepList::rowHeight(const StepView &step) const
{
    return secondLine(step).isEmpty() ? OneLine : TwoLines;
}

QSize StepList::sizeHint() const
{
    int height = 0;
    for (const StepView &step : m_steps)
        height += rowHeight(step);
    return {420, height};
}

QSize StepList::minimumSizeHint() const
{
    return {200, sizeHint().height()};
}

void StepList::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    int top = 0;
    for (qsizetype at = 0; at < m_steps.size(); ++at) {
        const int height = rowHeight(m_steps[at]);
        const QRect row(0, top, width(), height);
        paintRow(painter, at, row);
        top += height;
    }
}

void StepList::paintMark(QPainter &painter, qsizetype at, const QRect &row) const
{
    const Tokens &tokens = currentTokens();
    const QRectF square(row.left() + 2, row.top() + 3, 20, 20);
    if (at + 1 < m_steps.size() && m_look == Look::Plan)
        painter.fillRect(QRect(row.left() + 11, row.top() + 24, 1, row.height() - 22), tokens.border);
    if (m_look == Look::Plan) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(tokens.borderStrong, 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawEllipse(square.adjusted(0.5, 0.5, -0.5, -0.5));
        painter.setFont(fontOf(TextRole::MarkStrong));
        painter.setPen(tokens.text2);
        painter.drawText(square, Qt::AlignCenter, QString::number(at + 1));
        return;
    }
    const StepLook look = lookOf(m_steps[at], m_hasEnded);
    paintStepMark(painter, square, look, tokens);
    if (look == StepLook::Working)
        keepTurning(const_cast<StepList *>(this), square.toAlignedRect());
}

void StepList::paintRow(QPainter &painter, qsizetype at, const QRect &row) const
{
    const Tokens &tokens = currentTokens();
    const StepView &step = m_steps[at];
    paintMark(painter, at, row);
    const bool isBad = step.state == StepState::Failed || step.state == StepState::Unknown;
    const QColor ink = step.state == StepState::Failed               ? tokens.downText
                       : step.state == StepState::Unknown            ? tokens.warnText
                       : m_hasEnded && step.state == StepState::ToDo ? tokens.text3
                                                                     : tokens.text;
    const QString side = sideText(step);
    const int sideWidth =
        side.isEmpty()
            ? 0
            : qMin(StepSideWidth, 16 + QFontMetrics(fontOf(TextRole::Small)).horizontalAdvance(side));
    const QRect title(row.left() + StepTextLeft, row.top(), row.width() - StepTextLeft - sideWidth, OneLine);
    const QFont font = fontOf(isBad || step.isRunning ? TextRole::Strong : TextRole::Body);
    painter.setFont(font);
    painter.setPen(ink);
    painter.drawText(title, Qt::AlignVCenter,
                     QFontMetrics(font).elidedText(visibleLine(step.title), Qt::ElideRight, title.width()));
    painter.setFont(fontOf(TextRole::Small));
    painter.setPen(tokens.text2);
    drawTabular(painter, QRectF(row.right() - StepSideWidth, row.top(), StepSideWidth, OneLine), side,
                Qt::AlignRight | Qt::AlignVCenter);
    const QString second = secondLine(step);
    if (second.isEmpty())
        return;
    const QFont small = fontOf(m_look == Look::Plan ? TextRole::SmallCode : TextRole::Small);
    const QRect below(title.left(), row.top() + 21, row.width() - StepTextLeft, 17);
    painter.setFont(small);
    painter.setPen(isBad ? ink : tokens.text3);
    painter.drawText(below, Qt::AlignVCenter,
                     QFontMetrics(small).elidedText(visibleLine(second),
                                                    m_look == Look::Plan ? Qt::ElideMiddle : Qt::ElideRight,
                                                    below.width()));
}

bool StepList::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip)
        return QWidget::event(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    int top = 0;
    for (const StepView &step : m_steps) {
        const int height = rowHeight(step);
        if (help->y() >= top && help->y() < top + height) {
            const QString second = secondLine(step);
            QToolTip::showText(help->globalPos(),
                               plainTooltip(second.isEmpty() ? step.title : step.title + u'\n' + second),
                               this);
            return true;
        }
        top += height;
    }
    QToolTip::hideText();
    return true;
}

} // namespace pilothouse
