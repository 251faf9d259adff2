// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/addinstancecontroller.h"

#include "core/actions/service/newinstance.h"
#include "core/instances/instancesession.h"
#include "core/instances/instancestore.h"
#include "core/instances/sessionfactory.h"

#include <QDir>

#include <chrono>

namespace pilothouse {

namespace {

constexpr std::chrono::milliseconds ProbeDelay{600};

/// What the probe looks at: completed with what the container tells. Where that fails, the probe itself says
/// field by field what is in the way, as far as there is a folder to look into.
Result<ProbeController::Session> probedSession(const SessionFactory &sessions, const Instance &instance,
                                               const OperationContext &context)
{
    const auto completed = completedInstance(sessions, instance, context);
    if (!completed && instance.dataDir.isEmpty())
        return failure(completed.error());
    auto session = sessions.make(completed ? *completed : instance);
    if (!session)
        return failure(session.error());
    return ProbeController::Session(*session);
}

/// What it is for and where it is listed changes nothing of what is there.
Instance placesOf(Instance instance)
{
    instance.name = QStringLiteral("instance");
    instance.environment = Environment::Unstated;
    instance.group.clear();
    return instance;
}

bool isSameFolder(const QString &one, const QString &other)
{
    return !one.isEmpty() && QDir::cleanPath(one) == QDir::cleanPath(other);
}

} // namespace

AddInstanceController::AddInstanceController(AddInstanceServices services, std::optional<Instance> stored,
                                             QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_probe(m_services.probe)
    , m_discovery(m_services.probe.runner, m_services.fleet, m_services.profiles)
    , m_stored(std::move(stored))
{
    m_delay.setSingleShot(true);
    m_delay.setInterval(ProbeDelay);
    connect(&m_delay, &QTimer::timeout, this, &AddInstanceController::probeNow);
    connect(&m_probe, &ProbeController::changed, this, &AddInstanceController::changed);
    connect(&m_discovery, &DiscoveryController::changed, this, &AddInstanceController::changed);
    connect(&m_services.fleet, &FleetController::changed, this, [this] {
        if (!m_storedName.isEmpty())
            emit added(std::exchange(m_storedName, QString()));
    });
    check();
}

AddInstanceController::~AddInstanceController()
{
    if (m_services.postgres)
        m_services.postgres->forgetTrials();
}

QString AddInstanceController::serverDatabase(const QString &profile) const
{
    const auto found = m_services.profiles.profile(profile);
    for (const ProfileDatabase &database : found ? found->databases : QList<ProfileDatabase>()) {
        if (database.isOnServer())
            return database.id;
    }
    return {};
}

bool AddInstanceController::needsDataFolder() const
{
    const auto profile = m_services.profiles.profile(m_draft.profile);
    return !profile || profile->needsDataFolder();
}

void AddInstanceController::setDatabaseAddress(const QString &address, const Secret &password)
{
    const auto given =
        address.isEmpty() ? Result<GivenConnection>(GivenConnection()) : connectionFromText(address.toUtf8());
    m_addressProblem = given ? QString() : given.error().message;
    const bool isOther = password.bytes() != m_password.bytes();
    m_password = password;
    const QString id = serverDatabase(m_draft.profile);
    if (m_services.postgres && !id.isEmpty() && isOther) {
        m_services.postgres->tryPassword(probed().name, id, password);
        m_lastProbed = {}; // with another password it is to be looked at again
    }
    check();
    if (isOther && canProbe()) {
        m_probe.cancel();
        m_delay.start();
    }
    emit changed();
}

void AddInstanceController::checkAddress()
{
    if (!m_addressProblem.isEmpty())
        m_problems << FieldProblem{InstanceField::DatabaseAddress, m_addressProblem};
}

QList<ProfileEntry> AddInstanceController::profiles() const
{
    QList<ProfileEntry> usable;
    for (const ProfileEntry &entry : m_services.profiles.entries()) {
        if (entry.profile)
            usable << entry;
    }
    // Those with a folder first: the form begins with one, and the first profile is the chosen one.
    std::sort(usable.begin(), usable.end(), [](const ProfileEntry &a, const ProfileEntry &b) {
        const bool hasFolder = a.profile->needsDataFolder();
        if (hasFolder != b.profile->needsDataFolder())
            return hasFolder;
        return a.profile->title.localeAwareCompare(b.profile->title) < 0;
    });
    return usable;
}

void AddInstanceController::setDraft(const Instance &draft)
{
    if (draft == m_draft)
        return;
    m_draft = draft;
    check();
    if (!canProbe()) {
        m_delay.stop();
        m_lastProbed = {};
        m_probe.clear();
    } else if (probed() != m_lastProbed) {
        m_probe.cancel();
        m_delay.start();
    }
    emit changed();
}

void AddInstanceController::check()
{
    m_problems.clear();
    checkName();
    checkRest();
    checkFolders();
    checkAddress();
    // What is wrong is told before what is not there yet.
    std::stable_partition(m_problems.begin(), m_problems.end(),
                          [](const FieldProblem &problem) { return !problem.isMissing; });
}

void AddInstanceController::checkName()
{
    const auto good = checkInstance(m_draft, needsDataFolder());
    if (!good && fieldNamed(good.error().subject) == InstanceField::Name)
        m_problems << FieldProblem{InstanceField::Name, good.error().message, m_draft.name.isEmpty()};
    else if (!m_stored && m_services.fleet.has(m_draft.name))
        m_problems << FieldProblem{
            InstanceField::Name,
            tr("There is an instance called %1 already. Choose another name.").arg(m_draft.name)};
}

void AddInstanceController::checkRest()
{
    Instance whole = shape();
    whole.group = m_draft.group;
    const auto good = checkInstance(whole, needsDataFolder());
    if (good)
        return;
    const InstanceField field = fieldNamed(good.error().subject);
    m_problems << FieldProblem{field, good.error().message, isEmptyIn(m_draft, field)};
}

void AddInstanceController::checkFolders()
{
    if (isSameFolder(m_draft.secondBackupDir, m_draft.backupDir))
        m_problems << FieldProblem{InstanceField::SecondFolder,
                                   tr("The second copy needs a folder of its own.")};
    for (const QString &name : m_services.fleet.names()) {
        if (m_stored && m_stored->name == name)
            continue;
        if (isSameFolder(m_draft.backupDir, m_services.fleet.session(name)->backupFolder()))
            m_problems << FieldProblem{InstanceField::BackupFolder,
                                       tr("%1 keeps its backups here. Name another folder.").arg(name)};
    }
}

Instance AddInstanceController::probed() const
{
    Instance instance = placesOf(m_draft);
    if (m_stored)
        instance.name = m_stored->name; // its passwords are kept under it
    return instance;
}

Instance AddInstanceController::shape() const
{
    Instance instance = probed();
    if (instance.dataDir.isEmpty() && isContainerKind(instance.runtime.kind))
        instance.dataDir = QStringLiteral("/");
    return instance;
}

Instance AddInstanceController::completed() const
{
    Instance instance = m_draft;
    if (m_probe.session() && probed() == m_lastProbed) {
        const InstanceSession &session = *m_probe.session();
        instance.dataDir = session.isMirrored() ? session.containerFolder() : session.instance().dataDir;
        instance.isThroughEngine = session.isMirrored();
        instance.healthUrl = session.instance().healthUrl;
        instance.runtime = session.instance().runtime; // of a project: its service and its files
    }
    return instance;
}

bool AddInstanceController::canProbe() const
{
    return m_addressProblem.isEmpty() && checkInstance(shape(), needsDataFolder()).has_value();
}

void AddInstanceController::probeNow()
{
    m_delay.stop();
    if (!canProbe())
        return;
    m_lastProbed = probed();
    const SessionFactory &sessions = m_services.sessions;
    m_probe.start([&sessions, instance = m_lastProbed](const OperationContext &context) {
        return probedSession(sessions, instance, context);
    });
}

QString AddInstanceController::wrongIn(InstanceField field) const
{
    for (const FieldProblem &problem : m_problems) {
        if (problem.field == field && !problem.isMissing)
            return problem.sentence;
    }
    if (isReading())
        return {};
    for (const ProbeFinding &finding : m_probe.findings().value) {
        if (finding.verdict != ProbeVerdict::InTheWay || fieldOf(finding, m_draft) != field)
            continue;
        const bool isNamed = finding.id.startsWith(QLatin1String("database."));
        return isNamed ? QStringLiteral("%1: %2").arg(finding.title, finding.text) : finding.text;
    }
    return {};
}

QString AddInstanceController::refusal() const
{
    if (!m_problems.isEmpty())
        return tr("Not yet: %1").arg(m_problems.first().sentence);
    if (m_isAdding)
        return tr("It is being added.");
    const Readable<QList<ProbeFinding>> &findings = m_probe.findings();
    if (isReading() || !findings.hasValue)
        return tr("Not yet: what is there is still being read.");
    for (const ProbeFinding &finding : findings.value) {
        if (isInTheWay(finding))
            return tr("Not yet: %1: %2").arg(finding.title, finding.text);
    }
    return {};
}

/// Whether it speaks against storing. What the service itself lacks does not, nor what stands in an entry
/// that is there already and is not changed in that.
bool AddInstanceController::isInTheWay(const ProbeFinding &finding) const
{
    const bool isOfService = finding.id.startsWith(QLatin1String("environment."));
    Instance kept = m_stored ? placesOf(*m_stored) : Instance();
    kept.name = probed().name;
    const bool isAsStored = m_stored && kept == probed();
    return finding.verdict == ProbeVerdict::InTheWay && !isOfService && !isAsStored;
}

bool AddInstanceController::isRefusalWrong() const
{
    if (!m_problems.isEmpty())
        return !m_problems.first().isMissing;
    return !m_isAdding && !isReading() && !refusal().isEmpty();
}

QList<Candidate> AddInstanceController::containers() const
{
    QList<Candidate> containers;
    for (const Candidate &candidate : m_discovery.candidates()) {
        if (candidate.instance.runtime.kind == QLatin1String("docker"))
            containers << candidate;
    }
    return containers;
}

QStringList AddInstanceController::groups() const
{
    QStringList groups;
    for (const QString &name : m_services.fleet.names()) {
        const QString group = m_services.fleet.session(name)->instance().group;
        if (!group.isEmpty() && !groups.contains(group))
            groups << group;
    }
    groups.sort();
    return groups;
}

void AddInstanceController::add()
{
    if (!refusal().isEmpty())
        return;
    m_isAdding = true;
    emit changed();
    const QString id = serverDatabase(m_draft.profile);
    if (m_password.isEmpty() || id.isEmpty() || !m_services.postgres) {
        store();
        return;
    }
    // The password first: without it the instance would be there and not work.
    m_services.probe.runner.run(
        tr("Keeping the password"), this,
        [postgres = m_services.postgres, name = m_draft.name, id, password = m_password](
            const OperationContext &context) { return postgres->storePassword(name, id, password, context); },
        [this](const Result<> &kept) { kept ? store() : onStored(failure(kept.error())); });
}

void AddInstanceController::store()
{
    if (m_stored) {
        const Instance after = completed();
        m_services.fleet.change(*m_stored, after, this, [this, after](const Result<> &changed) {
            onStored(changed ? Result<Instance>(after) : Result<Instance>(failure(changed.error())));
        });
        return;
    }
    m_services.fleet.add(completed(), this, [this](const Result<Instance> &stored) { onStored(stored); });
}

void AddInstanceController::onStored(const Result<Instance> &stored)
{
    if (!stored) {
        m_isAdding = false;
        emit addFailed(stored.error());
        emit changed();
        return;
    }
    if (m_services.fleet.has(stored->name))
        emit added(stored->name);
    else
        m_storedName = stored->name;
}

} // namespace pilothouse
