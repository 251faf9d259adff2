// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/containerrecipe.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qsizetype ShortId = 12;
constexpr qsizetype ValueLength = 160;

/// What an image gives a container that asks for nothing else.
const QStringList ImageScalars{
    QStringLiteral("Cmd"),     QStringLiteral("Entrypoint"), QStringLiteral("Healthcheck"),
    QStringLiteral("OnBuild"), QStringLiteral("Shell"),      QStringLiteral("StopSignal"),
    QStringLiteral("User"),    QStringLiteral("WorkingDir"), QStringLiteral("ArgsEscaped")};
const QStringList ImageMaps{QStringLiteral("ExposedPorts"), QStringLiteral("Labels"),
                            QStringLiteral("Volumes")};

QJsonObject child(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toObject();
}

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

/// The engine says the same nothing in several ways.
bool isNothing(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Double:
        return value.toDouble() == 0;
    case QJsonValue::Bool:
        return !value.toBool();
    default:
        return true;
    }
}

bool isSame(const QJsonValue &a, const QJsonValue &b)
{
    return a == b || (isNothing(a) && isNothing(b));
}

QString shown(const QJsonValue &value)
{
    if (isNothing(value))
        return QStringLiteral("–");
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json).mid(1).chopped(1).left(ValueLength);
}

QStringList lines(const QJsonValue &value)
{
    QStringList list;
    for (const QJsonValue &item : value.toArray())
        list << item.toString();
    return list;
}

QString keyOf(const QString &entry)
{
    return entry.section(u'=', 0, 0);
}

/// What the container has beyond its image; an environment keeps its order.
QJsonObject ownConfig(const QJsonObject &config, const QJsonObject &image)
{
    QJsonObject own = config;
    const bool hasOwnEntry =
        !isSame(config.value(QLatin1String("Entrypoint")), image.value(QLatin1String("Entrypoint")));
    for (const QString &key : ImageScalars) {
        // Words of a command belong to the program that was asked for with them.
        const bool isKept = key == QLatin1String("Cmd") && hasOwnEntry;
        if (!isKept && isSame(config.value(key), image.value(key)))
            own.remove(key);
    }
    for (const QString &key : ImageMaps) {
        QJsonObject map = config.value(key).toObject();
        const QJsonObject ofImage = image.value(key).toObject();
        for (auto entry = ofImage.begin(); entry != ofImage.end(); ++entry) {
            if (map.value(entry.key()) == entry.value())
                map.remove(entry.key());
        }
        own.insert(key, map);
    }
    QJsonArray environment;
    const QStringList ofImage = lines(image.value(QLatin1String("Env")));
    for (const QString &entry : lines(config.value(QLatin1String("Env")))) {
        if (!ofImage.contains(entry))
            environment.append(entry);
    }
    own.insert(QStringLiteral("Env"), environment);
    return own;
}

/// "/db:/web/alias" is what the engine tells, "db:alias" what it takes.
QJsonArray linksOf(const QJsonValue &links)
{
    QJsonArray list;
    for (const QString &link : lines(links)) {
        const QString other = link.section(u':', 0, 0);
        list.append(QString((other.startsWith(u'/') ? other.mid(1) : other) + u':'
                            + link.section(u':', 1).section(u'/', -1)));
    }
    return list;
}

QString boundTarget(const QString &bind)
{
    return bind.section(u':', 1, 1);
}

/// Volumes that the container got without a name of their own stay its volumes, now by name.
void keepVolumes(const QJsonObject &inspected, QJsonObject &host, QJsonObject &config)
{
    QJsonArray binds = host.value(QLatin1String("Binds")).toArray();
    QJsonArray mounts = host.value(QLatin1String("Mounts")).toArray();
    QJsonObject volumes = child(config, "Volumes");
    QSet<QString> taken;
    for (const QString &bind : lines(binds))
        taken.insert(boundTarget(bind));
    for (const QJsonValue &value : inspected.value(QLatin1String("Mounts")).toArray()) {
        const QJsonObject mount = value.toObject();
        const QString target = text(mount, "Destination");
        if (text(mount, "Type") != QLatin1String("volume") || taken.contains(target))
            continue;
        bool isAsked = false;
        for (qsizetype index = 0; index < mounts.size(); ++index) {
            QJsonObject asked = mounts.at(index).toObject();
            if (text(asked, "Target") != target)
                continue;
            isAsked = true;
            asked.insert(QStringLiteral("Source"), text(mount, "Name"));
            mounts.replace(index, asked);
        }
        if (!isAsked)
            binds.append(QString(
                text(mount, "Name") + u':' + target
                + (mount.value(QLatin1String("RW")).toBool(true) ? QString() : QStringLiteral(":ro"))));
        volumes.remove(target);
    }
    host.insert(QStringLiteral("Binds"), binds);
    host.insert(QStringLiteral("Mounts"), mounts);
    config.insert(QStringLiteral("Volumes"), volumes);
}

