// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logrowpainter.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/loghighlights.h"
#include "ui/models/logwrap.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/theme/tones.h"
#include "ui/widgets/highlightmark.h"
#include "ui/widgets/statemark.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QPainter>

namespace pilothouse {

namespace {
constexpr int NarrowWidth = 760;
constexpr int SlimWidth = 540; ///< a view beside another one: no room for components
constexpr int BaseSize = 12;
constexpr int RightMargin = 10;
constexpr int TableLeft = 8; ///< so that the first title stands above the first cell
constexpr int LogCellPadding = 8;
constexpr int DatedTimeCells = 23; ///< characters of a time with its day
constexpr double ErrorOpacity = 0.59;
constexpr double WarningOpacity = 0.51;
} // namespace

LogColumns::LogColumns(const QFont &codeFont, int viewWidth)
    : isNarrow(viewWidth < NarrowWidth)
    , right(viewWidth - RightMargin)
    , furtherRight(right)
    , width(viewWidth)
{
    measure(codeFont);
    const auto scaled = [this](int size) { return size * font.pixelSize() / BaseSize; };
    level = time + scaled(96);
    component = level + scaled(52);
    message = component + (viewWidth < SlimWidth ? 0 : scaled(isNarrow ? 136 : 180));
    cells = std::max(20, static_cast<int>((right - message) / cell));
    further = message + 14;
    furtherCells = cells - 2;
}

LogColumns::LogColumns(const QFont &codeFont, int viewWidth, const LogTable &columns)
    : isNarrow(viewWidth < NarrowWidth)
    , further(time + 14)
    , hasMessage(false)
{
    measure(codeFont);
    int left = TableLeft;
    for (const LogTableColumn &column : columns) {
        const int padding = left == TableLeft ? time - TableLeft : LogCellPadding;
        table.append({column.id, left + padding, std::max(8, column.width - padding - LogCellPadding)});
        left += column.width;
        const int rest = viewWidth - RightMargin - left;
        if (table.size() == columns.size() && rest > 0)
            table.last().width += rest; // the last one takes what is left
        if (column.id == LogColumnId::Message) {
            hasMessage = true;
            message = table.last().left;
            right = message + table.last().width;
        }
    }
    width = std::max(viewWidth, left);
    furtherRight = std::max(viewWidth - RightMargin, further + 200);
    right = std::max(right, message + 8);
    cells = std::max(20, static_cast<int>((right - message) / cell));
    furtherCells = std::max(20, static_cast<int>((furtherRight - further) / cell));
}

void LogColumns::measure(const QFont &codeFont)
{
    font = codeFont;
    const QFontMetricsF metrics(font);
    lineHeight = std::max(21 * font.pixelSize() / BaseSize, static_cast<int>(metrics.height()) + 2);
    cell = std::max(1.0, metrics.horizontalAdvance(u'x'));
}

int wrappedMessageLines(const LogRecord &record, const LogColumns &columns)
{
    const bool isOneLine = columns.isTable() && (!columns.hasMessage || record.message.startsWith(u'{'));
    return isOneLine ? 1 : wrapCount(record.message, columns.cells);
}

QString logLevelMark(LogLevel level)
{
    switch (level) {
    case LogLevel::Trace:
        return QStringLiteral("TRC");
    case LogLevel::Debug:
        return QStringLiteral("DBG");
    case LogLevel::Info:
        return QStringLiteral("INF");
    case LogLevel::Warning:
        return QStringLiteral("WRN");
    case LogLevel::Error:
        return QStringLiteral("ERR");
    case LogLevel::Fatal:
        return QStringLiteral("FTL");
    case LogLevel::Unknown:
        break;
    }
    return {};
}

QString shortComponent(const QString &component, bool lastPartOnly)
{
    const qsizetype prefix = component.indexOf(QChar(0xB7));
    const QString name = component.mid(prefix + 1);
    return lastPartOnly ? name.mid(name.lastIndexOf(u'/') + 1) : name;
}

void paintLevelMark(QPainter &painter, const QRectF &square, LogGroup group, const Tokens &tokens)
{
    if (group == LogGroup::Error)
        paintStateMark(painter, square, StateKind::Down, tokens);
    else if (group == LogGroup::Warning)
        paintStateMark(painter, square, StateKind::Warning, tokens);
    if (group != LogGroup::Info && group != LogGroup::Debug)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, group == LogGroup::Info);
    painter.setPen(Qt::NoPen);
    painter.setBrush(group == LogGroup::Info ? tokens.infoFill : tokens.idleFill);
    if (group == LogGroup::Info)
        painter.drawEllipse(square.center(), 2.5, 2.5);
    else
        painter.drawRect(QRectF(square.center().x() - 3, square.center().y() - 0.5, 6, 1));
    painter.restore();
}

