// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/nearest.h"

#include <algorithm>

namespace pilothouse {

namespace {

/// Letters to put in, to leave out, to change or to swap with their neighbour.
int distanceOf(const QString &a, const QString &b)
{
    QList<QList<int>> rows(a.size() + 1, QList<int>(b.size() + 1, 0));
    for (qsizetype i = 0; i <= a.size(); ++i)
        rows[i][0] = static_cast<int>(i);
    for (qsizetype j = 0; j <= b.size(); ++j)
        rows[0][j] = static_cast<int>(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const int change = a[i - 1] == b[j - 1] ? 0 : 1;
            rows[i][j] = std::min({rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + change});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                rows[i][j] = std::min(rows[i][j], rows[i - 2][j - 2] + 1);
        }
    }
    return rows.last().last();
}

} // namespace

QString nearestWord(const QString &word, const QStringList &known)
{
    constexpr qsizetype Longest = 40; // nobody types more of a command by mistake
    if (word.size() > Longest)
        return {};
    const QString wanted = word.toLower();
    QString nearest;
    int best = static_cast<int>(std::max<qsizetype>(1, (wanted.size() + 1) / 3)) + 1;
    for (const QString &one : known) {
        const bool isBeginning = wanted.size() >= 3 && one.startsWith(wanted);
        const int distance = isBeginning ? 1 : distanceOf(wanted, one);
        if (!one.isEmpty() && distance < best) {
            best = distance;
            nearest = one;
        }
    }
    return nearest;
}

} // namespace pilothouse
