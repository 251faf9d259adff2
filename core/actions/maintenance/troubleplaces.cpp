// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What the checks see of the data: who may write it, how whole it is, how much room is left.

#include "core/actions/maintenance/troublechecks.h"
#include "core/base/units.h"
#include "core/monitoring/profileprobing.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace pilothouse {

namespace {

struct TroublePlacesText
{
    Q_DECLARE_TR_FUNCTIONS(TroubleChecks)
};

constexpr qint64 LeastFree = 64LL << 20;

/// Whom the service writes as.
struct Writer
{
    uint user = 0;
    QSet<uint> groups;
};

/// From /proc; empty where it is gone.
std::optional<Writer> writerOf(qint64 pid)
{
    QFile file(QStringLiteral("/proc/%1/status").arg(pid));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    Writer writer;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QList<QByteArray> fields = line.simplified().split(' ');
        if (fields.first() == "Uid:")
            writer.user = fields.value(2).toUInt();
        if (fields.first() == "Gid:" || fields.first() == "Groups:") {
            for (const QByteArray &group : fields.mid(1))
                writer.groups.insert(group.toUInt());
        }
    }
    return writer;
}

bool mayWrite(const struct stat &facts, const Writer &writer)
{
    if (writer.user == 0)
        return true;
    const uint wanted = S_ISDIR(facts.st_mode) ? 3 : 2;
    uint bits = facts.st_mode & 7;
    if (facts.st_uid == writer.user)
        bits = (facts.st_mode >> 6) & 7;
    else if (writer.groups.contains(facts.st_gid))
        bits = (facts.st_mode >> 3) & 7;
    return (bits & wanted) == wanted;
}

} // namespace

void TroubleChecks::lookAtMounts()
{
    if (!isContainerKind(m_session.runtime().kind())) {
        lookAtPlaces();
        return;
    }
    const auto mounts = m_session.runtime().mounts(m_context);
    if (!mounts) {
        addError({}, mounts.error());
        return;
    }
    for (const MountEntry &mount : *mounts) {
        if (mount.target == m_session.profile().containerDataDir && mount.isReadOnly)
            add(mount.target, ProbeVerdict::InTheWay, TroublePlacesText::tr("Mounted read-only"),
                TroublePlacesText::tr("Make the container again with this mount writable."));
    }
    lookAtPlaces();
}

void TroubleChecks::lookAtPlaces()
{
    const qint64 pid = status() ? status()->pid : 0;
    std::optional<Writer> writer = pid > 0 ? writerOf(pid) : std::nullopt;
    if (!writer && isContainerKind(m_session.runtime().kind()))
        writer = Writer{m_session.profile().ownerId, {m_session.profile().groupId}};
    if (!writer && m_session.runtime().kind() == QLatin1String("process"))
        writer = Writer{::geteuid(), {::getegid()}};
    if (!writer) {
        add({}, isFilesOnly() ? ProbeVerdict::DoesNotApply : ProbeVerdict::NotKnown,
            TroublePlacesText::tr("Nobody knows as whom the service runs while it does not run."));
        return;
    }
    const QString data = m_session.instance().dataDir;
    QStringList places{data, data + QStringLiteral("/data")};
    for (const DatabaseReference &database : m_session.databases())
        places << SqliteEngine::family(database.path);
    QStringList closed;
    for (const QString &place : std::as_const(places)) {
        struct stat facts = {};
        if (::stat(QFile::encodeName(place).constData(), &facts) == 0 && !mayWrite(facts, *writer))
            closed << QDir(data).relativeFilePath(place);
    }
    struct statvfs system = {};
    const bool isReadOnly =
        ::statvfs(QFile::encodeName(data).constData(), &system) == 0 && (system.f_flag & ST_RDONLY) != 0;
    if (isReadOnly)
        add({}, ProbeVerdict::InTheWay, TroublePlacesText::tr("The file system of %1 is read-only").arg(data),
            TroublePlacesText::tr(
                "A disk with errors is often mounted anew like this; look at the kernel's log."));
    else if (!closed.isEmpty())
        add({}, ProbeVerdict::InTheWay,
            TroublePlacesText::tr("User %1 may not write: %2")
                .arg(writer->user)
                .arg(closed.join(QLatin1String(", "))),
            TroublePlacesText::tr("Give these to user %1, or let that user write them.").arg(writer->user));
    else
        add({}, ProbeVerdict::Holds, TroublePlacesText::tr("User %1 may write it").arg(writer->user));
}

