// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/maintenancecontroller.h"

#include "core/instances/instancesession.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

Result<QList<MaintenanceItem>> readItems(const Catalogue &catalogue, const InstanceSession &session,
                                         const OperationContext &context)
{
    const QueryEntry *query = catalogue.query(QStringLiteral("maintenance.list"));
    const Result<QJsonValue> list =
        query ? query->run(session, {}, context) : Result<QJsonValue>(QJsonArray());
    if (!list)
        return failure(list.error());
    QList<MaintenanceItem> items;
    for (const QJsonValue &one : list->toArray()) {
        auto item = maintenanceItemFromJson(one.toObject());
        if (!item)
            return failure(item.error());
        items << *item;
    }
    return items;
}

} // namespace

MaintenanceController::MaintenanceController(const Catalogue &catalogue, OperationRunner &runner,
                                             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_catalogue(catalogue)
    , m_clock(clock)
    , m_read(runner, this)
{
}

void MaintenanceController::setSession(const SessionPointer &session)
{
    m_read.cancel();
    m_session = session;
    m_items = {};
    emit changed();
}

void MaintenanceController::refresh()
{
    if (!m_session)
        return;
    m_items.isReading = true;
    m_items.startedAt = m_clock.now();
    m_read.start(
        tr("Reading what needs maintenance"),
        [session = m_session, &catalogue = m_catalogue](const OperationContext &context) {
            return readItems(catalogue, *session, context);
        },
        [this](Result<QList<MaintenanceItem>> read) {
            m_items.isReading = false;
            m_items.error = read ? std::nullopt : std::optional(read.error());
            if (read) {
                m_items.value = std::move(*read);
                m_items.hasValue = true;
                m_items.readAt = m_clock.now();
            }
            emit changed();
        });
    emit changed();
}

void MaintenanceController::stop()
{
    m_read.cancel();
    m_items.isReading = false;
    emit changed();
}

int MaintenanceController::count(MaintenanceState state) const
{
    return static_cast<int>(
        std::count_if(m_items.value.cbegin(), m_items.value.cend(),
                      [state](const MaintenanceItem &item) { return item.state == state; }));
}

} // namespace pilothouse
