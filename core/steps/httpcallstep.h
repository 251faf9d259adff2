// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class HttpClient;

/// http.call {url, method, body, bodyType, secret, status, timeoutMs}: asks a service to do something. What
/// that did cannot be seen from here, nor put back.
class HttpCallStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(HttpCallStep)
public:
    explicit HttpCallStep(const HttpClient &http)
        : m_http(http)
    {
    }

    QString name() const override;
    bool isReversible() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    const HttpClient &m_http;
};

} // namespace pilothouse
