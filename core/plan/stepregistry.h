// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/step.h"

#include <QStringList>

#include <map>
#include <memory>

namespace pilothouse {

/// The vocabulary: every step by its name. Filled once at start, then read from any thread.
class StepRegistry
{
public:
    /// Takes the step; a name that is there already is a bug.
    void add(std::unique_ptr<Step> step);
    /// Null where there is no such word.
    const Step *find(const QString &name) const;
    QStringList names() const;

private:
    std::map<QString, std::unique_ptr<Step>> m_steps;
};

} // namespace pilothouse
