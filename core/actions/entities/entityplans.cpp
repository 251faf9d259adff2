// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/entities/entityplans.h"

#include "core/actions/users/deletebuilder.h"
#include "core/actions/users/usersreads.h"
#include "core/base/foreigntext.h"
#include "core/base/units.h"
#include "core/database/rowcodec.h"
#include "core/instances/fingerprint.h"
#include "core/instances/serviceaddress.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int MostRows = 5000; ///< in one plan: all of them are in its journal
constexpr int MostGroups = 8;
constexpr int LongestShown = 60;

struct EntityPlansText
{
    Q_DECLARE_TR_FUNCTIONS(EntityPlans)
};

/// What is planned for: the action, and the one it is for.
struct Wanted
{
    ProfileEntity entity;
    ProfileEntityAction action;
    std::optional<EntityRow> row;

    QString label() const { return row ? row->label : entity.plural; }
};

Result<Wanted> wantedFrom(const InstanceSession &session, const DataEngines &engines,
                          const QJsonObject &arguments, const OperationContext &context)
{
    const auto entity = findEntity(session, arguments.value(QStringLiteral("entity")).toString());
    if (!entity)
        return failure(entity.error());
    const QString id = arguments.value(QStringLiteral("action")).toString();
    const ProfileEntityAction *action = entity->action(id);
    QStringList ids;
    for (const ProfileEntityAction &one : entity->actions)
        ids << one.id;
    if (!action)
        return failure(Error{ErrorKind::NotFound,
                             id,
                             EntityPlansText::tr("%1 has no such action.").arg(entity->plural),
                             EntityPlansText::tr("There are: %1.").arg(ids.join(QStringLiteral(", "))),
                             {}});
    Wanted wanted{*entity, *action, {}};
    if (action->isForAll)
        return wanted;
    const QString key = arguments.value(QStringLiteral("key")).toString();
    if (key.isEmpty())
        return failure(ErrorKind::BadInput,
                       EntityPlansText::tr("Which one is meant must be said: its key or name."));
    auto row = oneEntity(session, engines, entity->id, key, context);
    if (!row)
        return failure(row.error());
    if (!action->when.isEmpty() && !row->values.value(action->when).toBool())
        return failure(ErrorKind::Refused, EntityPlansText::tr("That does not apply to it as it is now."),
                       row->label);
    wanted.row = std::move(*row);
    return wanted;
}

QString cellText(const QVariant &value)
{
    if (!value.isValid() || value.isNull())
        return EntityPlansText::tr("empty");
    const QString text = visibleLine(value.toString());
    return text.size() > LongestShown ? text.left(LongestShown) + u'…' : text;
}

/// Plans one action on rows.
class RowsPlanner
{
public:
    RowsPlanner(const InstanceSession &session, const DataEngines &engines, const Wanted &wanted,
                const OperationContext &context)
        : m_session(session)
        , m_wanted(wanted)
        , m_reader(session, engines, context)
        , m_context(context)
    {
    }

    Result<> fill(Plan &plan)
    {
        auto changes = keys().and_then([&](const QList<RowChange> &found) { return previewed(found); });
        if (!changes)
            return failure(changes.error());
        if (m_found > MostRows)
            plan.findings << Finding{QStringLiteral("cut"), FindingKind::Warning,
                                     EntityPlansText::tr("%1 rows are meant; this changes the first %2.")
                                         .arg(formatCount(m_found), formatCount(MostRows)),
                                     EntityPlansText::tr("Do it again afterwards for the rest.")};
        tellChanges(plan, *changes);
        const QString database = m_wanted.entity.database;
        QJsonArray rows;
        for (const RowChange &change : *changes)
            rows << toJson(change);
        if (m_session.database(database))
            plan.steps << rowsStep({databaseChanges(m_session, database, rows)});
        else
            plan.steps << StepCall{
                QStringLiteral("rows"),
                QStringLiteral("postgres.change-rows"),
                {{QStringLiteral("database"), database}, {QStringLiteral("changes"), rows}}};
        return {};
    }

private:
    RowChange changeOf(const QVariantMap &key, const QVariantMap &values) const
    {
        RowChange change;
        change.table = m_wanted.action.table;
        change.key = key;
        change.values = values;
        return change;
    }

