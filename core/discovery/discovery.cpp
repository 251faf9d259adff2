// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/discovery/discovery.h"

#include "core/base/foreigntext.h"
#include "core/discovery/discoverysources.h"
#include "core/instances/instancestore.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>

#include <atomic>
#include <condition_variable>
#include <future>
#include <mutex>
#include <thread>

namespace pilothouse {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds PollInterval{50};

struct DiscoveryText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

/// Asks a piece of work to end when its time is up, or when the work around it is cancelled.
class Deadline
{
public:
    Deadline(milliseconds time, const OperationContext &outer)
        : m_watch([this, time, outer] { watch(time, outer); })
    {
    }

    ~Deadline()
    {
        {
            const std::lock_guard guard(m_mutex);
            m_isOver = true;
        }
        m_ended.notify_all();
        m_watch.join();
    }

    const OperationContext &context() const { return m_inner; }
    bool hasPassed() const { return m_hasPassed; }

private:
    void watch(milliseconds time, const OperationContext &outer)
    {
        const auto end = std::chrono::steady_clock::now() + time;
        std::unique_lock guard(m_mutex);
        while (!m_ended.wait_for(guard, PollInterval, [this] { return m_isOver; })) {
            m_hasPassed = std::chrono::steady_clock::now() >= end;
            if (m_hasPassed || outer.isCancelled()) {
                m_inner.cancel();
                return;
            }
        }
    }

    OperationContext m_inner;
    std::mutex m_mutex;
    std::condition_variable m_ended;
    bool m_isOver = false;
    std::atomic<bool> m_hasPassed = false;
    std::thread m_watch;
};

Result<> lookIn(DiscoverySource source, const SourceWork &work)
{
    switch (source) {
    case DiscoverySource::Containers:
        return findContainers(work);
    case DiscoverySource::Units:
        return findUnits(work);
    case DiscoverySource::Processes:
        return findProcesses(work);
    case DiscoverySource::Folders:
        break;
    }
    return findFolders(work);
}

QString silence(DiscoverySource source, milliseconds deadline)
{
    const qint64 seconds = std::max<qint64>(1, deadline.count() / 1000);
    switch (source) {
    case DiscoverySource::Containers:
        return DiscoveryText::tr("The container engine does not answer within %1 s.").arg(seconds);
    case DiscoverySource::Units:
        return DiscoveryText::tr("systemd does not answer within %1 s.").arg(seconds);
    case DiscoverySource::Processes:
        return DiscoveryText::tr("The processes could not be read within %1 s.").arg(seconds);
    case DiscoverySource::Folders:
        break;
    }
    return DiscoveryText::tr("The folders could not be read within %1 s.").arg(seconds);
}

/// A path as the machine has it, whatever links lead there.
QString canonical(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return real.isEmpty() ? QDir::cleanPath(path) : real;
}

bool isSameFolder(const QString &one, const QString &other)
{
    return !one.isEmpty() && !other.isEmpty() && canonical(one) == canonical(other);
}

bool isSameRuntime(const RuntimeSettings &one, const RuntimeSettings &other)
{
    if (one.kind != other.kind || one.kind == QLatin1String("files"))
        return false;
    return one.container == other.container && one.project == other.project && one.service == other.service
           && one.unit == other.unit && one.isUserUnit == other.isUserUnit && one.pidFile == other.pidFile;
}

QString knownName(const Candidate &candidate, const QList<Instance> &known)
{
    for (const Instance &instance : known) {
        if (isSameRuntime(instance.runtime, candidate.instance.runtime)
            || (!instance.isThroughEngine && isSameFolder(instance.dataDir, candidate.instance.dataDir)))
            return instance.name;
    }
    return {};
}

/// Two containers that share a folder, or two units, are two services all the same.
bool isSameService(const Candidate &one, const Candidate &other)
{
    const bool isNamed = one.source == DiscoverySource::Containers || one.source == DiscoverySource::Units;
    if (one.source == other.source && isNamed)
        return false;
    return one.processes.intersects(other.processes)
           || isSameFolder(one.instance.dataDir, other.instance.dataDir);
}

/// Adds what a lesser sighting of the same service told.
void absorb(Candidate &kept, const Candidate &other)
{
    kept.processes.unite(other.processes);
    kept.score = std::max(kept.score, other.score);
    for (const QString &reason : other.reasons) {
        if (!kept.reasons.contains(reason))
            kept.reasons << reason;
    }
    if (kept.instance.dataDir.isEmpty())
        kept.instance.dataDir = other.instance.dataDir;
    if (kept.instance.healthUrl.isEmpty() && !isContainerKind(kept.instance.runtime.kind))
        kept.instance.healthUrl = other.instance.healthUrl;
    if (!kept.hasProfile())
        kept.instance.profile = other.instance.profile;
}

/// Why it cannot become an instance as it was found; empty: it can.
QString refusalOf(const Candidate &candidate)
{
    for (const QString &word : addWords(candidate.instance)) {
        if (visibleLine(word) != word)
            return DiscoveryText::tr(
                "A name in it holds characters that cannot be shown. Rename it there first.");
    }
    Instance shape = candidate.instance;
    if (shape.profile.isEmpty())
        shape.profile = QStringLiteral("any"); // the operator chooses one
    if (shape.dataDir.isEmpty() && isContainerKind(shape.runtime.kind))
        shape.dataDir = QStringLiteral("/"); // read off the container when it is added
    const auto good = checkInstance(shape);
    return good ? QString() : good.error().message;
}

int rankOf(const Candidate &candidate)
{
    if (!candidate.knownAs.isEmpty())
        return 3;
    if (!candidate.refusal.isEmpty())
        return 2;
    return candidate.hasProfile() ? 0 : 1;
}

} // namespace