LogRowPainter::LogRowPainter(QPainter &painter, const LogColumns &columns, const Tokens &tokens)
    : m_painter(painter)
    , m_columns(columns)
    , m_tokens(tokens)
{
}

void LogRowPainter::paint(const LogRow &row)
{
    paintBackground(row);
    paintGutter(row);
    m_painter.setFont(m_columns.font);
    if (m_columns.isTable()) {
        paintCells(row);
    } else {
        paintHead(row);
        paintMessage(row);
    }
    if (row.isUnfolded)
        paintFurther(row);
    if (row.hasMomentAbove)
        m_painter.fillRect(QRect(0, row.rect.top(), row.rect.width(), 1), m_tokens.focus);
}

void LogRowPainter::paintMessage(const LogRow &row)
{
    QRect rect(m_columns.message, row.rect.top(), m_columns.right - m_columns.message, m_columns.lineHeight);
    if (!row.isUnfolded && !row.record->continuation.isEmpty())
        rect.setRight(paintPill(row) - 8);
    paintText(row, 0, row.record->message, rect);
}

void LogRowPainter::paintFurther(const LogRow &row)
{
    int top = row.rect.top()
              + m_columns.lineHeight * (row.isWrapping ? wrappedMessageLines(*row.record, m_columns) : 1);
    m_painter.fillRect(QRect(m_columns.further - 10, top, 1, row.rect.bottom() + 1 - top),
                       m_tokens.borderStrong);
    for (int line = 0; line < row.record->continuation.size(); ++line) {
        const QString &text = row.record->continuation.at(line);
        const int lines = row.isWrapping ? wrapCount(text, m_columns.furtherCells) : 1;
        if (top + lines * m_columns.lineHeight >= 0 && top <= m_painter.viewport().height())
            paintText(row, line + 1, text,
                      QRect(m_columns.further, top, m_columns.furtherRight - m_columns.further,
                            m_columns.lineHeight));
        top += lines * m_columns.lineHeight;
    }
}

void LogRowPainter::paintBackground(const LogRow &row)
{
    const LogGroup group = logGroupOf(row.record->level);
    QColor fill;
    if (row.isSelected)
        fill = m_tokens.sel;
    else if (group == LogGroup::Error)
        fill = faded(m_tokens.downSoft, ErrorOpacity);
    else if (group == LogGroup::Warning)
        fill = faded(m_tokens.warnSoft, WarningOpacity);
    if (fill.isValid())
        m_painter.fillRect(row.rect, fill);
    if (row.isCurrent)
        m_painter.fillRect(QRect(row.rect.left(), row.rect.top(), 3, row.rect.height()),
                           row.hasFocus ? m_tokens.focus : m_tokens.borderStrong);
}

void LogRowPainter::paintGutter(const LogRow &row)
{
    const int top = row.rect.top() + (m_columns.lineHeight - 10) / 2;
    const bool canFold = !row.record->continuation.isEmpty();
    if (canFold)
        paintIcon(m_painter, QRectF(row.isMarked ? 3 : 8, top, 10, 10),
                  row.isUnfolded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-right"),
                  row.isSelected ? m_tokens.text2 : m_tokens.text3);
    if (row.isMarked)
        paintIcon(m_painter, QRectF(canFold ? 12 : 8, top, 10, 10), QStringLiteral("bookmark-fill"),
                  row.isSelected ? m_tokens.text2 : m_tokens.accentText);
}

