// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instance.h"
#include "core/logs/enginelog.h"
#include "core/logs/logstream.h"

#include <QCoreApplication>

namespace pilothouse {

/// The logs of services of a compose project, merged by the engine's time: a stream for each service, "web/2"
/// for its further replicas.
class ComposeLogStream final : public LogStream
{
    Q_DECLARE_TR_FUNCTIONS(ComposeLogStream)
public:
    /// `service`: that one alone; empty: all of the project.
    ComposeLogStream(QString socket, RuntimeSettings settings, QString service);

    [[nodiscard]] std::optional<KeptLog> kept(const OperationContext &context) override;
    [[nodiscard]] QString way(const OperationContext &context) override;
    [[nodiscard]] Result<> run(const LogStreamQuery &query, const OnPiece &onPiece,
                               const OperationContext &context) override;

private:
    [[nodiscard]] EngineLogWay wayOf(const OperationContext &context) const;

    QString m_socket;
    RuntimeSettings m_settings;
    QString m_service;
};

} // namespace pilothouse
