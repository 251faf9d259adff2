// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/serviceword.h"

namespace pilothouse {

class HttpClient;

/// service.wait-healthy {url, status, contentType, json, timeoutMs, containerHealth}: waits until the service
/// runs, its container says so where it can, and its address answers as it should. Fails at once where the
/// service ends.
class ServiceWaitHealthyStep final : public ServiceWord
{
    Q_DECLARE_TR_FUNCTIONS(ServiceWaitHealthyStep)
public:
    explicit ServiceWaitHealthyStep(const HttpClient &http)
        : m_http(http)
    {
    }

    QString name() const override;
    bool onlyLooks() const override { return true; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    [[nodiscard]] Result<> look(const StepScope &scope, std::chrono::milliseconds left, bool &hasEnded) const;

    const HttpClient &m_http;
};

} // namespace pilothouse
