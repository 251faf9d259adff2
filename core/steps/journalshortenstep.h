// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QCoreApplication>

namespace pilothouse {

class JournalStore;

/// journal.shorten {operations: [ids]}: takes what rows held out of the journals of operations that ended,
/// and removes their copies beside the data. They can be read on, and put back no longer.
class JournalShortenStep final : public Step
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::JournalShortenStep)

public:
    explicit JournalShortenStep(JournalStore &journals)
        : m_journals(journals)
    {
    }

    QString name() const override { return QStringLiteral("journal.shorten"); }
    bool isReversible() const override { return false; }
    StepText describe(const QJsonObject &arguments) const override;
    /// Refused where one of them has not ended.
    [[nodiscard]] Result<QJsonObject> prepare(const StepScope &scope) const override;
    [[nodiscard]] Result<QJsonObject> effect(const StepScope &scope,
                                             const QJsonObject &before) const override;
    [[nodiscard]] Result<Observed> observe(const StepScope &scope, const QJsonObject &before) const override;
    [[nodiscard]] Result<> compensate(const StepScope &scope, const QJsonObject &before) const override;

private:
    JournalStore &m_journals;
};

} // namespace pilothouse
