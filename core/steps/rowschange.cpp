// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/rowschange.h"

#include "core/database/rowcodec.h"
#include "core/steps/rowset.h"
#include "core/steps/sqlitestepsupport.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int MostNamedRows = 10;

/// The changes of one file.
struct FileChanges
{
    QString path;
    QList<RowChange> changes;
};

/// Changes sorted by how their rows are now.
struct Sorted
{
    QList<RowChange> old;  ///< still as before
    QList<RowChange> done; ///< as the change leaves them
    QStringList foreign;   ///< neither: names of rows
};

Result<QList<FileChanges>> filesFrom(const QJsonObject &object)
{
    QList<FileChanges> files;
    for (const QJsonValue &value : object.value(QStringLiteral("databases")).toArray()) {
        FileChanges file;
        const auto path = pathArgument(value.toObject(), "path");
        if (!path)
            return failure(path.error());
        file.path = *path;
        for (const QJsonValue &one : value.toObject().value(QStringLiteral("changes")).toArray()) {
            const auto change = rowChangeFromJson(one.toObject());
            if (!change)
                return failure(change.error());
            file.changes << *change;
        }
        files << file;
    }
    if (files.isEmpty())
        return failure(ErrorKind::BadInput, SqliteEngine::tr("The step names no rows."));
    return files;
}

Result<Sorted> sortByState(const SqliteEngine &engine, const FileChanges &file,
                           const OperationContext &context)
{
    const auto now = engine.readRows(file.path, file.changes, context);
    if (!now)
        return failure(now.error());
    Sorted sorted;
    for (qsizetype index = 0; index < file.changes.size(); ++index) {
        const RowChange &change = file.changes.at(index);
        const QVariantMap &row = now->at(index).before;
        if (isSameRow(row, rowAfter(change)))
            sorted.done << change;
        else if (isSameRow(row, change.before))
            sorted.old << change;
        else
            sorted.foreign << QFileInfo(file.path).fileName() + QStringLiteral(", ") + nameOf(change);
    }
    return sorted;
}

tl::unexpected<Error> changedSince(ErrorKind kind, const QStringList &rows, const QString &advice)
{
    return failure(
        Error{kind,
              {},
              SqliteEngine::tr("%n row(s) have changed since.", nullptr, static_cast<int>(rows.size())),
              advice,
              rows.mid(0, MostNamedRows).join(u'\n')});
}

/// The row must be what the change supposes: there for an update, not there for an insert, and as it says, if
/// it does.
Result<> checkStart(const RowChange &planned, const RowChange &found)
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

QJsonArray changesToJson(const QList<RowChange> &changes)
{
    QJsonArray array;
    for (const RowChange &change : changes)
        array << toJson(change);
    return array;
}

} // namespace

QString RowsChange::name() const
{
    return QStringLiteral("rows.change");
}

StepText RowsChange::describe(const QJsonObject &arguments) const
{
    int rows = 0;
    QStringList names;
    for (const QJsonValue &value : arguments.value(QStringLiteral("databases")).toArray()) {
        rows += static_cast<int>(value.toObject().value(QStringLiteral("changes")).toArray().size());
        names << fileNameOf(value.toObject(), "path");
    }
    return {tr("Change %n row(s) in %1", nullptr, rows).arg(names.join(QStringLiteral(", "))), {}};
}

Result<QJsonObject> RowsChange::prepare(const StepScope &scope) const
{
    const auto files = filesFrom(scope.arguments);
    if (!files)
        return failure(files.error());
    for (const QJsonValue &set : scope.arguments.value(QStringLiteral("found")).toArray()) {
        if (auto same = checkRowSet(m_engine, set.toObject(), scope.context); !same)
            return failure(same.error());
    }
    QJsonArray databases;
    for (const FileChanges &file : *files) {
        const auto found = m_engine.readRows(file.path, file.changes, scope.context);
        if (!found)
            return failure(found.error());
        for (qsizetype index = 0; index < found->size(); ++index) {
            if (auto checked = checkStart(file.changes.at(index), found->at(index)); !checked)
                return failure(checked.error());
        }
        databases << QJsonObject{{QStringLiteral("path"), file.path},
                                 {QStringLiteral("changes"), changesToJson(*found)}};
    }
    return QJsonObject{{QStringLiteral("databases"), databases}};
}

Result<QJsonObject> RowsChange::effect(const StepScope &scope, const QJsonObject &before) const
{
    const auto files = filesFrom(before);
    if (!files)
        return failure(files.error());
    qint64 rows = 0;
    for (const FileChanges &file : *files) {
        const auto sorted = sortByState(m_engine, file, scope.context);
        if (!sorted)
            return failure(sorted.error());
        if (!sorted->foreign.isEmpty())
            return changedSince(ErrorKind::Refused, sorted->foreign, tr("Look at the rows and start again."));
        if (sorted->old.isEmpty())
            continue;
        if (auto changed = m_engine.changeRows(file.path, sorted->old, scope.context); !changed)
            return failure(changed.error());
        rows += sorted->old.size();
    }
    return QJsonObject{{QStringLiteral("rows"), rows}};
}

Result<Observed> RowsChange::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto files = filesFrom(before);
    if (!files)
        return failure(files.error());
    bool isAnyOld = false;
    bool isAnyDone = false;
    for (const FileChanges &file : *files) {
        const auto sorted = sortByState(m_engine, file, scope.context);
        if (!sorted)
            return failure(sorted.error());
        if (!sorted->foreign.isEmpty())
            return Observed::Unknown;
        isAnyOld = isAnyOld || !sorted->old.isEmpty();
        isAnyDone = isAnyDone || !sorted->done.isEmpty();
    }
    if (!isAnyOld)
        return Observed::Done;
    return isAnyDone ? Observed::Partly : Observed::NotDone;
}

Result<> RowsChange::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const auto files = filesFrom(before);
    if (!files)
        return failure(files.error());
    QList<FileChanges> back;
    QStringList foreign;
    for (const FileChanges &file : *files) {
        const auto sorted = sortByState(m_engine, file, scope.context);
        if (!sorted)
            return failure(sorted.error());
        foreign << sorted->foreign;
        FileChanges inverse{file.path, {}};
        for (auto change = sorted->done.crbegin(); change != sorted->done.crend(); ++change) {
            if (!isSameRow(rowAfter(*change), change->before))
                inverse.changes << inverseOf(*change);
        }
        back.prepend(inverse);
    }
    if (!foreign.isEmpty())
        return changedSince(
            ErrorKind::NeedsOperator, foreign,
            tr("Nothing was put back. The rows as they were are in the journal of the operation."));
    for (const FileChanges &file : back) {
        if (file.changes.isEmpty())
            continue;
        if (auto changed = m_engine.changeRows(file.path, file.changes, scope.context); !changed)
            return changed;
    }
    return {};
}

} // namespace pilothouse
