// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/limits.h"

#include "core/actions/upgrade/upgradeplans.h"
#include "core/base/clock.h"
#include "core/base/memorysize.h"
#include "core/base/units.h"
#include "core/instances/fingerprint.h"
#include "core/instances/instancesession.h"
#include "core/monitoring/metricstore.h"
#include "core/plan/catalogue.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/serviceruntime.h"
#include "core/runtime/systemdruntime.h"

#include <QCoreApplication>

#include <algorithm>
#include <unistd.h>

namespace pilothouse {

namespace {

constexpr int PeakDays = 7;
constexpr qint64 LeastMemory = 6 << 20; // the engine takes no less

struct LimitsText
{
    Q_DECLARE_TR_FUNCTIONS(Limits)
};

double peakOf(const MetricStore &metrics, const QUuid &instance, const char *metric, const QDateTime &now)
{
    const auto points =
        metrics.series(instance, QLatin1String(metric), now.addDays(-PeakDays), now.addSecs(1));
    double peak = 0;
    for (const MetricPoint &point : points.value_or(QList<MetricPoint>()))
        peak = std::max({peak, point.value, point.high});
    return peak;
}

QString snippetFor(const QString &service, const ResourceLimits &limits)
{
    QStringList lines{QStringLiteral("services:"), QStringLiteral("  %1:").arg(service),
                      QStringLiteral("    deploy:"), QStringLiteral("      resources:"),
                      QStringLiteral("        limits:")};
    if (limits.cpus > 0)
        lines << QStringLiteral("          cpus: \"%1\"").arg(limits.cpus);
    if (limits.memoryBytes > 0)
        lines << QStringLiteral("          memory: %1").arg(limitText(limits.memoryBytes).toUpper());
    return limits.cpus > 0 || limits.memoryBytes > 0 ? lines.join(u'\n') + u'\n' : QString();
}

struct Definition
{
    QString owner;   // in words
    QString service; // its name there
    QString file;
};

Definition definitionOf(const QJsonObject &inspected)
{
    const QJsonObject labels =
        inspected.value(QLatin1String("Config")).toObject().value(QLatin1String("Labels")).toObject();
    const QString project = labels.value(QLatin1String("com.docker.compose.project")).toString();
    Definition definition;
    definition.service = labels.value(QLatin1String("com.docker.compose.service")).toString();
    definition.file = labels.value(QLatin1String("com.docker.compose.project.config_files")).toString();
    if (!project.isEmpty())
        definition.owner = LimitsText::tr("compose project %1").arg(project);
    if (definition.service.isEmpty())
        definition.service = inspected.value(QLatin1String("Name")).toString().remove(u'/');
    return definition;
}

Result<> readLimits(const InstanceSession &session, LimitsReport &report, const OperationContext &context)
{
    if (runsInContainers(session.runtime())) {
        const auto inspected = inspectContainerOf(session.runtime(), context);
        if (!inspected)
            return failure(inspected.error());
        const Definition definition = definitionOf(*inspected);
        report.limits = limitsFromInspect(*inspected);
        report.canSet = true;
        report.definedBy = definition.owner;
        report.snippet = snippetFor(definition.service, report.limits);
    } else if (const auto *unit = dynamic_cast<const SystemdRuntime *>(&session.runtime())) {
        const auto facts = unit->shownFacts(context);
        if (!facts)
            return failure(facts.error());
        report.limits = limitsFromUnit(*facts);
        report.memoryPeak = std::max<qint64>(0, countersFromUnit(*facts).memoryPeak);
        report.definedBy = LimitsText::tr("unit %1").arg(unit->unit());
    } else if (!session.runtime().canControl()) {
        return failure(ErrorKind::Refused,
                       LimitsText::tr("Pilothouse does not know which service uses these files."));
    }
    return {};
}

/// What was asked for, over what there is.
Result<ResourceLimits> wantedLimits(const InstanceSession &session, const QJsonObject &arguments,
                                    const ResourceLimits &now)
{
    ResourceLimits wanted = now;
    wanted.swapBytes = 0;
    const QString preset = arguments.value(QLatin1String("preset")).toString();
    if (!preset.isEmpty()) {
        const ProfileLimits *found = session.profile().limitsPreset(preset);
        if (!found)
            return failure(ErrorKind::BadInput,
                           LimitsText::tr("The profile has no limits “%1”.").arg(preset.left(40)));
        wanted.memoryBytes = found->memoryBytes;
        wanted.cpus = found->cpus;
    }
    const QString memory = arguments.value(QLatin1String("memory")).toString();
    if (!memory.isEmpty()) {
        const auto bytes = bytesFromText(memory);
        if (!bytes)
            return failure(bytes.error());
        wanted.memoryBytes = *bytes;
    }
    if (arguments.contains(QLatin1String("cpus")))
        wanted.cpus = arguments.value(QLatin1String("cpus")).toDouble();
    if (preset.isEmpty() && memory.isEmpty() && !arguments.contains(QLatin1String("cpus")))
        return failure(ErrorKind::BadInput,
                       LimitsText::tr("Say which memory, how many cores, or which preset."));
    return wanted;
}

void addFinding(Plan &plan, const char *id, FindingKind kind, const QString &text, const QString &advice = {})
{
    plan.findings << Finding{QLatin1String(id), kind, text, advice};
}

void addFindings(Plan &plan, const LimitsReport &report, const ResourceLimits &wanted,
                 const Definition &definition)
{
    plan.findings << memoryFindings(report, wanted.memoryBytes);
    const auto cores = static_cast<double>(::sysconf(_SC_NPROCESSORS_ONLN));
    if (wanted.cpus < 0 || wanted.cpus > cores || (wanted.cpus > 0 && wanted.cpus < 0.01))
        addFinding(
            plan, "cores", FindingKind::Blocker,
            LimitsText::tr("This machine has %1 cores; expected is a number from 0.01 on.").arg(cores));
    else if (wanted.cpus > 0 && report.use && wanted.cpus * 100 < report.use->cpuPercent)
        addFinding(plan, "slower", FindingKind::Warning,
                   LimitsText::tr("It uses %1 % of a core now and would become slower.")
                       .arg(report.use->cpuPercent, 0, 'f', 0));
    const QString snippet = snippetFor(definition.service, wanted);
    if (!definition.owner.isEmpty())
        addFinding(
            plan, "compose-undoes", FindingKind::Warning,
            LimitsText::tr("The next “compose up” that creates the container anew undoes this: its file "
                           "must say so too."),
            (definition.file.isEmpty() ? LimitsText::tr("Write this into the compose file:")
                                       : LimitsText::tr("Write this into %1:").arg(definition.file))
                + u'\n' + snippet);
    else
        addFinding(
            plan, "recreate-undoes", FindingKind::Info,
            LimitsText::tr("It holds until the container is created anew; give the limits there as well."));
}

Plan limitsStartPlan(const InstanceSession &session, const QJsonObject &parameters,
                     const OperationContext &context)
{
    Plan plan;
    plan.operation = QUuid::createUuid();
    plan.instance = session.instance().name;
    plan.action = QStringLiteral("limits.set");
    plan.parameters = parameters;
    plan.fingerprint = fingerprintOf(session, context).value_or(QByteArray());
    return plan;
}

/// The containers by their names, which only show it: the word finds them itself.
Result<QString> shownContainers(const InstanceSession &session, const OperationContext &context)
{
    const auto all = containersOf(session.runtime(), context);
    if (!all)
        return failure(all.error());
    QStringList names;
    for (const QString &container : all->containers) {
        const auto inspected = all->engine.inspect(container, context);
        if (!inspected)
            return failure(inspected.error());
        names << inspected->value(QLatin1String("Name")).toString().mid(1);
    }
    return names.join(u' ');
}

StepCall limitsCall(const InstanceSession &session, const QString &container, const ResourceLimits &limits)
{
    QJsonObject arguments = toJson(limits);
    arguments.insert(QStringLiteral("docker"), dockerWord(session));
    arguments.insert(QStringLiteral("container"), container);
    return {QStringLiteral("limits"), QStringLiteral("container.set-limits"), arguments};
}

tl::unexpected<Error> notHere(const InstanceSession &session)
{
    const auto *unit = dynamic_cast<const SystemdRuntime *>(&session.runtime());
    const QString advice =
        unit ? LimitsText::tr("Run: systemctl set-property --runtime %1 MemoryMax=2G CPUQuota=200%")
                   .arg(unit->unit())
             : LimitsText::tr("Start the service as a container or as a unit of systemd.");
    return failure(Error{ErrorKind::Refused,
                         session.instance().name,
                         LimitsText::tr("Only the limits of a container are changed while it runs."),
                         advice,
                         {}});
}

Result<Plan> planSet(const InstanceSession &session, const MetricStore &metrics, const QDateTime &now,
                     const QJsonObject &arguments, const OperationContext &context)
{
    if (!runsInContainers(session.runtime()))
        return notHere(session);
    const auto report = limitsOf(session, &metrics, now, context);
    if (!report)
        return failure(report.error());
    const auto wanted = wantedLimits(session, arguments, report->limits);
    if (!wanted)
        return failure(wanted.error());
    const auto inspected = inspectContainerOf(session.runtime(), context);
    if (!inspected)
        return failure(inspected.error());
    const auto shown = shownContainers(session, context);
    if (!shown)
        return failure(shown.error());
    Plan plan = limitsStartPlan(session, arguments, context);
    plan.title = LimitsText::tr("Change the limits of %1").arg(plan.instance);
    plan.button = LimitsText::tr("Change the limits");
    plan.steps << limitsCall(session, *shown, *wanted);
    if (updateRequest(report->limits, *wanted).isEmpty())
        addFinding(plan, "same", FindingKind::Info, LimitsText::tr("These are its limits already."));
    addFindings(plan, *report, *wanted, definitionOf(*inspected));
    plan.notes << LimitsText::tr("The service goes on while its limits change.");
    return plan;
}

Result<Plan> planUndo(const InstanceSession &session, const OperationRecord &record,
                      const OperationContext &context)
{
    const StepRecord *step = record.step(QStringLiteral("limits"));
    if (!runsInContainers(session.runtime()) || !step)
        return notHere(session);
    const auto shown = shownContainers(session, context);
    if (!shown)
        return failure(shown.error());
    const ResourceLimits before = limitsFromJson(step->before);
    Plan plan = limitsStartPlan(session, {}, context);
    plan.title = LimitsText::tr("Put the limits of %1 back").arg(plan.instance);
    plan.button = LimitsText::tr("Put back");
    plan.undoes = record.plan.operation;
    StepCall call = limitsCall(session, *shown, before);
    // Replicas may have had different ones.
    if (const QJsonObject each = step->before.value(QLatin1String("each")).toObject(); each.size() > 1)
        call.arguments.insert(QStringLiteral("each"), each);
    plan.steps << call;
    LimitsReport report;
    if (auto use = session.runtime().statistics(context))
        report.use = *use;
    plan.findings << memoryFindings(report, before.memoryBytes);
    return plan;
}

Parameter parameter(const char *name, const QString &title, Parameter::Type type)
{
    return {QLatin1String(name), title, type, false, {}};
}

} // namespace

QList<Finding> memoryFindings(const LimitsReport &report, qint64 wanted)
{
    if (wanted <= 0)
        return {};
    if (wanted < LeastMemory)
        return {{QStringLiteral("too-little"),
                 FindingKind::Blocker,
                 LimitsText::tr("The engine takes no limit below 6 MiB."),
                 {}}};
    const qint64 used = report.use ? report.use->memoryBytes : 0;
    if (wanted <= used)
        return {
            {QStringLiteral("below-use"), FindingKind::Blocker,
             LimitsText::tr("The service uses %1 now: it would be killed at once.").arg(formatBytes(used)),
             LimitsText::tr("Choose more, or restart the service first if it has grown.")}};
    if (wanted < report.memoryPeak)
        return {{QStringLiteral("below-peak"),
                 FindingKind::Warning,
                 LimitsText::tr("It has used up to %1 within seven days; then it would be killed.")
                     .arg(formatBytes(report.memoryPeak)),
                 {}}};
    return {};
}

Result<LimitsReport> limitsOf(const InstanceSession &session, const MetricStore *metrics,
                              const QDateTime &now, const OperationContext &context)
{
    LimitsReport report;
    if (auto read = readLimits(session, report, context); !read)
        return failure(withSubject(read.error(), session.instance().name));
    if (auto use = session.runtime().statistics(context))
        report.use = *use;
    // Limits are for each container, statistics for all of them.
    const auto all = containersOf(session.runtime(), context);
    if (const int count = all ? static_cast<int>(all->containers.size()) : 1; report.use && count > 1) {
        report.use->memoryBytes /= count;
        report.use->cpuPercent /= count;
    }
    if (metrics) {
        const double memory = peakOf(*metrics, session.instance().id, "memory.bytes", now);
        report.memoryPeak = std::max(report.memoryPeak, static_cast<qint64>(memory));
        report.cpuPeak = peakOf(*metrics, session.instance().id, "cpu.percent", now);
    }
    if (report.use) {
        report.memoryPeak = std::max(report.memoryPeak, report.use->memoryBytes);
        report.cpuPeak = std::max(report.cpuPeak, report.use->cpuPercent);
    }
    return report;
}

QJsonObject toJson(const LimitsReport &report, const QList<ProfileLimits> &presets)
{
    QJsonObject object = toJson(report.limits);
    if (report.use) {
        object.insert(QStringLiteral("memoryUsed"), report.use->memoryBytes);
        object.insert(QStringLiteral("cpuPercent"), report.use->cpuPercent);
    }
    object.insert(QStringLiteral("memoryPeak"), report.memoryPeak);
    object.insert(QStringLiteral("cpuPeak"), report.cpuPeak);
    object.insert(QStringLiteral("canSet"), report.canSet);
    object.insert(QStringLiteral("definedBy"), report.definedBy);
    object.insert(QStringLiteral("snippet"), report.snippet);
    QJsonArray list;
    for (const ProfileLimits &preset : presets)
        list << QJsonObject{{QStringLiteral("id"), preset.id},
                            {QStringLiteral("title"), preset.title},
                            {QStringLiteral("memoryBytes"), preset.memoryBytes},
                            {QStringLiteral("cpus"), preset.cpus}};
    object.insert(QStringLiteral("presets"), list);
    return object;
}

void addLimitActions(Catalogue &catalogue, const MetricStore &metrics, const Clock &clock)
{
    Action set;
    set.id = QStringLiteral("limits.set");
    set.title = LimitsText::tr("Change the limits");
    set.icon = QStringLiteral("sliders");
    set.severity = Severity::Reversible;
    set.runbookItems = QStringList{QStringLiteral("P33")};
    set.parameters = {parameter("memory", LimitsText::tr("Memory, such as 2G"), Parameter::Type::Text),
                      parameter("cpus", LimitsText::tr("Cores"), Parameter::Type::Number),
                      parameter("preset", LimitsText::tr("Limits of the profile"), Parameter::Type::Text)};
    set.plan = [&metrics, &clock](const InstanceSession &session, const QJsonObject &arguments,
                                  const OperationContext &context) {
        return planSet(session, metrics, clock.now(), arguments, context);
    };
    set.undo = planUndo;
    catalogue.add(set);
    catalogue.add(QueryEntry{QStringLiteral("limits.show"),
                             LimitsText::tr("Limits and use"),
                             {},
                             [&metrics, &clock](const InstanceSession &session, const QJsonObject &,
                                                const OperationContext &context) {
                                 return limitsOf(session, &metrics, clock.now(), context)
                                     .map([&session](const LimitsReport &report) {
                                         return QJsonValue(toJson(report, session.profile().limits));
                                     });
                             }});
}

} // namespace pilothouse
