// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/members.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/output.h"
#include "core/base/foreigntext.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <iterator>

namespace pilothouse {

namespace {

/// A limit of 0 is none; a size below 0 is not known, or there is nothing that has one.
enum class Unit { Plain, Word, Bytes, Limit, Swap, Cores, Percent, Count, Seconds, Milliseconds, Moment };

struct Member
{
    const char *name; ///< its key, or "parent.key" where it means something else there
    const char *label;
    Unit unit;
};

/// In the order in which they are shown.
constexpr Member Members[] = {
    // clang-format off
    {"instance", QT_TRANSLATE_NOOP("CommandLine", "Instance"), Unit::Plain},
    {"name", QT_TRANSLATE_NOOP("CommandLine", "Name"), Unit::Plain},
    {"title", QT_TRANSLATE_NOOP("CommandLine", "Title"), Unit::Plain},
    {"verdict", QT_TRANSLATE_NOOP("CommandLine", "Verdict"), Unit::Word},
    {"state", QT_TRANSLATE_NOOP("CommandLine", "State"), Unit::Word},
    {"reason", QT_TRANSLATE_NOOP("CommandLine", "Reason"), Unit::Plain},
    {"profile", QT_TRANSLATE_NOOP("CommandLine", "Profile"), Unit::Plain},
    {"profileTitle", QT_TRANSLATE_NOOP("CommandLine", "Name of the profile"), Unit::Plain},
    {"environment", QT_TRANSLATE_NOOP("CommandLine", "Environment"), Unit::Plain},
    {"group", QT_TRANSLATE_NOOP("CommandLine", "Group"), Unit::Plain},
    {"isLocked", QT_TRANSLATE_NOOP("CommandLine", "Locked"), Unit::Plain},
    {"secondsLeft", QT_TRANSLATE_NOOP("CommandLine", "Time left"), Unit::Seconds},
    {"kind", QT_TRANSLATE_NOOP("CommandLine", "Kind"), Unit::Plain},
    {"when", QT_TRANSLATE_NOOP("CommandLine", "When"), Unit::Plain},
    {"work", QT_TRANSLATE_NOOP("CommandLine", "What"), Unit::Plain},
    {"runtime", QT_TRANSLATE_NOOP("CommandLine", "Runtime"), Unit::Plain},
    {"container", QT_TRANSLATE_NOOP("CommandLine", "Container"), Unit::Plain},
    {"project", QT_TRANSLATE_NOOP("CommandLine", "Project"), Unit::Plain},
    {"service", QT_TRANSLATE_NOOP("CommandLine", "Service"), Unit::Plain},
    {"unit", QT_TRANSLATE_NOOP("CommandLine", "Unit"), Unit::Plain},
    {"engine", QT_TRANSLATE_NOOP("CommandLine", "Engine"), Unit::Plain},
    {"command", QT_TRANSLATE_NOOP("CommandLine", "Command"), Unit::Plain},
    {"pidFile", QT_TRANSLATE_NOOP("CommandLine", "Pid file"), Unit::Plain},
    {"workingDirectory", QT_TRANSLATE_NOOP("CommandLine", "Working folder"), Unit::Plain},
    {"dataDir", QT_TRANSLATE_NOOP("CommandLine", "Data folder"), Unit::Plain},
    {"backupDir", QT_TRANSLATE_NOOP("CommandLine", "Backup folder"), Unit::Plain},
    {"backupFolder", QT_TRANSLATE_NOOP("CommandLine", "Backup folder"), Unit::Plain},
    {"secondBackupDir", QT_TRANSLATE_NOOP("CommandLine", "Second backup folder"), Unit::Plain},
    {"archiveFormat", QT_TRANSLATE_NOOP("CommandLine", "Archive format"), Unit::Plain},
    {"safetyDays", QT_TRANSLATE_NOOP("CommandLine", "Days of safety copies"), Unit::Plain},
    {"watchSeconds", QT_TRANSLATE_NOOP("CommandLine", "Log is watched for"), Unit::Seconds},
    {"healthUrl", QT_TRANSLATE_NOOP("CommandLine", "Health address"), Unit::Plain},
    {"runbook", QT_TRANSLATE_NOOP("CommandLine", "Runbook"), Unit::Plain},
    {"status", QT_TRANSLATE_NOOP("CommandLine", "Service"), Unit::Plain},
    {"health.status", QT_TRANSLATE_NOOP("CommandLine", "HTTP status"), Unit::Plain},
    {"health", QT_TRANSLATE_NOOP("CommandLine", "Health"), Unit::Plain},
    {"healthFailures", QT_TRANSLATE_NOOP("CommandLine", "Failures in a row"), Unit::Plain},
    {"url", QT_TRANSLATE_NOOP("CommandLine", "Address"), Unit::Plain},
    {"pid", QT_TRANSLATE_NOOP("CommandLine", "Process id"), Unit::Plain},
    {"startedAt", QT_TRANSLATE_NOOP("CommandLine", "Started"), Unit::Moment},
    {"endedAt", QT_TRANSLATE_NOOP("CommandLine", "Ended"), Unit::Moment},
    {"lastEndedAt", QT_TRANSLATE_NOOP("CommandLine", "Ended before"), Unit::Moment},
    {"exitCode", QT_TRANSLATE_NOOP("CommandLine", "Exit code"), Unit::Plain},
    {"isOutOfMemory", QT_TRANSLATE_NOOP("CommandLine", "Killed for lack of memory"), Unit::Plain},
    {"restartCount", QT_TRANSLATE_NOOP("CommandLine", "Restarts"), Unit::Plain},
    {"restartPolicy", QT_TRANSLATE_NOOP("CommandLine", "Restart policy"), Unit::Plain},
    {"removesItself", QT_TRANSLATE_NOOP("CommandLine", "Removed when it ends"), Unit::Plain},
    {"triggeredBy", QT_TRANSLATE_NOOP("CommandLine", "Triggered by"), Unit::Plain},
    {"image", QT_TRANSLATE_NOOP("CommandLine", "Image"), Unit::Plain},
    {"imageDigest", QT_TRANSLATE_NOOP("CommandLine", "Digest of the image"), Unit::Plain},
    {"healthCheck", QT_TRANSLATE_NOOP("CommandLine", "Health check"), Unit::Plain},
    {"healthLog", QT_TRANSLATE_NOOP("CommandLine", "What it said"), Unit::Plain},
    {"timeoutSeconds", QT_TRANSLATE_NOOP("CommandLine", "Timeout"), Unit::Seconds},
    {"startSeconds", QT_TRANSLATE_NOOP("CommandLine", "Time to start"), Unit::Seconds},
    {"retries", QT_TRANSLATE_NOOP("CommandLine", "Retries"), Unit::Plain},
    {"statistics", QT_TRANSLATE_NOOP("CommandLine", "Use"), Unit::Plain},
    {"statistics.memoryBytes", QT_TRANSLATE_NOOP("CommandLine", "Memory"), Unit::Bytes},
    {"cpuPercent", QT_TRANSLATE_NOOP("CommandLine", "CPU now"), Unit::Percent},
    {"memoryUsed", QT_TRANSLATE_NOOP("CommandLine", "Memory now"), Unit::Bytes},
    {"memoryPeak", QT_TRANSLATE_NOOP("CommandLine", "Most memory in 7 days"), Unit::Bytes},
    {"cpuPeak", QT_TRANSLATE_NOOP("CommandLine", "Most CPU in 7 days"), Unit::Percent},
    {"memoryBytes", QT_TRANSLATE_NOOP("CommandLine", "Memory limit"), Unit::Limit},
    {"memoryLimit", QT_TRANSLATE_NOOP("CommandLine", "Memory limit"), Unit::Limit},
    {"swapBytes", QT_TRANSLATE_NOOP("CommandLine", "Memory and swap"), Unit::Swap},
    {"cpus", QT_TRANSLATE_NOOP("CommandLine", "Cores at most"), Unit::Cores},
    {"networkReceived", QT_TRANSLATE_NOOP("CommandLine", "Network received"), Unit::Bytes},
    {"networkSent", QT_TRANSLATE_NOOP("CommandLine", "Network sent"), Unit::Bytes},
    {"blockRead", QT_TRANSLATE_NOOP("CommandLine", "Read from disk"), Unit::Bytes},
    {"blockWritten", QT_TRANSLATE_NOOP("CommandLine", "Written to disk"), Unit::Bytes},
    {"canSet", QT_TRANSLATE_NOOP("CommandLine", "Can be changed here"), Unit::Plain},
    {"definedBy", QT_TRANSLATE_NOOP("CommandLine", "Defined by"), Unit::Plain},
    {"definition", QT_TRANSLATE_NOOP("CommandLine", "Defined by"), Unit::Plain},
    {"presets", QT_TRANSLATE_NOOP("CommandLine", "Limits of the profile"), Unit::Plain},
    {"level", QT_TRANSLATE_NOOP("CommandLine", "Log level"), Unit::Plain},
    {"variable", QT_TRANSLATE_NOOP("CommandLine", "Variable"), Unit::Plain},
    {"value", QT_TRANSLATE_NOOP("CommandLine", "Value"), Unit::Plain},
    {"from", QT_TRANSLATE_NOOP("CommandLine", "Comes from"), Unit::Plain},
    {"choices", QT_TRANSLATE_NOOP("CommandLine", "Choices"), Unit::Plain},
    {"driver", QT_TRANSLATE_NOOP("CommandLine", "Log driver"), Unit::Plain},
    {"maxBytes", QT_TRANSLATE_NOOP("CommandLine", "Largest file"), Unit::Limit},
    {"maxFiles", QT_TRANSLATE_NOOP("CommandLine", "Files kept"), Unit::Plain},
    {"bytesNow", QT_TRANSLATE_NOOP("CommandLine", "Size now"), Unit::Bytes},
    {"mostBytes", QT_TRANSLATE_NOOP("CommandLine", "All logs at most"), Unit::Limit},
    {"goesBack", QT_TRANSLATE_NOOP("CommandLine", "Goes back by itself"), Unit::Plain},
    {"operation", QT_TRANSLATE_NOOP("CommandLine", "Operation"), Unit::Plain},
    {"dueAt", QT_TRANSLATE_NOOP("CommandLine", "Due"), Unit::Moment},
    {"waiter", QT_TRANSLATE_NOOP("CommandLine", "Waits"), Unit::Plain},
    {"files", QT_TRANSLATE_NOOP("CommandLine", "Files"), Unit::Plain},
    {"databases", QT_TRANSLATE_NOOP("CommandLine", "Databases"), Unit::Plain},
    {"id", QT_TRANSLATE_NOOP("CommandLine", "Id"), Unit::Plain},
    {"path", QT_TRANSLATE_NOOP("CommandLine", "Path"), Unit::Plain},
    {"exists", QT_TRANSLATE_NOOP("CommandLine", "There"), Unit::Plain},
    {"verified", QT_TRANSLATE_NOOP("CommandLine", "Verified"), Unit::Plain},
    {"server", QT_TRANSLATE_NOOP("CommandLine", "Server"), Unit::Plain},
    {"tables", QT_TRANSLATE_NOOP("CommandLine", "Tables"), Unit::Count},
    {"members", QT_TRANSLATE_NOOP("CommandLine", "Members"), Unit::Count},
    {"bytes", QT_TRANSLATE_NOOP("CommandLine", "Size"), Unit::Bytes},
    {"files.totalBytes", QT_TRANSLATE_NOOP("CommandLine", "With its rotations"), Unit::Bytes},
    {"rotateBytes", QT_TRANSLATE_NOOP("CommandLine", "Rotates at"), Unit::Limit},
    {"rotations", QT_TRANSLATE_NOOP("CommandLine", "Rotations"), Unit::Plain},
    {"keep", QT_TRANSLATE_NOOP("CommandLine", "Keeps"), Unit::Plain},
    {"walBytes", QT_TRANSLATE_NOOP("CommandLine", "Write-ahead log"), Unit::Bytes},
    {"shmBytes", QT_TRANSLATE_NOOP("CommandLine", "Shared memory file"), Unit::Bytes},
    {"journalBytes", QT_TRANSLATE_NOOP("CommandLine", "Rollback journal"), Unit::Bytes},
    {"pageSize", QT_TRANSLATE_NOOP("CommandLine", "Page size"), Unit::Bytes},
    {"pageCount", QT_TRANSLATE_NOOP("CommandLine", "Pages"), Unit::Count},
    {"freePages", QT_TRANSLATE_NOOP("CommandLine", "Free pages"), Unit::Count},
    {"journalMode", QT_TRANSLATE_NOOP("CommandLine", "Journal mode"), Unit::Plain},
    {"layout", QT_TRANSLATE_NOOP("CommandLine", "Layout"), Unit::Plain},
    {"encoding", QT_TRANSLATE_NOOP("CommandLine", "Encoding"), Unit::Plain},
    {"isReachable", QT_TRANSLATE_NOOP("CommandLine", "Reached"), Unit::Plain},
    {"databases.connections", QT_TRANSLATE_NOOP("CommandLine", "Connections"), Unit::Count},
    {"maxConnections", QT_TRANSLATE_NOOP("CommandLine", "Connections at most"), Unit::Count},
    {"connections", QT_TRANSLATE_NOOP("CommandLine", "Databases on servers"), Unit::Plain},
    {"database", QT_TRANSLATE_NOOP("CommandLine", "Database"), Unit::Plain},
    {"host", QT_TRANSLATE_NOOP("CommandLine", "Host"), Unit::Plain},
    {"port", QT_TRANSLATE_NOOP("CommandLine", "Port"), Unit::Plain},
    {"user", QT_TRANSLATE_NOOP("CommandLine", "User"), Unit::Plain},
    {"stoppedAt", QT_TRANSLATE_NOOP("CommandLine", "Stopped on purpose"), Unit::Moment},
    {"stoppedBy", QT_TRANSLATE_NOOP("CommandLine", "Stopped by"), Unit::Plain},
    {"growthPerDay", QT_TRANSLATE_NOOP("CommandLine", "Growth a day"), Unit::Bytes},
    {"counts", QT_TRANSLATE_NOOP("CommandLine", "Counts"), Unit::Plain},
    {"disk", QT_TRANSLATE_NOOP("CommandLine", "Disk"), Unit::Plain},
    {"freeBytes", QT_TRANSLATE_NOOP("CommandLine", "Free"), Unit::Bytes},
    {"totalBytes", QT_TRANSLATE_NOOP("CommandLine", "In all"), Unit::Bytes},
    {"fullAt", QT_TRANSLATE_NOOP("CommandLine", "Full by"), Unit::Moment},
    {"lastBackupAt", QT_TRANSLATE_NOOP("CommandLine", "Last backup"), Unit::Moment},
    {"lastVerifiedAt", QT_TRANSLATE_NOOP("CommandLine", "Last verified backup"), Unit::Moment},
    {"lastDrillAt", QT_TRANSLATE_NOOP("CommandLine", "Last drill"), Unit::Moment},
    {"drillDueAt", QT_TRANSLATE_NOOP("CommandLine", "Next drill due"), Unit::Moment},
    {"schedule", QT_TRANSLATE_NOOP("CommandLine", "Schedule"), Unit::Plain},
    {"isInstalled", QT_TRANSLATE_NOOP("CommandLine", "Installed"), Unit::Plain},
    {"usual", QT_TRANSLATE_NOOP("CommandLine", "Usual time"), Unit::Plain},
    {"isLingering", QT_TRANSLATE_NOOP("CommandLine", "Runs while logged out"), Unit::Plain},
    {"prunes", QT_TRANSLATE_NOOP("CommandLine", "Removes old backups"), Unit::Plain},
    {"intervalSeconds", QT_TRANSLATE_NOOP("CommandLine", "Every"), Unit::Seconds},
    {"graceSeconds", QT_TRANSLATE_NOOP("CommandLine", "Late from"), Unit::Seconds},
    {"nextRunAt", QT_TRANSLATE_NOOP("CommandLine", "Next run"), Unit::Moment},
    {"lastRunAt", QT_TRANSLATE_NOOP("CommandLine", "Last run"), Unit::Moment},
    {"lastRunCode", QT_TRANSLATE_NOOP("CommandLine", "Its exit code"), Unit::Plain},
    {"lastRunProblem", QT_TRANSLATE_NOOP("CommandLine", "Its problem"), Unit::Plain},
    {"missed", QT_TRANSLATE_NOOP("CommandLine", "Missed runs"), Unit::Plain},
    {"program", QT_TRANSLATE_NOOP("CommandLine", "Program"), Unit::Plain},
    {"log", QT_TRANSLATE_NOOP("CommandLine", "Log"), Unit::Plain},
    {"found", QT_TRANSLATE_NOOP("CommandLine", "Jobs of others"), Unit::Plain},
    {"adopted", QT_TRANSLATE_NOOP("CommandLine", "Taken over"), Unit::Plain},
    {"version", QT_TRANSLATE_NOOP("CommandLine", "Version"), Unit::Plain},
    {"digest", QT_TRANSLATE_NOOP("CommandLine", "Digest"), Unit::Plain},
    {"platform", QT_TRANSLATE_NOOP("CommandLine", "Platform"), Unit::Plain},
    {"created", QT_TRANSLATE_NOOP("CommandLine", "Made"), Unit::Moment},
    {"since", QT_TRANSLATE_NOOP("CommandLine", "Since"), Unit::Moment},
    {"newer", QT_TRANSLATE_NOOP("CommandLine", "Newer ones"), Unit::Plain},
    {"kept", QT_TRANSLATE_NOOP("CommandLine", "Kept for the way back"), Unit::Plain},
    {"package", QT_TRANSLATE_NOOP("CommandLine", "Package"), Unit::Plain},
    {"folder", QT_TRANSLATE_NOOP("CommandLine", "Folder"), Unit::Plain},
    {"isOpen", QT_TRANSLATE_NOOP("CommandLine", "Open to others"), Unit::Plain},
    {"findings", QT_TRANSLATE_NOOP("CommandLine", "Findings"), Unit::Plain},
    {"text", QT_TRANSLATE_NOOP("CommandLine", "Explanation"), Unit::Plain},
    {"advice", QT_TRANSLATE_NOOP("CommandLine", "Advice"), Unit::Plain},
    {"snippet", QT_TRANSLATE_NOOP("CommandLine", "For its definition"), Unit::Plain},
    {"milliseconds", QT_TRANSLATE_NOOP("CommandLine", "Took"), Unit::Milliseconds},
    {"at", QT_TRANSLATE_NOOP("CommandLine", "Looked at"), Unit::Moment},
    {"identity", QT_TRANSLATE_NOOP("CommandLine", "Identity"), Unit::Plain},
    {"modifiedAt", QT_TRANSLATE_NOOP("CommandLine", "Changed"), Unit::Moment},
    {"mode", QT_TRANSLATE_NOOP("CommandLine", "Mode"), Unit::Plain},
    {"ownerId", QT_TRANSLATE_NOOP("CommandLine", "User id"), Unit::Plain},
    {"groupId", QT_TRANSLATE_NOOP("CommandLine", "Group id"), Unit::Plain},
    {"schemaSha256", QT_TRANSLATE_NOOP("CommandLine", "Digest of its schema"), Unit::Plain},
    {"userVersion", QT_TRANSLATE_NOOP("CommandLine", "User version"), Unit::Plain},
    {"applicationId", QT_TRANSLATE_NOOP("CommandLine", "Application id"), Unit::Plain},
    {"addedAt", QT_TRANSLATE_NOOP("CommandLine", "Added"), Unit::Moment},
    {"throughEngine", QT_TRANSLATE_NOOP("CommandLine", "Read through the engine"), Unit::Plain},
    {"composeFiles", QT_TRANSLATE_NOOP("CommandLine", "Compose files"), Unit::Plain},
    {"isUserUnit", QT_TRANSLATE_NOOP("CommandLine", "Unit of this user"), Unit::Plain},
    {"key", QT_TRANSLATE_NOOP("CommandLine", "Key"), Unit::Plain},
    {"label", QT_TRANSLATE_NOOP("CommandLine", "Label"), Unit::Plain},
    {"detail", QT_TRANSLATE_NOOP("CommandLine", "Detail"), Unit::Plain},
    {"isEnabled", QT_TRANSLATE_NOOP("CommandLine", "Enabled"), Unit::Plain},
    {"table.status", QT_TRANSLATE_NOOP("CommandLine", "Status"), Unit::Plain},
    {"table.from", QT_TRANSLATE_NOOP("CommandLine", "From"), Unit::Plain},
    {"table.at", QT_TRANSLATE_NOOP("CommandLine", "At"), Unit::Plain},
    {"table.level", QT_TRANSLATE_NOOP("CommandLine", "Level"), Unit::Plain},
    {"table.connections", QT_TRANSLATE_NOOP("CommandLine", "Connections"), Unit::Plain},
    {"table.created", QT_TRANSLATE_NOOP("CommandLine", "Created"), Unit::Plain},
    {"table.value", QT_TRANSLATE_NOOP("CommandLine", "Value"), Unit::Plain},
    {"table.text", QT_TRANSLATE_NOOP("CommandLine", "Explanation"), Unit::Plain},
    {"time", QT_TRANSLATE_NOOP("CommandLine", "Time"), Unit::Plain},
    {"source", QT_TRANSLATE_NOOP("CommandLine", "Source"), Unit::Plain},
    {"component", QT_TRANSLATE_NOOP("CommandLine", "Component"), Unit::Plain},
    {"message", QT_TRANSLATE_NOOP("CommandLine", "Message"), Unit::Plain},
    {"result", QT_TRANSLATE_NOOP("CommandLine", "Result"), Unit::Plain},
    {"report", QT_TRANSLATE_NOOP("CommandLine", "Report"), Unit::Plain},
    {"backup", QT_TRANSLATE_NOOP("CommandLine", "Backup"), Unit::Plain},
    {"signed", QT_TRANSLATE_NOOP("CommandLine", "Signed"), Unit::Plain},
    {"count", QT_TRANSLATE_NOOP("CommandLine", "Count"), Unit::Plain},
    {"errors", QT_TRANSLATE_NOOP("CommandLine", "Errors"), Unit::Plain},
    {"warnings", QT_TRANSLATE_NOOP("CommandLine", "Warnings"), Unit::Plain},
    {"total", QT_TRANSLATE_NOOP("CommandLine", "All"), Unit::Plain},
    {"table", QT_TRANSLATE_NOOP("CommandLine", "Table"), Unit::Plain},
    {"item", QT_TRANSLATE_NOOP("CommandLine", "Item"), Unit::Plain},
    {"action", QT_TRANSLATE_NOOP("CommandLine", "Action"), Unit::Plain},
    {"entity", QT_TRANSLATE_NOOP("CommandLine", "Kind"), Unit::Plain},
    {"format", QT_TRANSLATE_NOOP("CommandLine", "Format"), Unit::Plain},
    {"questions", QT_TRANSLATE_NOOP("CommandLine", "Questions"), Unit::Plain},
    {"way", QT_TRANSLATE_NOOP("CommandLine", "Read by"), Unit::Plain},
    {"place", QT_TRANSLATE_NOOP("CommandLine", "Place"), Unit::Plain},
    {"differences", QT_TRANSLATE_NOOP("CommandLine", "Differences"), Unit::Plain},
    {"filter", QT_TRANSLATE_NOOP("CommandLine", "Filter"), Unit::Plain},
    {"type", QT_TRANSLATE_NOOP("CommandLine", "Type"), Unit::Plain},
    {"client", QT_TRANSLATE_NOOP("CommandLine", "Client"), Unit::Plain},
    {"route", QT_TRANSLATE_NOOP("CommandLine", "Route"), Unit::Plain},
    {"requests", QT_TRANSLATE_NOOP("CommandLine", "Requests"), Unit::Plain},
    {"refused", QT_TRANSLATE_NOOP("CommandLine", "Refused"), Unit::Plain},
    {"query", QT_TRANSLATE_NOOP("CommandLine", "Query"), Unit::Plain},
    {"wrong", QT_TRANSLATE_NOOP("CommandLine", "Wrong"), Unit::Plain},
    {"values.createdAt", QT_TRANSLATE_NOOP("CommandLine", "Created"), Unit::Plain},
    {"values.updatedAt", QT_TRANSLATE_NOOP("CommandLine", "Changed"), Unit::Plain},
    {"outcome", QT_TRANSLATE_NOOP("CommandLine", "Outcome"), Unit::Word},
    {"takenAt", QT_TRANSLATE_NOOP("CommandLine", "Taken"), Unit::Moment},
    {"stamp", QT_TRANSLATE_NOOP("CommandLine", "Stamp"), Unit::Plain},
    {"part", QT_TRANSLATE_NOOP("CommandLine", "Part"), Unit::Plain},
    {"trigger", QT_TRANSLATE_NOOP("CommandLine", "Made by"), Unit::Plain},
    {"problem", QT_TRANSLATE_NOOP("CommandLine", "Problem"), Unit::Plain},
    {"problems", QT_TRANSLATE_NOOP("CommandLine", "Problems"), Unit::Plain},
    {"isEstimate", QT_TRANSLATE_NOOP("CommandLine", "Estimated"), Unit::Plain},
    {"rows", QT_TRANSLATE_NOOP("CommandLine", "Rows"), Unit::Count},
    {"isOverdue", QT_TRANSLATE_NOOP("CommandLine", "Overdue"), Unit::Plain},
    {"wantedMode", QT_TRANSLATE_NOOP("CommandLine", "Should be"), Unit::Plain},
    {"owner", QT_TRANSLATE_NOOP("CommandLine", "Owner"), Unit::Plain},
    {"sentence", QT_TRANSLATE_NOOP("CommandLine", "Explanation"), Unit::Plain},
    {"error", QT_TRANSLATE_NOOP("CommandLine", "Error"), Unit::Plain},
    {"file", QT_TRANSLATE_NOOP("CommandLine", "File"), Unit::Plain},
    {"recoveryMilliseconds", QT_TRANSLATE_NOOP("CommandLine", "Recovery took"), Unit::Milliseconds},
    {"lossSeconds", QT_TRANSLATE_NOOP("CommandLine", "Data lost"), Unit::Seconds},
    {"storedBytes", QT_TRANSLATE_NOOP("CommandLine", "Stored"), Unit::Bytes},
    {"serverErrors", QT_TRANSLATE_NOOP("CommandLine", "Server errors"), Unit::Count},
    {"actionIds", QT_TRANSLATE_NOOP("CommandLine", "Actions"), Unit::Plain},
    {"plural", QT_TRANSLATE_NOOP("CommandLine", "Name"), Unit::Plain},
    {"values", QT_TRANSLATE_NOOP("CommandLine", "Values"), Unit::Plain},
    // clang-format on
};

struct Word
{
    const char *name;
    const char *label;
};

constexpr Word Words[] = {
    // clang-format off
    {"holds", QT_TRANSLATE_NOOP("CommandLine", "in order")},
    {"inTheWay", QT_TRANSLATE_NOOP("CommandLine", "needs attention")},
    {"toKnow", QT_TRANSLATE_NOOP("CommandLine", "good to know")},
    {"doesNotApply", QT_TRANSLATE_NOOP("CommandLine", "does not apply")},
    {"notKnown", QT_TRANSLATE_NOOP("CommandLine", "not known")},
    {"notChecked", QT_TRANSLATE_NOOP("CommandLine", "not checked")},
    {"backupStale", QT_TRANSLATE_NOOP("CommandLine", "backup is too old")},
    {"needsOperator", QT_TRANSLATE_NOOP("CommandLine", "waits for an operator")},
    {"passed", QT_TRANSLATE_NOOP("CommandLine", "passed")},
    {"failed", QT_TRANSLATE_NOOP("CommandLine", "failed")},
    {"running", QT_TRANSLATE_NOOP("CommandLine", "running")},
    {"stopped", QT_TRANSLATE_NOOP("CommandLine", "stopped")},
    {"starting", QT_TRANSLATE_NOOP("CommandLine", "starting")},
    {"healthy", QT_TRANSLATE_NOOP("CommandLine", "healthy")},
    {"down", QT_TRANSLATE_NOOP("CommandLine", "down")},
    {"unknown", QT_TRANSLATE_NOOP("CommandLine", "unknown")},
    {"done", QT_TRANSLATE_NOOP("CommandLine", "done")},
    {"putBack", QT_TRANSLATE_NOOP("CommandLine", "put back")},
    {"interrupted", QT_TRANSLATE_NOOP("CommandLine", "interrupted")},
    // clang-format on
};

/// None where it is not one of ours, as in a row of somebody else's table.
const Member *memberOf(const QString &parent, const QString &key)
{
    const auto find = [](const QString &name) {
        return std::find_if(std::begin(Members), std::end(Members),
                            [&name](const Member &member) { return name == QLatin1String(member.name); });
    };
    auto found = find(parent + u'.' + key);
    const bool isForeign = parent == QLatin1String("values") || parent == QLatin1String("counts");
    if (found == std::end(Members) && !isForeign)
        found = find(key);
    return found == std::end(Members) ? nullptr : found;
}

QString noLimit()
{
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "no limit"));
}

