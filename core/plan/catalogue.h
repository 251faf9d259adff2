// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/plan/journal.h"
#include "core/plan/plan.h"

#include <QJsonValue>
#include <QList>

#include <functional>
#include <map>

namespace pilothouse {

class InstanceSession;

/// A parameter of an action or query, for forms, --set and checks.
struct Parameter
{
    enum class Type { Text, Flag, Number, Choice, Path, Entity, Backup, Database };
    QString name;
    QString title;
    Type type = Type::Text;
    bool isRequired = false;
    QStringList choices;
};

/// A passage of a profile's runbook: heading and anchor, never its text.
struct RunbookReference
{
    QString item; ///< "P29"
    QString heading;
    QString anchor;

    bool operator==(const RunbookReference &) const = default;
};

/// Reads, never writes: a function from an instance and arguments to a plan.
using Planner = std::function<Result<Plan>(const InstanceSession &, const QJsonObject &arguments,
                                           const OperationContext &)>;
/// The plan that puts a finished operation back; Refused says why it cannot be.
using UndoPlanner =
    std::function<Result<Plan>(const InstanceSession &, const OperationRecord &, const OperationContext &)>;
/// A blocking read: an object or an array.
using Query = std::function<Result<QJsonValue>(const InstanceSession &, const QJsonObject &arguments,
                                               const OperationContext &)>;

struct Action
{
    QString id;                               ///< "backup.create"
    QString title;                            ///< "Back up now", translated
    QString icon;                             ///< name in the icon set
    Severity severity = Severity::Reversible; ///< the highest that its plans reach
    QList<Parameter> parameters;
    QStringList runbookItems; ///< "P04", resolved through the profile
    Planner plan;
    UndoPlanner undo; ///< empty: cannot be put back
};

struct QueryEntry
{
    QString id; ///< "users.list"
    QString title;
    QList<Parameter> parameters;
    Query run;
};

/// Every action and query. Menus, buttons, pages, command line, schedules and audit read this one list.
class Catalogue
{
public:
    void add(Action action);
    void add(QueryEntry query);
    const Action *action(const QString &id) const;
    const QueryEntry *query(const QString &id) const;
    QList<const Action *> actions() const;
    QList<const QueryEntry *> queries() const;

    /// BadInput names the first parameter that is missing, unknown or of the wrong type.
    [[nodiscard]] static Result<> check(const QList<Parameter> &parameters, const QJsonObject &arguments);
    /// What is done before anything is planned for an instance, and what every plan passes on its way out.
    using Prepare = std::function<Result<>(const InstanceSession &, const OperationContext &)>;
    using Lead = std::function<Result<Plan>(const InstanceSession &, Plan, const OperationContext &)>;
    void setRoute(Prepare prepare, Lead lead);

    /// Checks the arguments, then plans.
    [[nodiscard]] Result<Plan> plan(const QString &id, const InstanceSession &session,
                                    const QJsonObject &arguments, const OperationContext &context) const;
    /// The plan that puts an operation back.
    [[nodiscard]] Result<Plan> undo(const OperationRecord &record, const InstanceSession &session,
                                    const OperationContext &context) const;

private:
    [[nodiscard]] Result<Plan> routed(const InstanceSession &session, const OperationContext &context,
                                      const std::function<Result<Plan>()> &make) const;

    Prepare m_prepare;
    Lead m_lead;
    std::map<QString, Action> m_actions;
    std::map<QString, QueryEntry> m_queries;
};

} // namespace pilothouse
