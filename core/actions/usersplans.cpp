// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/usersplans.h"

#include "core/actions/users.h"
#include "core/actions/usersreads.h"
#include "core/base/units.h"
#include "core/database/rowcodec.h"
#include "core/instances/fingerprint.h"
#include "core/steps/filestepsupport.h"

#include <QRegularExpression>

namespace pilothouse
{

namespace
{

constexpr int MillisecondsARow = 1;

QString translated(const char *text)
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

Result<Chosen> choose(const InstanceSession &session, const SqliteEngine &engine, const QJsonObject &arguments,
                      const OperationContext &context)
{
    const QString entityId = arguments.value(QStringLiteral("entity")).toString(QStringLiteral("user"));
    const auto entity = findEntity(session, entityId);
    if (!entity)
        return failure(entity.error());
    auto all = listEntities(session, engine, entityId, context);
    if (!all)
        return failure(all.error());
    const auto row = chooseEntity(*all, arguments.value(QStringLiteral("user")).toString());
    if (!row)
        return failure(row.error());
    return Chosen{*entity, *row, std::move(*all)};
}

Plan startPlan(const InstanceSession &session, const QString &action, const Chosen &chosen, const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = action;
    plan.parameters = {{QStringLiteral("entity"), chosen.entity.id}, {QStringLiteral("user"), chosen.row.key}};
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    return plan;
}

void addNote(Plan &plan, const ProfileEntity &entity, const QString &action)
{
    const QString note = entity.notes.value(action);
    if (!note.isEmpty())
        plan.findings << Finding{QStringLiteral("note-") + action, FindingKind::Warning, note, {}};
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
    plan.findings << Finding{QStringLiteral("lookalike-name"), kind,
                             translated(QT_TRANSLATE_NOOP("Users", "Another name looks the same: %1.")).arg(keys.mid(0, 5).join(QStringLiteral(", "))),
                             translated(QT_TRANSLATE_NOOP("Users", "Make sure by the id that it is the right one: %1.")).arg(chosen.row.key)};
}

StepCall rowsStep(const QJsonArray &databases)
{
    return {QStringLiteral("rows"), QStringLiteral("rows.change"), {{QStringLiteral("databases"), databases}}};
}

QJsonObject databaseChanges(const InstanceSession &session, const QString &database, const QJsonArray &changes)
{
    return {{QStringLiteral("database"), database},
            {QStringLiteral("path"), session.database(database)->path},
            {QStringLiteral("changes"), changes}};
}

RowChange ownRow(const Chosen &chosen, RowChange::Kind kind)
{
    RowChange change;
    change.table = chosen.entity.table;
    change.key = {{chosen.entity.key, chosen.row.values.value(chosen.entity.key)}};
    change.kind = kind;
    return change;
}

/// Parameters that the selectors use besides the key: where two rows share their value, they share what they own.
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
            plan.findings << Finding{QStringLiteral("shared-") + name, FindingKind::Blocker,
                                     translated(QT_TRANSLATE_NOOP("Users", "The same data belongs to another one too: %1.")).arg(other->key),
                                     translated(QT_TRANSLATE_NOOP("Users", "Delete the account alone and keep the data."))};
    }
}

/// Adds the rows that were found, each once, grouped by file in the order in which the files appear.
class DeleteBuilder
{
public:
    DeleteBuilder(const InstanceSession &session, Plan &plan)
        : m_session(session)
        , m_plan(plan)
    {
    }

    void add(const OwnedThings &things)
    {
        if (!things.badParameter.isEmpty()) {
            m_plan.findings << Finding{QStringLiteral("owned-path"), FindingKind::Blocker,
                                       translated(QT_TRANSLATE_NOOP("Users", "The value of %1 cannot be part of a path, so its files cannot be found safely."))
                                           .arg(things.badParameter),
                                       translated(QT_TRANSLATE_NOOP("Users", "Delete the account alone and keep the data."))};
        } else if (things.owned.database.isEmpty()) {
            addFiles(things);
        } else if (!things.keys.isEmpty()) {
            addRows(things);
        }
    }

    void addRow(const QString &database, const RowChange &change)
    {
        if (!m_changes.contains(database))
            m_order << database;
        m_changes[database] << toJson(change);
        ++m_rows;
    }

    QJsonArray databases() const
    {
        QJsonArray array;
        for (const QString &database : m_order)
            array << databaseChanges(m_session, database, m_changes.value(database));
        return array;
    }
    qint64 rows() const { return m_rows; }
    QList<StepCall> fileSteps() const { return m_fileSteps; }

private:
    void addRows(const OwnedThings &things)
    {
        qint64 added = 0;
        for (const QVariantMap &key : things.keys) {
            RowChange change;
            change.table = things.owned.table;
            change.key = key;
            change.kind = RowChange::Kind::Delete;
            const QJsonObject identity = rowToJson(key);
            QSet<QByteArray> &seen = m_seen[things.owned.database + u'/' + things.owned.table];
            const QByteArray text = QJsonDocument(identity).toJson(QJsonDocument::Compact);
            if (seen.contains(text))
                continue;
            seen.insert(text);
            addRow(things.owned.database, change);
            ++added;
        }
        const QString file = m_session.database(things.owned.database)->fileName;
        m_plan.losses << translated(QT_TRANSLATE_NOOP("Users", "%1 %2 in %3")).arg(formatCount(added), things.owned.title, file);
    }

