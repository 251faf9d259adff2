// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/logsettings.h"

#include "core/actions/logs/logs.h"
#include "core/base/memorysize.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr int MostRotations = 1000;
constexpr double Slack = 1.2; // a record that is longer than what was left

struct LogSettingsText
{
    Q_DECLARE_TR_FUNCTIONS(LogSettings)
};

void lookAtFile(LogSettings &settings, const LogSource &source, const ProfileLogSource &wanted,
                const FileOps &files)
{
    LogFileState state{source.id, source.path, 0, 0, 0, wanted.rotateBytes, wanted.keep};
    const auto now = files.facts(source.path);
    const QString title = LogSettingsText::tr("Log %1").arg(wanted.title);
    if (!now) {
        settings.findings << probeFinding(QStringLiteral("file.") + source.id, ProbeVerdict::NotKnown, title,
                                          now.error().message);
        return;
    }
    state.bytes = now->bytes;
    state.totalBytes = now->bytes;
    for (int n = 1; !source.rotated.isEmpty() && n <= MostRotations; ++n) {
        const auto rotation = files.facts(source.pathOf(n));
        if (!rotation && n > wanted.keep)
            break;
        if (!rotation)
            continue;
        ++state.rotations;
        state.totalBytes += rotation->bytes;
    }
    settings.files << state;
    const QString id = QStringLiteral("file.") + source.id;
    const bool isTooLong =
        state.rotateBytes > 0
        && static_cast<double>(state.bytes) > Slack * static_cast<double>(state.rotateBytes);
    const QString seen =
        LogSettingsText::tr("%1 now, %2 in all with %n older file(s).", nullptr, state.rotations)
            .arg(formatBytes(state.bytes), formatBytes(state.totalBytes));
    if (isTooLong)
        settings.findings << probeFinding(
            id, ProbeVerdict::InTheWay, title,
            LogSettingsText::tr("It has %1 and should have been rotated at %2.")
                .arg(formatBytes(state.bytes), formatBytes(state.rotateBytes)),
            LogSettingsText::tr("Look whether the service may rename files in the log folder."));
    else if (state.rotations > state.keep)
        settings.findings << probeFinding(
            id, ProbeVerdict::ToKnow, title,
            LogSettingsText::tr("%n older file(s), and the service keeps %1.", nullptr, state.rotations)
                .arg(state.keep),
            LogSettingsText::tr("The older ones are left over; they can be removed."));
    else if (state.rotateBytes == 0)
        settings.findings << probeFinding(id, ProbeVerdict::ToKnow, title, seen,
                                          LogSettingsText::tr("It is not rotated: it grows without end."));
    else
        settings.findings << probeFinding(id, ProbeVerdict::Holds, title,
                                          seen + u' '
                                              + LogSettingsText::tr("At most %1 × %2.")
                                                    .arg(state.keep + 1)
                                                    .arg(formatBytes(state.rotateBytes)));
}

void lookAtFiles(LogSettings &settings, const InstanceSession &session, const FileOps &files)
{
    const auto sources = logSources(session);
    for (const LogSource &source : sources.value_or(QList<LogSource>())) {
        for (const ProfileLogSource &wanted : session.profile().logs) {
            if (wanted.id == source.id && wanted.kind == QLatin1String("file"))
                lookAtFile(settings, source, wanted, files);
        }
    }
}

/// What the profile wants the engine to keep of the console; null: it says nothing of that.
const ProfileLogSource *wantedOfConsole(const InstanceSession &session)
{
    const auto *compose = dynamic_cast<const ComposeRuntime *>(&session.runtime());
    for (const ProfileLogSource &source : session.profile().logs) {
        const bool isOwn = source.service.isEmpty() || (compose && source.service == compose->service());
        if (source.kind == QLatin1String("container") && source.rotateBytes > 0 && isOwn)
            return &source;
    }
    return nullptr;
}

QString driverAdvice(const InstanceSession &session, const ProfileLogSource *wanted)
{
    constexpr qint64 UsualBytes = 10 << 20;
    constexpr int UsualFiles = 7;
    const QString size = limitText(wanted ? wanted->rotateBytes : UsualBytes);
    const int files = wanted ? wanted->keep + 1 : UsualFiles;
    return LogSettingsText::tr("Run: pilothouse-cli logs driver %1 --driver json-file --size %2 --files %3")
        .arg(session.instance().name, size)
        .arg(files);
}

QString daysText(double days)
{
    return days < 2 ? LogSettingsText::tr("%n hour(s)", nullptr, qRound(days * 24))
                    : LogSettingsText::tr("%n day(s)", nullptr, qRound(days));
}

