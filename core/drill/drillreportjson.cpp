// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A report as JSON: what the history is read from.

#include "core/base/units.h"
#include "core/drill/drillreport.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {
namespace {

constexpr char DrillFormat[] = "pilothouse-drill/1";

QJsonValue momentOf(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODateWithMs)) : QJsonValue();
}

QDateTime momentAt(const QJsonObject &object, const char *key)
{
    return QDateTime::fromString(object.value(QLatin1String(key)).toString(), Qt::ISODateWithMs);
}

QString textAt(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QJsonArray databasesJson(const DrillReport &report)
{
    QJsonArray array;
    for (const DrillReport::Database &database : report.databases) {
        QJsonObject rows;
        for (auto table = database.rows.begin(); table != database.rows.end(); ++table)
            rows.insert(table.key(), table.value());
        array << QJsonObject{{QStringLiteral("id"), database.id},
                             {QStringLiteral("scratch"), database.scratch},
                             {QStringLiteral("rows"), rows}};
    }
    return array;
}

void readLists(DrillReport &report, const QJsonObject &object)
{
    for (const QJsonValue &value : object.value(QLatin1String("files")).toArray())
        report.files << DrillReport::File{textAt(value.toObject(), "name"),
                                          value.toObject().value(QLatin1String("bytes")).toInteger(),
                                          textAt(value.toObject(), "sha256")};
    for (const QJsonValue &value : object.value(QLatin1String("databases")).toArray()) {
        DrillReport::Database database{
            textAt(value.toObject(), "id"), textAt(value.toObject(), "scratch"), {}};
        const QJsonObject rows = value.toObject().value(QLatin1String("rows")).toObject();
        for (auto table = rows.begin(); table != rows.end(); ++table)
            database.rows.insert(table.key(), table.value().toInteger());
        report.databases << database;
    }
    for (const QJsonValue &value : object.value(QLatin1String("steps")).toArray())
        report.steps << DrillReport::Step{
            textAt(value.toObject(), "title"), textAt(value.toObject(), "state"),
            value.toObject().value(QLatin1String("milliseconds")).toInteger(-1)};
}

} // namespace

QJsonObject toJson(const DrillReport &report)
{
    QJsonArray files;
    for (const DrillReport::File &file : report.files)
        files << QJsonObject{{QStringLiteral("name"), file.name},
                             {QStringLiteral("bytes"), file.bytes},
                             {QStringLiteral("sha256"), file.sha256}};
    QJsonArray steps;
    for (const DrillReport::Step &step : report.steps)
        steps << QJsonObject{{QStringLiteral("title"), step.title},
                             {QStringLiteral("state"), step.state},
                             {QStringLiteral("milliseconds"), step.milliseconds}};
    return {{QStringLiteral("format"), QLatin1String(DrillFormat)},
            {QStringLiteral("operation"), report.operation},
            {QStringLiteral("instance"), report.instance},
            {QStringLiteral("profile"), report.profile},
            {QStringLiteral("startedAt"), momentOf(report.startedAt)},
            {QStringLiteral("endedAt"), momentOf(report.endedAt)},
            {QStringLiteral("actor"), report.actor},
            {QStringLiteral("version"), report.version},
            {QStringLiteral("passed"), report.isPassed},
            {QStringLiteral("failedStep"), report.failedStep},
            {QStringLiteral("problem"), report.problem},
            {QStringLiteral("backup"), report.backup},
            {QStringLiteral("manifestSha256"), report.manifestSha256},
            {QStringLiteral("files"), files},
            {QStringLiteral("databases"), databasesJson(report)},
            {QStringLiteral("assertions"), report.assertions},
            {QStringLiteral("marker"), report.marker},
            {QStringLiteral("markerWritten"), report.isMarkerWritten},
            {QStringLiteral("markerFound"), report.isMarkerFound},
            {QStringLiteral("markedAt"), momentOf(report.markedAt)},
            {QStringLiteral("recoveryMilliseconds"), report.recoveryMilliseconds},
            {QStringLiteral("lastBackupAt"), momentOf(report.lastBackupAt)},
            {QStringLiteral("lossSeconds"), report.lossSeconds},
            {QStringLiteral("steps"), steps}};
}

Result<DrillReport> drillReportFromJson(const QJsonObject &object)
{
    if (textAt(object, "format") != QLatin1String(DrillFormat))
        return failure(ErrorKind::BadData,
                       QCoreApplication::translate("DrillReport", "This is no report of a drill."));
    DrillReport report;
    report.operation = textAt(object, "operation");
    report.instance = textAt(object, "instance");
    report.profile = textAt(object, "profile");
    report.startedAt = momentAt(object, "startedAt");
    report.endedAt = momentAt(object, "endedAt");
    report.actor = textAt(object, "actor");
    report.version = textAt(object, "version");
    report.isPassed = object.value(QLatin1String("passed")).toBool();
    report.failedStep = textAt(object, "failedStep");
    report.problem = textAt(object, "problem");
    report.backup = textAt(object, "backup");
    report.manifestSha256 = textAt(object, "manifestSha256");
    report.assertions = object.value(QLatin1String("assertions")).toInt();
    report.marker = textAt(object, "marker");
    report.isMarkerWritten = object.value(QLatin1String("markerWritten")).toBool();
    report.isMarkerFound = object.value(QLatin1String("markerFound")).toBool();
    report.markedAt = momentAt(object, "markedAt");
    report.recoveryMilliseconds = object.value(QLatin1String("recoveryMilliseconds")).toInteger(-1);
    report.lastBackupAt = momentAt(object, "lastBackupAt");
    report.lossSeconds = object.value(QLatin1String("lossSeconds")).toInteger(-1);
    readLists(report, object);
    return report;
}

} // namespace pilothouse