void LogRowPainter::paintHead(const LogRow &row)
{
    const int height = m_columns.lineHeight;
    const int top = row.rect.top();
    m_painter.setPen(m_tokens.text2);
    if (row.record->time.isValid())
        m_painter.drawText(QRect(m_columns.time, top, m_columns.level - m_columns.time, height),
                           Qt::AlignVCenter,
                           shownTime(row.record->time).toString(QStringLiteral("HH:mm:ss.zzz")));
    paintLevel(row, m_columns.level, m_columns.component - m_columns.level);
    const int width = m_columns.message - m_columns.component - 10;
    if (width <= 0)
        return;
    m_painter.setPen(m_tokens.text2);
    const QFontMetricsF metrics(m_columns.font);
    const QString component =
        metrics.elidedText(shortComponent(row.record->component, m_columns.isNarrow), Qt::ElideRight, width);
    // All of it stands out: what is found in it may be in what is left out here.
    for (const LogHighlight &one : row.highlights ? row.highlights->of(*row.record) : QList<LogHighlight>()) {
        if (one.place.line < 0)
            paintHighlight(
                m_painter,
                QRectF(m_columns.component, top + 2, metrics.horizontalAdvance(component), height - 4),
                one.color, m_tokens);
    }
    m_painter.drawText(QRect(m_columns.component, top, width, height), Qt::AlignVCenter, component);
}

void LogRowPainter::paintCells(const LogRow &row)
{
    for (const LogCellPlace &place : m_columns.table) {
        m_painter.save();
        m_painter.setClipRect(QRect(place.left, row.rect.top(), place.width, row.rect.height()),
                              Qt::IntersectClip);
        if (place.id == LogColumnId::Level)
            paintLevel(row, place.left, place.width);
        else if (place.id == LogColumnId::Message && !row.record->message.startsWith(u'{'))
            paintMessage(row);
        else
            paintCell(row, place);
        m_painter.restore();
    }
}

void LogRowPainter::paintCell(const LogRow &row, const LogCellPlace &place)
{
    const bool fitsDate = place.width >= DatedTimeCells * m_columns.cell;
    QString text = logCell(place.id, *row.record, row.fields, fitsDate);
    text.truncate(static_cast<qsizetype>(place.width / m_columns.cell) + 4); // more cannot be seen
    m_painter.setPen(place.id == LogColumnId::Message ? m_tokens.text : m_tokens.text2);
    m_painter.drawText(QRect(place.left, row.rect.top(), place.width, m_columns.lineHeight),
                       Qt::AlignVCenter | Qt::TextSingleLine,
                       QFontMetricsF(m_columns.font).elidedText(text, Qt::ElideRight, place.width));
}

void LogRowPainter::paintLevel(const LogRow &row, int left, int width)
{
    const LogGroup group = logGroupOf(row.record->level);
    const int top = row.rect.top();
    const int height = m_columns.lineHeight;
    const int middle = top + (height - 12) / 2; // a whole pixel
    paintLevelMark(m_painter, QRectF(left, middle, 12, 12), group, m_tokens);
    QFont font = m_columns.font;
    font.setPixelSize(std::max(11, font.pixelSize() - 1));
    m_painter.setFont(font);
    m_painter.setPen(group == LogGroup::Error     ? m_tokens.downText
                     : group == LogGroup::Warning ? m_tokens.warnText
                                                  : m_tokens.text2);
    m_painter.drawText(QRect(left + 16, top, width - 16, height), Qt::AlignVCenter,
                       logLevelMark(row.record->level));
    m_painter.setFont(m_columns.font);
}

int LogRowPainter::paintPill(const LogRow &row)
{
    const qsizetype count = row.record->continuation.size();
    const QString text = count == 1
                             ? QCoreApplication::translate("LogView", "+1 line")
                             : QCoreApplication::translate("LogView", "+%1 lines").arg(formatCount(count));
    const QFont font = fontOf(TextRole::Mark);
    const int width = static_cast<int>(QFontMetricsF(font).horizontalAdvance(text)) + 16;
    const int middle = row.rect.top() + (m_columns.lineHeight - 17) / 2; // a whole pixel
    const QRectF pill(m_columns.right - width, middle, width, 17);
    m_painter.save();
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setPen(Qt::NoPen);
    m_painter.setBrush(m_tokens.idleSoft);
    m_painter.drawRoundedRect(pill, 8.5, 8.5);
    m_painter.setFont(font);
    m_painter.setPen(m_tokens.idleText);
    m_painter.drawText(pill, Qt::AlignCenter, text);
    m_painter.restore();
    return static_cast<int>(pill.left());
}