    /// The keys of the rows that are meant: the one itself, or what the action's SELECT finds.
    Result<QList<RowChange>> keys()
    {
        const auto raw = rowFromJson(m_wanted.action.set);
        const auto values = raw.and_then([&](const QVariantMap &set) {
            return m_reader.stored(m_wanted.entity.database, m_wanted.action.table, set);
        });
        if (!values)
            return failure(values.error());
        if (!m_wanted.action.select.isEmpty())
            return selected(*values);
        QVariantMap key;
        for (const QString &column : m_wanted.action.keys)
            key.insert(column, m_wanted.row->values.value(column));
        m_found = 1;
        return QList<RowChange>{changeOf(key, *values)};
    }

    Result<QList<RowChange>> selected(const QVariantMap &values)
    {
        const auto text = selectFor(m_session, m_reader, m_wanted.entity, m_wanted.action.select);
        if (!text)
            return failure(text.error());
        QVariantMap parameters = m_wanted.row ? m_wanted.row->values : QVariantMap();
        parameters.insert(parametersFor(m_session, m_wanted.entity, *text, m_context));
        const auto rows = m_reader.select(m_wanted.entity.database,
                                          SqlQuery{*text, parameters, MostEntityRows, EntitySelectDeadline});
        if (!rows)
            return failure(rows.error());
        QList<RowChange> changes;
        m_found = rows->rows.size();
        for (const QList<QVariant> &row : rows->rows.mid(0, MostRows)) {
            QVariantMap key;
            for (const QString &column : m_wanted.action.keys)
                key.insert(column, row.value(rows->columns.indexOf(column)));
            changes << changeOf(key, values);
        }
        return changes;
    }

    /// With the rows as they are now; those that are as wanted already are left out.
    Result<QList<RowChange>> previewed(const QList<RowChange> &changes)
    {
        const auto now = m_reader.rows(m_wanted.entity.database, changes);
        if (!now)
            return failure(now.error());
        QList<RowChange> real;
        for (const RowChange &change : *now) {
            if (!change.before.isEmpty() && !isSameRow(rowAfter(change), change.before))
                real << change;
        }
        if (real.isEmpty())
            return failure(ErrorKind::Refused, EntityPlansText::tr("There is nothing to change."),
                           m_wanted.label());
        return real;
    }

    /// "status: failed → queued (3 rows)", for people and for the audit.
    void tellChanges(Plan &plan, const QList<RowChange> &changes) const
    {
        QJsonArray told;
        for (const QString &column : m_wanted.action.set.keys()) {
            QMap<QString, int> groups;
            for (const RowChange &change : changes) {
                const QVariant after = change.values.value(column);
                if (!isSameCell(change.before.value(column), after))
                    ++groups[QStringLiteral("%1: %2 → %3")
                                 .arg(column, cellText(change.before.value(column)), cellText(after))];
            }
            const auto more = static_cast<int>(groups.size()) - MostGroups;
            int shown = 0;
            for (auto group = groups.begin(); group != groups.end() && shown < MostGroups; ++group, ++shown)
                told << (changes.size() == 1
                             ? group.key()
                             : group.key() + EntityPlansText::tr(" (%n row(s))", nullptr, group.value()));
            if (more > 0)
                told << EntityPlansText::tr("%1: %n more before-value(s)", nullptr, more).arg(column);
        }
        for (const QJsonValue &line : std::as_const(told))
            plan.notes << line.toString();
        plan.parameters.insert(QStringLiteral("changes"), told);
        plan.parameters.insert(QStringLiteral("rows"), static_cast<int>(changes.size()));
    }

