// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/drill/drillreport.h"

#include "core/base/units.h"
#include "core/plan/plantext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {
namespace {

struct DrillReportText
{
    Q_DECLARE_TR_FUNCTIONS(DrillReport)
};

/// The words between the first byte that is read back and the last proof.
bool isRecovery(const QString &word)
{
    static const QStringList Words{
        QStringLiteral("archive.extract"),  QStringLiteral("restore.check-staged"),
        QStringLiteral("postgres.restore"), QStringLiteral("postgres.create-database"),
        QStringLiteral("postgres.expect"),  QStringLiteral("drill.find")};
    return Words.contains(word);
}

QString stateText(const StepRecord &step)
{
    switch (step.state) {
    case StepState::Done:
        return QStringLiteral("done");
    case StepState::Failed:
    case StepState::Unknown:
        return QStringLiteral("failed");
    case StepState::PutBack:
        return step.error ? QStringLiteral("failed") : QStringLiteral("putBack");
    default:
        return {};
    }
}

void addMarker(DrillReport &report, const StepCall &call, const StepRecord &step)
{
    if (call.step == u"drill.open")
        report.lastBackupAt =
            QDateTime::fromString(call.arguments.value(QLatin1String("lastBackup")).toString(), Qt::ISODate);
    if (call.step == u"drill.mark" || call.step == u"drill.choose") {
        report.isMarkerWritten = call.step == u"drill.mark";
        report.marker = step.outputs.value(QLatin1String("marker")).toString();
        report.markedAt =
            QDateTime::fromString(step.outputs.value(QLatin1String("at")).toString(), Qt::ISODate);
    }
    if (call.step == u"drill.find") {
        const bool isFound = step.outputs.value(QLatin1String("found")).toInteger() > 0;
        report.isMarkerFound = report.isMarkerFound || isFound;
        report.assertions += step.outputs.value(QLatin1String("assertions")).toInt();
    }
    if (call.step == u"postgres.expect" && step.state == StepState::Done)
        report.assertions +=
            static_cast<int>(call.arguments.value(QLatin1String("assertions")).toArray().size());
}

void addScratch(DrillReport &report, const StepCall &call)
{
    if (call.step == u"postgres.create-database")
        report.databases << DrillReport::Database{call.arguments.value(QLatin1String("database")).toString(),
                                                  call.arguments.value(QLatin1String("name")).toString(),
                                                  {}};
    if (call.step == u"restore.check-staged")
        for (const QJsonValue &value : call.arguments.value(QLatin1String("databases")).toArray())
            report.databases << DrillReport::Database{
                value.toObject().value(QLatin1String("id")).toString(),
                value.toObject().value(QLatin1String("staged")).toString(),
                {}};
}

void addManifest(DrillReport &report, const Manifest &manifest)
{
    if (manifest.hasArchive())
        report.files << DrillReport::File{manifest.archive, manifest.archiveBytes,
                                          QString::fromLatin1(manifest.archiveSha256.toHex())};
    for (const ManifestMember &member : manifest.members)
        if (member.role != u"file")
            report.files << DrillReport::File{member.path, member.bytes,
                                              QString::fromLatin1(member.sha256.toHex())};
    for (DrillReport::Database &database : report.databases)
        if (const ManifestDatabase *found = manifest.database(database.id))
            database.rows = found->rows;
}

} // namespace

DrillReport drillReport(const OperationRecord &record, const std::optional<Manifest> &manifest,
                        const StepRegistry &steps)
{
    DrillReport report;
    report.operation = record.plan.operation.toString(QUuid::WithoutBraces);
    report.instance = record.plan.instance;
    report.startedAt = record.startedAt;
    report.endedAt = record.endedAt;
    report.actor = record.actor;
    report.version = QCoreApplication::applicationVersion();
    report.isPassed = record.outcome == Outcome::Done;
    if (record.error)
        report.problem = record.error->toText();
    else if (!report.isPassed)
        report.problem = DrillReportText::tr("It was cut off.");
    const QList<StepText> texts = describeSteps(record.plan, steps);
    QDateTime first;
    QDateTime last;
    for (qsizetype at = 0; at < record.plan.steps.size() && at < record.steps.size(); ++at) {
        const StepCall &call = record.plan.steps[at];
        const StepRecord &step = record.steps[at];
        const bool isTimed = step.startedAt.isValid() && step.endedAt.isValid();
        report.steps << DrillReport::Step{texts.value(at).title, stateText(step),
                                          isTimed ? step.startedAt.msecsTo(step.endedAt) : -1};
        if (call.id == record.failedStep)
            report.failedStep = texts.value(at).title;
        addMarker(report, call, step);
        addScratch(report, call);
        if (call.step == u"backup.publish" && step.state == StepState::Done) {
            report.backup = step.outputs.value(QLatin1String("folder")).toString().section(u'/', -1);
            report.manifestSha256 = step.outputs.value(QLatin1String("digest")).toString();
        }
        if (isRecovery(call.step) && isTimed) {
            first = first.isValid() ? first : step.startedAt;
            last = step.endedAt;
        }
    }
    if (report.isPassed && first.isValid())
        report.recoveryMilliseconds = first.msecsTo(last);
    const QDateTime lossTo = report.markedAt.isValid() ? report.markedAt : report.startedAt;
    if (report.lastBackupAt.isValid())
        report.lossSeconds = report.lastBackupAt.secsTo(lossTo);
    if (manifest) {
        report.profile = manifest->profile;
        addManifest(report, *manifest);
    }
    return report;
}

} // namespace pilothouse
