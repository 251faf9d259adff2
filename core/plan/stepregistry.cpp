// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/stepregistry.h"

namespace pilothouse {

QString Step::putBackShell(const QJsonObject &, const QJsonObject &) const
{
    return {};
}

bool Step::holdsService(const QJsonObject &) const
{
    return false;
}

QStringList Step::keptFiles(const QJsonObject &, const QJsonObject &) const
{
    return {};
}

void StepRegistry::add(std::unique_ptr<Step> step)
{
    QString name = step->name();
    const bool isNew = m_steps.try_emplace(std::move(name), std::move(step)).second;
    Q_ASSERT_X(isNew, "StepRegistry::add", "two steps have the same name");
    Q_UNUSED(isNew)
}

const Step *StepRegistry::find(const QString &name) const
{
    const auto it = m_steps.find(name);
    return it == m_steps.end() ? nullptr : it->second.get();
}

QStringList StepRegistry::names() const
{
    QStringList names;
    for (const auto &[name, step] : m_steps)
        names << name;
    return names;
}

} // namespace pilothouse
