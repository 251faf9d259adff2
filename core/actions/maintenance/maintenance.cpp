// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/maintenance/maintenance.h"

#include "core/plan/catalogue.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

/// What the list says of itself.
struct MaintenanceText
{
    Q_DECLARE_TR_FUNCTIONS(Maintenance)
};

MaintenanceItem unread(const MaintenanceProvider &provider, const Error &error)
{
    MaintenanceItem item;
    item.id = QStringLiteral("unread-") + provider.id;
    item.group = provider.group;
    item.sentence = error.subject.isEmpty() ? MaintenanceText::tr("This part cannot be read")
                                            : MaintenanceText::tr("%1 cannot be read").arg(error.subject);
    item.evidence = error.advice.isEmpty() ? error.message : error.message + u' ' + error.advice;
    return item;
}

Result<QJsonValue> listAll(const QList<MaintenanceProvider> &providers, const InstanceSession &session,
                           const OperationContext &context)
{
    QList<MaintenanceItem> items;
    for (const MaintenanceProvider &provider : providers) {
        auto read = provider.read(session, context);
        if (context.isCancelled())
            return failure(ErrorKind::Cancelled, MaintenanceText::tr("Stopped."));
        items << (read ? *read : QList<MaintenanceItem>{unread(provider, read.error())});
    }
    std::stable_sort(items.begin(), items.end(),
                     [](const MaintenanceItem &a, const MaintenanceItem &b) { return a.group < b.group; });
    QJsonArray array;
    for (const MaintenanceItem &item : std::as_const(items))
        array << toJson(item);
    return array;
}

} // namespace

void addMaintenanceQuery(Catalogue &catalogue, const QList<MaintenanceProvider> &providers)
{
    catalogue.add(QueryEntry{
        QStringLiteral("maintenance.list"),
        MaintenanceText::tr("What needs maintenance"),
        {},
        [providers](const InstanceSession &session, const QJsonObject &, const OperationContext &context) {
            return listAll(providers, session, context);
        }});
}

} // namespace pilothouse
