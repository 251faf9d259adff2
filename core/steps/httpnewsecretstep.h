// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class HttpClient;
class NewSecrets;
class StepRegistry;

/// http.new-secret {url, inside?, tokenVariable, tokenMember, json, answer}: asks the service's admin address
/// for something new. The token comes from the service's own environment, the answer's secret goes to
/// NewSecrets alone; only what stands before its first "." is an output. What was made cannot be unmade from
/// here.
class HttpNewSecretStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::HttpNewSecretStep)

public:
    HttpNewSecretStep(const HttpClient &http, NewSecrets &secrets)
        : m_http(http)
        , m_secrets(secrets)
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
    NewSecrets &m_secrets;
};

/// Adds http.new-secret; both outlive the registry.
void addNewSecretStep(StepRegistry &steps, const HttpClient &http, NewSecrets &secrets);

} // namespace pilothouse
