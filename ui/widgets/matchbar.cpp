// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/matchbar.h"

#include "ui/models/logmodel.h"
#include "ui/theme/theme.h"
#include "ui/theme/tones.h"

#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

namespace pilothouse {

namespace {
constexpr int MatchBarStep = 3;
constexpr int DelayMs = 120;
} // namespace

MatchBar::MatchBar(const LogModel &model, QScrollBar &scrollBar, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_scrollBar(scrollBar)
{
    setAccessibleName(tr("Errors, warnings and matches in the log"));
    m_delay.setSingleShot(true);
    m_delay.setInterval(DelayMs);
    connect(&m_delay, &QTimer::timeout, this, &MatchBar::collect);
    connect(&m_model, &LogModel::countsChanged, this, &MatchBar::collectSoon);
    connect(&m_model, &LogModel::matchesChanged, this, &MatchBar::collectSoon);
    connect(&m_scrollBar, &QScrollBar::valueChanged, this, qOverload<>(&QWidget::update));
    connect(&m_scrollBar, &QScrollBar::rangeChanged, this, qOverload<>(&QWidget::update));
}

void MatchBar::collectSoon()
{
    if (!m_delay.isActive())
        m_delay.start();
}

void MatchBar::resizeEvent(QResizeEvent *)
{
    collectSoon();
}

void MatchBar::collect()
{
    const int steps = height() / MatchBarStep + 1;
    const qint64 rows = m_model.rowCount();
    for (QBitArray *marks : {&m_errors, &m_warnings, &m_matches}) {
        marks->clear();
        marks->resize(steps);
    }
    const auto stepOf = [steps, rows](qint64 row) {
        return static_cast<qsizetype>(row * (steps - 1) / std::max<qint64>(rows, 1));
    };
    for (int row = 0; row < rows; ++row) {
        const LogGroup group = logGroupOf(m_model.record(row).level);
        if (group == LogGroup::Error)
            m_errors.setBit(stepOf(row));
        else if (group == LogGroup::Warning)
            m_warnings.setBit(stepOf(row));
    }
    for (const LogMatch &match : m_model.matches()) {
        if (const int row = m_model.rowOf(match.record); row >= 0)
            m_matches.setBit(stepOf(row));
    }
    update();
}

void MatchBar::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    QPainter painter(this);
    painter.fillRect(rect(), tokens.sunken);
    painter.fillRect(QRect(0, 0, 1, height()), tokens.border);
    const auto paintMarks = [&painter](const QBitArray &marks, int left, int width, const QColor &color) {
        for (qsizetype i = 0; i < marks.size(); ++i) {
            if (marks.testBit(i))
                painter.fillRect(QRect(left, static_cast<int>(i) * MatchBarStep, width, 2), color);
        }
    };
    paintMarks(m_matches, 1, Width - 1, tokens.match);
    paintMarks(m_errors, 2, 5, tokens.downFill);
    paintMarks(m_warnings, 8, 5, tokens.warnFill);
    const int span = m_scrollBar.maximum() - m_scrollBar.minimum() + m_scrollBar.pageStep();
    if (m_scrollBar.maximum() == m_scrollBar.minimum())
        return;
    const qint64 length = std::max<qint64>(24, qint64{height()} * m_scrollBar.pageStep() / span);
    const qint64 top = (height() - length) * m_scrollBar.value() / m_scrollBar.maximum();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(faded(tokens.idleFill, 0.55));
    painter.drawRoundedRect(QRectF(2, static_cast<qreal>(top), Width - 3, static_cast<qreal>(length)), 3, 3);
}

void MatchBar::scrollTo(int y)
{
    const qint64 span = m_scrollBar.maximum() + m_scrollBar.pageStep();
    m_scrollBar.setValue(static_cast<int>(span * y / std::max(1, height())) - m_scrollBar.pageStep() / 2);
}

void MatchBar::mousePressEvent(QMouseEvent *event)
{
    scrollTo(qRound(event->position().y()));
}

void MatchBar::mouseMoveEvent(QMouseEvent *event)
{
    scrollTo(qRound(event->position().y()));
}

} // namespace pilothouse
