// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/clustersettingsstep.h"

#include "core/postgres/postgresrow.h"
#include "core/process/commandline.h"

#include <QFileInfo>

namespace pilothouse {
namespace {

constexpr std::chrono::seconds SetTime{15};
constexpr qint64 LargestConfig = 1 << 20;

QJsonObject wantedClusterSettings(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("settings")).toObject();
}

QString statementText(const QString &name, const QJsonValue &value)
{
    if (value.isNull())
        return QStringLiteral("ALTER SYSTEM RESET %1;").arg(name);
    return QStringLiteral("ALTER SYSTEM SET %1 = '%2';")
        .arg(name, value.toString().replace(u'\'', QLatin1String("''")));
}

QString statementsText(const QJsonObject &settings)
{
    QStringList statements;
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it)
        statements << statementText(it.key(), it.value());
    statements << QStringLiteral("SELECT pg_reload_conf();");
    return QStringLiteral("psql -c ")
           + shellQuoted(statements.join(u' ')).replace(QLatin1String("; "), QLatin1String(";' -c '"));
}

} // namespace

StepText ClusterSettingsStep::describe(const QJsonObject &arguments) const
{
    const QJsonObject settings = wantedClusterSettings(arguments);
    return {tr("Set %1 of the server").arg(settings.keys().join(QStringLiteral(", "))),
            statementsText(settings)};
}

/// Of a server that is stopped, out of its file.
Result<QJsonObject> ClusterSettingsStep::currentOfStopped(const StepScope &scope) const
{
    const auto content = files().read(
        clusterOf(scope.arguments).dataFolder + QStringLiteral("/postgresql.auto.conf"), LargestConfig);
    if (!content)
        return tl::unexpected(content.error());
    QJsonObject values;
    for (const QString &name : wantedClusterSettings(scope.arguments).keys())
        values.insert(name, QJsonValue::Null);
    for (const QString &line : QString::fromUtf8(*content).split(u'\n')) {
        const QString name = line.section(QLatin1String(" = "), 0, 0);
        const QString value = line.section(QLatin1String(" = "), 1).trimmed();
        if (values.contains(name) && value.size() >= 2)
            values.insert(name,
                          value.mid(1, value.size() - 2).replace(QLatin1String("''"), QLatin1String("'")));
    }
    return values;
}

Result<QJsonObject> ClusterSettingsStep::current(const StepScope &scope) const
{
    if (!serverProcess(clusterOf(scope.arguments).dataFolder))
        return currentOfStopped(scope);
    auto server = openLive(scope, true);
    if (!server)
        return tl::unexpected(server.error());
    const auto read = server->run(queryOf("SELECT name, setting FROM pg_file_settings WHERE sourcefile = "
                                          "current_setting('data_directory') || '/postgresql.auto.conf'"),
                                  scope.context);
    if (!read)
        return tl::unexpected(read.error());
    QJsonObject values;
    for (const QString &name : wantedClusterSettings(scope.arguments).keys())
        values.insert(name, QJsonValue::Null);
    for (const QList<QVariant> &columns : read->rows) {
        PostgresRow row(columns);
        const QString name = row.text();
        if (values.contains(name))
            values.insert(name, row.text());
    }
    return values;
}

Result<> ClusterSettingsStep::apply(const StepScope &scope, const QJsonObject &settings) const
{
    auto server = openLive(scope, false);
    if (!server)
        return tl::unexpected(server.error());
    for (auto it = settings.constBegin(); it != settings.constEnd(); ++it) {
        const auto name = server->identifier(it.key());
        const auto value = server->literal(it.value().toString());
        if (!name || !value)
            return tl::unexpected(name ? value.error() : name.error());
        const QByteArray set = " SET " + *name + " = " + *value;
        const QByteArray reset = " RESET " + *name;
        const QByteArray statement = "ALTER SYSTEM" + (it.value().isNull() ? reset : set);
        if (auto done = server->execute(statement, SetTime, scope.context); !done)
            return tl::unexpected(withSubject(done.error(), it.key()));
    }
    return server->value({"SELECT pg_reload_conf()", {}}, scope.context).map([](const QVariant &) {});
}