/// What was asked for at a network, without what the engine gave.
QJsonObject endpointOf(const QJsonObject &network, const QString &id)
{
    QJsonObject endpoint;
    QJsonArray aliases;
    for (const QString &alias : lines(network.value(QLatin1String("Aliases")))) {
        if (!id.startsWith(alias) || alias.size() < ShortId)
            aliases.append(alias);
    }
    if (!aliases.isEmpty())
        endpoint.insert(QStringLiteral("Aliases"), aliases);
    for (const char *key : {"IPAMConfig", "DriverOpts"}) {
        if (!isNothing(network.value(QLatin1String(key))))
            endpoint.insert(QLatin1String(key), network.value(QLatin1String(key)));
    }
    if (const QJsonArray links = linksOf(network.value(QLatin1String("Links"))); !links.isEmpty())
        endpoint.insert(QStringLiteral("Links"), links);
    return endpoint;
}

void addNetworks(const QJsonObject &inspected, const QString &mode, ContainerRecipe &recipe)
{
    const QJsonObject networks = child(child(inspected, "NetworkSettings"), "Networks");
    const bool isShared = mode == QLatin1String("host") || mode == QLatin1String("none")
                          || mode.startsWith(QLatin1String("container:"));
    if (isShared)
        return;
    const QString id = text(inspected, "Id");
    const QString first = mode == QLatin1String("default") ? QStringLiteral("bridge") : mode;
    for (auto network = networks.begin(); network != networks.end(); ++network) {
        const QJsonObject endpoint = endpointOf(network->toObject(), id);
        const bool isFirst =
            network.key() == first || text(network->toObject(), "NetworkID") == first || networks.size() == 1;
        if (!isFirst)
            recipe.networks.append({network.key(), endpoint});
        else if (!endpoint.isEmpty())
            recipe.body.insert(
                QStringLiteral("NetworkingConfig"),
                QJsonObject{{QStringLiteral("EndpointsConfig"), QJsonObject{{network.key(), endpoint}}}});
    }
}

QSet<QString> asSet(const QStringList &list)
{
    return QSet<QString>(list.begin(), list.end());
}

void compareMaps(const QString &path, const QJsonObject &a, const QJsonObject &b, const QStringList &ignored,
                 QStringList &differences)
{
    QStringList keys = a.keys() + b.keys();
    keys.removeDuplicates();
    keys.sort();
    for (const QString &key : std::as_const(keys)) {
        if (!ignored.contains(key) && !isSame(a.value(key), b.value(key)))
            differences << path + u'.' + key;
    }
}

/// Every mount by its place: what is there, and whether it may be written.
QJsonObject mountsOf(const QJsonObject &inspected)
{
    QJsonObject mounts;
    for (const QJsonValue &value : inspected.value(QLatin1String("Mounts")).toArray()) {
        const QJsonObject mount = value.toObject();
        mounts.insert(text(mount, "Destination"),
                      QJsonArray{mount.value(QLatin1String("Type")), mount.value(QLatin1String("Name")),
                                 mount.value(QLatin1String("Source")), mount.value(QLatin1String("RW")),
                                 mount.value(QLatin1String("Propagation"))});
    }
    return mounts;
}

QJsonObject endpointsOf(const QJsonObject &inspected)
{
    QJsonObject endpoints;
    const QJsonObject networks = child(child(inspected, "NetworkSettings"), "Networks");
    for (auto network = networks.begin(); network != networks.end(); ++network)
        endpoints.insert(network.key(), endpointOf(network->toObject(), text(inspected, "Id")));
    return endpoints;
}

void compareConfigs(const QJsonObject &before, const QJsonObject &after, QStringList &differences)
{
    static const QStringList Ignored{QStringLiteral("Image"),  QStringLiteral("Hostname"),
                                     QStringLiteral("Env"),    QStringLiteral("Volumes"),
                                     QStringLiteral("Labels"), QStringLiteral("ExposedPorts")};
    compareMaps(QStringLiteral("Config"), before, after, Ignored, differences);
}

} // namespace

