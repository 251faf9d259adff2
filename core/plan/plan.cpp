// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/plan.h"

#include "core/plan/jsonreader.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int KnownFormat = 1;

QStringList severityNames()
{
    return {QStringLiteral("reversible"), QStringLiteral("disruptive"), QStringLiteral("destructive"),
            QStringLiteral("irreversible")};
}

QStringList findingKindNames()
{
    return {QStringLiteral("info"), QStringLiteral("warning"), QStringLiteral("needsConsent"),
            QStringLiteral("blocker"), QStringLiteral("nothingToDo")};
}

QJsonArray callsToJson(const QList<StepCall> &calls)
{
    QJsonArray array;
    for (const StepCall &call : calls)
        array.append(QJsonObject{{QStringLiteral("id"), call.id},
                                 {QStringLiteral("step"), call.step},
                                 {QStringLiteral("arguments"), call.arguments}});
    return array;
}

QList<StepCall> callsFromJson(JsonReader &plan, const QString &key)
{
    QList<StepCall> calls;
    for (const QJsonValue &value : plan.array(key)) {
        JsonReader reader(value.toObject(), QStringLiteral("plan.%1[%2]").arg(key).arg(calls.size()));
        StepCall call;
        call.id = reader.text(QStringLiteral("id"));
        call.step = reader.text(QStringLiteral("step"));
        call.arguments = reader.object(QStringLiteral("arguments"));
        if (const auto read = reader.finish(); !read)
            plan.fail(read.error());
        calls << call;
    }
    return calls;
}

QJsonArray findingsToJson(const QList<Finding> &findings)
{
    QJsonArray array;
    for (const Finding &finding : findings)
        array.append(QJsonObject{{QStringLiteral("id"), finding.id},
                                 {QStringLiteral("kind"), findingKindName(finding.kind)},
                                 {QStringLiteral("text"), finding.text},
                                 {QStringLiteral("advice"), finding.advice}});
    return array;
}

QList<Finding> findingsFromJson(JsonReader &plan)
{
    QList<Finding> findings;
    for (const QJsonValue &value : plan.array(QStringLiteral("findings"))) {
        JsonReader reader(value.toObject(), QStringLiteral("plan.findings[%1]").arg(findings.size()));
        Finding finding;
        finding.id = reader.text(QStringLiteral("id"));
        finding.kind = static_cast<FindingKind>(reader.choice(QStringLiteral("kind"), findingKindNames()));
        finding.text = reader.text(QStringLiteral("text"));
        finding.advice = reader.text(QStringLiteral("advice"));
        if (const auto read = reader.finish(); !read)
            plan.fail(read.error());
        findings << finding;
    }
    return findings;
}

QJsonObject estimateToJson(const Estimate &estimate)
{
    QJsonArray space;
    for (const SpaceNeed &need : estimate.space)
        space.append(QJsonObject{{QStringLiteral("path"), need.path},
                                 {QStringLiteral("needed"), need.needed},
                                 {QStringLiteral("free"), need.free}});
    return {{QStringLiteral("bytes"), estimate.bytes},
            {QStringLiteral("milliseconds"), estimate.milliseconds},
            {QStringLiteral("downtime"), estimate.downtime},
            {QStringLiteral("space"), space}};
}

Estimate estimateFromJson(JsonReader &plan)
{
    JsonReader reader(plan.object(QStringLiteral("estimate")), QStringLiteral("plan.estimate"));
    Estimate estimate;
    estimate.bytes = reader.integer(QStringLiteral("bytes"));
    estimate.milliseconds = reader.integer(QStringLiteral("milliseconds"));
    estimate.downtime = reader.integer(QStringLiteral("downtime"));
    for (const QJsonValue &value : reader.array(QStringLiteral("space"))) {
        JsonReader need(value.toObject(),
                        QStringLiteral("plan.estimate.space[%1]").arg(estimate.space.size()));
        estimate.space << SpaceNeed{need.text(QStringLiteral("path")), need.integer(QStringLiteral("needed")),
                                    need.integer(QStringLiteral("free"))};
        if (const auto read = need.finish(); !read)
            reader.fail(read.error());
    }
    if (const auto read = reader.finish(); !read)
        plan.fail(read.error());
    return estimate;
}

QUuid uuidFromJson(JsonReader &plan, const QString &key, bool mayBeEmpty)
{
    const QString text = plan.text(key);
    const QUuid id = QUuid::fromString(text);
    if (id.isNull() && !(mayBeEmpty && text.isEmpty()))
        plan.fail(key, QStringLiteral("UUID"));
    return id;
}

