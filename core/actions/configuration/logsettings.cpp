// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/configuration/logsettings.h"

#include "core/actions/logs/logs.h"
#include "core/base/memorysize.h"
#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/serviceruntime.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

constexpr qint64 UsualLocalBytes = 20 << 20; // what the driver "local" takes where nothing is said
constexpr int UsualLocalFiles = 5;
constexpr int MostRotations = 1000;
constexpr double Slack = 1.2; // a record that is longer than what was left

struct LogSettingsText
{
    Q_DECLARE_TR_FUNCTIONS(LogSettings)
};

template <typename... Texts>
void add(LogSettings &settings, const QString &id, ProbeVerdict verdict, const Texts &...texts)
{
    settings.findings << probeFinding(id, verdict, texts...);
}

void lookAtFile(LogSettings &settings, const LogSource &source, const ProfileLogSource &wanted,
                const FileOps &files)
{
    LogFileState state{source.id, source.path, 0, 0, 0, wanted.rotateBytes, wanted.keep};
    const auto now = files.facts(source.path);
    const QString title = LogSettingsText::tr("Log %1").arg(wanted.title);
    if (!now) {
        add(settings, QStringLiteral("file.") + source.id, ProbeVerdict::NotKnown, title,
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
        add(settings, id, ProbeVerdict::InTheWay, title,
            LogSettingsText::tr("It has %1 and should have been rotated at %2.")
                .arg(formatBytes(state.bytes), formatBytes(state.rotateBytes)),
            LogSettingsText::tr("Look whether the service may rename files in the log folder."));
    else if (state.rotations > state.keep)
        add(settings, id, ProbeVerdict::ToKnow, title,
            LogSettingsText::tr("%n older file(s), and the service keeps %1.", nullptr, state.rotations)
                .arg(state.keep),
            LogSettingsText::tr("The older ones are left over; they can be removed."));
    else if (state.rotateBytes == 0)
        add(settings, id, ProbeVerdict::ToKnow, title, seen,
            LogSettingsText::tr("It is not rotated: it grows without end."));
    else
        add(settings, id, ProbeVerdict::Holds, title,
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

QString driverAdvice()
{
    return LogSettingsText::tr(
        "Create the container again with: --log-opt max-size=10m --log-opt max-file=7");
}

void lookAtDriver(LogSettings &settings)
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
        add(settings, id, ProbeVerdict::ToKnow, title, LogSettingsText::tr("The engine keeps nothing of it."),
            LogSettingsText::tr("Choose the driver “local” to have what the service says while it starts."));
    else if (driver.name != QLatin1String("json-file") && driver.name != QLatin1String("local"))
        add(settings, id, ProbeVerdict::Holds, title,
            LogSettingsText::tr("The driver %1 keeps it; how much, is set there.").arg(driver.name));
    else if (driver.maxBytes == 0)
        add(settings, id, ProbeVerdict::InTheWay, title,
            LogSettingsText::tr("The driver %1 has no max-size: it grows until the disk is full.")
                    .arg(driver.name)
                + size,
            driverAdvice());
    else
        add(settings, id, ProbeVerdict::Holds, title,
            LogSettingsText::tr("The driver %1 keeps at most %2 × %3.")
                    .arg(driver.name)
                    .arg(driver.maxFiles)
                    .arg(formatBytes(driver.maxBytes))
                + size);
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
    const bool isOnDisk = driver.name == QLatin1String("json-file") || driver.name == QLatin1String("local");
    if (isOnDisk && driver.maxBytes == 0)
        return 0;
    return isOnDisk ? most + driver.maxBytes * driver.maxFiles : most;
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
    add(settings, QStringLiteral("space"), more < *free ? ProbeVerdict::Holds : ProbeVerdict::InTheWay, title,
        text, more < *free ? QString() : LogSettingsText::tr("Make room, or let the service keep less."));
}

QJsonObject toJson(const LogDriver &driver)
{
    return {{QStringLiteral("name"), driver.name},
            {QStringLiteral("maxBytes"), driver.maxBytes},
            {QStringLiteral("maxFiles"), driver.maxFiles},
            {QStringLiteral("bytesNow"), driver.bytesNow}};
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

} // namespace

LogDriver logDriverFromInspect(const QJsonObject &inspected)
{
    const QJsonObject config =
        inspected.value(QLatin1String("HostConfig")).toObject().value(QLatin1String("LogConfig")).toObject();
    const QJsonObject options = config.value(QLatin1String("Config")).toObject();
    LogDriver driver;
    driver.name = config.value(QLatin1String("Type")).toString();
    const bool isLocal = driver.name == QLatin1String("local");
    driver.maxBytes = bytesFromText(options.value(QLatin1String("max-size")).toString())
                          .value_or(isLocal ? UsualLocalBytes : 0);
    const int files = options.value(QLatin1String("max-file")).toString().toInt();
    driver.maxFiles = files > 0 ? files : isLocal ? UsualLocalFiles : 1;
    return driver;
}

Result<LogSettings> logSettingsOf(const InstanceSession &session, const FileOps &files,
                                  const RevertStore &reverts, const OperationContext &context)
{
    LogSettings settings;
    if (runsInContainers(session.runtime())) {
        const auto inspected = inspectContainerOf(session.runtime(), context);
        if (!inspected)
            return failure(withSubject(inspected.error(), session.instance().name));
        settings.driver = logDriverFromInspect(*inspected);
        if (const auto kept = files.facts(inspected->value(QLatin1String("LogPath")).toString());
            kept && kept->isRegular)
            settings.driver.bytesNow = kept->bytes;
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
    lookAtDriver(settings);
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
