// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/fingerprint.h"

#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

#include <sys/stat.h>

namespace pilothouse {
namespace {
QJsonArray fileFingerprint(const QString &path)
{
    struct stat facts = {};
    if (::lstat(QFile::encodeName(path).constData(), &facts) != 0)
        return {path};
    return {path, QString::number(facts.st_dev), QString::number(facts.st_ino)};
}

Result<QJsonObject> containerIdentity(ServiceRuntime &runtime, const OperationContext &context)
{
    const auto status = runtime.status(context);
    if (!status)
        return failure(status.error());
    const auto mounts = runtime.mounts(context);
    if (!mounts)
        return failure(mounts.error());
    QJsonArray list;
    for (const MountEntry &mount : *mounts)
        list << QJsonArray{mount.kind, mount.source, mount.target, mount.isReadOnly};
    return QJsonObject{{QStringLiteral("container"), status->identity},
                       {QStringLiteral("image"), status->imageDigest},
                       {QStringLiteral("mounts"), list}};
}
/// The unit's file: another one is another service.
Result<QJsonObject> unitIdentity(const InstanceSession &session, const OperationContext &context)
{
    const auto status = session.runtime().status(context);
    if (!status)
        return failure(status.error());
    return QJsonObject{{QStringLiteral("unit"), session.instance().runtime.unit},
                       {QStringLiteral("definition"), fileFingerprint(status->definition)}};
}

Result<QJsonObject> runtimeIdentity(const InstanceSession &session, const OperationContext &context)
{
    const QString kind = session.runtime().kind();
    if (isContainerKind(kind))
        return containerIdentity(session.runtime(), context);
    if (kind == QLatin1String("systemd"))
        return unitIdentity(session, context);
    return QJsonObject();
}
} // namespace

Result<QByteArray> fingerprintOf(const InstanceSession &session, const OperationContext &context)
{
    const auto known = runtimeIdentity(session, context);
    if (!known)
        return failure(withSubject(known.error(), session.instance().name));
    QJsonObject identity = *known;
    QJsonArray files;
    if (session.isMirrored()) { // the copy is made anew again and again; the container and its mounts count
        files << session.containerFolder();
    } else {
        files << fileFingerprint(session.instance().dataDir);
        for (const DatabaseReference &database : session.databases())
            files << fileFingerprint(database.path);
    }
    identity.insert(QStringLiteral("files"), files);
    QJsonArray servers;
    for (const ServerDatabase &database : session.serverDatabases())
        servers << toJson(database.connection);
    if (!servers.isEmpty())
        identity.insert(QStringLiteral("servers"), servers);
    identity.insert(QStringLiteral("runtime"), session.runtime().kind());
    identity.insert(QStringLiteral("profile"), session.profile().id);
    identity.insert(QStringLiteral("profileVersion"), session.profile().version);
    return QCryptographicHash::hash(QJsonDocument(identity).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256);
}

} // namespace pilothouse