void TroubleChecks::lookAtPermissions()
{
    const auto findings = Probing(m_session, m_services.engine, m_services.send, m_context).runPermissions();
    for (const ProbeFinding &finding : findings) {
        ProbeFinding mine = finding;
        mine.id = QStringLiteral("data.permissions.") + finding.id;
        m_findings << mine;
    }
}

void TroubleChecks::lookAtDatabases()
{
    for (const DatabaseReference &database : m_session.databases()) {
        if (m_context.isCancelled())
            return;
        if (!QFile::exists(database.path)) {
            add(database.relativePath, database.isRequired ? ProbeVerdict::InTheWay : ProbeVerdict::ToKnow,
                TroublePlacesText::tr("Not there"),
                database.isRequired ? TroublePlacesText::tr(
                    "The service starts with nothing in it. Restore it from a backup.")
                                    : QString());
            continue;
        }
        const auto check = m_services.engine.integrityCheck(database.path, m_context);
        if (!check)
            add(database.relativePath,
                check.error().kind == ErrorKind::BadData ? ProbeVerdict::InTheWay : ProbeVerdict::NotKnown,
                check.error().message, check.error().advice);
        else if (check->verdict == CheckVerdict::Failed)
            add(database.relativePath, ProbeVerdict::InTheWay,
                TroublePlacesText::tr("Damaged, %n problem(s): %1", nullptr,
                                      static_cast<int>(check->problems.size()))
                    .arg(check->problems.value(0).section(u'\n', 0, 0)),
                TroublePlacesText::tr(
                    "Stop the service before it writes more. Save what is readable, or restore a backup."));
        else
            add(database.relativePath,
                check->verdict == CheckVerdict::Passed ? ProbeVerdict::Holds : ProbeVerdict::NotKnown,
                check->verdict == CheckVerdict::Passed ? TroublePlacesText::tr("Whole (integrity_check)")
                                                       : check->problems.value(0));
    }
}

void TroubleChecks::lookAtSpace()
{
    const QString data = m_session.instance().dataDir;
    struct statvfs facts = {};
    if (::statvfs(QFile::encodeName(data).constData(), &facts) != 0) {
        add({}, ProbeVerdict::NotKnown, TroublePlacesText::tr("%1 cannot be looked at").arg(data));
        return;
    }
    const auto free = static_cast<qint64>(facts.f_bavail * facts.f_frsize);
    // What is kept for root counts neither as used nor as free, as df has it.
    const auto taken = static_cast<double>(facts.f_blocks - facts.f_bfree);
    const double room = taken + static_cast<double>(facts.f_bavail);
    const double used = room > 0 ? 100.0 * taken / room : 0;
    double limit = 90;
    for (const ProfileThreshold &threshold : m_session.profile().thresholds)
        limit = threshold.id == QLatin1String("disk") ? threshold.warn : limit;
    const QString text =
        TroublePlacesText::tr("%1 free, %2 % used").arg(formatBytes(free), QString::number(used, 'f', 0));
    const bool hasNoNames = facts.f_files > 0 && facts.f_favail == 0;
    if (hasNoNames)
        add({}, ProbeVerdict::InTheWay,
            TroublePlacesText::tr("No file can be made: the file system has no inodes left"),
            TroublePlacesText::tr("Remove files that are not needed."));
    else if (free < LeastFree)
        add({}, ProbeVerdict::InTheWay, text,
            TroublePlacesText::tr("SQLite cannot write. Make room: old backups and logs first."));
    else
        add({}, used > limit ? ProbeVerdict::ToKnow : ProbeVerdict::Holds, text,
            used > limit ? TroublePlacesText::tr("The limit is %1 %.").arg(limit) : QString());
}

} // namespace pilothouse