QString coresText(double cores)
{
    return commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1 cores")).arg(cores);
}

QString numberText(Unit unit, const QJsonValue &value)
{
    const double number = value.toDouble();
    const qint64 whole = value.toInteger(static_cast<qint64>(number));
    switch (unit) {
    case Unit::Bytes:
        return whole < 0 ? QStringLiteral("-") : formatBytes(whole);
    case Unit::Limit:
        return whole <= 0 ? noLimit() : formatBytes(whole);
    case Unit::Swap:
        return whole < 0 ? noLimit() : whole == 0 ? QStringLiteral("-") : formatBytes(whole);
    case Unit::Cores:
        return number > 0 ? coresText(number) : noLimit();
    case Unit::Percent:
        return QStringLiteral("%1 %").arg(number, 0, 'f', 1);
    case Unit::Count:
        return formatCount(whole);
    case Unit::Seconds:
        return formatDuration(whole * 1000);
    case Unit::Milliseconds:
        return QStringLiteral("%1 ms").arg(whole);
    default:
        return value.toVariant().toString();
    }
}

QString plainText(Unit unit, const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? commandLineText(QT_TRANSLATE_NOOP("CommandLine", "yes"))
                              : commandLineText(QT_TRANSLATE_NOOP("CommandLine", "no"));
    case QJsonValue::Double:
        return numberText(unit, value);
    case QJsonValue::String:
        if (value.toString().isEmpty())
            return QStringLiteral("-");
        return unit == Unit::Moment ? shownMoment(value.toString())
               : unit == Unit::Word ? wordText(value.toString())
                                    : visibleText(value.toString());
    case QJsonValue::Object:
        return QString::fromUtf8(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    default:
        return QStringLiteral("-");
    }
}

} // namespace

