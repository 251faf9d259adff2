// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logview.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "ui/models/logwrap.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QAccessible>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace pilothouse {

namespace {
constexpr int SmallestFont = 9;
constexpr int LargestFont = 28;
} // namespace

LogView::LogView(LogModel &model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_bar(new MatchBar(this))
    , m_head(new LogTableHead(this))
    , m_pill(new Button({}, ButtonKind::Primary, QStringLiteral("arrow-down"), viewport()))
    , m_fontSize(fontOf(TextRole::Code).pixelSize())
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setViewportMargins(0, 0, MatchBar::Width, 0);
    setAccessibleName(tr("Log"));
    m_pill->setFixedHeight(28);
    m_pill->setFocusPolicy(Qt::NoFocus);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, [this] { setFollowing(true); });
    connectModel();
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
    connect(m_bar, &MatchBar::wanted, this, &LogView::goTo);
    connect(m_head, &LogTableHead::changed, this, &LogView::takeTable);
    connect(m_head, &LogTableHead::menuAsked, this, &LogView::columnMenuWanted);
    m_telling.setSingleShot(true);
    connect(&m_telling, &QTimer::timeout, this, &LogView::tellMoment);
    rebuild();
}

void LogView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first) { onRemoved(first); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_fields.clear();
        rebuild();
        if (m_isFollowing || m_awaitsEnd)
            scrollTo(verticalScrollBar()->maximum());
        if (std::exchange(m_awaitsEnd, false))
            setCurrentRow(m_model.rowCount() - 1);
        placePill();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &index) {
        m_fields.remove(m_model.record(index.row()).number);
        m_lines.setHeight(index.row(), heightOf(index.row(), columns()));
        updateRange();
    });
    connect(&m_model, &LogModel::extentChanged, this, [this] {
        if (m_linesSeen == 0)
            m_linesSeen = m_count ? m_count() : m_model.extent().lines();
        placePill();
        showBar();
    });
    connect(&m_model, &LogModel::matchesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &LogModel::marksChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &LogModel::currentMatchChanged, this, &LogView::showCurrentMatch);
}

void LogView::onInserted(int first, int last)
{
    if (first < m_lines.rows()) {
        const qint64 before = m_lines.total();
        const qint64 top = verticalScrollBar()->value();
        rebuild();
        if (!m_isFollowing)
            scrollTo(top + m_lines.total() - before);
        return;
    }
    const LogColumns geometry = columns();
    for (int row = first; row <= last; ++row)
        m_lines.append(heightOf(row, geometry));
    updateRange();
}

void LogView::onRemoved(int first)
{
    const qint64 before = m_lines.total();
    const qint64 top = verticalScrollBar()->value();
    rebuild();
    if (!m_isFollowing && first == 0)
        scrollTo(top - (before - m_lines.total()));
}

LogColumns LogView::columns() const
{
    QFont font = fontOf(TextRole::Code);
    font.setPixelSize(m_fontSize);
    if (table().isEmpty())
        return {font, viewport()->width()};
    return {font, viewport()->width(), table()};
}

int LogView::heightOf(int row, const LogColumns &geometry) const
{
    const LogRecord &record = m_model.record(row);
    const bool isUnfolded = m_model.isUnfolded(row);
    if (!m_isWrapping)
        return isUnfolded ? 1 + static_cast<int>(record.continuation.size()) : 1;
    int lines = wrappedMessageLines(record, geometry);
    for (const QString &line : record.continuation) {
        if (isUnfolded)
            lines += wrapCount(line, geometry.furtherCells);
    }
    return lines;
}

void LogView::rebuild()
{
    const LogColumns geometry = columns();
    QList<int> heights(m_model.rowCount());
    for (int row = 0; row < heights.size(); ++row)
        heights[row] = heightOf(row, geometry);
    m_lines.assign(std::move(heights));
    updateRange();
}

void LogView::showCurrentMatch()
{
    const LogMatch match = m_model.matches().value(m_model.currentMatch());
    const int row = m_model.rowOf(match.record);
    if (m_model.currentMatch() < 0 || row < 0)
        return;
    if (match.line > 0)
        m_model.setUnfolded(row, true);
    setCurrentRow(row);
    ensureVisible(row, m_isWrapping ? 0 : std::max(0, match.line));
    viewport()->update();
}

