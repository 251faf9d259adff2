// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/containerlogstream.h"

#include "core/instances/instancesession.h"
#include "core/logs/composelogstream.h"
#include "core/logs/enginelog.h"
#include "core/logs/journallogstream.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/dockerruntime.h"
#include "core/runtime/systemdruntime.h"

namespace pilothouse {

namespace {

class ContainerLogStream final : public LogStream
{
public:
    ContainerLogStream(const QString &socket, QString container)
        : m_engine(socket)
        , m_container(std::move(container))
    {
    }

    std::optional<KeptLog> kept(const OperationContext &context) override
    {
        return engineLogWay(m_engine, m_container, context).file;
    }

    QString way(const OperationContext &context) override
    {
        return engineLogWay(m_engine, m_container, context).text;
    }

    Result<> run(const LogStreamQuery &wanted, const OnPiece &onPiece,
                 const OperationContext &context) override
    {
        DockerLogQuery query;
        query.tail = wanted.lines;
        query.isFollowing = wanted.follows;
        query.since = wanted.since;
        // The assembler takes the Engine's stamp off each line: lines may be cut anywhere here.
        return m_engine.logs(
            m_container, query,
            [&onPiece](DockerStream stream, const QByteArray &bytes) {
                const bool isError = stream == DockerStream::Error;
                LogPiece piece;
                piece.stream = isError ? QStringLiteral("stderr") : QStringLiteral("stdout");
                piece.bytes = bytes;
                return onPiece(piece);
            },
            context);
    }

private:
    DockerEngine m_engine;
    QString m_container;
};

} // namespace

std::shared_ptr<LogStream> openContainerLog(const InstanceSession &session, const LogSource &source)
{
    const ServiceRuntime &runtime = session.runtime();
    if (const auto *docker = dynamic_cast<const DockerRuntime *>(&runtime))
        return std::make_shared<ContainerLogStream>(docker->engine().socket(), docker->container());
    if (const auto *compose = dynamic_cast<const ComposeRuntime *>(&runtime)) {
        const bool isAll = source.kind == QLatin1String("compose");
        const QString service = source.service.isEmpty() ? compose->service() : source.service;
        return std::make_shared<ComposeLogStream>(compose->project().engine().socket(),
                                                  session.instance().runtime, isAll ? QString() : service);
    }
    if (const auto *systemd = dynamic_cast<const SystemdRuntime *>(&runtime)) {
        JournalScope scope{systemd->unit(), systemd->isUserUnit(), {}, !source.format.record.isEmpty()};
        return std::make_shared<JournalLogStream>(std::move(scope));
    }
    return {};
}

} // namespace pilothouse