void LogRowPainter::paintText(const LogRow &row, int line, const QString &text, QRect rect)
{
    const QColor quiet = row.isSelected ? m_tokens.text2 : m_tokens.text3;
    m_painter.setPen(row.isQuiet ? quiet : line == 0 ? m_tokens.text : m_tokens.text2);
    if (!row.isWrapping) {
        paintPiece(row, line, text, 0, rect);
        return;
    }
    const QList<qsizetype> starts = wrapStarts(text, line == 0 ? m_columns.cells : m_columns.furtherCells);
    for (qsizetype i = 0; i < starts.size(); ++i) {
        const qsizetype end = starts.value(i + 1, text.size());
        paintPiece(row, line, QStringView(text).mid(starts.at(i), end - starts.at(i)), starts.at(i), rect);
        rect.translate(0, m_columns.lineHeight);
    }
}

void LogRowPainter::paintPiece(const LogRow &row, int line, QStringView piece, qsizetype offset,
                               const QRect &rect)
{
    paintHighlights(row, line, piece, offset, rect);
    paintMatches(row, line, piece, offset, rect);
    // What cannot be seen is not laid out: a line may have 64 KiB.
    const auto fitting = static_cast<qsizetype>(rect.width() / m_columns.cell) + 4;
    QString text = piece.left(fitting).toString();
    text.replace(u'\t', u' ');
    if (!row.isWrapping && piece.size() > fitting)
        text += QChar(0x2026);
    m_painter.drawText(
        rect, Qt::AlignVCenter | Qt::TextSingleLine,
        row.isWrapping ? text : QFontMetricsF(m_columns.font).elidedText(text, Qt::ElideRight, rect.width()));
}

QRectF LogRowPainter::boxOf(const LogMatch &match, QStringView piece, qsizetype offset,
                            const QRect &rect) const
{
    const QFontMetricsF metrics(m_columns.font);
    const auto limit = static_cast<qsizetype>(rect.width() / m_columns.cell) + 4;
    const qsizetype start = std::clamp<qsizetype>(match.start - offset, 0, limit);
    const qsizetype end = std::min({match.start + match.length - offset, piece.size(), limit});
    if (end <= start)
        return {};
    const qreal left = rect.left() + metrics.horizontalAdvance(piece.left(start).toString());
    const qreal width = metrics.horizontalAdvance(piece.mid(start, end - start).toString());
    QRectF box(left, rect.top() + 2, width, rect.height() - 4);
    box.setRight(std::min<qreal>(box.right(), rect.right()));
    return box;
}

void LogRowPainter::paintHighlights(const LogRow &row, int line, QStringView piece, qsizetype offset,
                                    const QRect &rect)
{
    if (!row.highlights)
        return;
    for (const LogHighlight &one : row.highlights->of(*row.record)) {
        const QRectF box = one.place.line == line ? boxOf(one.place, piece, offset, rect) : QRectF();
        if (!box.isEmpty())
            paintHighlight(m_painter, box, one.color, m_tokens);
    }
}

void LogRowPainter::paintMatches(const LogRow &row, int line, QStringView piece, qsizetype offset,
                                 const QRect &rect)
{
    for (const LogMatch &match : row.matches) {
        const QRectF box = match.line == line ? boxOf(match, piece, offset, rect) : QRectF();
        if (box.isEmpty())
            continue;
        m_painter.save();
        m_painter.setRenderHint(QPainter::Antialiasing);
        m_painter.setBrush(m_tokens.match);
        m_painter.setPen(match == row.currentMatch ? QPen(m_tokens.text, 1) : QPen(Qt::NoPen));
        m_painter.drawRoundedRect(match == row.currentMatch ? box.adjusted(0.5, 0.5, -0.5, -0.5) : box, 2, 2);
        m_painter.restore();
    }
}

} // namespace pilothouse
