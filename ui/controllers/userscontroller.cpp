// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/userscontroller.h"

#include "core/actions/users/users.h"
#include "core/instances/instancesession.h"

#include <QSaveFile>

namespace pilothouse {

namespace {

const QString &userEntity()
{
    static const QString Id = QStringLiteral("user");
    return Id;
}

/// A list with its rows in the order in force.
struct Arranged
{
    EntityListPointer list;
    QList<int> order;
};

} // namespace

UsersController::UsersController(const SqliteEngine &engine, OperationRunner &runner, const Clock &clock,
                                 QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_runner(runner)
    , m_clock(clock)
    , m_listRead(runner, this)
    , m_orderRead(runner, this)
    , m_ownedRead(runner, this)
    , m_orphansRead(runner, this)
{
}

void UsersController::setSession(const SessionPointer &session)
{
    stop();
    m_orderRead.cancel();
    m_orphansRead.cancel();
    m_orphans = {};
    m_session = session;
    EntityListPointer old = std::exchange(m_list, {}).value;
    m_order.clear();
    choose({});
    emit listChanged();
    release(std::move(old));
}

const ProfileEntity *UsersController::entity() const
{
    return m_session ? m_session->profile().entity(userEntity()) : nullptr;
}

QString UsersController::databaseFile() const
{
    const ProfileEntity *described = entity();
    if (!described)
        return {};
    const auto reference = m_session->database(described->database);
    return reference ? reference->fileName : QString();
}

bool UsersController::isReading() const
{
    return m_list.isReading || m_orderRead.isRunning() || m_owned.isReading;
}

void UsersController::refresh()
{
    if (!entity())
        return;
    m_list.isReading = true;
    m_list.startedAt = m_clock.now();
    m_orderRead.cancel();
    const SqliteEngine &engine = m_engine;
    m_listRead.start(
        tr("Reading the users"),
        [&engine, session = m_session, filter = m_filter](const OperationContext &context) {
            return listEntities(*session, engine, userEntity(), context)
                .map([&](const QList<EntityRow> &rows) {
                    Arranged result{makeEntityList(*session->profile().entity(userEntity()), rows), {}};
                    result.order = arranged(*result.list, filter);
                    return result;
                });
        },
        [this](Result<Arranged> read) {
            m_list.isReading = false;
            m_list.error = read ? std::nullopt : std::optional(read.error());
            EntityListPointer old;
            if (read) {
                old = std::exchange(m_list.value, std::move(read->list));
                m_order = std::move(read->order);
                m_list.hasValue = true;
                m_list.readAt = m_clock.now();
                readOrphans();
            }
            emit listChanged();
            release(std::move(old));
        });
    choose(m_chosen);
    emit listChanged();
}

void UsersController::readOrphans()
{
    if (entity()->orphans.sources.isEmpty())
        return;
    const SqliteEngine &engine = m_engine;
    m_orphans.isReading = true;
    m_orphansRead.start(
        tr("Looking for what belongs to no account"),
        [&engine, session = m_session, now = m_clock.now()](const OperationContext &context) {
            return findOrphans(*session, engine, userEntity(), now, context);
        },
        [this](const Result<OrphanReport> &report) {
            m_orphans.isReading = false;
            m_orphans.error = report ? std::nullopt : std::optional(report.error());
            if (report) {
                m_orphans.value = *report;
                m_orphans.hasValue = true;
                m_orphans.readAt = m_clock.now();
            }
            emit orphansChanged();
        });
}

void UsersController::stop()
{
    m_listRead.cancel();
    m_list.isReading = false;
    emit listChanged();
}

void UsersController::setFilter(const EntityFilter &filter)
{
    m_filter = filter;
    if (m_list.isReading)
        refresh();
    else
        arrange();
}

void UsersController::arrange()
{
    if (!m_list.hasValue)
        return;
    m_orderRead.start(
        tr("Sorting the users"),
        [list = m_list.value, filter = m_filter](const OperationContext &) -> Result<QList<int>> {
            return arranged(*list, filter);
        },
        [this](const Result<QList<int>> &order) {
            m_order = order.value_or(m_order);
            emit listChanged();
        });
}

void UsersController::choose(const QString &key)
{
    if (key != m_chosen)
        m_owned = {};
    m_chosen = key;
    m_ownedRead.cancel();
    m_owned.isReading = false;
    if (key.isEmpty() || !entity()) {
        emit ownedChanged();
        return;
    }
    m_owned.isReading = true;
    m_owned.startedAt = m_clock.now();
    const SqliteEngine &engine = m_engine;
    m_ownedRead.start(
        tr("Reading what the user owns"),
        [&engine, session = m_session, key](const OperationContext &context) {
            return ownedBy(*session, engine, userEntity(), key, context);
        },
        [this](Result<QList<OwnedCount>> owned) {
            m_owned.isReading = false;
            m_owned.error = owned ? std::nullopt : std::optional(owned.error());
            if (owned) {
                m_owned.value = std::move(*owned);
                m_owned.hasValue = true;
                m_owned.readAt = m_clock.now();
            }
            emit ownedChanged();
        });
    emit ownedChanged();
}

void UsersController::exportTo(const QString &path, const QList<int> &columns)
{
    if (!m_list.value)
        return;
    m_runner.run(
        tr("Exporting to %1").arg(path), this,
        [list = m_list.value, order = m_order, columns, path](const OperationContext &) -> Result<> {
            const QByteArray csv = csvOf(*list, order, columns).toUtf8();
            QSaveFile file(path);
            if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit())
                return {};
            return failure(ErrorKind::Refused, file.errorString());
        },
        [this, path](const Result<> &result) { emit exported(path, result); });
}

/// Taking apart a hundred thousand rows would hold up the UI thread: whoever shows the list has let go of it
/// by now, so the worker is the last.
void UsersController::release(EntityListPointer list)
{
    if (!list)
        return;
    m_runner.run(
        tr("Releasing the old list"), this,
        [held = std::move(list)](const OperationContext &) mutable -> Result<> {
            held.reset();
            return {};
        },
        [](const Result<> &) {});
}

} // namespace pilothouse
