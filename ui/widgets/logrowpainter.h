// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logmodel.h"
#include "ui/models/logtable.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QRect>

class QPainter;

namespace pilothouse {

/// Where one cell of a log that is shown as a table stands.
struct LogCellPlace
{
    QString id;
    int left = 0;
    int width = 0;
};

/// Where things stand in a row of the log view at one size of text and one width.
struct LogColumns
{
    LogColumns(const QFont &codeFont, int viewWidth);
    /// As a table, whose columns may reach further than the view.
    LogColumns(const QFont &codeFont, int viewWidth, const LogTable &columns);

    bool isTable() const { return !table.isEmpty(); }

    QFont font;
    int lineHeight = 21;
    qreal cell = 7; ///< width of a character
    bool isNarrow = false;
    int time = 24; ///< left edges
    int level = 120;
    int component = 172;
    int message = 352;
    int right = 0;     ///< where messages end
    int cells = 80;    ///< characters of a message line
    int further = 366; ///< left edge of further lines
    int furtherRight = 0;
    int furtherCells = 78;
    int width = 0;             ///< of all columns
    bool hasMessage = true;    ///< a table may go without
    QList<LogCellPlace> table; ///< empty: no table

private:
    void measure(const QFont &codeFont);
};

/// One row as it is to be painted.
struct LogRow
{
    const LogRecord *record = nullptr;
    QRect rect;
    bool isUnfolded = false;
    bool isSelected = false;
    bool isCurrent = false;
    bool hasFocus = false;
    bool isWrapping = false;
    bool isMarked = false;
    bool isQuiet = false;
    bool hasMomentAbove =
        false; ///< the moment that is shown elsewhere lies between this one and the one above
    QList<LogMatch> matches;
    const LogHighlights *highlights = nullptr; ///< what stands out beside the matches; null: nothing
    LogMatch currentMatch;                     ///< length 0: none
    LogFields fields;                          ///< of a table
};

/// Paints rows of the log view; foreign text only by drawText, never as markup.
class LogRowPainter
{
public:
    LogRowPainter(QPainter &painter, const LogColumns &columns, const Tokens &tokens);

    void paint(const LogRow &row);

private:
    void paintBackground(const LogRow &row);
    void paintGutter(const LogRow &row);
    void paintHead(const LogRow &row);
    void paintCells(const LogRow &row);
    void paintCell(const LogRow &row, const LogCellPlace &place);
    void paintMessage(const LogRow &row);
    void paintFurther(const LogRow &row);
    void paintLevel(const LogRow &row, int left, int width);
    int paintPill(const LogRow &row);
    void paintText(const LogRow &row, int line, const QString &text, QRect rect);
    void paintPiece(const LogRow &row, int line, QStringView piece, qsizetype offset, const QRect &rect);
    void paintHighlights(const LogRow &row, int line, QStringView piece, qsizetype offset, const QRect &rect);
    /// Where a part of a piece of text stands; empty where it is not in it.
    QRectF boxOf(const LogMatch &match, QStringView piece, qsizetype offset, const QRect &rect) const;
    void paintMatches(const LogRow &row, int line, QStringView piece, qsizetype offset, const QRect &rect);

    QPainter &m_painter;
    const LogColumns &m_columns;
    const Tokens &m_tokens;
};

/// How many lines the message of a record takes when it is wrapped. JSON in a table stays on one: only its
/// message is shown.
int wrappedMessageLines(const LogRecord &record, const LogColumns &columns);

/// "ERR", "WRN" and so on; empty for no level.
QString logLevelMark(LogLevel level);

/// The component without the service's own prefix; `lastPartOnly`: without its path too.
QString shortComponent(const QString &component, bool lastPartOnly);

/// Paints a level by shape and colour into the middle of a square.
void paintLevelMark(QPainter &painter, const QRectF &square, LogGroup group, const Tokens &tokens);

} // namespace pilothouse
