// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/rowstates.h"

#include "core/database/rowcodec.h"

namespace pilothouse {

namespace {
constexpr int MostNamedRows = 10;
} // namespace

RowStates rowStates(const QList<RowChange> &changes, const QList<RowChange> &now, const QString &prefix)
{
    RowStates states;
    for (qsizetype index = 0; index < changes.size(); ++index) {
        const RowChange &change = changes.at(index);
        const QVariantMap &row = now.at(index).before;
        if (isSameRow(row, rowAfter(change)))
            states.done << change;
        else if (isSameRow(row, change.before))
            states.old << change;
        else
            states.foreign << prefix + nameOf(change);
    }
    return states;
}

QList<RowChange> waysBack(const RowStates &states)
{
    QList<RowChange> back;
    for (auto change = states.done.crbegin(); change != states.done.crend(); ++change) {
        if (!isSameRow(rowAfter(*change), change->before))
            back << inverseOf(*change);
    }
    return back;
}

tl::unexpected<Error> rowsChangedSince(ErrorKind kind, const QStringList &rows, const QString &advice)
{
    return failure(
        Error{kind,
              {},
              SqliteEngine::tr("%n row(s) have changed since.", nullptr, static_cast<int>(rows.size())),
              advice,
              rows.mid(0, MostNamedRows).join(u'\n')});
}

Result<> checkRowStart(const RowChange &planned, const RowChange &found)
{
    const bool isThere = !found.before.isEmpty();
    const bool isAsSaid = planned.before.isEmpty() || isSameRow(planned.before, found.before);
    const bool isPossible =
        planned.kind == RowChange::Kind::Delete || isThere == (planned.kind == RowChange::Kind::Update);
    if (isAsSaid && isPossible)
        return {};
    return failure(Error{ErrorKind::Refused,
                         nameOf(found),
                         SqliteEngine::tr("The row is not as it was when this was planned."),
                         SqliteEngine::tr("Look at the row and start again."),
                         {}});
}

QJsonArray rowChangesToJson(const QList<RowChange> &changes)
{
    QJsonArray array;
    for (const RowChange &change : changes)
        array << toJson(change);
    return array;
}

Result<QList<RowChange>> rowChangesFromJson(const QJsonArray &array)
{
    QList<RowChange> changes;
    for (const QJsonValue &one : array) {
        const auto change = rowChangeFromJson(one.toObject());
        if (!change)
            return failure(change.error());
        changes << *change;
    }
    return changes;
}

} // namespace pilothouse
