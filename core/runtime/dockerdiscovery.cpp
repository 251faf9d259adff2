// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/dockerdiscovery.h"

#include "core/runtime/mountpaths.h"

#include <algorithm>

namespace pilothouse {

namespace {

DockerCandidate candidateFrom(const DockerContainer &container, const QList<ServiceProfile> &profiles)
{
    DockerCandidate candidate;
    candidate.container = container;
    candidate.composeProject = container.labels.value(QStringLiteral("com.docker.compose.project"));
    const QString repository = imageRepository(container.image);
    for (const ServiceProfile &profile : profiles) {
        const auto isOfImage = [&](const QString &image) { return imageRepository(image) == repository; };
        if (!std::any_of(profile.images.begin(), profile.images.end(), isOfImage))
            continue;
        candidate.profile = profile.id;
        candidate.dataFolder = hostPath(container.mounts, profile.containerDataDir).value_or(QString());
        break;
    }
    return candidate;
}

} // namespace

QString imageRepository(const QString &image)
{
    QString name = image.section(u'@', 0, 0);
    const qsizetype colon = name.lastIndexOf(u':');
    if (colon > name.lastIndexOf(u'/'))
        name.truncate(colon);
    const QString host = name.section(u'/', 0, 0);
    const bool isRegistry =
        name.contains(u'/')
        && (host.contains(u'.') || host.contains(u':') || host == QLatin1String("localhost"));
    return isRegistry ? name.mid(host.size() + 1) : name;
}

Result<QList<DockerCandidate>> discoverContainers(const DockerEngine &engine,
                                                  const QList<ServiceProfile> &profiles,
                                                  const OperationContext &context)
{
    const auto containers = engine.containers(context);
    if (!containers)
        return failure(containers.error());
    QList<DockerCandidate> candidates;
    for (const DockerContainer &container : *containers)
        candidates.append(candidateFrom(container, profiles));
    std::stable_partition(candidates.begin(), candidates.end(),
                          [](const DockerCandidate &candidate) { return !candidate.profile.isEmpty(); });
    return candidates;
}

} // namespace pilothouse
