// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/instances/instancestore.h"

#include "core/runtime/systemdstate.h"
#include "core/settings/statestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QUrl>

namespace pilothouse {
namespace {
struct InstanceStoreText
{
    Q_DECLARE_TR_FUNCTIONS(InstanceStore)
};

QString idOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString definitionOf(const Instance &instance)
{
    return QString::fromUtf8(QJsonDocument(toJson(instance)).toJson(QJsonDocument::Compact));
}

tl::unexpected<Error> storeRefused(const QString &subject, const QString &message)
{
    return failure(Error{ErrorKind::BadInput, subject, message, {}, {}});
}

Result<> checkPlace(const QString &path, const QString &what)
{
    if (path.isEmpty() || (QDir::isAbsolutePath(path) && !path.split(u'/').contains(QLatin1String(".."))))
        return {};
    return storeRefused(what, InstanceStoreText::tr("%1 is not an absolute path without \"..\".").arg(path));
}

Result<> checkRuntime(const RuntimeSettings &runtime)
{
    static const QRegularExpression Container(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,252}\\z"));
    if (runtime.kind == QLatin1String("docker")) {
        if (Container.match(runtime.container).hasMatch())
            return {};
        return storeRefused(
            InstanceStoreText::tr("Container"),
            InstanceStoreText::tr("A container name of letters, digits, \".\", \"_\" and \"-\" is needed."));
    }
    if (runtime.kind == QLatin1String("process")) {
        if (runtime.command.isEmpty())
            return storeRefused(InstanceStoreText::tr("Command"),
                                InstanceStoreText::tr("The program that starts the service is needed."));
        if (runtime.pidFile.isEmpty())
            return storeRefused(
                InstanceStoreText::tr("Pid file"),
                InstanceStoreText::tr("The file that holds the service's process id is needed."));
        return checkPlace(runtime.pidFile, InstanceStoreText::tr("Pid file")).and_then([&] {
            return checkPlace(runtime.workingDirectory, InstanceStoreText::tr("Working folder"));
        });
    }
    if (runtime.kind == QLatin1String("compose")) {
        if (Container.match(runtime.project).hasMatch() && Container.match(runtime.service).hasMatch())
            return {};
        return storeRefused(
            InstanceStoreText::tr("Compose project"),
            InstanceStoreText::tr("The names of a compose project and of one of its services are needed."));
    }
    if (runtime.kind == QLatin1String("systemd")) {
        if (!checkedUnitName(runtime.unit).isEmpty())
            return {};
        return storeRefused(InstanceStoreText::tr("Unit"),
                            InstanceStoreText::tr("The name of a systemd service is needed."));
    }
    if (runtime.kind != QLatin1String("files"))
        return storeRefused(
            InstanceStoreText::tr("Runtime"),
            InstanceStoreText::tr(
                "\"%1\" is no runtime; there are files, process, docker, compose and systemd.")
                .arg(runtime.kind));
    return {};
}

/// A name that is taken is the operator's to change, not a defect of the store.
Result<> withTakenName(Result<> result, const QString &name)
{
    if (!result && result.error().detail.contains(QLatin1String("instances.name")))
        return failure(Error{ErrorKind::Refused,
                             name,
                             InstanceStoreText::tr("There is an instance with this name already."),
                             InstanceStoreText::tr("Choose another name."),
                             {}});
    return result;
}

/// An unlock is of the production it was given for: who becomes production starts locked.
Result<> endUnlock(QSqlDatabase &database, const Instance &after)
{
    auto query = StateStore::run(database, QStringLiteral("SELECT definition FROM instances WHERE id = ?"),
                                 {idOf(after.id)});
    if (!query)
        return failure(query.error());
    const bool wasProduction =
        query->next()
        && instanceFromJson(QJsonDocument::fromJson(query->value(0).toString().toUtf8()).object())
               .isProduction();
    query->finish();
    if (wasProduction && after.isProduction())
        return {};
    return StateStore::execute(database, QStringLiteral("DELETE FROM unlocks WHERE instance = ?"),
                               {idOf(after.id)});
}

/// A Markdown file of this machine, or an address that a browser can open.
Result<> checkRunbook(const QString &runbook)
{
    const QUrl url(runbook, QUrl::StrictMode);
    const bool isWeb = (url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https"))
                       && !url.host().isEmpty() && url.userInfo().isEmpty();
    if (runbook.isEmpty() || isWeb || (runbook.startsWith(u'/') && !runbook.contains(u'\n')))
        return {};
    return storeRefused(InstanceStoreText::tr("Runbook"),
                        InstanceStoreText::tr(
                            "The absolute path of a file, or an http or https address without a password, is "
                            "needed."));
}
} // namespace

Result<> checkInstance(const Instance &instance, bool needsDataFolder)
{
    static const QRegularExpression Name(QStringLiteral("\\A[A-Za-z0-9][A-Za-z0-9._-]{0,63}\\z"));
    if (!Name.match(instance.name).hasMatch())
        return storeRefused(
            InstanceStoreText::tr("Name"),
            InstanceStoreText::tr("A name of at most 64 letters, digits, \".\", \"_\" and \"-\" is needed."));
    static const QRegularExpression Group(QStringLiteral("\\A[^\\p{C}]{0,64}\\z"),
                                          QRegularExpression::UseUnicodePropertiesOption);
    if (!Group.match(instance.group).hasMatch())
        return storeRefused(InstanceStoreText::tr("Group"),
                            InstanceStoreText::tr("A group has at most 64 visible characters."));
    if (instance.profile.isEmpty())
        return storeRefused(InstanceStoreText::tr("Profile"), InstanceStoreText::tr("A profile is needed."));
    if (instance.dataDir.isEmpty() && needsDataFolder)
        return storeRefused(InstanceStoreText::tr("Data folder"),
                            InstanceStoreText::tr("The folder that holds the service's data is needed."));
    if (instance.isThroughEngine && instance.runtime.kind != QLatin1String("docker"))
        return storeRefused(InstanceStoreText::tr("Data folder"),
                            InstanceStoreText::tr("Only the data of a container is reached by its engine."));
    const QUrl url(instance.healthUrl, QUrl::StrictMode);
    const bool isHttp = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!instance.healthUrl.isEmpty() && (!isHttp || url.host().isEmpty() || !url.userInfo().isEmpty()))
        return storeRefused(InstanceStoreText::tr("Health address"),
                            InstanceStoreText::tr("An http or https address without a password is needed."));
    if (instance.archiveFormat != QLatin1String("tar.gz")
        && instance.archiveFormat != QLatin1String("tar.zst"))
        return storeRefused(InstanceStoreText::tr("Archive format"),
                            InstanceStoreText::tr("Archives are tar.gz or tar.zst."));
    if (instance.safetyDays < 1 || instance.safetyDays > 3650)
        return storeRefused(InstanceStoreText::tr("Safety copies"),
                            InstanceStoreText::tr("Safety copies are kept for 1 to 3650 days."));
    const int watch = instance.watchSeconds.value_or(0);
    if (watch < 0 || watch > 3600)
        return storeRefused(InstanceStoreText::tr("Watching the log"),
                            InstanceStoreText::tr("The log is watched for 0 to 3600 seconds."));
    return checkPlace(instance.dataDir, InstanceStoreText::tr("Data folder"))
        .and_then([&] { return checkPlace(instance.backupDir, InstanceStoreText::tr("Backup folder")); })
        .and_then([&] {
            return checkPlace(instance.secondBackupDir, InstanceStoreText::tr("Second backup folder"));
        })
        .and_then([&] { return checkRunbook(instance.runbook); })
        .and_then([&] { return checkRuntime(instance.runtime); });
}

Result<QList<Instance>> InstanceStore::list() const
{
    QList<Instance> instances;
    auto done = m_store.read([&](QSqlDatabase &database) {
        return StateStore::run(database, QStringLiteral("SELECT definition FROM instances ORDER BY name"))
            .map([&](QSqlQuery query) {
                while (query.next())
                    instances << instanceFromJson(
                        QJsonDocument::fromJson(query.value(0).toString().toUtf8()).object());
            });
    });
    if (!done)
        return failure(done.error());
    return instances;
}

Result<Instance> InstanceStore::find(const QString &name) const
{
    const auto instances = list();
    if (!instances)
        return failure(instances.error());
    QStringList names;
    for (const Instance &instance : *instances) {
        if (instance.name == name)
            return instance;
        names << instance.name;
    }
    return failure(Error{
        ErrorKind::NotFound,
        name,
        InstanceStoreText::tr("There is no instance with this name."),
        names.isEmpty() ? InstanceStoreText::tr("Add one with \"instance add\".")
                        : InstanceStoreText::tr("Known instances: %1.").arg(names.join(QLatin1String(", "))),
        {}});
}

Result<Instance> InstanceStore::add(Instance instance) const
{
    if (auto good = checkInstance(instance, false); !good)
        return failure(good.error());
    if (instance.id.isNull())
        instance.id = QUuid::createUuid();
    if (!instance.addedAt.isValid())
        instance.addedAt = QDateTime::currentDateTimeUtc();
    auto done = m_store.write([&](QSqlDatabase &database) {
        return StateStore::execute(database, QStringLiteral("INSERT INTO instances VALUES (?, ?, ?, ?)"),
                                   {idOf(instance.id), instance.name, definitionOf(instance),
                                    instance.addedAt.toUTC().toString(Qt::ISODateWithMs)});
    });
    if (auto named = withTakenName(std::move(done), instance.name); !named)
        return failure(named.error());
    return instance;
}

Result<> InstanceStore::update(const Instance &instance) const
{
    if (auto good = checkInstance(instance, false); !good)
        return good;
    return withTakenName(m_store.write([&](QSqlDatabase &database) -> Result<> {
        if (auto ended = endUnlock(database, instance); !ended)
            return ended;
        auto query = StateStore::run(
            database, QStringLiteral("UPDATE instances SET name = ?, definition = ? WHERE id = ?"),
            {instance.name, definitionOf(instance), idOf(instance.id)});
        if (!query)
            return failure(query.error());
        if (query->numRowsAffected() != 1)
            return failure(Error{ErrorKind::NotFound,
                                 instance.name,
                                 InstanceStoreText::tr("This instance is no longer in the list."),
                                 {},
                                 {}});
        return {};
    }),
                         instance.name);
}

Result<> InstanceStore::remove(const QUuid &id) const
{
    return m_store.write([&](QSqlDatabase &database) -> Result<> {
        for (const char *table : {"acknowledgements", "checks", "metrics", "unlocks"}) {
            const QString sql = QStringLiteral("DELETE FROM %1 WHERE instance = ?").arg(QLatin1String(table));
            if (auto done = StateStore::execute(database, sql, {idOf(id)}); !done)
                return failure(done.error());
        }
        return StateStore::execute(database, QStringLiteral("DELETE FROM instances WHERE id = ?"),
                                   {idOf(id)});
    });
}

} // namespace pilothouse
