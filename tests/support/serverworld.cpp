// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/serverworld.h"

#include "core/actions/server/pointintime.h"
#include "core/backup/backupstore.h"
#include "core/steps/addbackupsteps.h"
#include "core/steps/clustersteps.h"
#include "core/steps/journalsteps.h"
#include "core/steps/postgrescopysteps.h"
#include "core/steps/serverlock.h"
#include "core/steps/servicesteps.h"
#include "tests/support/testsupport.h"

#include <QCryptographicHash>

namespace pilothouse {
namespace {

ServiceProfile serverShopProfile()
{
    ServiceProfile profile;
    profile.id = QStringLiteral("shop");
    profile.title = QStringLiteral("Shop");
    ProfileDatabase database;
    database.id = QStringLiteral("shop");
    database.engine = QStringLiteral("postgres");
    database.title = QStringLiteral("Orders");
    profile.databases = {database};
    profile.backup.databases = {database.id};
    return profile;
}

Instance shopInstance(const QString &folder, const DatabaseConnection &connection)
{
    Instance instance;
    instance.id = QUuid::createUuidV5(QUuid(), folder);
    instance.name = QStringLiteral("shop-1");
    instance.profile = QStringLiteral("shop");
    instance.dataDir = folder + QStringLiteral("/data");
    instance.connections.insert(QStringLiteral("shop"), connection);
    return instance;
}

} // namespace

Result<StopOutcome> SwitchRuntime::stop(std::chrono::milliseconds, const OperationContext &)
{
    const bool wasUp = isUp();
    writeAll(m_file, "down");
    return StopOutcome{wasUp, 0, false};
}

Result<> SwitchRuntime::start(const OperationContext &)
{
    QFile::remove(m_file);
    if (onStart)
        onStart();
    return {};
}

Result<> SwitchRuntime::fence(const OperationContext &)
{
    writeAll(m_file + QStringLiteral(".fenced"), "fenced");
    return {};
}

Result<bool> SwitchRuntime::isFenced(const OperationContext &)
{
    return QFile::exists(m_file + QStringLiteral(".fenced"));
}

Result<> SwitchRuntime::unfence(const QJsonObject &, const OperationContext &)
{
    QFile::remove(m_file + QStringLiteral(".fenced"));
    return {};
}

ServerWorld::ServerWorld(const QString &root, const DatabaseConnection &connection)
    : folder(root)
    , access(secrets)
    , journals(files, root + QStringLiteral("/state/journal"))
    , audit(files, root + QStringLiteral("/state/audit"), clock)
    , executor(steps, journals, audit, clock)
    , runtime(std::make_shared<SwitchRuntime>(root + QStringLiteral("/down")))
    , session(shopInstance(root, connection), serverShopProfile(), runtime, root + QStringLiteral("/state"))
    , tools{files, clock, journals, QStringLiteral("0.1.0"), &access}
{
    QDir().mkpath(root + QStringLiteral("/data"));
    addBackupSteps(steps, files, clock);
    addPostgresCopySteps(steps, files, clock, access);
    addServiceSteps(steps, http);
    addJournalSteps(steps, journals);
    addClusterSteps(steps, files, clock, access);
    addBackupActions(catalogue, tools);
    addPointInTime(catalogue, {files, clock, access});
    executor.setOperationLock([this](const Plan &plan, const InstanceSession &target) {
        return serverLockFor(plan, target, steps, access, clock.now());
    });
}

void ServerWorld::fill(const PostgresDatabase &database, int rows)
{
    database.run("CREATE TABLE public.customers(id serial PRIMARY KEY, name text NOT NULL)");
    database.run("CREATE TABLE public.orders(id bigserial PRIMARY KEY, customer int NOT NULL REFERENCES "
                 "public.customers(id), note jsonb, picture bytea)");
    database.run("CREATE TABLE public.\"odd \"\"name.\u00e9\"(a int)");
    database.run("CREATE VIEW public.big AS SELECT * FROM public.orders WHERE id > 10");
    database.run("INSERT INTO public.customers(name) SELECT 'customer ' || i FROM generate_series(1, 20) i");
    database.run(
        "INSERT INTO public.orders(customer, note, picture) SELECT 1 + i % 20, jsonb_build_object('n', i, "
        "'text', md5(i::text)), decode(repeat(md5(i::text), 8), 'hex') FROM generate_series(1, "
        + QByteArray::number(rows) + ") i");
    database.run("INSERT INTO public.\"odd \"\"name.\u00e9\" VALUES (1), (2)");
    database.run("CREATE INDEX orders_customer ON public.orders(customer)");
    database.run("ANALYZE");
}

QString ServerWorld::contents(const PostgresServer &server, const QString &database)
{
    const PostgresRows tables = server.run("SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c "
                                           "JOIN pg_namespace n ON n.oid = c.relnamespace "
                                           "WHERE c.relkind = 'r' AND n.nspname = 'public' ORDER BY 1",
                                           database);
    QString all;
    for (const QList<QVariant> &row : tables.rows) {
        const QByteArray table = row.first().toString().toUtf8();
        all += row.first().toString() + u'='
               + server
                     .value("SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, ',' ORDER BY "
                            "t::text)), '') "
                            "FROM "
                                + table + " t",
                            database)
                     .toString()
               + u'\n';
    }
    return all;
}

Result<Plan> ServerWorld::plan(const QString &action, const QJsonObject &arguments,
                               const OperationContext &context)
{
    return catalogue.plan(action, session, arguments, context);
}

Result<RunReport> ServerWorld::run(const QString &action, const QJsonObject &arguments,
                                   Executor::Listener listener, const OperationContext &context)
{
    const Result<Plan> made = plan(action, arguments, context);
    return made ? run(*made, std::move(listener), context) : tl::unexpected(made.error());
}

Result<RunReport> ServerWorld::run(const Plan &made, Executor::Listener listener,
                                   const OperationContext &context)
{
    return executor.run(made, {true, made.consentIds(), QStringLiteral("shop-1"), QStringLiteral("test"), {}},
                        {session, {}, context, std::move(listener)});
}

Result<RunReport> ServerWorld::undo(const QUuid &operation)
{
    const Result<OperationRecord> record = journals.read(operation);
    if (!record)
        return tl::unexpected(record.error());
    const Result<Plan> made = catalogue.undo(*record, session, {});
    return made ? run(*made) : tl::unexpected(made.error());
}

QList<BackupRecord> ServerWorld::backups()
{
    return BackupStore(files, clock).list(session.backupFolder());
}

BackupRecord ServerWorld::backup()
{
    const auto report = run(QStringLiteral("backup.create"));
    if (!report || report->outcome != Outcome::Done)
        qFatal("%s", qPrintable(report ? report->error->toText() : report.error().toText()));
    return backups().first();
}

} // namespace pilothouse