QString wordText(const QString &name)
{
    for (const Word &word : Words) {
        if (name == QLatin1String(word.name))
            return commandLineText(word.label);
    }
    return visibleText(name);
}

QString shownMoment(const QString &iso)
{
    const QDateTime moment = QDateTime::fromString(iso, Qt::ISODateWithMs);
    return moment.isValid() ? shownTime(moment).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss"))
                            : visibleText(iso);
}

QString memberLabel(const QString &parent, const QString &key)
{
    const Member *member = memberOf(parent, key);
    return member ? commandLineText(member->label) : visibleLine(key);
}

QString columnHeading(const QString &column)
{
    const qsizetype cut = column.lastIndexOf(u'/');
    const QString key = column.mid(cut + 1);
    const QString parent = cut < 0 ? QStringLiteral("table") : column.left(cut);
    if (parent == QLatin1String("row")) // of somebody else's table: as it is called there
        return visibleLine(key).toUpper();
    const Member *member = memberOf(parent, key);
    return (member ? commandLineText(member->label) : visibleLine(spelledOut(key))).toUpper();
}

QString memberText(const QString &parent, const QString &key, const QJsonValue &value)
{
    const Member *member = memberOf(parent, key);
    const Unit unit = member ? member->unit : Unit::Plain;
    if (!value.isArray())
        return plainText(unit, value);
    QStringList parts;
    for (const QJsonValue &item : value.toArray())
        parts << plainText(unit, item);
    return parts.isEmpty() ? QStringLiteral("-") : parts.join(QStringLiteral(", "));
}

QStringList orderedMembers(const QString &parent, QStringList keys)
{
    const auto rank = [&parent](const QString &key) {
        const Member *member = memberOf(parent, key);
        return member ? member - Members : std::ssize(Members);
    };
    std::stable_sort(keys.begin(), keys.end(),
                     [&rank](const QString &a, const QString &b) { return rank(a) < rank(b); });
    return keys;
}

} // namespace pilothouse
