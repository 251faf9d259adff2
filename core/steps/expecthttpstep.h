// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/net/httpclient.h"
#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

/// expect.http {url, status, contentType, json, secret, timeoutMs}: a proof that an address answers as it
/// should.
class ExpectHttpStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(ExpectHttpStep)
public:
    explicit ExpectHttpStep(const HttpClient &http)
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
    [[nodiscard]] Result<HttpResponse> ask(const StepScope &scope) const;

    const HttpClient &m_http;
};

} // namespace pilothouse
