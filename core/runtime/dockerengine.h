// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/descriptor.h"
#include "core/net/httpclient.h"
#include "core/process/commandline.h"
#include "core/runtime/dockerframes.h"
#include "core/runtime/dockervalues.h"

#include <QCoreApplication>

#include <atomic>

namespace pilothouse {

/// A container engine over its socket: the Engine API of Docker (and of what speaks it), without the docker
/// client. Blocking; safe from any thread. Names are checked before they become part of an address.
class DockerEngine
{
    Q_DECLARE_TR_FUNCTIONS(DockerEngine)
public:
    using OnObject = std::function<bool(const QJsonObject &)>;

    explicit DockerEngine(QString socket);

    QString socket() const { return m_socket; }
    [[nodiscard]] Result<DockerVersion> version(const OperationContext &context) const;
    /// All of them, running or not, by name.
    [[nodiscard]] Result<QList<DockerContainer>> containers(const OperationContext &context) const;
    [[nodiscard]] Result<QJsonObject> inspect(const QString &container,
                                              const OperationContext &context) const;
    [[nodiscard]] Result<QJsonObject> inspectImage(const QString &image,
                                                   const OperationContext &context) const;
    [[nodiscard]] Result<> start(const QString &container, const OperationContext &context) const;
    /// Blocks until it has ended; the engine kills it after `grace`.
    [[nodiscard]] Result<> stop(const QString &container, std::chrono::seconds grace,
                                const OperationContext &context) const;
    [[nodiscard]] Result<> setRestartPolicy(const QString &container, const DockerRestartPolicy &policy,
                                            const OperationContext &context) const;

    /// Every process of it stands still until unpause(); Refused where it does not run.
    [[nodiscard]] Result<> pause(const QString &container, const OperationContext &context) const;
    /// A container that is not paused stays as it is.
    [[nodiscard]] Result<> unpause(const QString &container, const OperationContext &context) const;
    /// Nothing where it is not there; links are not followed. Works on stopped containers and in volumes.
    [[nodiscard]] Result<std::optional<ContainerFileFacts>>
    fileFacts(const QString &container, const QString &path, const OperationContext &context) const;
    /// The path with everything below it, as an uncompressed tar in pieces.
    [[nodiscard]] Result<> download(const QString &container, const QString &path,
                                    const HttpClient::OnData &onData, const OperationContext &context) const;
    /// Unpacks an uncompressed tar in a folder of the container: owners and modes are those of its headers.
    [[nodiscard]] Result<> upload(const QString &container, const QString &folder, const QString &tar,
                                  const OperationContext &context) const;

    // Containers as things, in dockercontainers.cpp.
    /// Returns its id. `body` is the engine's own description of a container to be.
    [[nodiscard]] Result<QString> create(const QString &name, const QJsonObject &body,
                                         const OperationContext &context) const;
    [[nodiscard]] Result<> rename(const QString &container, const QString &name,
                                  const OperationContext &context) const;
    /// Running or not; `withVolumes` takes those along that have no name of the operator's. One that is not
    /// there is no error.
    [[nodiscard]] Result<> remove(const QString &container, bool withVolumes,
                                  const OperationContext &context) const;
    [[nodiscard]] Result<> connectNetwork(const QString &network, const QString &container,
                                          const QJsonObject &endpoint, const OperationContext &context) const;

    // Images, in dockerimages.cpp.
    /// Where the engine keeps images and containers, on its machine.
    [[nodiscard]] Result<QString> dataRoot(const OperationContext &context) const;
    /// Newest first.
    [[nodiscard]] Result<QList<DockerImage>> images(const OperationContext &context) const;
    /// Gets it from its registry; reports bytes.
    [[nodiscard]] Result<> pull(const QString &image, const OperationContext &context) const;
    /// Takes the images out of a file that "docker save" has made.
    [[nodiscard]] Result<> load(const QString &file, const OperationContext &context) const;
    /// Gives an image a name; another image that has it loses it.
    [[nodiscard]] Result<> tag(const QString &image, const QString &name,
                               const OperationContext &context) const;
    /// By name: the name goes, and the image with its last one. Refused where a container needs it.
    [[nodiscard]] Result<> removeImage(const QString &image, const OperationContext &context) const;

