// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/databasescontroller.h"

#include "core/actions/database/databases.h"
#include "core/database/sqliteengine.h"
#include "core/instances/instancesession.h"
#include "core/instances/postgresaccess.h"
#include "core/monitoring/metricstore.h"
#include "core/postgres/postgresengine.h"
#include "ui/controllers/rowscontroller.h"

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds CountDeadline{1000};
constexpr int GrowthDays = 30;
constexpr qsizetype CoursePoints = 40;
constexpr int MostKinds = 30;

QString quoted(QString name)
{
    return QLatin1Char('"') + name.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
}

/// A table of keys and values whose keys say their kind before a colon.
bool isKeyValue(const TableInfo &table)
{
    return table.keyColumns == QStringList{QStringLiteral("key")}
           && table.columns.contains(QStringLiteral("value"));
}

/// Reads all that the page shows of the databases; lives for one read.
class StateReader
{
public:
    StateReader(const InstanceSession &session, const DatabasesServices &services,
                const OperationContext &context)
        : m_session(session)
        , m_services(services)
        , m_context(context)
    {
    }

    Result<QList<DatabaseState>> read()
    {
        const auto infos = listDatabases(m_session, m_services.engine, m_context);
        if (!infos)
            return failure(infos.error());
        const auto checks = m_services.checks.latest(m_session.instance().id);
        if (!checks)
            return failure(checks.error());
        QList<DatabaseState> states;
        for (const DatabaseInfo &info : *infos) {
            states << stateOf(info, static_cast<int>(states.size()));
            for (const DatabaseCheck &check : *checks) {
                if (check.database == info.id)
                    states.last().checks << check;
            }
            if (m_context.isCancelled())
                return failure(ErrorKind::Cancelled, DatabasesController::tr("Stopped."));
        }
        for (const ServerDatabase &database : m_session.serverDatabases()) {
            states << serverState(database, static_cast<int>(states.size()));
            if (m_context.isCancelled())
                return failure(ErrorKind::Cancelled, DatabasesController::tr("Stopped."));
        }
        return states;
    }

private:
    DatabaseState stateOf(const DatabaseInfo &info, int place) const
    {
        DatabaseState state;
        state.info = info;
        state.place = place;
        const auto reference = m_session.database(info.id);
        state.fileName = reference ? reference->fileName : info.id;
        state.layoutTitle = layoutTitle(info);
        readGrowth(state);
        if (!info.exists)
            return state;
        const SqliteEngine::Holders holders = SqliteEngine::holders(info.path);
        state.holders = holders.list;
        state.areHoldersComplete = holders.isComplete;
        auto tables = m_services.engine.tables(info.path, CountDeadline, m_context);
        if (tables)
            state.tables = std::move(*tables);
        else
            state.tablesError = tables.error();
        for (const TableInfo &table : std::as_const(state.tables)) {
            if (isKeyValue(table))
                state.kinds << kindsOf(info.path, table);
        }
        return state;
    }

    /// One that is not reached is in the list with why.
    DatabaseState serverState(const ServerDatabase &database, int place) const
    {
        DatabaseState state;
        state.isOnServer = true;
        state.place = place;
        state.info.id = database.id;
        state.info.path = RowsController::serverPath(database.id);
        state.fileName = database.title.isEmpty() ? database.id : database.title;
        state.address = connectionText(database.connection);
        readGrowth(state);
        if (const auto read = readServer(database.id, state); !read)
            state.info.error = read.error();
        return state;
    }

    Result<> readServer(const QString &id, DatabaseState &state) const
    {
        if (!m_services.postgres)
            return {};
        const auto target = m_services.postgres->resolve(m_session, id, m_context);
        if (!target)
            return failure(target.error());
        state.address = connectionText(target->connection);
        auto server = m_services.postgres->open(m_session, id, {}, m_context);
        if (!server)
            return failure(server.error());
        const auto facts = readServerFacts(*server, m_context);
        if (!facts)
            return failure(facts.error());
        state.info.exists = true;
        state.info.bytes = facts->bytes;
        state.info.encoding = facts->encoding;
        state.serverVersion = facts->version;
        state.fileName = facts->database;
        auto tables = readTables(*server, m_context);
        if (tables)
            state.tables = std::move(*tables);
        else
            state.tablesError = tables.error();
        return {};
    }

    QString layoutTitle(const DatabaseInfo &info) const
    {
        const ProfileDatabase *described = m_session.profile().database(info.id);
        for (const ProfileLayout &layout : described ? described->layouts : QList<ProfileLayout>()) {
            if (layout.id == info.layout)
                return layout.title;
        }
        return {};
    }

    void readGrowth(DatabaseState &state) const
    {
        const QDateTime now = m_services.clock.now();
        const auto points = m_services.metrics.series(m_session.instance().id,
                                                      QStringLiteral("database.%1.bytes").arg(state.info.id),
                                                      now.addDays(-GrowthDays), now.addSecs(1));
        if (!points)
            return;
        state.growthPerDay = growthPerDay(*points);
        const qsizetype step = std::max<qsizetype>(1, points->size() / CoursePoints);
        for (qsizetype at = 0; at < points->size(); at += step)
            state.course << points->at(at).value;
    }

