// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/sqlitesalvagestep.h"

#include "core/base/units.h"
#include "core/database/sqlitesalvage.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "core/steps/sqlitestepsupport.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

QString salvageTextOf(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

QString salvagedPath(const QJsonObject &arguments)
{
    return salvageTextOf(arguments, "folder") + u'/' + salvageTextOf(arguments, "name");
}

QString scratchPath(const QJsonObject &arguments)
{
    return salvageTextOf(arguments, "folder") + QStringLiteral("/work");
}

QString reportPath(const QJsonObject &arguments)
{
    return salvageTextOf(arguments, "folder") + QStringLiteral("/report.json");
}

/// Beside each table, how many rows the newest verified backup has of it.
QJsonObject withBackup(QJsonObject report, const QJsonObject &rows)
{
    QJsonArray tables = report.value(QStringLiteral("tables")).toArray();
    for (QJsonValueRef described : tables) {
        QJsonObject table = described.toObject();
        const QJsonValue inBackup = rows.value(table.value(QStringLiteral("name")).toString());
        if (!inBackup.isUndefined())
            table.insert(QStringLiteral("inBackup"), inBackup);
        described = table;
    }
    report.insert(QStringLiteral("tables"), tables);
    return report;
}

} // namespace

StepText SqliteSalvageStep::describe(const QJsonObject &arguments) const
{
    return {tr("Read what can be read of %1 into a new file").arg(salvageTextOf(arguments, "name")), {}};
}

Result<QJsonObject> SqliteSalvageStep::prepare(const StepScope &scope) const
{
    const auto damaged = pathArgument(scope.arguments, "damaged");
    const auto folder = pathArgument(scope.arguments, "folder");
    const auto name = textArgument(scope.arguments, "name");
    for (const auto &argument : {damaged, folder, name}) {
        if (!argument)
            return failure(argument.error());
    }
    if (m_files.exists(salvagedPath(scope.arguments)))
        return failure(ErrorKind::Refused, tr("There is something in the place of the new file already."),
                       salvagedPath(scope.arguments));
    return QJsonObject{};
}

Result<> SqliteSalvageStep::removeOurs(const QJsonObject &arguments) const
{
    const QString scratch = scratchPath(arguments);
    auto removed = m_files.exists(scratch) ? m_files.removeTree(scratch) : Result<>();
    for (const QString &file : {salvagedPath(arguments), reportPath(arguments)}) {
        if (removed && m_files.exists(file))
            removed = m_files.removeFile(file);
    }
    return removed;
}

Result<QJsonObject> SqliteSalvageStep::effect(const StepScope &scope, const QJsonObject &) const
{
    if (!m_files.exists(reportPath(scope.arguments))) {
        const QString scratch = scratchPath(scope.arguments);
        const QString made = scratch + u'/' + salvageTextOf(scope.arguments, "name");
        const QString damaged = scratch + QStringLiteral("/damaged");
        const QString saved = salvageTextOf(scope.arguments, "damaged");
        auto ready = removeOurs(scope.arguments).and_then([&] { return m_files.makeFolder(scratch); });
        // SQLite leaves files beside what it opens, so it gets a copy of the copy.
        for (const char *suffix : {"", "-wal"}) {
            const QString file = saved + QLatin1String(suffix);
            if (ready && m_files.exists(file))
                ready = m_files.copy(file, damaged + QLatin1String(suffix), {}, scope.context)
                            .map([](const QByteArray &) {});
        }
        if (!ready)
            return failure(ready.error());
        const auto report = salvageDatabase(damaged, made, scope.context);
        if (!report)
            return failure(withSubject(report.error(), salvageTextOf(scope.arguments, "name")));
        const QJsonObject told =
            withBackup(toJson(*report), scope.arguments.value(QStringLiteral("backupRows")).toObject());
        const auto kept =
            m_files.rename(made, salvagedPath(scope.arguments))
                .and_then([&] { return m_files.removeTree(scratch); })
                .and_then(
                    [&] { return m_files.write(reportPath(scope.arguments), QJsonDocument(told).toJson()); });
        if (!kept)
            return failure(kept.error());
    }
    const auto json = m_files.read(reportPath(scope.arguments));
    if (!json)
        return failure(json.error());
    QJsonObject outputs = QJsonDocument::fromJson(*json).object();
    outputs.insert(QStringLiteral("told"), told(scope, outputs));
    outputs.insert(QStringLiteral("file"), salvagedPath(scope.arguments));
    return outputs;
}

QJsonArray SqliteSalvageStep::told(const StepScope &scope, const QJsonObject &report) const
{
    const auto sum = [&report](const char *key) {
        qint64 rows = 0;
        for (const QJsonValue &table : report.value(QLatin1String("tables")).toArray())
            rows += table.toObject().value(QLatin1String(key)).toInteger();
        return rows;
    };
    const QString file = salvagedPath(scope.arguments);
    QJsonArray lines{
        tr("Rows kept: %1, recovered: %2, lost (an estimate): %3.")
            .arg(formatCount(sum("kept")), formatCount(sum("recovered")), formatCount(sum("lost")))};
    if (const qint64 refused = sum("refused"); refused > 0)
        lines << tr("Rows that a rule of their table refused: %1.").arg(formatCount(refused));
    if (const qint64 unplaced = report.value(QLatin1String("unplacedRows")).toInteger(); unplaced > 0)
        lines << tr("Rows that fit no table, in lost_and_found: %1.").arg(formatCount(unplaced));
    lines << tr("The salvaged file: %1").arg(file) << tr("The report: %1").arg(reportPath(scope.arguments))
          << tr("To use it: %1")
                 .arg(QStringLiteral("pilothouse-cli restore %1 %2")
                          .arg(shellQuoted(scope.session.instance().name), shellQuoted(file)));
    return lines;
}

Result<Observed> SqliteSalvageStep::observe(const StepScope &scope, const QJsonObject &) const
{
    if (m_files.exists(reportPath(scope.arguments)))
        return Observed::Done;
    const bool hasBegun =
        m_files.exists(scratchPath(scope.arguments)) || m_files.exists(salvagedPath(scope.arguments));
    return hasBegun ? Observed::Partly : Observed::NotDone;
}

Result<> SqliteSalvageStep::compensate(const StepScope &scope, const QJsonObject &) const
{
    return removeOurs(scope.arguments);
}

} // namespace pilothouse
