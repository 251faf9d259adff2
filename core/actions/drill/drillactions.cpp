// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/drill/drillactions.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {
namespace {

struct DrillActionsText
{
    Q_DECLARE_TR_FUNCTIONS(DrillActions)
};

QJsonValue drillMoment(const QDateTime &moment)
{
    return moment.isValid() ? QJsonValue(moment.toUTC().toString(Qt::ISODate)) : QJsonValue();
}

QJsonObject entryJson(const DrillEntry &entry)
{
    const DrillReport &report = entry.report;
    QJsonObject object = toJson(report);
    object.insert(QStringLiteral("result"),
                  report.isPassed ? QStringLiteral("passed") : QStringLiteral("failed"));
    object.insert(QStringLiteral("report"), QString(entry.file + QStringLiteral(".md")));
    object.insert(QStringLiteral("pdf"), QString(entry.file + QStringLiteral(".pdf")));
    object.insert(QStringLiteral("signed"), entry.isSigned);
    return object;
}

QueryEntry listDrills(const FileOps &files)
{
    QueryEntry query;
    query.id = QStringLiteral("drill.list");
    query.title = DrillActionsText::tr("Drills");
    query.run = [&files](const InstanceSession &session, const QJsonObject &,
                         const OperationContext &) -> Result<QJsonValue> {
        QJsonArray list;
        for (const DrillEntry &entry : drillHistory(files, session.stateFolder(), session.instance().id))
            list << entryJson(entry);
        return QJsonValue(list);
    };
    return query;
}

QueryEntry drillStateQuery(const BackupTools &tools)
{
    QueryEntry query;
    query.id = QStringLiteral("drill.state");
    query.title = DrillActionsText::tr("State of drills");
    query.run = [tools](const InstanceSession &session, const QJsonObject &,
                        const OperationContext &) -> Result<QJsonValue> {
        const int days = drillDays(session);
        const DrillState state = drillState(tools.files, session, tools.clock.now());
        return QJsonValue(QJsonObject{{QStringLiteral("lastAt"), drillMoment(state.lastAt)},
                                      {QStringLiteral("dueAt"), drillMoment(state.dueAt)},
                                      {QStringLiteral("everyDays"), days},
                                      {QStringLiteral("isStale"), state.isStale},
                                      {QStringLiteral("hasFailedSince"), state.hasFailedSince}});
    };
    return query;
}

} // namespace

void addDrillActions(Catalogue &catalogue, const DrillTools &tools)
{
    Action action;
    action.id = QStringLiteral("drill.run");
    action.title = DrillActionsText::tr("Run a recovery drill");
    action.icon = QStringLiteral("drill");
    action.severity = Severity::Disruptive;
    action.runbookItems = {QStringLiteral("F13"), QStringLiteral("F19")};
    action.plan = [tools](const InstanceSession &session, const QJsonObject &arguments,
                          const OperationContext &context) {
        return planDrill(tools, session, arguments, context);
    };
    catalogue.add(std::move(action));
    catalogue.add(listDrills(tools.backup.files));
    catalogue.add(drillStateQuery(tools.backup));
}

} // namespace pilothouse
