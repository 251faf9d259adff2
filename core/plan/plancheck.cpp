// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plancheck.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>

namespace pilothouse {

namespace {

QString planCheckText(const char *text)
{
    return QCoreApplication::translate("PlanCheck", text);
}

const QRegularExpression &reference()
{
    static const QRegularExpression Pattern(
        QStringLiteral(R"(\{output:([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\})"));
    return Pattern;
}

tl::unexpected<Error> badCall(const StepCall &call, const QString &message)
{
    Error error;
    error.kind = ErrorKind::BadInput;
    error.subject = call.id;
    error.message = message;
    return failure(error);
}

Result<QJsonValue> outputOf(const QRegularExpressionMatch &match, const QJsonObject &outputs)
{
    const QJsonValue value = outputs.value(match.captured(1)).toObject().value(match.captured(2));
    if (value.isUndefined())
        return failure(ErrorKind::BadInput,
                       planCheckText(QT_TRANSLATE_NOOP("PlanCheck", "The step \"%1\" gave no \"%2\"."))
                           .arg(match.captured(1), match.captured(2)));
    return value;
}

QString asText(const QJsonValue &value)
{
    return value.isString() ? value.toString() : value.toVariant().toString();
}

Result<QJsonValue> resolvedText(const QString &text, const QJsonObject &outputs)
{
    auto matches = reference().globalMatch(text);
    QString filled;
    qsizetype from = 0;
    while (matches.hasNext()) {
        const auto match = matches.next();
        const auto value = outputOf(match, outputs);
        if (!value || match.capturedLength() == text.size())
            return value;
        filled += QStringView(text).mid(from, match.capturedStart() - from) + asText(*value);
        from = match.capturedEnd();
    }
    filled += QStringView(text).mid(from);
    return filled;
}

Result<QJsonValue> resolvedValue(const QJsonValue &value, const QJsonObject &outputs)
{
    if (value.isString())
        return resolvedText(value.toString(), outputs);
    if (value.isObject())
        return resolved(value.toObject(), outputs).map([](const QJsonObject &object) {
            return QJsonValue(object);
        });
    if (!value.isArray())
        return value;
    QJsonArray array;
    for (const QJsonValue &item : value.toArray()) {
        const auto filled = resolvedValue(item, outputs);
        if (!filled)
            return filled;
        array.append(*filled);
    }
    return array;
}

void collectReferences(const QJsonValue &value, QStringList &ids)
{
    if (value.isString()) {
        auto matches = reference().globalMatch(value.toString());
        while (matches.hasNext())
            ids << matches.next().captured(1);
    }
    for (const QJsonValue &item : value.toArray())
        collectReferences(item, ids);
    for (const QJsonValue &item : value.toObject())
        collectReferences(item, ids);
}

/// What only starts the service and looks at it. Data and its proofs are never among them: without these an
/// operation is not done.
bool isLetFail(const QString &word)
{
    static const QSet<QString> Words{QStringLiteral("service.start"), QStringLiteral("service.wait-healthy"),
                                     QStringLiteral("logs.mark"), QStringLiteral("expect.logs"),
                                     QStringLiteral("expect.running")};
    return Words.contains(word);
}

} // namespace

Result<QJsonObject> resolved(const QJsonObject &arguments, const QJsonObject &outputs)
{
    QJsonObject object;
    for (auto it = arguments.constBegin(); it != arguments.constEnd(); ++it) {
        const auto value = resolvedValue(it.value(), outputs);
        if (!value)
            return tl::unexpected(value.error());
        object.insert(it.key(), *value);
    }
    return object;
}

QStringList referencedSteps(const QJsonObject &arguments)
{
    QStringList ids;
    collectReferences(arguments, ids);
    return ids;
}

bool changesService(const Plan &plan, const StepRegistry &steps)
{
    return std::any_of(plan.steps.begin(), plan.steps.end(), [&steps](const StepCall &call) {
        const Step *step = steps.find(call.step);
        return !step || step->changesService();
    });
}

Result<> checkPlan(const Plan &plan, const StepRegistry &steps)
{
    QSet<QString> ids;
    bool isPastReturn = false;
    const QList<StepCall> calls = plan.steps + plan.proofs;
    for (qsizetype index = 0; index < calls.size(); ++index) {
        const StepCall &call = calls.at(index);
        const Step *step = steps.find(call.step);
        if (!step)
            return badCall(
                call,
                planCheckText(QT_TRANSLATE_NOOP("PlanCheck", "There is no step \"%1\".")).arg(call.step));
        if (call.mayFail() && !isLetFail(call.step))
            return badCall(
                call, planCheckText(QT_TRANSLATE_NOOP("PlanCheck", "The plan cannot go on without it.")));
        for (const QString &id : referencedSteps(call.arguments)) {
            if (!ids.contains(id))
                return badCall(
                    call, planCheckText(QT_TRANSLATE_NOOP(
                                            "PlanCheck",
                                            "It needs an output of \"%1\", which does not come before it."))
                              .arg(id));
        }
        if (call.id.isEmpty() || ids.contains(call.id))
            return badCall(call, planCheckText(QT_TRANSLATE_NOOP("PlanCheck",
                                                                 "Two steps have this id, or it is empty.")));
        ids.insert(call.id);
        const bool isProof = index >= plan.steps.size();
        if (isProof && !step->isReversible())
            return badCall(call, planCheckText(QT_TRANSLATE_NOOP(
                                     "PlanCheck", "A proof must not change anything for good.")));
        if (isPastReturn && !isProof && step->isReversible())
            return badCall(call, planCheckText(QT_TRANSLATE_NOOP(
                                     "PlanCheck", "It comes after a step that cannot be put back.")));
        isPastReturn = isPastReturn || !step->isReversible();
    }
    if (plan.operation.isNull())
        return failure(ErrorKind::BadInput,
                       planCheckText(QT_TRANSLATE_NOOP("PlanCheck", "The plan has no operation id.")));
    return {};
}

} // namespace pilothouse
