// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/usersplans.h"
#include "core/base/units.h"
#include "core/database/rowcodec.h"
#include "core/instances/datareader.h"
#include "core/instances/fingerprint.h"

#include <QFileInfo>

#include <functional>

namespace pilothouse {

namespace {

constexpr int MostNamedRows = 10;

QString usersUndoText(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

/// The way back of one step, and what stands in it.
struct WayBack
{
    std::optional<StepCall> call;
    QStringList changed; ///< rows and places that are not as the operation left them
    bool isDeleting = false;
    QStringList losses; ///< rows and places that go
};

/// How the rows are now that these changes would find.
using RowsNow = std::function<Result<QList<RowChange>>(const QList<RowChange> &)>;

/// Turns the changes of one database round, last first; what has changed since goes to `back`.
Result<QJsonArray> inverseChanges(const RowsNow &rowsNow, const QString &place, const QJsonArray &changes,
                                  WayBack &back)
{
    QList<RowChange> inverses;
    for (qsizetype index = changes.size(); index-- > 0;) {
        const auto change = rowChangeFromJson(changes.at(index).toObject());
        if (!change)
            return failure(change.error());
        if (!isSameRow(rowAfter(*change), change->before))
            inverses << inverseOf(*change);
    }
    const auto now = rowsNow(inverses);
    if (!now)
        return failure(now.error());
    QJsonArray array;
    QMap<QString, qint64> gone;
    for (qsizetype index = 0; index < inverses.size(); ++index) {
        const RowChange &inverse = inverses.at(index);
        if (!isSameRow(now->at(index).before, inverse.before))
            back.changed << place + QStringLiteral(", ") + nameOf(inverse);
        if (inverse.kind == RowChange::Kind::Delete)
            ++gone[inverse.table];
        array << toJson(inverse);
    }
    back.isDeleting = back.isDeleting || !gone.isEmpty();
    for (auto table = gone.cbegin(); table != gone.cend(); ++table)
        back.losses << usersUndoText(QT_TRANSLATE_NOOP("Users", "%1 %2 in %3"))
                           .arg(formatCount(table.value()), table.key(), place);
    return array;
}

Result<WayBack> rowsBack(const SqliteEngine &engine, const StepCall &call, const StepRecord &record,
                         const OperationContext &context)
{
    WayBack back;
    const QJsonArray files = record.before.value(QStringLiteral("databases")).toArray();
    QJsonArray databases;
    for (qsizetype index = files.size(); index-- > 0;) {
        const QJsonObject file = files.at(index).toObject();
        const QString path = file.value(QStringLiteral("path")).toString();
        const auto changes =
            inverseChanges([&](const QList<RowChange> &rows) { return engine.readRows(path, rows, context); },
                           QFileInfo(path).fileName(), file.value(QStringLiteral("changes")).toArray(), back);
        if (!changes)
            return failure(changes.error());
        if (!changes->isEmpty())
            databases << QJsonObject{{QStringLiteral("path"), file.value(QStringLiteral("path"))},
                                     {QStringLiteral("changes"), *changes}};
    }
    if (!databases.isEmpty())
        back.call = StepCall{call.id, call.step, {{QStringLiteral("databases"), databases}}};
    return back;
}

Result<WayBack> serverRowsBack(DataReader &reader, const StepCall &call, const StepRecord &record)
{
    WayBack back;
    const QString database = call.arguments.value(QStringLiteral("database")).toString();
    const auto changes =
        inverseChanges([&](const QList<RowChange> &rows) { return reader.rows(database, rows); }, database,
                       record.before.value(QStringLiteral("changes")).toArray(), back);
    if (!changes)
        return failure(changes.error());
    if (!changes->isEmpty())
        back.call = StepCall{call.id,
                             call.step,
                             {{QStringLiteral("database"), database}, {QStringLiteral("changes"), *changes}}};
    return back;
}

WayBack filesBack(const StepCall &call)
{
    WayBack back;
    const QString path = call.arguments.value(QStringLiteral("path")).toString();
    const QString aside = call.arguments.value(QStringLiteral("aside")).toString();
    if (!QFileInfo::exists(aside))
        back.changed << aside + u' ' + usersUndoText(QT_TRANSLATE_NOOP("Users", "(is not there any more)"));
    if (QFileInfo::exists(path))
        back.changed << path + u' ' + usersUndoText(QT_TRANSLATE_NOOP("Users", "(is there again)"));
    back.losses << usersUndoText(QT_TRANSLATE_NOOP("Users", "the files at %1")).arg(aside);
    back.call =
        StepCall{call.id, call.step, {{QStringLiteral("path"), aside}, {QStringLiteral("aside"), path}}};
    return back;
}

QString undoTitle(const Plan &plan)
{
    const QString before = usersUndoText(QT_TRANSLATE_NOOP("Users", "Put back: %1"));
    const QString again = usersUndoText(QT_TRANSLATE_NOOP("Users", "Do again: %1"));
    const QString original = plan.parameters.value(QStringLiteral("undoOf")).toString(plan.title);
    return (plan.title.startsWith(QString(before).remove(QStringLiteral("%1"))) ? again : before)
        .arg(original);
}

} // namespace

Result<Plan> planRowsUndo(const InstanceSession &session, const DataEngines &engines,
                          const OperationRecord &record, const OperationContext &context)
{
    DataReader reader(session, engines, context);
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = record.plan.action;
    plan.parameters = record.plan.parameters;
    plan.parameters.insert(
        QStringLiteral("undoOf"),
        record.plan.parameters.value(QStringLiteral("undoOf")).toString(record.plan.title));
    plan.title = undoTitle(record.plan);
    plan.button = usersUndoText(QT_TRANSLATE_NOOP("Users", "Put back"));
    plan.undoes = record.plan.operation;
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    QStringList changed;
    QStringList losses;
    for (qsizetype index = record.plan.steps.size(); index-- > 0;) {
        const StepCall &call = record.plan.steps.at(index);
        // What stops and starts the service around the change is planned anew for the way back.
        if (call.step.startsWith(u"service.") || call.step.startsWith(u"container."))
            continue;
        const StepRecord *done = record.step(call.id);
        Result<WayBack> back;
        if (call.step == QLatin1String("file.set-aside"))
            back = filesBack(call);
        else if (call.step == QLatin1String("rows.change") && done != nullptr)
            back = rowsBack(engines.sqlite, call, *done, context);
        else if (call.step == QLatin1String("postgres.change-rows") && done != nullptr)
            back = serverRowsBack(reader, call, *done);
        else
            return failure(ErrorKind::Refused,
                           usersUndoText(QT_TRANSLATE_NOOP("Users", "A step of it cannot be put back.")),
                           call.step);
        if (!back)
            return failure(back.error());
        changed << back->changed;
        losses << back->losses;
        if (back->isDeleting)
            plan.severity = Severity::Destructive;
        if (back->call)
            plan.steps << *back->call;
    }
    // What only goes back to its place is no loss.
    if (plan.severity == Severity::Destructive)
        plan.losses = losses;
    if (!changed.isEmpty())
        return failure(Error{
            ErrorKind::Refused, record.plan.title,
            usersUndoText(
                QT_TRANSLATE_NOOP("Users", "Something has changed since, so it cannot be put back.")),
            usersUndoText(QT_TRANSLATE_NOOP("Users", "Settle by hand what is named here, and try again.")),
            changed.mid(0, MostNamedRows).join(u'\n')});
    if (plan.steps.isEmpty())
        return failure(ErrorKind::Refused,
                       usersUndoText(QT_TRANSLATE_NOOP(
                           "Users", "It changed nothing, so there is nothing to put back.")));
    return plan;
}

} // namespace pilothouse
