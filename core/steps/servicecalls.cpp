// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/servicecalls.h"

#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"

#include <QUrl>

namespace pilothouse {

namespace {

QJsonObject shownArguments(const InstanceSession &session, const QString &shell, const QString &backShell)
{
    QJsonObject arguments{{QStringLiteral("service"), session.instance().name}};
    if (!shell.isEmpty())
        arguments.insert(QStringLiteral("shell"), shell);
    if (!backShell.isEmpty())
        arguments.insert(QStringLiteral("backShell"), backShell);
    return arguments;
}

QJsonObject healthArguments(const InstanceSession &session)
{
    QJsonObject arguments;
    const QString url = session.healthUrl();
    if (url.isEmpty())
        return arguments;
    arguments.insert(QStringLiteral("url"), url);
    if (session.isHealthUrlInside()) {
        arguments.insert(QStringLiteral("inside"), true);
        arguments.insert(QStringLiteral("shellUrl"), session.runtime().reachableWord(QUrl(url)));
    }
    if (const ProfileEndpoint *endpoint = session.profile().endpoint(QStringLiteral("health"))) {
        arguments.insert(QStringLiteral("status"), endpoint->status);
        arguments.insert(QStringLiteral("contentType"), endpoint->contentType);
        arguments.insert(QStringLiteral("json"), endpoint->json);
    }
    return arguments;
}

} // namespace

StepCall serviceFenceCall(const InstanceSession &session)
{
    const ServiceRuntime &runtime = session.runtime();
    return {QStringLiteral("fence"), QStringLiteral("service.fence"),
            shownArguments(session, runtime.fenceCommand(), runtime.unfenceCommand())};
}

StepCall serviceStopCall(const InstanceSession &session, std::chrono::milliseconds grace)
{
    const ServiceRuntime &runtime = session.runtime();
    QJsonObject arguments = shownArguments(session, runtime.stopCommand(), runtime.startCommand());
    arguments.insert(QStringLiteral("graceMs"), static_cast<qint64>(grace.count()));
    return {QStringLiteral("stop"), QStringLiteral("service.stop"), arguments};
}

StepCall serviceUnfenceCall(const InstanceSession &session)
{
    const ServiceRuntime &runtime = session.runtime();
    QJsonObject arguments = shownArguments(session, runtime.unfenceCommand(), runtime.fenceCommand());
    arguments.insert(QStringLiteral("before"), QStringLiteral("{output:fence.before}"));
    return {QStringLiteral("unfence"), QStringLiteral("service.unfence"), arguments};
}

StepCall serviceStartCall(const InstanceSession &session)
{
    const ServiceRuntime &runtime = session.runtime();
    return {QStringLiteral("start"), QStringLiteral("service.start"),
            shownArguments(session, runtime.startCommand(), runtime.stopCommand())};
}

StepCall serviceRestartCall(const InstanceSession &session, std::chrono::milliseconds grace)
{
    const ServiceRuntime &runtime = session.runtime();
    const QString shell = runtime.stopCommand() + QStringLiteral(" && ") + runtime.startCommand();
    QJsonObject arguments = shownArguments(session, shell, runtime.startCommand());
    arguments.insert(QStringLiteral("graceMs"), static_cast<qint64>(grace.count()));
    return {QStringLiteral("restart"), QStringLiteral("service.restart"), arguments};
}

StepCall serviceWaitHealthyCall(const InstanceSession &session)
{
    QJsonObject arguments = healthArguments(session);
    arguments.insert(QStringLiteral("service"), session.instance().name);
    arguments.insert(QStringLiteral("containerHealth"),
                     false); // its own interval may be minutes; the address is asked
    if (!arguments.contains(QStringLiteral("url")))
        arguments.insert(QStringLiteral("containerHealth"), true);
    return {QStringLiteral("wait-healthy"), QStringLiteral("service.wait-healthy"), arguments};
}

StepCall expectRunningCall(const InstanceSession &session)
{
    return {QStringLiteral("runs"), QStringLiteral("expect.running"), shownArguments(session, {}, {})};
}

std::optional<StepCall> healthProof(const InstanceSession &session)
{
    QJsonObject arguments = healthArguments(session);
    if (arguments.isEmpty())
        return std::nullopt;
    // Where it is reached from here; asked again when it is used, for a start may move it.
    const auto now = session.currentHealthUrl({});
    if (now && session.isHealthUrlInside())
        arguments.insert(QStringLiteral("shownUrl"), *now);
    return StepCall{QStringLiteral("answers"), QStringLiteral("expect.http"), arguments};
}

} // namespace pilothouse