void take(Candidate &candidate, const ProfileMatch &match)
{
    candidate.score = match.score;
    candidate.reasons = match.reasons;
    if (!match.profile)
        return;
    candidate.instance.profile = match.profile->id;
    candidate.instance.dataDir = match.dataFolder;
    if (!match.dataFolderReason.isEmpty())
        candidate.problems << match.dataFolderReason;
}

SourceReport discover(DiscoverySource source, const DiscoveryRequest &request,
                      const OperationContext &context)
{
    SourceReport report;
    report.source = source;
    QElapsedTimer timer;
    timer.start();
    DiscoveryRequest whole = request;
    if (whole.home.isEmpty())
        whole.home = QDir::homePath();
    Deadline deadline(request.deadline, context);
    const auto looked = lookIn(source, {whole, deadline.context(), report.candidates});
    report.milliseconds = timer.elapsed();
    for (Candidate &candidate : report.candidates)
        candidate.source = source;
    if (deadline.hasPassed())
        report.error = failure(ErrorKind::TimedOut, silence(source, request.deadline)).value();
    else if (!looked)
        report.error = looked.error();
    return report;
}

QList<SourceReport> discoverAll(const DiscoveryRequest &request, const OperationContext &context)
{
    std::vector<std::future<SourceReport>> running;
    for (const DiscoverySource source : DiscoverySources)
        running.push_back(std::async(
            std::launch::async, [&request, &context, source] { return discover(source, request, context); }));
    QList<SourceReport> reports;
    for (auto &report : running)
        reports << report.get();
    return reports;
}

QList<Candidate> joined(const QList<SourceReport> &reports, const QList<Instance> &known)
{
    QList<Candidate> list;
    for (const DiscoverySource source : DiscoverySources) { // what controls a service best comes first
        for (const SourceReport &report : reports) {
            if (report.source != source)
                continue;
            for (const Candidate &candidate : report.candidates) {
                const auto same = std::find_if(list.begin(), list.end(), [&](const Candidate &kept) {
                    return isSameService(kept, candidate);
                });
                if (same != list.end())
                    absorb(*same, candidate);
                else
                    list << candidate;
            }
        }
    }
    QStringList taken;
    for (const Instance &instance : known)
        taken << instance.name;
    for (Candidate &candidate : list) {
        candidate.knownAs = knownName(candidate, known);
        const QString otherwise =
            candidate.hasProfile() ? candidate.instance.profile : QStringLiteral("service");
        candidate.instance.name = instanceNameFrom(candidate.title, otherwise, taken);
        if (candidate.knownAs.isEmpty())
            taken << candidate.instance.name;
        candidate.refusal = refusalOf(candidate);
    }
    std::stable_sort(list.begin(), list.end(),
                     [](const Candidate &a, const Candidate &b) { return rankOf(a) < rankOf(b); });
    return list;
}

} // namespace pilothouse
