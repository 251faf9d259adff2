// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/containerlogstream.h"

#include "core/instances/instancesession.h"
#include "core/runtime/dockerruntime.h"

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

    Result<> run(int lines, bool follow, const OnPiece &onPiece, const OperationContext &context) override
    {
        DockerLogQuery query;
        query.tail = lines;
        query.isFollowing = follow;
        // The assembler takes the Engine's stamp off each line: lines may be cut anywhere here.
        return m_engine.logs(
            m_container, query,
            [&onPiece](DockerStream stream, const QByteArray &bytes) {
                const bool isError = stream == DockerStream::Error;
                return onPiece({isError ? QStringLiteral("stderr") : QStringLiteral("stdout"), bytes, {}});
            },
            context);
    }

private:
    DockerEngine m_engine;
    QString m_container;
};

} // namespace

std::shared_ptr<LogStream> openContainerLog(const InstanceSession &session)
{
    const auto *runtime = dynamic_cast<const DockerRuntime *>(&session.runtime());
    if (!runtime)
        return {};
    return std::make_shared<ContainerLogStream>(runtime->engine().socket(), runtime->container());
}

} // namespace pilothouse
