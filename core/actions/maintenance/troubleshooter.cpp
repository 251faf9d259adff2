// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/maintenance/troubleshooter.h"

#include "core/actions/maintenance/troublechecks.h"
#include "core/backup/backupstore.h"
#include "core/base/units.h"

#include <QFileInfo>
#include <QJsonArray>

namespace pilothouse {

namespace {

struct TroubleshooterText
{
    Q_DECLARE_TR_FUNCTIONS(Troubleshooter)
};

Result<ProfileTrouble> troubleOf(const InstanceSession &session, const QString &wanted)
{
    const QList<ProfileTrouble> &troubles = session.profile().troubles;
    QStringList known;
    for (const ProfileTrouble &trouble : troubles) {
        if (trouble.id == wanted || trouble.runbook.compare(wanted, Qt::CaseInsensitive) == 0
            || trouble.title.compare(wanted, Qt::CaseInsensitive) == 0)
            return trouble;
        known << trouble.id;
    }
    return failure(
        Error{ErrorKind::BadInput,
              wanted,
              TroubleshooterText::tr("The profile %1 has no such symptom.").arg(session.profile().title),
              known.isEmpty() ? TroubleshooterText::tr("It has none.")
                              : TroubleshooterText::tr("It has: %1.").arg(known.join(QLatin1String(", "))),
              {}});
}

RunbookReference referenceOf(const InstanceSession &session, const QString &item)
{
    const ProfileRunbookItem *found = session.profile().runbookItem(item);
    return found ? RunbookReference{found->item, found->heading, found->anchor} : RunbookReference{};
}

/// The newest backup that a restore has proven, else the newest verified; null: there is none to trust.
std::optional<BackupRecord> bestBackup(const QList<BackupRecord> &backups)
{
    for (const auto stamp : {&BackupRecord::proven, &BackupRecord::verified}) {
        for (const BackupRecord &backup : backups) {
            if (backup.countsForRetention() && (backup.*stamp).state == BackupStamp::State::Reached)
                return backup;
        }
    }
    return std::nullopt;
}

bool isInTheWay(const QList<ProbeFinding> &findings, const QString &check)
{
    return std::any_of(findings.begin(), findings.end(), [&check](const ProbeFinding &finding) {
        const bool isIt = check.isEmpty() || finding.id == check || finding.id.startsWith(check + u'.');
        // Modes that are too wide make nothing fail; files of another owner do.
        const bool isForeign =
            finding.id == QLatin1String("data.permissions.owner") && finding.verdict == ProbeVerdict::ToKnow;
        return isIt && (finding.verdict == ProbeVerdict::InTheWay || isForeign);
    });
}

/// The first finding that the remedy is for, as its reason.
QString reasonOf(const QList<ProbeFinding> &findings, const QString &check)
{
    for (const ProbeFinding &finding : findings) {
        if (finding.id.startsWith(check) && finding.verdict != ProbeVerdict::Holds
            && finding.verdict != ProbeVerdict::DoesNotApply)
            return QStringLiteral("%1: %2").arg(finding.title, finding.text);
    }
    return {};
}

/// The id of the first database that is in the way; empty: none is.
QString failingDatabase(const QList<ProbeFinding> &findings, const InstanceSession &session)
{
    for (const ProbeFinding &finding : findings) {
        for (const DatabaseReference &database : session.databases()) {
            if (finding.verdict == ProbeVerdict::InTheWay
                && finding.id == QStringLiteral("sqlite.integrity.") + database.relativePath
                && QFileInfo::exists(database.path))
                return database.id;
        }
    }
    return {};
}

bool wantsDatabase(const Action &action)
{
    return std::any_of(action.parameters.begin(), action.parameters.end(), [](const Parameter &parameter) {
        return parameter.type == Parameter::Type::Database && parameter.isRequired;
    });
}

std::optional<TroubleProposal> proposalOf(const ProfileRemedy &remedy, const TroubleReport &report,
                                          const InstanceSession &session, const TroubleServices &services)
{
    const Action *action = services.catalogue.action(remedy.action);
    if (!action || !isInTheWay(report.findings, remedy.when))
        return std::nullopt;
    const bool isService = remedy.action.startsWith(QLatin1String("service."));
    if (isService && !session.runtime().canControl())
        return std::nullopt;
    // Nobody starts a service on data that is known to be damaged.
    if (isService && isInTheWay(report.findings, QStringLiteral("sqlite.integrity")))
        return std::nullopt;
    TroubleProposal proposal{action->id, action->title, {}, reasonOf(report.findings, remedy.when)};
    if (wantsDatabase(*action)) {
        const QString database = failingDatabase(report.findings, session);
        if (database.isEmpty())
            return std::nullopt;
        proposal.arguments.insert(QStringLiteral("database"), database);
    }
    if (remedy.action != QLatin1String("backup.restore"))
        return proposal;
    const auto backup = bestBackup(services.backups.list(session.backupFolder()));
    if (!backup)
        return std::nullopt;
    proposal.arguments.insert(QStringLiteral("backup"), backup->id);
    const bool isProven = backup->proven.state == BackupStamp::State::Reached;
    proposal.reason =
        (isProven
             ? TroubleshooterText::tr("The newest proven backup is of %1.")
             : TroubleshooterText::tr("The newest verified backup is of %1; none was proven by a restore."))
            .arg(toIso(backup->takenAt));
    return proposal;
}

QJsonArray symptomsOf(const InstanceSession &session)
{
    QJsonArray list;
    for (const ProfileTrouble &trouble : session.profile().troubles) {
        const RunbookReference reference = referenceOf(session, trouble.runbook);
        list << QJsonObject{{QStringLiteral("id"), trouble.id},
                            {QStringLiteral("title"), trouble.title},
                            {QStringLiteral("item"), reference.item},
                            {QStringLiteral("runbook"), reference.heading}};
    }
    return list;
}

Parameter textParameter(const QString &name, const QString &title)
{
    Parameter parameter;
    parameter.name = name;
    parameter.title = title;
    return parameter;
}

} // namespace

Result<TroubleReport> troubleshoot(const InstanceSession &session, const TroubleQuestion &question,
                                   const TroubleServices &services, const TroubleSink &sink,
                                   const OperationContext &context)
{
    const auto trouble = troubleOf(session, question.symptom);
    if (!trouble)
        return tl::unexpected(trouble.error());
    TroubleReport report;
    report.symptom = trouble->id;
    report.title = trouble->title;
    report.runbook = referenceOf(session, trouble->runbook);
    TroubleChecks checks(session, services, question, context);
    for (const QString &word : trouble->checks) {
        if (sink.onCheck)
            sink.onCheck(TroubleChecks::title(word));
        const QList<ProbeFinding> findings = checks.run(word);
        if (context.isCancelled())
            return failure(Error{
                ErrorKind::Cancelled, session.instance().name, TroubleshooterText::tr("Cancelled."), {}, {}});
        for (const ProbeFinding &finding : findings) {
            if (sink.onFinding)
                sink.onFinding(finding);
        }
        report.findings << findings;
    }
    for (const ProfileRemedy &remedy : trouble->remedies) {
        if (const auto proposal = proposalOf(remedy, report, session, services))
            report.proposals << *proposal;
    }
    return report;
}

QJsonObject toJson(const TroubleReport &report)
{
    QJsonArray findings;
    for (const ProbeFinding &finding : report.findings)
        findings << toJson(finding);
    QJsonArray proposals;
    for (const TroubleProposal &proposal : report.proposals)
        proposals << QJsonObject{{QStringLiteral("action"), proposal.action},
                                 {QStringLiteral("title"), proposal.title},
                                 {QStringLiteral("arguments"), proposal.arguments},
                                 {QStringLiteral("reason"), proposal.reason}};
    return {{QStringLiteral("symptom"), report.symptom},
            {QStringLiteral("title"), report.title},
            {QStringLiteral("item"), report.runbook.item},
            {QStringLiteral("runbook"), report.runbook.heading},
            {QStringLiteral("anchor"), report.runbook.anchor},
            {QStringLiteral("findings"), findings},
            {QStringLiteral("proposals"), proposals}};
}

void addTroubleshooting(Catalogue &catalogue, const TroubleServices &services)
{
    const auto run = [services](const InstanceSession &session, const QJsonObject &arguments,
                                const OperationContext &context) -> Result<QJsonValue> {
        const QString symptom = arguments.value(QLatin1String("symptom")).toString();
        if (symptom.isEmpty())
            return symptomsOf(session);
        const QUrl url(arguments.value(QLatin1String("url")).toString());
        return troubleshoot(session, {symptom, url}, services, {}, context)
            .map([](const TroubleReport &report) { return QJsonValue(toJson(report)); });
    };
    catalogue.add(
        QueryEntry{QStringLiteral("troubleshoot"),
                   TroubleshooterText::tr("Troubleshooter"),
                   {textParameter(QStringLiteral("symptom"), TroubleshooterText::tr("Symptom")),
                    textParameter(QStringLiteral("url"), TroubleshooterText::tr("WebSocket address"))},
                   run});
}

} // namespace pilothouse
