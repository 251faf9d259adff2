// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/users/usersplans.h"

#include "core/actions/users/deletebuilder.h"
#include "core/actions/users/owneddata.h"
#include "core/actions/users/users.h"
#include "core/actions/users/usersreads.h"
#include "core/base/units.h"
#include "core/database/rowcodec.h"
#include "core/instances/fingerprint.h"
#include "core/runtime/serviceruntime.h"
#include "core/steps/filestepsupport.h"

#include <QRegularExpression>

namespace pilothouse {

namespace {

constexpr int MillisecondsARow = 1;

QString usersPlansText(const char *text)
{
    return QCoreApplication::translate("Users", text);
}

/// The entity and the one of it that the arguments name.
struct Chosen
{
    ProfileEntity entity;
    EntityRow row;
    QList<EntityRow> all;
};

Result<Chosen> choose(const InstanceSession &session, const SqliteEngine &engine,
                      const QJsonObject &arguments, const OperationContext &context)
{
    const QString entityId = arguments.value(QStringLiteral("entity")).toString(QStringLiteral("user"));
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    if (!session.database(entity->database))
        return failure(ErrorKind::Refused,
                       usersPlansText(QT_TRANSLATE_NOOP(
                           "Users", "This kind is on a server: what can be done with it is an action of its "
                                    "own (entities run).")),
                       entityId);
    auto all = listEntities(session, engine, entityId, context);
    if (!all)
        return failure(all.error());
    const auto row = chooseEntity(*all, arguments.value(QStringLiteral("user")).toString());
    if (!row)
        return failure(row.error());
    return Chosen{*entity, *row, std::move(*all)};
}

Plan startPlan(const InstanceSession &session, const QString &action, const Chosen &chosen,
               const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = action;
    plan.parameters = {{QStringLiteral("entity"), chosen.entity.id},
                       {QStringLiteral("user"), chosen.row.key}};
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    return plan;
}

/// The user is as wanted: nothing to run.
Plan idleSwitch(Plan plan, const QString &label, bool isEnable)
{
    const QString sentence =
        isEnable ? usersPlansText(QT_TRANSLATE_NOOP("Users", "%1 is enabled already; nothing was done."))
                 : usersPlansText(QT_TRANSLATE_NOOP("Users", "%1 is disabled already; nothing was done."));
    plan.title = sentence.arg(label);
    plan.findings << Finding{QStringLiteral("as-wanted"), FindingKind::NothingToDo, plan.title, {}};
    return plan;
}

void addNote(Plan &plan, const InstanceSession &session, const ProfileEntity &entity, const QString &action)
{
    const QString note = entity.notes.value(action);
    const bool canEndSessions = action != QLatin1String("enable") && session.runtime().canControl()
                                && !session.profile().sessions.secretVariable.isEmpty();
    if (!note.isEmpty())
        plan.findings << Finding{
            QStringLiteral("note-") + action, FindingKind::Warning, note,
            canEndSessions ? usersPlansText(QT_TRANSLATE_NOOP(
                                                "Users", "“End all sessions” does that afterwards, as a plan "
                                                         "of its own: users end-sessions %1."))
                                 .arg(plan.instance)
                           : QString()};
}

/// Names that differ only in what cannot be seen are easily taken for one another.
void addLookalikes(Plan &plan, const Chosen &chosen, FindingKind kind)
{
    const QString visible = visibleForm(chosen.row.label);
    QStringList keys;
    for (const EntityRow &other : chosen.all) {
        if (other.key != chosen.row.key && visibleForm(other.label) == visible)
            keys << other.key;
    }
    if (keys.isEmpty())
        return;
    plan.findings << Finding{
        QStringLiteral("lookalike-name"), kind,
        usersPlansText(QT_TRANSLATE_NOOP("Users", "Another name looks the same: %1."))
            .arg(keys.mid(0, 5).join(QStringLiteral(", "))),
        usersPlansText(QT_TRANSLATE_NOOP("Users", "Make sure by the id that it is the right one: %1."))
            .arg(chosen.row.key)};
}

RowChange ownRow(const Chosen &chosen, RowChange::Kind kind)
{
    RowChange change;
    change.table = chosen.entity.table;
    change.key = {{chosen.entity.key, chosen.row.values.value(chosen.entity.key)}};
    change.kind = kind;
    return change;
}

/// With the row as it is in the preview: a run refuses one that has changed since.
Result<RowChange> asPreviewed(const InstanceSession &session, const SqliteEngine &engine,
                              const Chosen &chosen, RowChange change, const OperationContext &context)
{
    const auto found = engine.readRows(session.database(chosen.entity.database)->path, {change}, context);
    if (!found)
        return failure(found.error());
    change.before = found->first().before;
    return change;
}

/// Parameters that the selectors use besides the key: where two rows share their value, they share what they
/// own.
QStringList sharedParameters(const ProfileEntity &entity)
{
    static const QRegularExpression Name(QStringLiteral("[:{]([A-Za-z_][A-Za-z0-9_]*)"));
    QStringList names;
    for (const ProfileOwned &owned : entity.owns) {
        for (auto matches = Name.globalMatch(owned.select + u' ' + owned.files); matches.hasNext();)
            names << matches.next().captured(1);
    }
    names.removeDuplicates();
    names.removeAll(entity.key);
    return names;
}

void addSharing(Plan &plan, const Chosen &chosen)
{
    for (const QString &name : sharedParameters(chosen.entity)) {
        const QVariant value = chosen.row.values.value(name);
        const auto other = std::find_if(chosen.all.begin(), chosen.all.end(), [&](const EntityRow &row) {
            return row.key != chosen.row.key && value.isValid() && row.values.value(name) == value;
        });
        if (other != chosen.all.end())
            plan.findings << Finding{
                QStringLiteral("shared-") + name, FindingKind::Blocker,
                usersPlansText(QT_TRANSLATE_NOOP("Users", "The same data belongs to another one too: %1."))
                    .arg(other->key),
                usersPlansText(QT_TRANSLATE_NOOP("Users", "Delete the account alone and keep the data."))};
    }
}

StepCall goneProof(const InstanceSession &session, const Chosen &chosen)
{
    const QString quotedTable = QString(chosen.entity.table).replace(u'"', QStringLiteral("\"\""));
    const QString quotedKey = QString(chosen.entity.key).replace(u'"', QStringLiteral("\"\""));
    return {QStringLiteral("gone"),
            QStringLiteral("expect.sql"),
            {{QStringLiteral("path"), session.database(chosen.entity.database)->path},
             {QStringLiteral("query"),
              QStringLiteral("SELECT count(*) FROM \"%1\" WHERE \"%2\" = :key").arg(quotedTable, quotedKey)},
             {QStringLiteral("parameters"),
              rowToJson({{QStringLiteral("key"), chosen.row.values.value(chosen.entity.key)}})},
             {QStringLiteral("value"), 0}}};
}

} // namespace

Result<Plan> planEntityAction(const InstanceSession &session, const SqliteEngine &engine,
                              const QString &actionId, const QJsonObject &arguments,
                              const OperationContext &context)
{
    const auto chosen = choose(session, engine, arguments, context);
    if (!chosen)
        return failure(chosen.error());
    const auto action = std::find_if(chosen->entity.actions.begin(), chosen->entity.actions.end(),
                                     [&](const ProfileEntityAction &one) { return one.id == actionId; });
    if (action == chosen->entity.actions.end())
        return failure(ErrorKind::Refused,
                       usersPlansText(QT_TRANSLATE_NOOP("Users", "The profile has no such action.")),
                       actionId);
    const bool isEnable = actionId == QLatin1String("enable");
    if (chosen->row.isEnabled == isEnable)
        return idleSwitch(startPlan(session, QStringLiteral("users.") + actionId, *chosen, context),
                          chosen->row.label, isEnable);
    RowChange change = ownRow(*chosen, RowChange::Kind::Update);
    change.table = action->table;
    change.key.clear();
    for (const QString &key : action->keys)
        change.key.insert(key, chosen->row.values.value(key));
    const auto values = rowFromJson(action->set);
    if (!values)
        return failure(values.error());
    change.values = *values;
    const auto previewed = asPreviewed(session, engine, *chosen, change, context);
    if (!previewed)
        return failure(previewed.error());

    Plan plan = startPlan(session, QStringLiteral("users.") + actionId, *chosen, context);
    plan.title = (isEnable ? usersPlansText(QT_TRANSLATE_NOOP("Users", "Enable %1 on %2"))
                           : usersPlansText(QT_TRANSLATE_NOOP("Users", "Disable %1 on %2")))
                     .arg(chosen->row.label, plan.instance);
    plan.button = (isEnable ? usersPlansText(QT_TRANSLATE_NOOP("Users", "Enable %1"))
                            : usersPlansText(QT_TRANSLATE_NOOP("Users", "Disable %1")))
                      .arg(chosen->row.label);
    plan.severity = Severity::Reversible;
    addNote(plan, session, chosen->entity, actionId);
    addLookalikes(plan, *chosen, FindingKind::Warning);
    plan.steps << rowsStep({databaseChanges(session, chosen->entity.database, {toJson(*previewed)})});
    return plan;
}

Result<Plan> planEntityDelete(const InstanceSession &session, const SqliteEngine &engine,
                              const QJsonObject &arguments, const OperationContext &context)
{
    const auto chosen = choose(session, engine, arguments, context);
    if (!chosen)
        return failure(chosen.error());
    const auto account =
        asPreviewed(session, engine, *chosen, ownRow(*chosen, RowChange::Kind::Delete), context);
    if (!account)
        return failure(account.error());
    Plan plan = startPlan(session, QStringLiteral("users.delete"), *chosen, context);
    const bool keepsData = arguments.value(QStringLiteral("keepData")).toBool();
    plan.parameters.insert(QStringLiteral("keepData"), keepsData);
    plan.title =
        usersPlansText(QT_TRANSLATE_NOOP("Users", "Delete %1 on %2")).arg(chosen->row.label, plan.instance);
    plan.button = usersPlansText(QT_TRANSLATE_NOOP("Users", "Delete %1")).arg(chosen->row.label);
    plan.severity = Severity::Destructive;
    DeleteBuilder builder(session, plan);
    if (!keepsData) {
        const auto owned = findOwned(session, engine, chosen->entity, chosen->row, context);
        if (!owned)
            return failure(owned.error());
        addSharing(plan, *chosen);
        for (const OwnedThings &things : *owned)
            builder.add(things);
    }
    builder.addRow(chosen->entity.database, *account);
    plan.losses << usersPlansText(QT_TRANSLATE_NOOP("Users", "the account %1 (%2)"))
                       .arg(chosen->row.label, chosen->row.key);
    addNote(plan, session, chosen->entity, QStringLiteral("delete"));
    addLookalikes(plan, *chosen, FindingKind::NeedsConsent);
    plan.notes << usersPlansText(QT_TRANSLATE_NOOP(
        "Users", "It can be put back: every row is kept in the journal, files are only moved aside."));
    plan.estimate.milliseconds = builder.rows() * MillisecondsARow;
    plan.steps << builder.fileSteps() << builder.rowSteps();
    plan.proofs << goneProof(session, *chosen);
    return plan;
}

} // namespace pilothouse
