// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logmodel.h"
#include "ui/theme/tokens.h"

#include <QFont>
#include <QRect>

class QPainter;

namespace pilothouse {

/// Where things stand in a row of the log view at one size of text and one width.
struct LogColumns
{
    LogColumns(const QFont &codeFont, int viewWidth);

    QFont font;
    int lineHeight = 21;
    qreal cell = 7; ///< width of a character
    bool isNarrow = false;
    int time = 24; ///< left edges
    int level = 120;
    int component = 172;
    int message = 352;
    int right = 0;  ///< where messages end
    int cells = 80; ///< characters of a message line
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
    QList<LogMatch> matches;
    const LogHighlights *highlights = nullptr; ///< what stands out beside the matches; null: nothing
    LogMatch currentMatch;                     ///< length 0: none
};

/// Paints rows of the log view; foreign text only by drawText, never as markup.
class LogRowPainter
{
public:
    LogRowPainter(QPainter &painter, const LogColumns &columns, const Tokens &tokens);

    void paint(const LogRow &row);

private:
    void paintBackground(const LogRow &row);
    void paintHead(const LogRow &row);
    void paintLevel(const LogRow &row);
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

/// "ERR", "WRN" and so on; empty for no level.
QString logLevelMark(LogLevel level);

/// The component without the service's own prefix; `lastPartOnly`: without its path too.
QString shortComponent(const QString &component, bool lastPartOnly);

/// Paints a level by shape and colour into the middle of a square.
void paintLevelMark(QPainter &painter, const QRectF &square, LogGroup group, const Tokens &tokens);

} // namespace pilothouse
