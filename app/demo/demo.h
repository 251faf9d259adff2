// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/demo/demodata.h"

#include <QUrl>

#include <optional>

namespace pilothouse {

/// The folder in which the demo lives, and its service as a process.
///
/// Everything here blocks for up to a few seconds; start() and stop() belong on a worker thread.
class DemoEnvironment
{
public:
    struct Options
    {
        QString serviceProgram; ///< empty: the one that belongs to this program
        DemoDataOptions data = {};
        double eventsPerSecond = 1.0;
        qint64 rotateBytes = 1 << 20;
        bool outlivesProgram = false; ///< else the service ends with this program, even if that crashes
    };

    /// Makes the folder and its data where they are missing, and `demo.json`; what is there stays as it is.
    [[nodiscard]] static Result<DemoEnvironment> create(const QString &directory, const Options &options,
                                                        const OperationContext &context);

    /// The demo that was made in this folder before, and nothing is made here; NotFound: there is none.
    [[nodiscard]] static Result<DemoEnvironment> open(const QString &directory);

    /// The data folder of the service, as an instance of the profile "portagent" names it.
    QString dataDirectory() const;
    QString pidFile() const;
    quint16 port() const { return m_port; }
    QUrl healthUrl() const;
    /// The program and its arguments; started again with it, the service finds everything as it was.
    QStringList command() const;

    /// The process of the service, or nothing: a stale pid file never names a stranger's process.
    std::optional<qint64> processId() const;

    /// Starts the service unless it runs, and waits for its first healthy answer. Where another program has
    /// taken the port meanwhile it takes a new one, so ask for healthUrl() afterwards.
    [[nodiscard]] Result<> start(const OperationContext &context);
    /// Ends the service: SIGTERM, and SIGKILL after three seconds.
    [[nodiscard]] Result<> stop(const OperationContext &context) const;

private:
    DemoEnvironment(QString directory, Options options);
    /// False where no demo has been made in the folder.
    bool readPort();
    Result<> load();
    Result<> save() const;
    Result<> makeData(const OperationContext &context) const;
    Result<> launch() const;
    Result<> waitUntilHealthy(const OperationContext &context) const;

    QString m_directory;
    Options m_options;
    quint16 m_port = 0;
};

/// Where the demo service's program is: beside this program, or in the installation's libexec folder.
QString demoServiceProgram();

} // namespace pilothouse
