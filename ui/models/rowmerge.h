// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>

namespace pilothouse {

/// One contiguous change that a merge makes to a list; both ends are included.
struct MergeStep
{
    enum class Kind { Insert, Remove, Change };
    Kind kind = Kind::Change;
    int first = 0;
    int last = 0;
};

/// Turns `rows` into `fresh` with as few changes as possible, so that selection and scroll position survive.
/// Both lists are sorted by what `keyOf` answers, and no key stands in a list twice. `before` and `after` are
/// called with each change: a model begins and ends its row changes there.
template <typename Row, typename KeyOf, typename Before, typename After>
void mergeRows(QList<Row> &rows, const QList<Row> &fresh, KeyOf keyOf, Before before, After after)
{
    using Kind = MergeStep::Kind;
    qsizetype at = 0;
    qsizetype next = 0;
    const auto change = [&](Kind kind, qsizetype count, auto effect) {
        const MergeStep made{kind, static_cast<int>(at), static_cast<int>(at + count - 1)};
        before(made);
        effect();
        after(made);
    };
    const auto isSame = [&](qsizetype old, qsizetype now) {
        return keyOf(rows.at(old)) == keyOf(fresh.at(now));
    };

    while (at < rows.size() || next < fresh.size()) {
        qsizetype count = 0;
        while (at + count < rows.size()
               && (next == fresh.size() || keyOf(rows.at(at + count)) < keyOf(fresh.at(next))))
            ++count;
        if (count > 0) {
            change(Kind::Remove, count, [&] { rows.remove(at, count); });
            continue;
        }
        while (next + count < fresh.size()
               && (at == rows.size() || keyOf(fresh.at(next + count)) < keyOf(rows.at(at))))
            ++count;
        if (count > 0) {
            change(Kind::Insert, count, [&] {
                rows.insert(at, count, Row());
                std::copy_n(fresh.begin() + next, count, rows.begin() + at);
            });
            at += count;
            next += count;
            continue;
        }
        while (at + count < rows.size() && next + count < fresh.size() && isSame(at + count, next + count)
               && !(rows.at(at + count) == fresh.at(next + count)))
            ++count;
        if (count > 0)
            change(Kind::Change, count, [&] { std::copy_n(fresh.begin() + next, count, rows.begin() + at); });
        at += count > 0 ? count : 1;
        next += count > 0 ? count : 1;
    }
}

} // namespace pilothouse
