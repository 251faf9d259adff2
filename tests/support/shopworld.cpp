// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/shopworld.h"

#include "core/steps/addbackupsteps.h"
#include "core/steps/journalsteps.h"
#include "core/steps/servicesteps.h"
#include "core/steps/sqlitesteps.h"
#include "tests/support/testdatabase.h"
#include "tests/support/testsupport.h"

#include <QDirIterator>

namespace pilothouse {

ServiceProfile shopProfile()
{
    ServiceProfile profile;
    profile.id = QStringLiteral("shop");
    profile.title = QStringLiteral("Shop");
    ProfileDatabase orders;
    orders.id = QStringLiteral("orders");
    orders.path = QStringLiteral("data/orders.db");
    orders.layouts = {
        {QStringLiteral("v1"), {}, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'orders'"), {}}};
    ProfileDatabase people = orders;
    people.id = QStringLiteral("people");
    people.path = QStringLiteral("data/people.db");
    people.layouts = {
        {QStringLiteral("v1"), {}, QStringLiteral("SELECT 1 FROM sqlite_schema WHERE name = 'people'"), {}}};
    profile.databases = {orders, people};
    profile.files = {
        {QStringLiteral("uploads"), QStringLiteral("uploads/"), QStringLiteral("Uploads"), true}};
    profile.backup.databases = {orders.id, people.id};
    profile.backup.files = {QStringLiteral("uploads")};
    profile.backup.foreignMembers = {QStringLiteral("orders-.*\\.db"), QStringLiteral("people-.*\\.db")};
    return profile;
}

Instance shopInstance(const QString &folder)
{
    Instance instance;
    instance.id = QUuid::createUuid();
    instance.name = QStringLiteral("shop-1");
    instance.profile = QStringLiteral("shop");
    instance.dataDir = folder + QStringLiteral("/data-dir");
    return instance;
}

ShopWorld::ShopWorld(const QString &root, const CheckStore *checks)
    : folder(root)
    , journals(files, root + QStringLiteral("/state/journal"))
    , audit(files, root + QStringLiteral("/state/audit"), clock)
    , executor(steps, journals, audit, clock)
    , runtime(std::make_shared<ScriptedRuntime>())
    , session(shopInstance(root), shopProfile(), runtime, root + QStringLiteral("/state"))
    , tools{files, clock, journals, QStringLiteral("0.1.0")}
{
    runtime->runtimeKind = QStringLiteral("files");
    addBackupSteps(steps, files, clock, checks);
    addSqliteSteps(steps, files, engine, checks);
    addServiceSteps(steps, http);
    addJournalSteps(steps, journals);
    addBackupActions(catalogue, tools);
}

void ShopWorld::fill(int rows) const
{
    QDir().mkpath(folder + QStringLiteral("/data-dir/data"));
    TestDatabase orders(path(QStringLiteral("orders")));
    orders.run(QStringLiteral("PRAGMA journal_mode=WAL"));
    orders.run(QStringLiteral("CREATE TABLE orders(id INTEGER PRIMARY KEY, text TEXT)"));
    orders.run(QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < "
                              "%1) INSERT INTO orders SELECT i, hex(randomblob(40)) FROM n")
                   .arg(rows));
    TestDatabase people(path(QStringLiteral("people")));
    people.run(QStringLiteral("CREATE TABLE people(id TEXT PRIMARY KEY, name TEXT) WITHOUT ROWID"));
    people.run(QStringLiteral("INSERT INTO people VALUES('a', 'Ada'), ('b', 'Bob')"));
    writeAll(folder + QStringLiteral("/data-dir/uploads/a/one.txt"), "one");
    writeAll(folder + QStringLiteral("/data-dir/uploads/two.txt"), "two");
}

QString ShopWorld::path(const QString &id) const
{
    return folder + QStringLiteral("/data-dir/data/") + id + QStringLiteral(".db");
}

Result<RunReport> ShopWorld::run(const QString &action, const QJsonObject &arguments,
                                 Executor::Listener listener)
{
    const Result<Plan> plan = catalogue.plan(action, session, arguments, {});
    return plan ? run(*plan, std::move(listener)) : tl::unexpected(plan.error());
}

Result<RunReport> ShopWorld::run(const Plan &plan, Executor::Listener listener)
{
    return executor.run(plan, {true, plan.consentIds(), QStringLiteral("shop-1"), QStringLiteral("test"), {}},
                        {session, {}, {}, std::move(listener)});
}

Result<RunReport> ShopWorld::undo(const QUuid &operation)
{
    const Result<OperationRecord> record = journals.read(operation);
    if (!record)
        return tl::unexpected(record.error());
    const Result<Plan> plan = catalogue.undo(*record, session, {});
    return plan ? run(*plan) : tl::unexpected(plan.error());
}

QString ShopWorld::contents() const
{
    QString all;
    for (const QString &id : {QStringLiteral("orders"), QStringLiteral("people")}) {
        const Result<CopyFacts> facts = engine.facts(path(id), {});
        if (facts)
            all += facts->tableSha256.values().join(u',') + facts->journalMode + u'\n';
        else
            all += facts.error().kind == ErrorKind::NotFound
                       ? QStringLiteral("none\n")
                       : QString::fromLatin1(readAll(path(id)).toHex()) + u'\n';
    }
    for (const QString &file : {QStringLiteral("uploads/a/one.txt"), QStringLiteral("uploads/two.txt"),
                                QStringLiteral("uploads/new.txt")}) {
        QFile entry(folder + QStringLiteral("/data-dir/") + file);
        all += entry.open(QIODevice::ReadOnly) ? QString::fromUtf8(entry.readAll()) + u'\n'
                                               : QStringLiteral("none\n");
    }
    return all;
}

void ShopWorld::change() const
{
    TestDatabase(path(QStringLiteral("orders")))
        .run(QStringLiteral("DELETE FROM orders WHERE id % 3 = 0; INSERT OR IGNORE INTO orders SELECT "
                            "100000 + id, 'new' FROM orders LIMIT 14"));
    TestDatabase(path(QStringLiteral("people"))).run(QStringLiteral("UPDATE people SET name = 'Eve'"));
    writeAll(folder + QStringLiteral("/data-dir/uploads/new.txt"), "new");
    QFile::remove(folder + QStringLiteral("/data-dir/uploads/two.txt"));
}

QStringList ShopWorld::leftovers() const
{
    QStringList found;
    QDirIterator it(folder, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        const QString file = it.next();
        if (file.contains(QStringLiteral("-stage")) || file.endsWith(u".partial"))
            found << file;
    }
    return found;
}

} // namespace pilothouse
