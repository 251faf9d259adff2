// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/schedule/timerunits.h"

#include "core/audit/actor.h"
#include "core/base/foreigntext.h"
#include "core/files/fileops.h"
#include "core/process/processrunner.h"
#include "core/schedule/schedulejob.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

/// What goes wrong with timers.
struct TimerUnitsText
{
    Q_DECLARE_TR_FUNCTIONS(TimerUnits)
};

constexpr std::chrono::seconds TimerCallTime{30};

QJsonValue contentJson(const std::optional<QByteArray> &content)
{
    return content ? QJsonValue(QString::fromUtf8(*content)) : QJsonValue();
}

std::optional<QByteArray> contentFromJson(const QJsonValue &value)
{
    return value.isString() ? std::optional(value.toString().toUtf8()) : std::nullopt;
}

QString userUnitFolder()
{
    const QString configuration = qEnvironmentVariable("XDG_CONFIG_HOME");
    return (configuration.isEmpty() ? QDir::homePath() + u"/.config" : configuration) + u"/systemd/user";
}

} // namespace

QJsonObject toJson(const TimerState &state)
{
    return {{QStringLiteral("service"), contentJson(state.service)},
            {QStringLiteral("timer"), contentJson(state.timer)},
            {QStringLiteral("isEnabled"), state.isEnabled},
            {QStringLiteral("isActive"), state.isActive}};
}

TimerState timerStateFromJson(const QJsonObject &object)
{
    return {contentFromJson(object.value(QStringLiteral("service"))),
            contentFromJson(object.value(QStringLiteral("timer"))),
            object.value(QStringLiteral("isEnabled")).toBool(),
            object.value(QStringLiteral("isActive")).toBool()};
}

TimerUnits::TimerUnits(FileOps &files, QString name, bool isUser)
    : m_files(files)
    , m_name(std::move(name))
    , m_isUser(isUser)
{
}

QString TimerUnits::serviceFile() const
{
    return QStringLiteral("%1/%2.service").arg(userUnitFolder(), m_name);
}

QString TimerUnits::timerFile() const
{
    return QStringLiteral("%1/%2.timer").arg(userUnitFolder(), m_name);
}

Result<QByteArray> TimerUnits::call(const QStringList &words, const OperationContext &context) const
{
    QStringList arguments{QStringLiteral("--no-ask-password"), QStringLiteral("--no-pager")};
    if (m_isUser)
        arguments.prepend(QStringLiteral("--user"));
    const auto ran = LocalProcessRunner().run(
        userSystemdCommand(QStringLiteral("systemctl"), arguments + words), TimerCallTime, context);
    if (!ran)
        return tl::unexpected(ran.error());
    if (ran->exitCode == 0)
        return ran->standardOutput;
    return failure(Error{ErrorKind::Refused, m_name,
                         TimerUnitsText::tr("systemd refused: systemctl %1.").arg(words.value(0)),
                         m_isUser ? TimerUnitsText::tr("Without a user's systemd choose cron: --cron.")
                                  : TimerUnitsText::tr("For a timer of the machine run Pilothouse as root."),
                         visibleText(QString::fromUtf8(ran->standardError).trimmed())});
}

Result<std::optional<QByteArray>> TimerUnits::content(const QString &file) const
{
    auto content = m_files.read(file);
    if (content)
        return *content;
    return content.error().kind == ErrorKind::NotFound ? Result<std::optional<QByteArray>>(std::nullopt)
                                                       : tl::unexpected(content.error());
}

Result<TimerState> TimerUnits::read(const OperationContext &context) const
{
    TimerState state;
    if (m_isUser) {
        const auto service = content(serviceFile());
        const auto timer = content(timerFile());
        if (!service || !timer)
            return tl::unexpected(service ? timer.error() : service.error());
        state.service = *service;
        state.timer = *timer;
    }
    const auto shown = call({QStringLiteral("show"), QStringLiteral("--property=UnitFileState,ActiveState"),
                             QStringLiteral("--"), m_name + u".timer"},
                            context);
    if (!shown)
        return tl::unexpected(shown.error());
    const QList<QByteArray> lines = shown->split('\n');
    state.isEnabled = lines.contains("UnitFileState=enabled");
    state.isActive = lines.contains("ActiveState=active");
    return state;
}

Result<bool> TimerUnits::put(const QString &file, const std::optional<QByteArray> &wanted) const
{
    const auto now = content(file);
    if (!now)
        return tl::unexpected(now.error());
    if (*now == wanted)
        return false;
    const auto done = wanted ? m_files.makeFolder(QFileInfo(file).path()).and_then([&] {
        return m_files.write(file, *wanted);
    })
                             : m_files.removeFile(file);
    return done.map([] { return true; });
}

Result<> TimerUnits::apply(const TimerState &wanted, const OperationContext &context) const
{
    const auto now = read(context);
    if (!now)
        return tl::unexpected(now.error());
    const QString unit = m_name + QStringLiteral(".timer");
    // Whatever systemd knows of it is taken back while its file is still there.
    if (now->isEnabled && !wanted.isEnabled) {
        if (const auto off = call({QStringLiteral("disable"), QStringLiteral("--"), unit}, context); !off)
            return tl::unexpected(off.error());
    }
    const bool isChanged = m_isUser && (now->service != wanted.service || now->timer != wanted.timer);
    if (now->isActive && (!wanted.isActive || isChanged)) {
        if (const auto off = call({QStringLiteral("stop"), QStringLiteral("--"), unit}, context); !off)
            return tl::unexpected(off.error());
    }
    if (m_isUser) {
        const auto service = put(serviceFile(), wanted.service);
        const auto timer = service ? put(timerFile(), wanted.timer) : service;
        if (!timer)
            return tl::unexpected(timer.error());
        if (const auto loaded = call({QStringLiteral("daemon-reload")}, context); !loaded)
            return tl::unexpected(loaded.error());
    }
    for (const auto &[isWanted, verb] : {std::pair(wanted.isEnabled, QStringLiteral("enable")),
                                         std::pair(wanted.isActive, QStringLiteral("start"))}) {
        if (!isWanted)
            continue;
        if (const auto on = call({verb, QStringLiteral("--"), unit}, context); !on)
            return tl::unexpected(on.error());
    }
    return {};
}

bool hasUserSystemd(const OperationContext &context)
{
    const auto ran = LocalProcessRunner().run(
        userSystemdCommand(QStringLiteral("systemctl"), {QStringLiteral("--user"), QStringLiteral("show"),
                                                         QStringLiteral("--property=Version")}),
        TimerCallTime, context);
    return ran && ran->exitCode == 0;
}

bool isLingering()
{
    return QFileInfo::exists(QStringLiteral("/var/lib/systemd/linger/") + osUser());
}

} // namespace pilothouse