    void addFiles(const OwnedThings &things)
    {
        if (!things.isThere)
            return;
        const int number = static_cast<int>(m_fileSteps.size()) + 1;
        const QString aside = asideFolder(things.path, m_plan.operation) + u'/' + QFileInfo(things.path).fileName();
        m_fileSteps << StepCall{QStringLiteral("files-%1").arg(number), QStringLiteral("file.set-aside"),
                                {{QStringLiteral("path"), things.path}, {QStringLiteral("aside"), aside}}};
        m_plan.losses << QStringLiteral("%1: %2").arg(things.owned.title, things.path);
    }

    const InstanceSession &m_session;
    Plan &m_plan;
    QStringList m_order;
    QMap<QString, QJsonArray> m_changes;
    QMap<QString, QSet<QByteArray>> m_seen;
    QList<StepCall> m_fileSteps;
    qint64 m_rows = 0;
};

StepCall goneProof(const InstanceSession &session, const Chosen &chosen)
{
    const QString quotedTable = QString(chosen.entity.table).replace(u'"', QStringLiteral("\"\""));
    const QString quotedKey = QString(chosen.entity.key).replace(u'"', QStringLiteral("\"\""));
    return {QStringLiteral("gone"), QStringLiteral("expect.sql"),
            {{QStringLiteral("path"), session.database(chosen.entity.database)->path},
             {QStringLiteral("query"), QStringLiteral("SELECT count(*) FROM \"%1\" WHERE \"%2\" = :key").arg(quotedTable, quotedKey)},
             {QStringLiteral("parameters"), rowToJson({{QStringLiteral("key"), chosen.row.values.value(chosen.entity.key)}})},
             {QStringLiteral("value"), 0}}};
}

} // namespace

Result<Plan> planEntityAction(const InstanceSession &session, const SqliteEngine &engine, const QString &actionId,
                              const QJsonObject &arguments, const OperationContext &context)
{
    const auto chosen = choose(session, engine, arguments, context);
    if (!chosen)
        return failure(chosen.error());
    const auto action = std::find_if(chosen->entity.actions.begin(), chosen->entity.actions.end(),
                                     [&](const ProfileEntityAction &one) { return one.id == actionId; });
    if (action == chosen->entity.actions.end())
        return failure(ErrorKind::Refused, translated(QT_TRANSLATE_NOOP("Users", "The profile has no such action.")), actionId);
    const bool isEnable = actionId == QLatin1String("enable");
    if (chosen->row.isEnabled == isEnable)
        return failure(ErrorKind::Refused, isEnable ? translated(QT_TRANSLATE_NOOP("Users", "It is enabled already."))
                                                    : translated(QT_TRANSLATE_NOOP("Users", "It is disabled already.")), chosen->row.key);
    RowChange change = ownRow(*chosen, RowChange::Kind::Update);
    change.table = action->table;
    change.key = {{action->key, chosen->row.values.value(action->key)}};
    const auto values = rowFromJson(action->set);
    if (!values)
        return failure(values.error());
    change.values = *values;

    Plan plan = startPlan(session, QStringLiteral("users.") + actionId, *chosen, context);
    plan.title = (isEnable ? translated(QT_TRANSLATE_NOOP("Users", "Enable %1 on %2"))
                           : translated(QT_TRANSLATE_NOOP("Users", "Disable %1 on %2")))
                     .arg(chosen->row.label, plan.instance);
    plan.button = (isEnable ? translated(QT_TRANSLATE_NOOP("Users", "Enable %1")) : translated(QT_TRANSLATE_NOOP("Users", "Disable %1")))
                      .arg(chosen->row.label);
    plan.severity = Severity::Reversible;
    addNote(plan, chosen->entity, actionId);
    addLookalikes(plan, *chosen, FindingKind::Warning);
    plan.steps << rowsStep({databaseChanges(session, chosen->entity.database, {toJson(change)})});
    return plan;
}

Result<Plan> planEntityDelete(const InstanceSession &session, const SqliteEngine &engine, const QJsonObject &arguments,
                              const OperationContext &context)
{
    const auto chosen = choose(session, engine, arguments, context);
    if (!chosen)
        return failure(chosen.error());
    Plan plan = startPlan(session, QStringLiteral("users.delete"), *chosen, context);
    const bool keepsData = arguments.value(QStringLiteral("keepData")).toBool();
    plan.parameters.insert(QStringLiteral("keepData"), keepsData);
    plan.title = translated(QT_TRANSLATE_NOOP("Users", "Delete %1 on %2")).arg(chosen->row.label, plan.instance);
    plan.button = translated(QT_TRANSLATE_NOOP("Users", "Delete %1")).arg(chosen->row.label);
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
    builder.addRow(chosen->entity.database, ownRow(*chosen, RowChange::Kind::Delete));
    plan.losses << translated(QT_TRANSLATE_NOOP("Users", "the account %1 (%2)")).arg(chosen->row.label, chosen->row.key);
    addNote(plan, chosen->entity, QStringLiteral("delete"));
    addLookalikes(plan, *chosen, FindingKind::NeedsConsent);
    plan.notes << translated(QT_TRANSLATE_NOOP("Users", "It can be put back: every row is kept in the journal, files are only moved aside."));
    plan.estimate.milliseconds = builder.rows() * MillisecondsARow;
    plan.steps << builder.fileSteps() << rowsStep(builder.databases());
    plan.proofs << goneProof(session, *chosen);
    return plan;
}

} // namespace pilothouse
