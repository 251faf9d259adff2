// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/upgradefacts.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/instances/packagefacts.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/dockerstate.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

struct UpgradeFactsText
{
    Q_DECLARE_TR_FUNCTIONS(Upgrade)
};

constexpr qsizetype ShortId = 12;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString versionLabel(const QMap<QString, QString> &labels)
{
    for (const char *key : {"org.opencontainers.image.version", "org.label-schema.version", "version"}) {
        if (const QString value = labels.value(QLatin1String(key)); !value.isEmpty())
            return value;
    }
    return {};
}

QJsonObject toJson(const ImageFacts &facts)
{
    return {{QStringLiteral("image"), facts.reference},
            {QStringLiteral("id"), facts.id},
            {QStringLiteral("digest"), facts.digest},
            {QStringLiteral("version"), facts.version},
            {QStringLiteral("platform"), facts.platform},
            {QStringLiteral("created"), facts.created.isValid() ? toIso(facts.created) : QString()}};
}

QJsonArray newerThan(const ImageFacts &current, const QList<DockerImage> &images)
{
    QJsonArray newer;
    for (const DockerImage &image : images) {
        const bool isNewer = image.id != current.id && image.created > current.created;
        for (const QString &reference : image.references) {
            if (isNewer && repositoryOf(reference) == repositoryOf(current.reference))
                newer.append(QJsonObject{{QStringLiteral("image"), reference},
                                         {QStringLiteral("id"), image.id},
                                         {QStringLiteral("version"), versionLabel(image.labels)},
                                         {QStringLiteral("created"), toIso(image.created)}});
        }
    }
    return newer;
}

/// A compose service keeps images, not containers.
void addKeptImages(QJsonArray &list, const InstanceSession &session, const QList<DockerImage> &images)
{
    const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime());
    if (!compose)
        return;
    const QString repository = repositoryOf(keptImageName(*compose, {}));
    for (const DockerImage &image : images)
        for (const QString &name : image.references)
            if (repositoryOf(name) == repository)
                list.append(QJsonObject{{QStringLiteral("container"), compose->service()},
                                        {QStringLiteral("image"), name},
                                        {QStringLiteral("since"), QString()}});
}

Result<QJsonValue> containerFacts(const DockerEngine &engine, const QString &container,
                                  const InstanceSession &session, const OperationContext &context)
{
    const auto inspected = engine.inspect(container, context);
    if (!inspected)
        return failure(inspected.error());
    const ServiceStatus status = statusFromInspect(*inspected);
    const auto image = engine.inspectImage(status.imageDigest, context);
    if (!image)
        return failure(image.error());
    const ImageFacts current = imageFactsOf(*image, status.image);
    const auto images = engine.images(context);
    if (!images)
        return failure(images.error());
    const auto kept = keptContainers(session, context);
    if (!kept)
        return failure(kept.error());
    QJsonObject facts = toJson(current);
    facts.insert(QStringLiteral("newer"), newerThan(current, *images));
    QJsonArray list;
    for (const KeptContainer &old : *kept)
        list.append(QJsonObject{{QStringLiteral("container"), old.name},
                                {QStringLiteral("image"), old.image},
                                {QStringLiteral("since"), toIso(old.since)}});
    addKeptImages(list, session, *images);
    facts.insert(QStringLiteral("kept"), list);
    return QJsonValue(facts);
}

} // namespace

ImageFacts imageFactsOf(const QJsonObject &inspected, const QString &reference)
{
    ImageFacts facts;
    facts.reference = reference;
    facts.id = text(inspected, "Id");
    for (const QJsonValue &digest : inspected.value(QLatin1String("RepoDigests")).toArray()) {
        if (repositoryOf(digest.toString()) == repositoryOf(reference))
            facts.digest = digest.toString();
    }
    QMap<QString, QString> labels;
    const QJsonObject named =
        inspected.value(QLatin1String("Config")).toObject().value(QLatin1String("Labels")).toObject();
    for (auto label = named.begin(); label != named.end(); ++label)
        labels.insert(label.key(), label.value().toString());
    facts.version = versionLabel(labels);
    facts.platform = text(inspected, "Os") + u'/' + text(inspected, "Architecture");
    facts.created = QDateTime::fromString(text(inspected, "Created"), Qt::ISODateWithMs);
    return facts;
}

QString imageText(const ImageFacts &facts, const QDateTime &now)
{
    QStringList parts;
    if (!facts.version.isEmpty())
        parts << UpgradeFactsText::tr("version %1").arg(facts.version);
    parts << QString(facts.id).remove(QLatin1String("sha256:")).left(ShortId);
    if (facts.created.isValid())
        parts << UpgradeFactsText::tr("made %1").arg(formatMoment(facts.created, now));
    return QStringLiteral("%1 (%2)").arg(facts.reference, parts.join(QStringLiteral(", ")));
}

QString repositoryOf(const QString &reference)
{
    const QString name = reference.section(u'@', 0, 0);
    const qsizetype colon = name.lastIndexOf(u':');
    return colon > name.lastIndexOf(u'/') ? name.left(colon) : name;
}

QString keptName(const QString &container, const QUuid &operation)
{
    return container + QStringLiteral("-ph-") + operation.toString(QUuid::WithoutBraces).left(8);
}

QString keptImageName(const ComposeRuntime &compose, const QUuid &operation)
{
    static const QRegularExpression Strange(QStringLiteral("[^a-z0-9]+"));
    QString name = (compose.project().name() + u'-' + compose.service()).toLower();
    name.replace(Strange, QStringLiteral("-"));
    return QStringLiteral("pilothouse-kept/x%1:%2")
        .arg(name, operation.toString(QUuid::WithoutBraces).left(8));
}

Result<QList<KeptContainer>> keptContainers(const InstanceSession &session, const OperationContext &context)
{
    const auto *docker = dynamic_cast<const DockerRuntime *>(&session.runtime());
    if (!docker)
        return QList<KeptContainer>();
    const auto containers = docker->engine().containers(context);
    if (!containers)
        return failure(containers.error());
    const QRegularExpression kept(QRegularExpression::anchoredPattern(
        QRegularExpression::escape(docker->container()) + QStringLiteral("-ph-[0-9a-f]{8}")));
    QList<KeptContainer> list;
    for (const DockerContainer &container : *containers) {
        if (!kept.match(container.name).hasMatch() || container.state == QLatin1String("running"))
            continue;
        const auto inspected = docker->engine().inspect(container.id, context);
        if (!inspected)
            return failure(inspected.error());
        const ServiceStatus status = statusFromInspect(*inspected);
        list.append({container.name, status.image, status.endedAt});
    }
    std::sort(list.begin(), list.end(), [](const auto &a, const auto &b) { return a.since > b.since; });
    return list;
}

Result<QJsonValue> upgradeFacts(const InstanceSession &session, const OperationContext &context)
{
    if (runsInContainers(session.runtime())) {
        const auto access = containerOf(session.runtime(), context);
        if (!access)
            return failure(withSubject(access.error(), session.instance().name));
        return containerFacts(access->engine, access->container, session, context);
    }
    return packageOf(session, context).map([](const PackageFacts &facts) {
        return QJsonValue(QJsonObject{{QStringLiteral("package"), facts.name},
                                      {QStringLiteral("version"), facts.version},
                                      {QStringLiteral("prefix"), facts.prefix},
                                      {QStringLiteral("folder"), facts.folder},
                                      {QStringLiteral("newer"), QJsonArray()},
                                      {QStringLiteral("kept"), QJsonArray()}});
    });
}

} // namespace pilothouse
