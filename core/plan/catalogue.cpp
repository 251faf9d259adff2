// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/catalogue.h"

#include "core/plan/plantext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

QString catalogueText(const char *text)
{
    return QCoreApplication::translate("Catalogue", text);
}

tl::unexpected<Error> badParameter(const QString &name, const QString &message, const QString &advice = {})
{
    Error error;
    error.kind = ErrorKind::BadInput;
    error.subject = name;
    error.message = message;
    error.advice = advice;
    return failure(error);
}

bool isListOfTexts(const QJsonValue &value)
{
    const QJsonArray array = value.toArray();
    return value.isArray() && !array.isEmpty()
           && std::all_of(array.begin(), array.end(), [](const QJsonValue &item) { return item.isString(); });
}

/// Entities and databases may be several at once; everything else is one value.
bool hasType(const Parameter &parameter, const QJsonValue &value)
{
    switch (parameter.type) {
    case Parameter::Type::Flag:
        return value.isBool();
    case Parameter::Type::Number:
        return value.isDouble();
    case Parameter::Type::Entity:
    case Parameter::Type::Database:
        return value.isString() || isListOfTexts(value);
    case Parameter::Type::Text:
    case Parameter::Type::Choice:
    case Parameter::Type::Path:
    case Parameter::Type::Backup:
        break;
    }
    return value.isString();
}

Result<> checkOne(const Parameter &parameter, const QJsonObject &arguments)
{
    const QJsonValue value = arguments.value(parameter.name);
    const bool isMissing =
        value.isUndefined() || value.isNull() || (value.isString() && value.toString().isEmpty());
    if (isMissing) {
        if (parameter.isRequired)
            return badParameter(parameter.name,
                                catalogueText(QT_TRANSLATE_NOOP("Catalogue", "This is needed.")));
        return {};
    }
    if (!hasType(parameter, value)) {
        const QString text =
            parameter.type == Parameter::Type::Number
                ? catalogueText(QT_TRANSLATE_NOOP("Catalogue", "This must be a number, not “%1”."))
                      .arg(value.toVariant().toString())
                : catalogueText(QT_TRANSLATE_NOOP("Catalogue", "This value is of the wrong kind."));
        return badParameter(parameter.name, text);
    }
    if (parameter.type == Parameter::Type::Choice && !parameter.choices.contains(value.toString()))
        return badParameter(parameter.name,
                            catalogueText(QT_TRANSLATE_NOOP("Catalogue", "There is no such choice.")),
                            catalogueText(QT_TRANSLATE_NOOP("Catalogue", "Choose one of: %1."))
                                .arg(parameter.choices.join(QStringLiteral(", "))));
    if (parameter.type == Parameter::Type::Path && !value.toString().startsWith(u'/'))
        return badParameter(parameter.name,
                            catalogueText(QT_TRANSLATE_NOOP("Catalogue", "This must be an absolute path.")));
    return {};
}

tl::unexpected<Error> noSuch(const QString &id)
{
    Error error;
    error.kind = ErrorKind::NotFound;
    error.subject = id;
    error.message = catalogueText(QT_TRANSLATE_NOOP("Catalogue", "There is no such action."));
    return failure(error);
}

} // namespace

void Catalogue::add(Action action)
{
    Q_ASSERT_X(!m_actions.contains(action.id), "Catalogue::add", "two actions have the same id");
    QString id = action.id;
    m_actions.insert_or_assign(std::move(id), std::move(action));
}

void Catalogue::add(QueryEntry query)
{
    Q_ASSERT_X(!m_queries.contains(query.id), "Catalogue::add", "two queries have the same id");
    QString id = query.id;
    m_queries.insert_or_assign(std::move(id), std::move(query));
}

const Action *Catalogue::action(const QString &id) const
{
    const auto it = m_actions.find(id);
    return it == m_actions.end() ? nullptr : &it->second;
}

const QueryEntry *Catalogue::query(const QString &id) const
{
    const auto it = m_queries.find(id);
    return it == m_queries.end() ? nullptr : &it->second;
}

QList<const Action *> Catalogue::actions() const
{
    QList<const Action *> all;
    for (const auto &[id, action] : m_actions)
        all << &action;
    return all;
}

QList<const QueryEntry *> Catalogue::queries() const
{
    QList<const QueryEntry *> all;
    for (const auto &[id, query] : m_queries)
        all << &query;
    return all;
}

Result<> Catalogue::check(const QList<Parameter> &parameters, const QJsonObject &arguments)
{
    QStringList known;
    for (const Parameter &parameter : parameters) {
        known << parameter.name;
        if (auto checked = checkOne(parameter, arguments); !checked)
            return checked;
    }
    for (auto it = arguments.constBegin(); it != arguments.constEnd(); ++it) {
        if (!known.contains(it.key()))
            return badParameter(it.key(),
                                catalogueText(QT_TRANSLATE_NOOP("Catalogue", "There is no such parameter.")));
    }
    return {};
}

Result<Plan> Catalogue::plan(const QString &id, const InstanceSession &session, const QJsonObject &arguments,
                             const OperationContext &context) const
{
    const Action *found = action(id);
    if (!found)
        return noSuch(id);
    if (auto checked = check(found->parameters, arguments); !checked)
        return tl::unexpected(checked.error());
    return routed(session, context, [&] { return found->plan(session, arguments, context); });
}

void Catalogue::setRoute(Prepare prepare, Lead lead)
{
    m_prepare = std::move(prepare);
    m_lead = std::move(lead);
}

Result<Plan> Catalogue::routed(const InstanceSession &session, const OperationContext &context,
                               const std::function<Result<Plan>()> &make) const
{
    if (m_prepare)
        if (Result<> prepared = m_prepare(session, context); !prepared)
            return tl::unexpected(prepared.error());
    Result<Plan> plan = make();
    if (plan && m_lead)
        plan = m_lead(session, std::move(*plan), context);
    return plan ? Result<Plan>(withVisibleLines(std::move(*plan))) : plan;
}

Result<Plan> Catalogue::undo(const OperationRecord &record, const InstanceSession &session,
                             const OperationContext &context) const
{
    const Action *found = action(record.plan.action);
    if (!found)
        return noSuch(record.plan.action);
    const auto refused = [&record](const char *why) {
        Error error;
        error.kind = ErrorKind::Refused;
        error.subject = record.plan.title;
        error.message = catalogueText(why);
        return failure(error);
    };
    if (record.outcome != Outcome::Done)
        return refused(QT_TRANSLATE_NOOP("Catalogue", "Only an operation that was done can be put back."));
    if (!record.undoneBy.isNull())
        return refused(QT_TRANSLATE_NOOP("Catalogue", "This was put back already."));
    if (record.isShortened)
        return refused(QT_TRANSLATE_NOOP(
            "Catalogue", "The time in which this could be put back is over; what it needs was removed."));
    if (!found->undo)
        return refused(QT_TRANSLATE_NOOP("Catalogue", "This cannot be put back."));
    auto plan = routed(session, context, [&] { return found->undo(session, record, context); });
    if (plan)
        plan->undoes = record.plan.operation;
    return plan;
}

} // namespace pilothouse