    const InstanceSession &m_session;
    const Wanted &m_wanted;
    DataReader m_reader;
    const OperationContext &m_context;
    qsizetype m_found = 0;
};

Severity severityOf(const QString &name)
{
    for (const Severity severity : {Severity::Disruptive, Severity::Destructive}) {
        if (severityName(severity) == name)
            return severity;
    }
    return Severity::Reversible;
}

Plan startPlan(const InstanceSession &session, const Wanted &wanted, const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QStringLiteral("entities.run");
    plan.parameters = {{QStringLiteral("entity"), wanted.entity.id},
                       {QStringLiteral("action"), wanted.action.id}};
    if (wanted.row)
        plan.parameters.insert(QStringLiteral("key"), wanted.row->key);
    const QString title = wanted.action.title.isEmpty() ? wanted.action.id : wanted.action.title;
    plan.title =
        wanted.row
            ? EntityPlansText::tr("%1: %2 on %3").arg(title, visibleLine(wanted.row->label), plan.instance)
            : EntityPlansText::tr("%1 on %2").arg(title, plan.instance);
    plan.button = title;
    plan.severity = severityOf(wanted.action.severity);
    plan.needsReason = wanted.action.needsReason;
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    if (!wanted.action.note.isEmpty())
        plan.findings << Finding{QStringLiteral("note"), FindingKind::Warning, wanted.action.note, {}};
    return plan;
}

/// The service itself makes the new one; its secret goes nowhere but to whoever runs the plan.
Result<> fillRequest(Plan &plan, const InstanceSession &session, const Wanted &wanted,
                     const QJsonObject &arguments, const OperationContext &context)
{
    const ProfileRequest &request = *wanted.action.request;
    const auto entries = session.runtime().environment(context);
    const auto isIt = [&](const EnvironmentEntry &entry) {
        return entry.key == request.tokenVariable && !entry.isEmpty;
    };
    if (entries && std::none_of(entries->begin(), entries->end(), isIt))
        return failure(
            Error{ErrorKind::Refused,
                  request.tokenVariable,
                  EntityPlansText::tr("The service has no address for that: %1 is not set.")
                      .arg(request.tokenVariable),
                  EntityPlansText::tr("Set it in the service's environment and start the service again."),
                  {}});
    const QString label = arguments.value(QStringLiteral("label")).toString().trimmed();
    if (label.isEmpty())
        return failure(ErrorKind::BadInput, EntityPlansText::tr("A label for the new one must be said."));
    const auto address = serviceAddress(session, request.url, context);
    if (!address)
        return failure(address.error());
    plan.parameters.insert(QStringLiteral("label"), label);
    plan.severity = Severity::Disruptive;
    plan.notes << EntityPlansText::tr("The service makes it; it can be revoked afterwards, but not unmade.");
    plan.steps << StepCall{QStringLiteral("ask"),
                           QStringLiteral("http.new-secret"),
                           {{QStringLiteral("url"), address->url.toString()},
                            {QStringLiteral("inside"), address->isInside},
                            {QStringLiteral("tokenVariable"), request.tokenVariable},
                            {QStringLiteral("tokenMember"), request.tokenMember},
                            {QStringLiteral("json"), QJsonObject{{request.labelMember, label}}},
                            {QStringLiteral("answer"), request.answer}}};
    return {};
}

} // namespace

Result<Plan> planEntityRun(const InstanceSession &session, const DataEngines &engines,
                           const QJsonObject &arguments, const OperationContext &context)
{
    const auto wanted = wantedFrom(session, engines, arguments, context);
    if (!wanted)
        return failure(wanted.error());
    Plan plan = startPlan(session, *wanted, context);
    const auto filled = wanted->action.request ? fillRequest(plan, session, *wanted, arguments, context)
                                               : RowsPlanner(session, engines, *wanted, context).fill(plan);
    if (!filled)
        return failure(filled.error());
    return plan;
}

} // namespace pilothouse
