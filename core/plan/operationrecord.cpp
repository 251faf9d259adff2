// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the events of a journal come to.

#include "core/base/units.h"
#include "core/plan/journalfile.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

QString stateName(StepState state)
{
    switch (state) {
    case StepState::ToDo:
        return QStringLiteral("toDo");
    case StepState::Prepared:
        return QStringLiteral("prepared");
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Failed:
        return QStringLiteral("failed");
    case StepState::Unknown:
        return QStringLiteral("unknown");
    case StepState::PutBack:
        break;
    }
    return QStringLiteral("putBack");
}

Outcome outcomeFromName(const QString &name)
{
    for (const Outcome outcome : {Outcome::Done, Outcome::PutBack, Outcome::NeedsOperator}) {
        if (outcomeName(outcome) == name)
            return outcome;
    }
    return Outcome::Interrupted;
}

Result<OperationRecord> begun(const JournalLine &line)
{
    auto plan = planFromJson(line.body.value(QStringLiteral("plan")).toObject());
    if (!plan)
        return tl::unexpected(plan.error());
    OperationRecord record;
    record.plan = *plan;
    record.startedAt = line.at;
    record.actor = line.body.value(QStringLiteral("actor")).toString();
    for (const StepCall &call : plan->steps + plan->proofs) {
        StepRecord step;
        step.id = call.id;
        record.steps << step;
    }
    return record;
}

void applyToStep(const JournalLine &line, StepRecord &step)
{
    if (line.event == QStringLiteral("before")) {
        step.state = StepState::Prepared;
        step.isBegun = true;
        step.before = line.body.value(QStringLiteral("before")).toObject();
        step.startedAt = line.at;
        step.error.reset();
        return;
    }
    step.endedAt = line.at;
    if (line.event == QStringLiteral("done")) {
        step.state = StepState::Done;
        step.outputs = line.body.value(QStringLiteral("outputs")).toObject();
        step.error.reset();
    } else if (line.event == QStringLiteral("putBack")) {
        step.state = StepState::PutBack;
    } else if (line.event == QStringLiteral("failed") || line.event == QStringLiteral("unknown")) {
        step.state = line.event == QStringLiteral("failed") ? StepState::Failed : StepState::Unknown;
        step.error = errorFromJson(line.body.value(QStringLiteral("error")));
    }
}

void applyToRecord(const JournalLine &line, OperationRecord &record)
{
    const QString &event = line.event;
    if (event == QStringLiteral("approved")) {
        record.reason = line.body.value(QStringLiteral("reason")).toString();
        record.how = line.body.value(QStringLiteral("how")).toString();
    } else if (event == QStringLiteral("puttingBack") || event == QStringLiteral("rollingBack")) {
        record.isPuttingBack = true;
        record.outcome = Outcome::Running;
        record.endedAt = {};
    } else if (event == QStringLiteral("resumed")) {
        record.outcome = Outcome::Running;
        record.endedAt = {};
    } else if (event == QStringLiteral("acknowledged")) {
        record.isAcknowledged = true;
    } else if (event == QStringLiteral("shortened")) {
        record.isShortened = true;
    } else if (event == QStringLiteral("finished")) {
        record.outcome = outcomeFromName(line.body.value(QStringLiteral("outcome")).toString());
        record.error = errorFromJson(line.body.value(QStringLiteral("error")));
        record.failedStep = line.body.value(QStringLiteral("failedStep")).toString();
        record.endedAt = line.at;
    }
}

QJsonValue momentToJson(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(toIso(moment)) : QJsonValue();
}

} // namespace

QString outcomeName(Outcome outcome)
{
    switch (outcome) {
    case Outcome::Running:
        return QStringLiteral("running");
    case Outcome::Done:
        return QStringLiteral("done");
    case Outcome::PutBack:
        return QStringLiteral("putBack");
    case Outcome::NeedsOperator:
        return QStringLiteral("needsOperator");
    case Outcome::Interrupted:
        break;
    }
    return QStringLiteral("interrupted");
}

QJsonObject toJson(const Error &error)
{
    return {{QStringLiteral("kind"), errorKindName(error.kind)},
            {QStringLiteral("subject"), error.subject},
            {QStringLiteral("message"), error.message},
            {QStringLiteral("advice"), error.advice},
            {QStringLiteral("detail"), error.detail}};
}

std::optional<Error> errorFromJson(const QJsonValue &value)
{
    if (!value.isObject())
        return {};
    const QJsonObject object = value.toObject();
    Error error;
    const QString kind = object.value(QStringLiteral("kind")).toString();
    for (int number = 0; number <= static_cast<int>(ErrorKind::Internal); ++number) {
        if (errorKindName(static_cast<ErrorKind>(number)) == kind)
            error.kind = static_cast<ErrorKind>(number);
    }
    error.subject = object.value(QStringLiteral("subject")).toString();
    error.message = object.value(QStringLiteral("message")).toString();
    error.advice = object.value(QStringLiteral("advice")).toString();
    error.detail = object.value(QStringLiteral("detail")).toString();
    return error;
}

const StepRecord *OperationRecord::step(const QString &id) const
{
    const auto it =
        std::find_if(steps.begin(), steps.end(), [&id](const StepRecord &step) { return step.id == id; });
    return it == steps.end() ? nullptr : &*it;
}

Result<OperationRecord> recordOf(const QList<JournalLine> &lines)
{
    if (lines.isEmpty() || lines.first().event != QStringLiteral("plan"))
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("Journal", "This operation was never begun."));
    auto record = begun(lines.first());
    if (!record)
        return record;
    for (const JournalLine &line : lines) {
        const QString id = line.body.value(QStringLiteral("step")).toString();
        const auto it = std::find_if(record->steps.begin(), record->steps.end(),
                                     [&id](const StepRecord &step) { return step.id == id; });
        if (it != record->steps.end())
            applyToStep(line, *it);
        else
            applyToRecord(line, *record);
    }
    return record;
}

QJsonObject toJson(const OperationRecord &record)
{
    QJsonArray steps;
    for (const StepRecord &step : record.steps) {
        QJsonObject object{{QStringLiteral("id"), step.id},
                           {QStringLiteral("state"), stateName(step.state)},
                           {QStringLiteral("before"), step.before},
                           {QStringLiteral("outputs"), step.outputs},
                           {QStringLiteral("startedAt"), momentToJson(step.startedAt)},
                           {QStringLiteral("endedAt"), momentToJson(step.endedAt)}};
        if (step.error)
            object.insert(QStringLiteral("error"), toJson(*step.error));
        steps.append(object);
    }
    QJsonObject object{{QStringLiteral("plan"), toJson(record.plan)},
                       {QStringLiteral("outcome"), outcomeName(record.outcome)},
                       {QStringLiteral("startedAt"), momentToJson(record.startedAt)},
                       {QStringLiteral("endedAt"), momentToJson(record.endedAt)},
                       {QStringLiteral("actor"), record.actor},
                       {QStringLiteral("reason"), record.reason},
                       {QStringLiteral("how"), record.how},
                       {QStringLiteral("steps"), steps},
                       {QStringLiteral("failedStep"), record.failedStep},
                       {QStringLiteral("isAcknowledged"), record.isAcknowledged},
                       {QStringLiteral("isShortened"), record.isShortened}};
    if (record.error)
        object.insert(QStringLiteral("error"), toJson(*record.error));
    if (!record.undoneBy.isNull())
        object.insert(QStringLiteral("undoneBy"), record.undoneBy.toString(QUuid::WithoutBraces));
    return object;
}

} // namespace pilothouse