/// What a limited driver keeps, against what the profile wants.
void checkLimits(LogSettings &settings, const InstanceSession &session, const QString &size)
{
    const LogDriver &driver = settings.driver;
    const ProfileLogSource *wanted = wantedOfConsole(session);
    const QString id = QStringLiteral("driver");
    const QString title = LogSettingsText::tr("Console log");
    const double days = driver.daysWhenFull();
    const QString reach =
        days < 0 ? QString() : u' ' + LogSettingsText::tr("At its rate that is %1.").arg(daysText(days));
    if (wanted && driver.mostBytes() < wanted->rotateBytes * (wanted->keep + 1))
        settings.findings << probeFinding(
            id, ProbeVerdict::ToKnow, title,
            LogSettingsText::tr("The driver %1 keeps at most %2; this service should keep %3 × %4.")
                    .arg(driver.name, formatBytes(driver.mostBytes()))
                    .arg(wanted->keep + 1)
                    .arg(formatBytes(wanted->rotateBytes))
                + reach + size,
            driverAdvice(session, wanted));
    else if (wanted && wanted->days > 0 && days >= 0 && days < wanted->days)
        settings.findings << probeFinding(
            id, ProbeVerdict::ToKnow, title,
            LogSettingsText::tr("The driver %1 keeps at most %2 × %3; this service should keep %n day(s).",
                                nullptr, wanted->days)
                    .arg(driver.name)
                    .arg(driver.maxFiles)
                    .arg(formatBytes(driver.maxBytes))
                + reach + size,
            LogSettingsText::tr("Keep more files, or send the log to a central place as well."));
    else
        settings.findings << probeFinding(id, ProbeVerdict::Holds, title,
                                          LogSettingsText::tr("The driver %1 keeps at most %2 × %3.")
                                                  .arg(driver.name)
                                                  .arg(driver.maxFiles)
                                                  .arg(formatBytes(driver.maxBytes))
                                              + reach + size);
}

void lookAtDriver(LogSettings &settings, const InstanceSession &session)
{
    const LogDriver &driver = settings.driver;
    if (driver.name.isEmpty())
        return;
    const QString id = QStringLiteral("driver");
    const QString title = LogSettingsText::tr("Console log");
    const QString size = driver.bytesNow >= 0
                             ? u' ' + LogSettingsText::tr("It has %1 now.").arg(formatBytes(driver.bytesNow))
                             : QString();
    if (driver.name == QLatin1String("none"))
        settings.findings << probeFinding(
            id, ProbeVerdict::ToKnow, title, LogSettingsText::tr("The engine keeps nothing of it."),
            LogSettingsText::tr("Choose the driver “local” to have what the service says while it starts."));
    else if (!driver.isOnDisk())
        settings.findings << probeFinding(
            id, ProbeVerdict::Holds, title,
            LogSettingsText::tr("The driver %1 keeps it; how much, is set there.").arg(driver.name));
    else if (driver.maxBytes == 0)
        settings.findings << probeFinding(
            id, ProbeVerdict::InTheWay, title,
            LogSettingsText::tr("The driver %1 has no max-size: it grows until the disk is full.")
                    .arg(driver.name)
                + size,
            driverAdvice(session, wantedOfConsole(session)));
    else
        checkLimits(settings, session, size);
}

/// All that the logs can come to; 0 where one of them has no end.
qint64 mostBytesOf(const LogSettings &settings)
{
    qint64 most = 0;
    for (const LogFileState &file : settings.files) {
        if (file.rotateBytes == 0)
            return 0;
        most += file.rotateBytes * (file.keep + 1);
    }
    const LogDriver &driver = settings.driver;
    if (driver.isOnDisk() && driver.maxBytes == 0)
        return 0;
    return most + driver.mostBytes();
}

void lookAtDisk(LogSettings &settings, const InstanceSession &session, const FileOps &files)
{
    const auto free = files.freeBytes(session.instance().dataDir);
    const QString title = LogSettingsText::tr("Space for logs");
    qint64 there = std::max<qint64>(0, settings.driver.bytesNow);
    for (const LogFileState &file : std::as_const(settings.files))
        there += file.totalBytes;
    if (settings.mostBytes == 0 || !free)
        return;
    const qint64 more = std::max<qint64>(0, settings.mostBytes - there);
    const QString text = LogSettingsText::tr("At most %1 in all; %2 more can come, and %3 are free.")
                             .arg(formatBytes(settings.mostBytes), formatBytes(more), formatBytes(*free));
    settings.findings << probeFinding(
        QStringLiteral("space"), more < *free ? ProbeVerdict::Holds : ProbeVerdict::InTheWay, title, text,
        more < *free ? QString() : LogSettingsText::tr("Make room, or let the service keep less."));
}