ContainerRecipe recipeOf(const QJsonObject &inspected, const QJsonObject &image, const QString &reference)
{
    ContainerRecipe recipe;
    recipe.body = ownConfig(child(inspected, "Config"), child(image, "Config"));
    recipe.body.insert(QStringLiteral("Image"), reference);
    if (text(inspected, "Id").startsWith(text(recipe.body, "Hostname")))
        recipe.body.remove(QStringLiteral("Hostname"));
    QJsonObject host = child(inspected, "HostConfig");
    const QString mode = text(host, "NetworkMode");
    if (mode == QLatin1String("host") || mode.startsWith(QLatin1String("container:")))
        for (const char *key : {"Hostname", "Domainname", "ExposedPorts"})
            recipe.body.remove(QLatin1String(key));
    keepVolumes(inspected, host, recipe.body);
    if (host.contains(QLatin1String("Links")))
        host.insert(QStringLiteral("Links"), linksOf(host.value(QLatin1String("Links"))));
    recipe.body.insert(QStringLiteral("HostConfig"), host);
    addNetworks(inspected, mode, recipe);
    return recipe;
}

QStringList imageChanges(const QJsonObject &before, const QJsonObject &after)
{
    const QJsonObject a = child(before, "Config");
    const QJsonObject b = child(after, "Config");
    QStringList changes;
    for (const QString &key : ImageScalars) {
        if (!isSame(a.value(key), b.value(key)))
            changes << QStringLiteral("%1: %2 → %3").arg(key, shown(a.value(key)), shown(b.value(key)));
    }
    for (const QString &key : {QStringLiteral("ExposedPorts"), QStringLiteral("Volumes")}) {
        const QStringList had = a.value(key).toObject().keys();
        const QStringList has = b.value(key).toObject().keys();
        if (had != has)
            changes << QStringLiteral("%1: %2 → %3")
                           .arg(key, had.join(QStringLiteral(", ")), has.join(QStringLiteral(", ")));
    }
    const QSet<QString> had = asSet(lines(a.value(QLatin1String("Env"))));
    const QSet<QString> has = asSet(lines(b.value(QLatin1String("Env"))));
    QSet<QString> keys;
    for (const QString &entry : (had - has) + (has - had))
        keys.insert(keyOf(entry));
    QStringList sorted(keys.begin(), keys.end());
    sorted.sort();
    for (const QString &key : std::as_const(sorted))
        changes << QStringLiteral("Env: ") + key;
    return changes;
}

QStringList recipeDifferences(const QJsonObject &oldContainer, const QJsonObject &oldImage,
                              const QJsonObject &newContainer, const QJsonObject &newImage)
{
    QStringList differences;
    // What each asked for beyond its image must be the same; an entry that the other image brings by itself
    // is not lost.
    const QJsonObject before = child(recipeOf(oldContainer, oldImage, {}).body, "HostConfig");
    const QJsonObject after = child(recipeOf(newContainer, newImage, {}).body, "HostConfig");
    compareMaps(QStringLiteral("HostConfig"), before, after, {QStringLiteral("Binds")}, differences);
    if (asSet(lines(before.value(QLatin1String("Binds"))))
        != asSet(lines(after.value(QLatin1String("Binds")))))
        differences << QStringLiteral("HostConfig.Binds");
    compareMaps(QStringLiteral("Networks"), endpointsOf(oldContainer), endpointsOf(newContainer), {},
                differences);
    const QJsonObject mounts = mountsOf(newContainer);
    const QJsonObject mountsBefore = mountsOf(oldContainer);
    for (auto mount = mountsBefore.begin(); mount != mountsBefore.end(); ++mount) {
        if (mounts.value(mount.key()) != mount.value())
            differences << QStringLiteral("Mounts.") + mount.key();
    }
    const QJsonObject own = ownConfig(child(oldContainer, "Config"), child(oldImage, "Config"));
    const QJsonObject config = child(newContainer, "Config");
    QJsonObject expected = child(newImage, "Config");
    for (auto key = own.begin(); key != own.end(); ++key) {
        if (!ImageMaps.contains(key.key()))
            expected.insert(key.key(), key.value());
    }
    compareConfigs(expected, config, differences);
    const QSet<QString> environment = asSet(lines(config.value(QLatin1String("Env"))));
    for (const QString &entry : lines(own.value(QLatin1String("Env")))) {
        if (!environment.contains(entry))
            differences << QStringLiteral("Config.Env.") + keyOf(entry);
    }
    for (const QString &name : {QStringLiteral("Labels"), QStringLiteral("ExposedPorts")}) {
        const QJsonObject wanted = own.value(name).toObject();
        for (auto entry = wanted.begin(); entry != wanted.end(); ++entry) {
            if (config.value(name).toObject().value(entry.key()) != entry.value())
                differences << QStringLiteral("Config.%1.%2").arg(name, entry.key());
        }
    }
    return differences;
}

} // namespace pilothouse
