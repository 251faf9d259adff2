// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/upgrade/remake.h"
#include "core/actions/upgrade/upgradefacts.h"
#include "core/actions/upgrade/upgradeplans.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/fingerprint.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/containerrecipe.h"
#include "core/runtime/dockerstate.h"
#include "core/runtime/imagefile.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct UpgradeContainerText
{
    Q_DECLARE_TR_FUNCTIONS(Upgrade)
};

/// Collects what a plan for another image needs.
class ContainerUpgrade
{
public:
    ContainerUpgrade(const BackupTools &tools, const InstanceSession &session, const ContainersAccess &all,
                     const OperationContext &context)
        : m_tools(tools)
        , m_session(session)
        , m_engine(all.engine)
        , m_compose(dynamic_cast<const ComposeRuntime *>(&session.runtime()))
        , m_containers(all.containers)
        , m_context(context)
        , m_plan(newPlan(session, QStringLiteral("upgrade.run")))
    {
    }

    Result<Plan> plan(const QJsonObject &arguments)
    {
        m_arguments = arguments;
        m_plan.severity = Severity::Disruptive;
        m_plan.parameters = arguments;
        if (auto read = readCurrent(); !read)
            return failure(read.error());
        if (auto chosen = chooseImage(); !chosen)
            return failure(chosen.error());
        auto fingerprint = fingerprintOf(m_session, m_context);
        if (!fingerprint)
            return failure(fingerprint.error());
        m_plan.fingerprint = *fingerprint;
        m_plan.title =
            UpgradeContainerText::tr("Upgrade %1 to %2").arg(m_session.instance().name, m_reference);
        m_plan.button = UpgradeContainerText::tr("Upgrade to %1").arg(m_reference.section(u'/', -1));
        if (auto added = addContainerFindings(); !added)
            return failure(added.error());
        addImageFindings();
        addFetch();
        UpgradeData data(m_tools, m_session, m_context);
        if (auto added = data.addBefore(m_plan, arguments); !added)
            return failure(added.error());
        m_plan.steps << replaceCall();
        data.addAfter(m_plan);
        return m_plan;
    }

private:
    Result<> readCurrent()
    {
        const auto inspected = m_engine.inspect(m_containers.first(), m_context);
        if (!inspected)
            return failure(withSubject(inspected.error(), m_containers.first()));
        m_status = statusFromInspect(*inspected);
        m_tag = m_status.image;
        if (!m_tag.contains(u'@') && repositoryOf(m_tag) == m_tag)
            m_tag += QStringLiteral(":latest");
        auto image = m_engine.inspectImage(m_status.imageDigest, m_context);
        if (!image)
            return failure(withSubject(image.error(), m_status.image));
        m_image = *image;
        m_current = imageFactsOf(m_image, m_status.image);
        return {};
    }

    /// The image by its name, or the one in a file; where it is on this machine, it is looked at now.
    Result<> chooseImage()
    {
        m_reference = m_arguments.value(QStringLiteral("image")).toString();
        m_file = m_arguments.value(QStringLiteral("file")).toString();
        if (m_reference.isEmpty() && m_file.isEmpty())
            return failure(
                ErrorKind::BadInput,
                UpgradeContainerText::tr("It runs in a container: say which image, or which file holds it."));
        if (!m_file.isEmpty()) {
            const auto read = readImageFile(m_file, m_context);
            if (!read)
                return failure(read.error());
            m_newId = read->id;
            m_fileBytes = read->bytes;
            if (m_reference.isEmpty())
                m_reference = read->references.value(0, read->id);
        }
        const bool isNamed = repositoryOf(m_reference) != m_reference || m_reference.contains(u'@');
        if (!isNamed && !m_reference.startsWith(QLatin1String("sha256:")))
            m_reference += QStringLiteral(":latest");
        const QString wanted = m_newId.isEmpty() ? m_reference : m_newId;
        auto image = m_engine.inspectImage(wanted, m_context);
        if (image) {
            m_newImage = *image;
            m_newId = m_newImage.value(QLatin1String("Id")).toString();
        } else if (image.error().kind != ErrorKind::NotFound) {
            return failure(image.error());
        }
        m_isFetched = !image || !m_file.isEmpty();
        return {};
    }

