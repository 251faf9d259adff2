// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/rowschange.h"

#include "core/database/rowcodec.h"
#include "core/steps/rowset.h"
#include "core/steps/rowstates.h"
#include "core/steps/sqlitestepsupport.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

/// The changes of one file.
struct FileChanges
{
    QString path;
    QList<RowChange> changes;
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
        const auto changes = rowChangesFromJson(value.toObject().value(QStringLiteral("changes")).toArray());
        if (!changes)
            return failure(changes.error());
        file.changes = *changes;
        files << file;
    }
    if (files.isEmpty())
        return failure(ErrorKind::BadInput, SqliteEngine::tr("The step names no rows."));
    return files;
}

Result<RowStates> sortByState(const SqliteEngine &engine, const FileChanges &file,
                              const OperationContext &context)
{
    return engine.readRows(file.path, file.changes, context).map([&](const QList<RowChange> &now) {
        return rowStates(file.changes, now, QFileInfo(file.path).fileName() + QStringLiteral(", "));
    });
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
            if (auto checked = checkRowStart(file.changes.at(index), found->at(index)); !checked)
                return failure(checked.error());
        }
        databases << QJsonObject{{QStringLiteral("path"), file.path},
                                 {QStringLiteral("changes"), rowChangesToJson(*found)}};
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
            return rowsChangedSince(ErrorKind::Refused, sorted->foreign,
                                    tr("Look at the rows and start again."));
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
        if (!sorted->foreign.isEmpty() && !sorted->isUntouched())
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
        if (sorted->isUntouched())
            continue;
        foreign << sorted->foreign;
        back.prepend(FileChanges{file.path, waysBack(*sorted)});
    }
    if (!foreign.isEmpty())
        return rowsChangedSince(
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
