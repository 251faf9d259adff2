// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logview.h"

#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "ui/models/logwrap.h"
#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/matchbar.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace pilothouse {

namespace {
constexpr qsizetype CopyLimit = 64 * 1024 * 1024;
constexpr int SmallestFont = 9;
constexpr int LargestFont = 28;
} // namespace

LogView::LogView(LogModel &model, QWidget *parent)
    : QAbstractScrollArea(parent)
    , m_model(model)
    , m_bar(new MatchBar(model, *verticalScrollBar(), this))
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
    connectScrollBar();
    rebuild();
}

void LogView::connectModel()
{
    connect(&m_model, &QAbstractItemModel::rowsInserted, this,
            [this](const QModelIndex &, int first, int last) { onInserted(first, last); });
    connect(&m_model, &QAbstractItemModel::rowsRemoved, this,
            [this](const QModelIndex &, int first, int last) { onRemoved(first, last); });
    connect(&m_model, &QAbstractItemModel::modelReset, this, [this] {
        m_newRows = 0;
        rebuild();
        if (m_isFollowing)
            scrollTo(verticalScrollBar()->maximum());
        else if (currentRow() >= 0)
            ensureVisible(currentRow());
        placePill();
    });
    connect(&m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &index) {
        m_lines.setHeight(index.row(), heightOf(index.row(), columns()));
        updateRange();
    });
    connect(&m_model, &LogModel::matchesChanged, viewport(), qOverload<>(&QWidget::update));
    connect(&m_model, &LogModel::currentMatchChanged, this, &LogView::showCurrentMatch);
}

void LogView::connectScrollBar()
{
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::onScrolled);
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
    if (m_isFollowing)
        return;
    m_newRows += last - first + 1;
    placePill();
}

void LogView::onRemoved(int, int)
{
    const qint64 before = m_lines.total();
    const qint64 top = verticalScrollBar()->value();
    rebuild();
    if (!m_isFollowing)
        scrollTo(top - (before - m_lines.total()));
}

void LogView::onScrolled(int value)
{
    viewport()->update();
    if (m_isAdjusting)
        return;
    if (m_isFollowing && value < verticalScrollBar()->maximum())
        setFollowing(false);
    if (value == 0)
        emit olderWanted();
}

LogColumns LogView::columns() const
{
    QFont font = fontOf(TextRole::Code);
    font.setPixelSize(m_fontSize);
    return {font, viewport()->width()};
}

int LogView::heightOf(int row, const LogColumns &geometry) const
{
    const LogRecord &record = m_model.record(row);
    const bool isUnfolded = m_model.isUnfolded(row);
    if (!m_isWrapping)
        return isUnfolded ? 1 + static_cast<int>(record.continuation.size()) : 1;
    int lines = wrapCount(record.message, geometry.cells);
    for (const QString &line : record.continuation) {
        if (isUnfolded)
            lines += wrapCount(line, geometry.cells - 2);
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

void LogView::updateRange()
{
    const QScopedValueRollback<bool> adjusting(m_isAdjusting, true);
    const int page = std::max(1, viewport()->height() / columns().lineHeight);
    verticalScrollBar()->setPageStep(page);
    verticalScrollBar()->setRange(0, static_cast<int>(std::max<qint64>(0, m_lines.total() - page)));
    if (m_isFollowing)
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    viewport()->update();
}

void LogView::scrollTo(qint64 line)
{
    const QScopedValueRollback<bool> adjusting(m_isAdjusting, true);
    verticalScrollBar()->setValue(
        static_cast<int>(std::clamp<qint64>(line, 0, verticalScrollBar()->maximum())));
}

void LogView::ensureVisible(int row, int line)
{
    const qint64 wanted = m_lines.lineOf(row) + line;
    const qint64 top = verticalScrollBar()->value();
    const int page = verticalScrollBar()->pageStep();
    if (wanted >= top && wanted < top + page)
        return;
    const bool isNear = wanted == top - 1 || wanted == top + page;
    const qint64 goal = !isNear ? wanted - page / 2 : wanted < top ? wanted : wanted - page + 1;
    if (goal < verticalScrollBar()->maximum())
        setFollowing(false);
    scrollTo(goal);
}

void LogView::showCurrentMatch()
{
    const LogMatch match = m_model.matches().value(m_model.currentMatch());
    const int row = m_model.rowOf(match.record);
    if (match.length == 0 || row < 0)
        return;
    if (match.line > 0)
        m_model.setUnfolded(row, true);
    setCurrentRow(row);
    ensureVisible(row, m_isWrapping ? 0 : std::max(0, match.line));
    viewport()->update();
}

void LogView::setFollowing(bool isFollowing)
{
    const bool isChanged = isFollowing != m_isFollowing;
    m_isFollowing = isFollowing;
    m_newRows = 0;
    if (isFollowing)
        scrollTo(verticalScrollBar()->maximum());
    placePill();
    if (isChanged)
        emit followingChanged(isFollowing);
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

void LogView::placePill()
{
    m_pill->setVisible(!m_isFollowing && m_newRows > 0);
    m_pill->setText(m_newRows == 1 ? tr("1 new line") : tr("%1 new lines").arg(formatCount(m_newRows)));
    m_pill->resize(m_pill->sizeHint().width(), 28);
    m_pill->move((viewport()->width() - m_pill->width()) / 2, viewport()->height() - m_pill->height() - 12);
}

int LogView::firstVisibleRow() const
{
    return static_cast<int>(m_lines.rowAt(verticalScrollBar()->value()));
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

QString LogView::selectedText() const
{
    const int current = currentRow();
    const int anchor = m_model.rowOf(m_anchor);
    if (current < 0)
        return {};
    QStringList texts;
    qsizetype size = 0;
    for (int row = std::min(current, std::max(anchor, 0));
         row <= std::max(current, anchor) && size < CopyLimit; ++row) {
        texts.append(m_model.record(row).text());
        size += texts.last().size();
    }
    return texts.join(u'\n').left(CopyLimit);
}

void LogView::copySelection() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void LogView::paintEvent(QPaintEvent *)
{
    const Tokens &tokens = currentTokens();
    const LogColumns geometry = columns();
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens.surface);
    if (m_lines.rows() == 0)
        return;
    LogRowPainter rows(painter, geometry, tokens);
    const int current = currentRow();
    const int anchor = m_model.rowOf(m_anchor);
    LogRow row;
    row.hasFocus = hasFocus();
    row.isWrapping = m_isWrapping;
    row.currentMatch = m_model.matches().value(m_model.currentMatch());
    int index = firstVisibleRow();
    auto top = static_cast<int>(m_lines.lineOf(index) - verticalScrollBar()->value()) * geometry.lineHeight;
    for (; index < m_lines.rows() && top < viewport()->height(); ++index) {
        row.record = &m_model.record(index);
        row.rect = QRect(0, top, viewport()->width(), m_lines.height(index) * geometry.lineHeight);
        row.isUnfolded = m_model.isUnfolded(index);
        row.isCurrent = index == current;
        row.isSelected = current >= 0 && index >= std::min(current, anchor < 0 ? current : anchor)
                         && index <= std::max(current, anchor);
        row.matches = m_model.matchesOf(row.record->number);
        rows.paint(row);
        top += row.rect.height();
    }
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QAbstractScrollArea::resizeEvent(event);
    m_bar->setGeometry(width() - MatchBar::Width, 0, MatchBar::Width, height());
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