    [[nodiscard]] Result<QJsonObject> inspectNetwork(const QString &network,
                                                     const OperationContext &context) const;
    /// Changes limits of a container while it runs: members of the engine's own "update" request.
    [[nodiscard]] Result<> setResources(const QString &container, const QJsonObject &resources,
                                        const OperationContext &context) const;

    /// One sample that holds the one before it: one to two seconds.
    [[nodiscard]] Result<QJsonObject> statistics(const QString &container,
                                                 const OperationContext &context) const;
    /// A sample each second until `onSample` returns false or the container ends.
    [[nodiscard]] Result<> followStatistics(const QString &container, const OnObject &onSample,
                                            const OperationContext &context) const;
    /// Pieces of output as they come: lines may be cut. A container with a terminal has only Output.
    [[nodiscard]] Result<> logs(const QString &container, const DockerLogQuery &query,
                                const DockerFrameDecoder::Take &onPiece,
                                const OperationContext &context) const;
    /// What happens to a container (empty: to anything) from `since` on, without end.
    [[nodiscard]] Result<> events(const QString &container, const QDateTime &since, const OnObject &onEvent,
                                  const OperationContext &context) const;
    /// Runs a program in the container, without a shell; what exceeds its time is killed where this user may.
    [[nodiscard]] Result<ProcessOutput> exec(const QString &container, const CommandLine &command,
                                             std::chrono::milliseconds timeout,
                                             const OperationContext &context) const;
    /// Starts a program in the container whose input is what is written to the returned socket, and whose
    /// output is read from it in frames (DockerFrameDecoder). It ends with its input, or when it likes.
    [[nodiscard]] Result<Descriptor> attach(const QString &container, const CommandLine &command,
                                            const OperationContext &context) const;

private:
    struct Call
    {
        QByteArray method = QByteArrayLiteral("GET");
        QString path; // after the version
        QJsonObject body;
        QString bodyFile;
        QString subject;
        std::chrono::milliseconds time{30000};
        qint64 bodyLimit = 32 << 20;
    };

    HttpRequest request(const Call &call, int api) const;
    /// The ping says at once what the engine speaks. For the whole answer to /version it first runs other
    /// programs; only an engine that may no longer speak what is known here is asked for that.
    [[nodiscard]] Result<int> negotiate(const OperationContext &context) const;
    [[nodiscard]] Result<int> api(const OperationContext &context) const;
    [[nodiscard]] Result<HttpResponse> send(const Call &call, const OperationContext &context) const;
    [[nodiscard]] Result<QJsonDocument> sendForJson(const Call &call, const OperationContext &context) const;
    [[nodiscard]] Result<> stream(const Call &call, std::chrono::milliseconds idle,
                                  const HttpClient::OnData &onData, const OperationContext &context) const;
    [[nodiscard]] Result<> streamObjects(const Call &call, std::chrono::milliseconds idle,
                                         const OnObject &onObject, const OperationContext &context) const;
    tl::unexpected<Error> failureOf(const HttpResponse &response, const QString &subject) const;
    [[nodiscard]] Result<QString> createExec(const QString &container, const CommandLine &command,
                                             bool hasInput, const OperationContext &context) const;
    Error endedExec(Error error, const QString &container, const QString &exec) const;

    QString m_socket;
    HttpClient m_http;
    mutable std::atomic<int> m_api = 0; // 0: not asked yet
};

/// BadInput for what is no name or id of a container.
[[nodiscard]] Result<> checkContainerName(const QString &name);
/// BadInput for what is no name, digest or id of an image.
[[nodiscard]] Result<> checkImageName(const QString &name);

} // namespace pilothouse