    void find(const char *id, FindingKind kind, const QString &text, const QString &advice = {})
    {
        m_plan.findings << Finding{QLatin1String(id), kind, text, advice};
    }

    Result<> addContainerFindings()
    {
        const auto findings = remakeFindings(m_session, m_context);
        if (!findings)
            return failure(findings.error());
        m_plan.findings << *findings;
        return m_compose ? addComposeFindings() : Result<>();
    }

    /// The project's file names the image, and stays as it is: its name means another image from then on.
    Result<> addComposeFindings()
    {
        if (m_tag.contains(u'@') || m_tag.startsWith(QLatin1String("sha256:")))
            find("pins-digest", FindingKind::Blocker,
                 UpgradeContainerText::tr(
                     "The project names its image by a digest (%1), so no other one can take its place.")
                     .arg(m_tag),
                 UpgradeContainerText::tr(
                     "Write the image by its name into the project's file, recreate the service, and "
                     "plan this again."));
        const auto services = m_compose->project().services(m_context);
        if (!services)
            return failure(services.error());
        QStringList others;
        for (const ComposeService &service : *services)
            if (service.name != m_compose->service() && !service.containers.isEmpty()
                && service.containers.first().image == m_tag)
                others << service.name;
        if (!others.isEmpty())
            find("shared-image", FindingKind::Warning,
                 UpgradeContainerText::tr(
                     "These services use %1 as well, and get the new image when they are made again: "
                     "%2.")
                     .arg(m_tag, others.join(QStringLiteral(", "))));
        if (m_reference != m_tag)
            find("tag", FindingKind::Warning,
                 UpgradeContainerText::tr(
                     "The project's file stays as it is: on this machine its name %1 means the new "
                     "image from then on.")
                     .arg(m_tag),
                 UpgradeContainerText::tr(
                     "Write %1 into the file when it suits you. Until then a “pull” would bring the "
                     "old image back.")
                     .arg(m_reference));
        m_plan.notes << UpgradeContainerText::tr("All %n container(s) of the service are made again.",
                                                 nullptr, static_cast<int>(m_containers.size()));
        return {};
    }

    StepCall replaceCall() const
    {
        const QString image = m_isFetched ? QStringLiteral("{output:image.id}") : m_newId;
        if (m_compose)
            return composeReplaceCall(
                m_session, m_containers.size(),
                {{QStringLiteral("image"), image},
                 {QStringLiteral("tag"), m_tag},
                 {QStringLiteral("keep"), keptImageName(*m_compose, m_plan.operation)}});
        const QString container = m_containers.first();
        return {QStringLiteral("recreate"),
                QStringLiteral("service.recreate"),
                {{QStringLiteral("docker"), dockerWord(m_session)},
                 {QStringLiteral("container"), container},
                 {QStringLiteral("kept"), keptName(container, m_plan.operation)},
                 {QStringLiteral("reference"), m_reference},
                 {QStringLiteral("image"), image}}};
    }

