// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgradefacts.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/dockerstate.h"
#include "core/runtime/packagefacts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QRegularExpression>

namespace pilothouse {

namespace {

struct Text
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

Result<QJsonValue> containerFacts(const DockerRuntime &docker, const InstanceSession &session,
                                  const OperationContext &context)
{
    const auto inspected = docker.engine().inspect(docker.container(), context);
    if (!inspected)
        return failure(inspected.error());
    const ServiceStatus status = statusFromInspect(*inspected);
    const auto image = docker.engine().inspectImage(status.imageDigest, context);
    if (!image)
        return failure(image.error());
    const ImageFacts current = imageFactsOf(*image, status.image);
    const auto images = docker.engine().images(context);
    if (!images)
        return failure(images.error());
    const auto kept = keptContainers(session, context);
    if (!kept)
        return failure(kept.error());
    QJsonObject facts = toJson(current);
    facts.insert(QStringLiteral("newer"), newerThan(current, *images));
    QJsonArray list;
    for (const KeptContainer &container : *kept)
        list.append(QJsonObject{{QStringLiteral("container"), container.name},
                                {QStringLiteral("image"), container.image},
                                {QStringLiteral("since"), toIso(container.since)}});
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
        parts << Text::tr("version %1").arg(facts.version);
    parts << QString(facts.id).remove(QLatin1String("sha256:")).left(ShortId);
    if (facts.created.isValid())
        parts << Text::tr("made %1").arg(formatMoment(facts.created, now));
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
    if (const auto *docker = dynamic_cast<const DockerRuntime *>(&session.runtime()))
        return containerFacts(*docker, session, context);
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