QString uuidText(const QUuid &id)
{
    return id.isNull() ? QString() : id.toString(QUuid::WithoutBraces);
}

} // namespace

bool Plan::hasBlocker() const
{
    return std::any_of(findings.begin(), findings.end(),
                       [](const Finding &finding) { return finding.kind == FindingKind::Blocker; });
}

QString Plan::idleReason() const
{
    if (hasBlocker())
        return {};
    const auto idle = std::find_if(findings.begin(), findings.end(), [](const Finding &finding) {
        return finding.kind == FindingKind::NothingToDo;
    });
    return idle == findings.end() ? QString() : idle->text;
}

QStringList Plan::consentIds() const
{
    QStringList ids;
    for (const Finding &finding : findings) {
        if (finding.kind == FindingKind::NeedsConsent)
            ids << finding.id;
    }
    return ids;
}

QList<StepCall> mayFail(QList<StepCall> calls)
{
    for (StepCall &call : calls)
        call.arguments.insert(QStringLiteral("mayFail"), true);
    return calls;
}

QString severityName(Severity severity)
{
    return severityNames().at(static_cast<int>(severity));
}

QString findingKindName(FindingKind kind)
{
    return findingKindNames().at(static_cast<int>(kind));
}

QJsonObject toJson(const Plan &plan)
{
    QJsonObject object{{QStringLiteral("format"), plan.format},
                       {QStringLiteral("operation"), uuidText(plan.operation)},
                       {QStringLiteral("instance"), plan.instance},
                       {QStringLiteral("action"), plan.action},
                       {QStringLiteral("title"), plan.title},
                       {QStringLiteral("button"), plan.button},
                       {QStringLiteral("parameters"), plan.parameters},
                       {QStringLiteral("severity"), severityName(plan.severity)},
                       {QStringLiteral("findings"), findingsToJson(plan.findings)},
                       {QStringLiteral("losses"), QJsonArray::fromStringList(plan.losses)},
                       {QStringLiteral("notes"), QJsonArray::fromStringList(plan.notes)},
                       {QStringLiteral("estimate"), estimateToJson(plan.estimate)},
                       {QStringLiteral("secrets"), QJsonArray::fromStringList(plan.secrets)},
                       {QStringLiteral("steps"), callsToJson(plan.steps)},
                       {QStringLiteral("proofs"), callsToJson(plan.proofs)},
                       {QStringLiteral("fingerprint"), QString::fromLatin1(plan.fingerprint.toHex())},
                       {QStringLiteral("undoes"), uuidText(plan.undoes)}};
    if (plan.needsReason)
        object.insert(QStringLiteral("needsReason"), true);
    return object;
}

Result<Plan> planFromJson(const QJsonObject &object)
{
    QJsonObject rest = object;
    Plan plan;
    plan.needsReason = rest.take(QStringLiteral("needsReason")).toBool(); // older plans have none
    JsonReader reader(rest, QStringLiteral("plan"));
    plan.format = static_cast<int>(reader.integer(QStringLiteral("format")));
    if (plan.format != KnownFormat)
        return failure(
            ErrorKind::BadData,
            QCoreApplication::translate("Plan", "This plan has format %1, and this program knows format %2.")
                .arg(plan.format)
                .arg(KnownFormat));
    plan.operation = uuidFromJson(reader, QStringLiteral("operation"), false);
    plan.instance = reader.text(QStringLiteral("instance"));
    plan.action = reader.text(QStringLiteral("action"));
    plan.title = reader.text(QStringLiteral("title"));
    plan.button = reader.text(QStringLiteral("button"));
    plan.parameters = reader.object(QStringLiteral("parameters"));
    plan.severity = static_cast<Severity>(reader.choice(QStringLiteral("severity"), severityNames()));
    plan.findings = findingsFromJson(reader);
    plan.losses = reader.texts(QStringLiteral("losses"));
    plan.notes = reader.texts(QStringLiteral("notes"));
    plan.estimate = estimateFromJson(reader);
    plan.secrets = reader.texts(QStringLiteral("secrets"));
    plan.steps = callsFromJson(reader, QStringLiteral("steps"));
    plan.proofs = callsFromJson(reader, QStringLiteral("proofs"));
    plan.fingerprint = QByteArray::fromHex(reader.text(QStringLiteral("fingerprint")).toLatin1());
    plan.undoes = uuidFromJson(reader, QStringLiteral("undoes"), true);
    if (const auto read = reader.finish(); !read)
        return tl::unexpected(read.error());
    return plan;
}

QString scratchName(const QUuid &operation, const QString &what)
{
    return QStringLiteral("ph-%1-%2").arg(operation.toString(QUuid::Id128).left(8), what);
}

} // namespace pilothouse