    void addImageFindings()
    {
        const QDateTime now = shownTime(m_tools.clock.now());
        find("image-now", FindingKind::Info,
             UpgradeContainerText::tr("Now: %1.").arg(imageText(m_current, now)));
        const QStringList known = m_session.profile().images;
        const bool isKnown = std::any_of(known.begin(), known.end(), [this](const QString &image) {
            return repositoryOf(image) == repositoryOf(m_reference);
        });
        if (!isKnown && repositoryOf(m_reference) != repositoryOf(m_status.image))
            find("other-image", FindingKind::NeedsConsent,
                 UpgradeContainerText::tr("%1 is no image that the profile of %2 knows.")
                     .arg(m_reference, m_session.profile().title),
                 UpgradeContainerText::tr("Make sure that it is the same service."));
        if (m_newId == m_current.id) {
            find("same-image", FindingKind::Blocker,
                 UpgradeContainerText::tr("It runs this very image already."));
            return;
        }
        if (m_newImage.isEmpty()) {
            m_file.isEmpty()
                ? find("to-fetch", FindingKind::Info,
                       UpgradeContainerText::tr(
                           "The image is not on this machine; it is fetched before anything stops."))
                : find(
                    "to-load", FindingKind::Info,
                    UpgradeContainerText::tr("The image is loaded from the file before anything stops: %1.")
                        .arg(m_newId.mid(7, 12)));
            return;
        }
        const ImageFacts next = imageFactsOf(m_newImage, m_reference);
        find("image-next", FindingKind::Info,
             UpgradeContainerText::tr("Then: %1.").arg(imageText(next, now)));
        if (next.platform != m_current.platform)
            find("platform", FindingKind::Blocker,
                 UpgradeContainerText::tr("The image is made for %1, and this machine runs %2.")
                     .arg(next.platform, m_current.platform),
                 UpgradeContainerText::tr("Get the image for this machine."));
        if (next.created.isValid() && next.created < m_current.created)
            find(
                "older", FindingKind::Warning,
                UpgradeContainerText::tr(
                    "This image is older than the one that runs; it may not read what the newer one wrote."));
        for (const QString &change : imageChanges(m_image, m_newImage))
            m_plan.notes << UpgradeContainerText::tr("The image brings another %1").arg(change);
    }

    void addFetch()
    {
        if (!m_isFetched)
            return;
        QJsonObject arguments{{QStringLiteral("docker"), dockerWord(m_session)},
                              {QStringLiteral("image"), m_reference}};
        if (m_file.isEmpty()) {
            m_plan.steps << StepCall{QStringLiteral("image"), QStringLiteral("image.pull"), arguments};
            return;
        }
        arguments.insert(QStringLiteral("file"), m_file);
        arguments.insert(QStringLiteral("id"), m_newId);
        m_plan.steps << StepCall{QStringLiteral("image"), QStringLiteral("image.load"), arguments};
        const QString root = m_engine.dataRoot(m_context).value_or(QString());
        const auto free = m_tools.files.freeBytes(root);
        if (!free)
            return; // the engine is on another machine
        m_plan.estimate.space << SpaceNeed{root, m_fileBytes, *free};
        if (*free < m_fileBytes)
            find("space-image", FindingKind::Blocker,
                 UpgradeContainerText::tr("%1 has %2 free, and %3 are needed.")
                     .arg(root, formatBytes(*free), formatBytes(m_fileBytes)),
                 UpgradeContainerText::tr("Make room, then plan this again."));
    }

    const BackupTools &m_tools;
    const InstanceSession &m_session;
    const DockerEngine &m_engine;
    const ComposeRuntime *m_compose; ///< null: a container of its own
    QStringList m_containers;
    const OperationContext &m_context;
    Plan m_plan;
    QJsonObject m_arguments;
    QJsonObject m_image;    ///< that runs now
    QJsonObject m_newImage; ///< empty: it is not on this machine
    ServiceStatus m_status;
    ImageFacts m_current;
    QString m_tag; ///< the name by which the container was made
    QString m_reference;
    QString m_file;
    QString m_newId;
    qint64 m_fileBytes = 0;
    bool m_isFetched = false;
};

} // namespace

QString dockerWord(const InstanceSession &session)
{
    const RuntimeSettings &settings = session.instance().runtime;
    return settings.engine.isEmpty() ? QStringLiteral("docker")
                                     : QStringLiteral("docker -H ") + shellQuoted(settings.engine);
}

Result<Plan> planContainerUpgrade(const BackupTools &tools, const InstanceSession &session,
                                  const QJsonObject &arguments, const OperationContext &context)
{
    const auto all = containersOf(session.runtime(), context);
    if (!all)
        return failure(withSubject(all.error(), session.instance().name));
    return ContainerUpgrade(tools, session, *all, context).plan(arguments);
}

} // namespace pilothouse