void LogView::setWrapping(bool isWrapping)
{
    if (isWrapping == m_isWrapping)
        return;
    const int top = firstVisibleRow();
    m_isWrapping = isWrapping;
    rebuild();
    if (!m_isFollowing && top >= 0)
        scrollTo(m_lines.lineOf(top));
    emit wrappingChanged(isWrapping);
}

void LogView::zoom(int by)
{
    const int standard = fontOf(TextRole::Code).pixelSize();
    m_fontSize = by == 0 ? standard : std::clamp(m_fontSize + by, SmallestFont, LargestFont);
    const int top = firstVisibleRow();
    rebuild();
    if (!m_isFollowing && top >= 0)
        scrollTo(m_lines.lineOf(top));
}

int LogView::rowAt(const QPoint &position) const
{
    const qint64 line = verticalScrollBar()->value() + position.y() / columns().lineHeight;
    return line < m_lines.total() ? static_cast<int>(m_lines.rowAt(line)) : -1;
}

void LogView::setCurrentRow(int row, bool extends)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    m_current = m_model.record(row).number;
    if (!extends || m_model.rowOf(m_anchor) < 0)
        m_anchor = m_current;
    viewport()->update();
    tellAccessibility();
    emit currentChanged();
    tellMomentSoon();
}

void LogView::tellAccessibility()
{
    const int row = currentRow();
    if (row < 0)
        return;
    setAccessibleDescription(visibleText(m_model.record(row).text()));
    QAccessibleEvent event(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&event);
}

void LogView::toggleFold(int row)
{
    if (row >= 0)
        m_model.setUnfolded(row, !m_model.isUnfolded(row));
}

void LogView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    const LogColumns geometry = columns();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.surface);
    if (m_lines.rows() == 0)
        return;
    painter.translate(-hiddenLeft(), 0);
    LogRowPainter rows(painter, geometry, tokens);
    const int current = currentRow();
    const int anchor = m_model.rowOf(m_anchor);
    const int moment = m_moment > 0 ? m_model.rowAtTime(m_moment) : -1;
    LogRow row;
    row.hasFocus = hasFocus();
    row.isWrapping = m_isWrapping;
    row.highlights = m_model.highlights();
    row.currentMatch = m_model.matches().value(m_model.currentMatch());
    int index = firstVisibleRow();
    auto top = static_cast<int>(m_lines.lineOf(index) - verticalScrollBar()->value()) * geometry.lineHeight;
    for (; index < m_lines.rows() && top < viewport()->height(); ++index) {
        row.record = &m_model.record(index);
        row.rect = QRect(0, top, geometry.width, m_lines.height(index) * geometry.lineHeight);
        row.isUnfolded = m_model.isUnfolded(index);
        row.isCurrent = index == current;
        row.isMarked = m_model.isMarked(row.record->number);
        row.isSelected = current >= 0 && index >= std::min(current, anchor < 0 ? current : anchor)
                         && index <= std::max(current, anchor);
        row.hasMomentAbove = index == moment;
        row.matches = m_model.matchesOf(row.record->number);
        row.isQuiet = m_hasQuietOthers && row.matches.isEmpty() && !m_model.matches().isEmpty();
        row.fields = geometry.isTable() ? fieldsOf(*row.record) : LogFields();
        rows.paint(row);
        top += row.rect.height();
    }
    painter.resetTransform();
    paintPrefix(painter);
}

void LogView::paintPrefix(QPainter &painter)
{
    if (m_prefix == 0)
        return;
    const QString text = formatCount(m_prefix);
    painter.setFont(fontOf(TextRole::Mark));
    const int width = painter.fontMetrics().horizontalAdvance(text) + 16;
    const QRect box(viewport()->width() - width - 12, viewport()->height() - 32, width, 20);
    painter.fillRect(box, currentTokens().raised);
    painter.setPen(currentTokens().text);
    painter.drawText(box, Qt::AlignCenter, text);
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_head->place(width(), hiddenLeft());
    m_bar->setGeometry(width() - MatchBar::Width, viewport()->y(), MatchBar::Width, viewport()->height());
    if (m_isWrapping)
        rebuild();
    else
        updateRange();
    placePill();
}

bool LogView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        viewport()->update();
    return QAbstractScrollArea::viewportEvent(event);
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusInEvent(event);
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QAbstractScrollArea::focusOutEvent(event);
    viewport()->update();
}

} // namespace pilothouse
