// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/instancesession.h"

#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QUrl>

namespace pilothouse {

InstanceSession::InstanceSession(Instance instance, ServiceProfile profile,
                                 std::shared_ptr<ServiceRuntime> runtime, QString stateFolder)
    : m_instance(std::move(instance))
    , m_profile(std::move(profile))
    , m_runtime(std::move(runtime))
    , m_stateFolder(std::move(stateFolder))
{
    Q_ASSERT(m_runtime);
    if (m_instance.isThroughEngine) {
        m_containerFolder = QDir::cleanPath(m_instance.dataDir);
        m_instance.dataDir = mirrorFolder() + QStringLiteral("/data");
    }
}

InstanceSession::~InstanceSession() = default;

QString InstanceSession::mirrorFolder() const
{
    return m_stateFolder + QStringLiteral("/copies/") + m_instance.id.toString(QUuid::WithoutBraces);
}

QString InstanceSession::givenFolder(const QString &stateFolder, const QUuid &instance)
{
    return stateFolder + QStringLiteral("/given/") + instance.toString(QUuid::WithoutBraces);
}

QList<DatabaseReference> InstanceSession::databases() const
{
    QList<DatabaseReference> list;
    for (const ProfileDatabase &database : m_profile.databases) {
        if (database.isOnServer())
            continue;
        list << DatabaseReference{database.id, database.path,
                                  QDir::cleanPath(m_instance.dataDir + u'/' + database.path),
                                  QFileInfo(database.path).fileName(), database.isRequired};
    }
    return list;
}

QList<ServerDatabase> InstanceSession::serverDatabases() const
{
    QList<ServerDatabase> list;
    for (const ProfileDatabase &database : m_profile.databases) {
        if (database.isOnServer())
            list << ServerDatabase{database.id, database.title, m_instance.connections.value(database.id),
                                   database.connection, database.isRequired};
    }
    return list;
}

std::optional<ServerDatabase> InstanceSession::serverDatabase(const QString &id) const
{
    for (const ServerDatabase &database : serverDatabases()) {
        if (database.id == id)
            return database;
    }
    return std::nullopt;
}

std::optional<DatabaseReference> InstanceSession::database(const QString &id) const
{
    for (const DatabaseReference &reference : databases()) {
        if (reference.id == id)
            return reference;
    }
    return std::nullopt;
}

Result<QString> InstanceSession::pathOf(const QString &relative) const
{
    const bool leaves = relative.split(u'/').contains(QLatin1String(".."));
    if (relative.isEmpty() || QDir::isAbsolutePath(relative) || leaves || relative.contains(QChar::Null))
        return failure(Error{
            ErrorKind::BadInput,
            relative,
            QCoreApplication::translate("InstanceSession", "This is not a path inside the data folder of %1.")
                .arg(m_instance.name),
            {},
            {}});
    return QDir::cleanPath(m_instance.dataDir + u'/' + relative);
}

QString InstanceSession::backupFolder() const
{
    if (!m_instance.backupDir.isEmpty())
        return QDir::cleanPath(m_instance.backupDir);
    return m_stateFolder + QStringLiteral("/backups/") + m_instance.name;
}

QString InstanceSession::safetyFolder() const
{
    return backupFolder() + QStringLiteral("/safety");
}

QString InstanceSession::healthUrl() const
{
    if (!m_instance.healthUrl.isEmpty())
        return m_instance.healthUrl;
    const ProfileEndpoint *endpoint = m_profile.endpoint(QStringLiteral("health"));
    // Nothing says that a service of these files listens, and where: the profile's port may be another's.
    const bool isFilesOnly = m_runtime && m_runtime->kind() == QLatin1String("files");
    if (!endpoint || isFilesOnly)
        return {};
    QString url = endpoint->url;
    for (const ProfileVariable &variable : m_profile.environment)
        url.replace(u'{' + variable.name + u'}', variable.standard);
    return url;
}

Result<QString> InstanceSession::currentHealthUrl(const OperationContext &context) const
{
    const QString url = healthUrl();
    if (url.isEmpty() || !isHealthUrlInside())
        return url;
    return m_runtime->reachable(QUrl(url), context).map([](const QUrl &now) { return now.toString(); });
}

} // namespace pilothouse
