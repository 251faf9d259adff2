// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/environment.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct EnvironmentText
{
    Q_DECLARE_TR_FUNCTIONS(Environment)
};

} // namespace

BadgeCell environmentBadge(Environment environment)
{
    switch (environment) {
    case Environment::Production:
        return {EnvironmentText::tr("Production"), BadgeKind::Production};
    case Environment::Staging:
        return {EnvironmentText::tr("Staging"), BadgeKind::Staging};
    case Environment::Development:
        return {EnvironmentText::tr("Development"), BadgeKind::Development};
    case Environment::Unstated:
        break;
    }
    return {{}, BadgeKind::Other};
}

} // namespace pilothouse