Result<QJsonObject> ClusterSettingsStep::prepare(const StepScope &scope) const
{
    return current(scope);
}

Result<QJsonObject> ClusterSettingsStep::effect(const StepScope &scope, const QJsonObject &) const
{
    return apply(scope, wantedClusterSettings(scope.arguments)).map([] { return QJsonObject(); });
}

Result<Observed> ClusterSettingsStep::observe(const StepScope &scope, const QJsonObject &before) const
{
    const auto now = current(scope);
    if (!now)
        return tl::unexpected(now.error());
    if (*now == wantedClusterSettings(scope.arguments))
        return Observed::Done;
    return *now == before ? Observed::NotDone : Observed::Partly;
}

Result<> ClusterSettingsStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    return apply(scope, before);
}

QString ClusterSettingsStep::putBackShell(const QJsonObject &, const QJsonObject &before) const
{
    return statementsText(before);
}

StepText BackrestConfigureStep::describe(const QJsonObject &arguments) const
{
    return {tr("Write %1, and make the stanza %2 in %3")
                .arg(text(arguments, "config"),
                     stanzaFromJson(arguments.value(QLatin1String("stanza")).toObject()).name,
                     text(arguments, "repository")),
            backrestOf(arguments).command(QStringLiteral("stanza-create")).toDisplayString()};
}

Result<QJsonObject> BackrestConfigureStep::prepare(const StepScope &scope) const
{
    const QString config = text(scope.arguments, "config");
    QJsonObject before{{QStringLiteral("hadRepository"), files().exists(text(scope.arguments, "repository"))},
                       {QStringLiteral("hadConfig"), files().exists(config)}};
    if (!files().exists(config))
        return before;
    return files().read(config, LargestConfig).map([&before](const QByteArray &content) {
        before.insert(QStringLiteral("content"), QString::fromUtf8(content));
        return before;
    });
}

Result<QJsonObject> BackrestConfigureStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const ServerCluster cluster = clusterOf(scope.arguments);
    const QString config = text(scope.arguments, "config");
    const QString repository = text(scope.arguments, "repository");
    const FileAccess folderAccess{0750, cluster.ownerId, cluster.groupId};
    const FileAccess fileAccess =
        files().exists(config) ? FileAccess() : FileAccess{0640, cluster.ownerId, cluster.groupId};
    auto made = files().exists(repository) ? Result<>() : files().makeFolder(repository, folderAccess);
    const QString folder = QFileInfo(config).path();
    if (made && !files().exists(folder))
        made = files().makeFolder(folder, {0755, std::nullopt, std::nullopt});
    if (made)
        made = files().write(config, text(scope.arguments, "content").toUtf8(), fileAccess);
    if (!made)
        return tl::unexpected(made.error());
    return backrestOf(scope.arguments)
        .run(QStringLiteral("stanza-create"), {}, scope.context)
        .map([](const QByteArray &) { return QJsonObject(); });
}

Result<Observed> BackrestConfigureStep::observe(const StepScope &scope, const QJsonObject &) const
{
    const auto content = files().read(text(scope.arguments, "config"), LargestConfig);
    if (!content || *content != text(scope.arguments, "content").toUtf8())
        return Observed::NotDone;
    const auto state = backrestOf(scope.arguments).state(scope.context);
    return state && state->isSound ? Observed::Done : Observed::Partly;
}

/// A repository that was there before keeps the empty stanza: pgBackRest alone may take one away.
Result<> BackrestConfigureStep::compensate(const StepScope &scope, const QJsonObject &before) const
{
    const QString config = text(scope.arguments, "config");
    if (!before.value(QLatin1String("hadRepository")).toBool()) {
        if (auto removed = removeTreeIfThere(text(scope.arguments, "repository")); !removed)
            return removed;
    }
    return before.value(QLatin1String("hadConfig")).toBool()
               ? files().write(config, text(before, "content").toUtf8())
               : removeFileIfThere(config);
}

} // namespace pilothouse
