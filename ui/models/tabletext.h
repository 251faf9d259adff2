// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QModelIndex;

namespace pilothouse {

/// One field of a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe in front;
/// numbers stay.
QString csvField(const QString &text);

/// All rows of a table with their headers as CSV (RFC 4180, CRLF), only the given columns, in the given
/// order.
QString csvOf(const QAbstractItemModel &model, const QList<int> &columns);

/// Rows as text with tabs between their cells, for the clipboard.
QString rowsAsText(const QAbstractItemModel &model, const QList<int> &rows, const QList<int> &columns);

} // namespace pilothouse
