// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillopenstep.h"

#include <QFileInfo>

namespace pilothouse {
namespace {

QString drillNotePath(const StepScope &scope)
{
    return scope.session.stateFolder() + QStringLiteral("/drills/running/")
           + scope.operation.toString(QUuid::WithoutBraces);
}

} // namespace

StepText DrillOpenStep::describe(const QJsonObject &) const
{
    return {tr("Note that a drill is under way"), {}};
}

Result<QJsonObject> DrillOpenStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> DrillOpenStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString path = drillNotePath(scope);
    return files()
        .makeFolder(QFileInfo(path).path(), {0700, {}, {}})
        .and_then([&] { return writeNote(path, scope.arguments); })
        .map([] { return QJsonObject(); });
}

Result<Observed> DrillOpenStep::observe(const StepScope &scope, const QJsonObject &) const
{
    return files().exists(drillNotePath(scope)) ? Observed::Done : Observed::NotDone;
}

/// It stays until its report is written: whoever does that removes it.
Result<> DrillOpenStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
