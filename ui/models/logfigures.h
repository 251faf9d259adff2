// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/rowtable.h"

#include <QJsonObject>

namespace pilothouse {

/// A table of what was counted in logs, with the filter that finds the records of each row.
struct FigureTable
{
    QString title;
    RowTable table;
    QStringList filters; ///< one for each row; empty where there is none
};

/// What "logs stats" has counted as tables; those without rows are left out. `scope` is the filter under
/// which was counted.
QList<FigureTable> figureTables(const QJsonObject &figures, const QString &scope);

/// "12 345 records, 20 Nov 21:00 to 21:59. 12 error, 40 warning."
QString figureSummary(const QJsonObject &figures);

} // namespace pilothouse
