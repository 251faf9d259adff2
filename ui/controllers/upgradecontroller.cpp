// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/upgradecontroller.h"

#include "core/actions/upgrade/upgradefacts.h"
#include "core/domain/instance.h"

#include <QJsonArray>

namespace pilothouse {

UpgradeController::UpgradeController(OperationRunner &runner, Session session, QObject *parent)
    : QObject(parent)
    , m_session(std::move(session))
    , m_read(runner, this)
{
}

void UpgradeController::refresh()
{
    m_facts.isReading = true;
    emit changed();
    m_read.start(
        tr("Read what runs"),
        [session = m_session](const OperationContext &context) { return upgradeFacts(*session, context); },
        [this](const Result<QJsonValue> &read) {
            m_facts.isReading = false;
            m_facts.hasValue = m_facts.hasValue || read.has_value();
            m_facts.error = read ? std::nullopt : std::optional(read.error());
            if (read)
                m_facts.value = read->toObject();
            emit changed();
        });
}

bool UpgradeController::isContainer() const
{
    return isContainerKind(m_session->instance().runtime.kind);
}

QString UpgradeController::current() const
{
    if (isContainer())
        return m_facts.value.value(QLatin1String("image")).toString();
    const QString package = m_facts.value.value(QLatin1String("package")).toString();
    return package.isEmpty() ? QString()
                             : package + u' ' + m_facts.value.value(QLatin1String("version")).toString();
}

QStringList UpgradeController::newer() const
{
    QStringList names;
    for (const QJsonValue &image : m_facts.value.value(QLatin1String("newer")).toArray())
        names << image.toObject().value(QLatin1String("image")).toString();
    return names;
}

QJsonObject UpgradeController::arguments(const QString &wanted, const QString &file) const
{
    if (!file.isEmpty())
        return {{QStringLiteral("file"), file}};
    return {{isContainer() ? QStringLiteral("image") : QStringLiteral("version"), wanted}};
}

} // namespace pilothouse