QJsonObject toJson(const LogDriver &driver)
{
    QJsonObject object{{QStringLiteral("name"), driver.name},
                       {QStringLiteral("maxBytes"), driver.maxBytes},
                       {QStringLiteral("maxFiles"), driver.maxFiles},
                       {QStringLiteral("bytesNow"), driver.bytesNow}};
    if (driver.oldest.isValid())
        object.insert(QStringLiteral("oldest"), toIso(driver.oldest));
    if (driver.newest.isValid())
        object.insert(QStringLiteral("newest"), toIso(driver.newest));
    return object;
}

QJsonObject toJson(const LogFileState &file)
{
    return {{QStringLiteral("id"), file.id},
            {QStringLiteral("path"), file.path},
            {QStringLiteral("bytes"), file.bytes},
            {QStringLiteral("rotations"), file.rotations},
            {QStringLiteral("totalBytes"), file.totalBytes},
            {QStringLiteral("rotateBytes"), file.rotateBytes},
            {QStringLiteral("keep"), file.keep}};
}

/// Its file with those that the engine has rotated; below 0 where this user cannot see them.
qint64 bytesOnDisk(const FileOps &files, const QString &path, int maxFiles)
{
    qint64 bytes = -1;
    for (int n = 0; n < maxFiles && !path.isEmpty(); ++n) {
        const QString rotation = n == 0 ? path : path + u'.' + QString::number(n);
        auto kept = files.facts(rotation);
        if (!kept)
            kept = files.facts(rotation + QStringLiteral(".gz"));
        if (!kept || !kept->isRegular)
            break;
        bytes = std::max<qint64>(0, bytes) + kept->bytes;
    }
    return bytes;
}

Result<LogDriver> driverOf(const InstanceSession &session, const FileOps &files,
                           const OperationContext &context)
{
    const auto container = containerOf(session.runtime(), context);
    if (!container)
        return failure(container.error());
    const auto inspected = container->engine.inspect(container->container, context);
    if (!inspected)
        return failure(inspected.error());
    LogDriver driver = logDriverFromInspect(*inspected);
    driver.bytesNow =
        bytesOnDisk(files, inspected->value(QLatin1String("LogPath")).toString(), driver.maxFiles);
    if (driver.mostBytes() > 0)
        findReach(driver, container->engine, container->container, context);
    return driver;
}

} // namespace

Result<LogSettings> logSettingsOf(const InstanceSession &session, const FileOps &files,
                                  const RevertStore &reverts, const OperationContext &context)
{
    LogSettings settings;
    if (runsInContainers(session.runtime())) {
        auto driver = driverOf(session, files, context);
        if (!driver)
            return failure(withSubject(driver.error(), session.instance().name));
        settings.driver = *driver;
    }
    auto level = logLevelOf(session, context);
    if (!level)
        return failure(level.error());
    settings.level = *level;
    for (const PendingRevert &revert : reverts.list()) {
        if (revert.instance == session.instance().name && !settings.pending)
            settings.pending = revert;
    }
    lookAtFiles(settings, session, files);
    lookAtDriver(settings, session);
    settings.mostBytes = mostBytesOf(settings);
    lookAtDisk(settings, session, files);
    return settings;
}

QJsonObject toJson(const LogSettings &settings)
{
    QJsonArray files;
    for (const LogFileState &file : settings.files)
        files << toJson(file);
    QJsonArray findings;
    for (const ProbeFinding &finding : settings.findings)
        findings << toJson(finding);
    QJsonObject object{{QStringLiteral("level"), toJson(settings.level)},
                       {QStringLiteral("driver"), toJson(settings.driver)},
                       {QStringLiteral("files"), files},
                       {QStringLiteral("findings"), findings},
                       {QStringLiteral("mostBytes"), settings.mostBytes}};
    if (settings.pending)
        object.insert(QStringLiteral("goesBack"), toJson(*settings.pending));
    return object;
}

void addLogSettingsQuery(Catalogue &catalogue, const FileOps &files, const RevertStore &reverts)
{
    catalogue.add(QueryEntry{
        QStringLiteral("logs.settings"),
        LogSettingsText::tr("Log level, driver and rotation"),
        {},
        [&files, &reverts](const InstanceSession &session, const QJsonObject &,
                           const OperationContext &context) {
            return logSettingsOf(session, files, reverts, context).map([](const LogSettings &settings) {
                return QJsonValue(toJson(settings));
            });
        }});
}

} // namespace pilothouse