    /// Nothing where there are too many kinds to be kinds, or the count takes too long.
    QList<KeyKind> kindsOf(const QString &path, const TableInfo &table) const
    {
        const QString sql = QStringLiteral("SELECT substr(key, 1, instr(key, ':')), count(*) FROM %1"
                                           " GROUP BY 1 ORDER BY min(key)")
                                .arg(quoted(table.name));
        const auto rows =
            m_services.engine.select(path, SqlQuery{sql, {}, MostKinds, CountDeadline}, m_context);
        QList<KeyKind> kinds;
        if (!rows || rows->isCut)
            return kinds;
        for (const QList<QVariant> &row : rows->rows) {
            if (!row.value(0).toString().isEmpty())
                kinds << KeyKind{table.name, row.value(0).toString(), row.value(1).toLongLong()};
        }
        return kinds;
    }

    const InstanceSession &m_session;
    const DatabasesServices &m_services;
    const OperationContext &m_context;
};

/// Both checks of one file, kept as soon as they are known.
Result<QList<DatabaseCheck>> checkFile(const InstanceSession &session, const DatabasesServices &services,
                                       const DatabaseReference &reference, bool isFull,
                                       const OperationContext &context)
{
    const OperationContext silent = context.withSink([](const Progress &) {});
    const SqliteEngine &engine = services.engine;
    QList<DatabaseCheck> checks;
    for (const auto &result :
         {isFull ? engine.integrityCheck(reference.path, silent) : engine.quickCheck(reference.path, silent),
          engine.foreignKeyCheck(reference.path, silent)}) {
        if (!result)
            return failure(result.error());
        checks << *result;
        checks.last().database = reference.id;
        if (const auto kept = services.checks.add(session.instance().id, checks.last()); !kept)
            return failure(kept.error());
    }
    return checks;
}

} // namespace

DatabasesController::DatabasesController(const DatabasesServices &services, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_listRead(services.runner, this)
{
}

void DatabasesController::setSession(const SessionPointer &session)
{
    m_listRead.cancel();
    stopCheck();
    m_check.clear();
    m_checkedFile.clear();
    m_session = session;
    m_databases = {};
    emit checkChanged();
    emit changed();
}

const DatabaseState *DatabasesController::database(const QString &id) const
{
    for (const DatabaseState &state : m_databases.value) {
        if (state.info.id == id)
            return &state;
    }
    return nullptr;
}

void DatabasesController::refresh()
{
    if (!m_session)
        return;
    m_databases.isReading = true;
    m_databases.startedAt = m_services.clock.now();
    m_listRead.start(
        tr("Reading the databases"),
        [session = m_session, services = m_services](const OperationContext &context) {
            return StateReader(*session, services, context).read();
        },
        [this](Result<QList<DatabaseState>> read) {
            m_databases.isReading = false;
            m_databases.error = read ? std::nullopt : std::optional(read.error());
            if (read) {
                m_databases.value = std::move(*read);
                m_databases.hasValue = true;
                m_databases.readAt = m_services.clock.now();
            }
            emit changed();
        });
    emit changed();
}

void DatabasesController::stop()
{
    m_listRead.cancel();
    m_databases.isReading = false;
    emit changed();
}

void DatabasesController::check(const QStringList &ids, bool isFull)
{
    if (!m_session || isChecking())
        return;
    QList<DatabaseReference> files;
    for (const QString &id : ids) {
        const DatabaseState *state = database(id);
        if (state && state->info.exists && !state->isOnServer)
            files << *m_session->database(id);
    }
    if (files.isEmpty())
        return;
    m_check = m_services.runner.run(
        tr("Checking the databases"), this,
        [files, isFull, session = m_session,
         services = m_services](const OperationContext &context) -> Result<QList<DatabaseCheck>> {
            QList<DatabaseCheck> all;
            for (const DatabaseReference &file : files) {
                context.report({all.size() / 2, files.size(), file.id});
                const auto checks = checkFile(*session, services, file, isFull, context);
                if (!checks)
                    return failure(withSubject(checks.error(), file.fileName));
                all << *checks;
            }
            return all;
        },
        [this, session = m_session](const Result<QList<DatabaseCheck>> &checks) {
            if (session == m_session)
                take(checks);
        },
        OperationRunner::Pool::Operations);
    connect(m_check, &Operation::progressChanged, this,
            [this, session = m_session](const Progress &progress) {
                if (session == m_session)
                    markChecking(progress.step);
            });
    markChecking(files.first().id);
}

void DatabasesController::markChecking(const QString &id)
{
    m_checkedFile.clear();
    for (DatabaseState &state : m_databases.value) {
        state.isChecking = !id.isEmpty() && state.info.id == id;
        if (state.isChecking)
            m_checkedFile = state.fileName;
    }
    emit checkChanged();
    emit changed();
}

void DatabasesController::take(const Result<QList<DatabaseCheck>> &checks)
{
    m_check.clear();
    markChecking({});
    if (!checks && checks.error().kind == ErrorKind::Cancelled) {
        emit checked(tr("The check was stopped. What was checked before is kept."));
    } else if (!checks) {
        emit checked(tr("Not checked: %1").arg(checks.error().message));
    } else {
        const auto failed = std::count_if(checks->begin(), checks->end(), [](const DatabaseCheck &one) {
            return one.verdict == CheckVerdict::Failed;
        });
        emit checked(failed == 0 ? tr("Every check passed.")
                                 : tr("%n check(s) found problems.", nullptr, static_cast<int>(failed)));
    }
    refresh();
}

void DatabasesController::stopCheck()
{
    if (m_check)
        m_check->cancel();
}

} // namespace pilothouse
