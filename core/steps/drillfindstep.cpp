// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/drillfindstep.h"

#include <QJsonArray>

namespace pilothouse {

StepText DrillFindStep::describe(const QJsonObject &) const
{
    return {tr("Look for the marker in the copy"), {}};
}

Result<QJsonObject> DrillFindStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> DrillFindStep::effect(const StepScope &scope, const QJsonObject &) const
{
    const QString marker = text(scope.arguments, "marker");
    const QString select = text(scope.arguments, "select");
    const QString copy = text(scope.arguments, "copy");
    qint64 found = 0;
    if (!select.isEmpty() && !marker.isEmpty()) { // an empty table has no newest row
        const auto count = ask(scope, select, marker, copy);
        if (!count)
            return tl::unexpected(count.error());
        found = count->toLongLong();
        if (found == 0)
            return failure(Error{ErrorKind::BadData,
                                 lastPart(scope.arguments, "copy"),
                                 tr("The copy does not have the marker."),
                                 tr("What is written just before a backup is not in it. Look how the service "
                                    "stores its data."),
                                 {}});
    }
    return assertAll(scope).map([found](int assertions) {
        return QJsonObject{{QStringLiteral("found"), found}, {QStringLiteral("assertions"), assertions}};
    });
}

Result<int> DrillFindStep::assertAll(const StepScope &scope) const
{
    int held = 0;
    for (const QJsonValue &value : scope.arguments.value(QLatin1String("assertions")).toArray()) {
        const QString title = text(value.toObject(), "title");
        const auto wrong = ask(scope, text(value.toObject(), "select"), {}, text(scope.arguments, "copy"));
        if (!wrong)
            return tl::unexpected(withSubject(wrong.error(), title));
        if (wrong->toLongLong() != 0)
            return failure(ErrorKind::BadData, tr("This does not hold: %1").arg(title),
                           tr("%1 rows are against it.").arg(wrong->toLongLong()));
        ++held;
    }
    return held;
}

/// It leaves no trace: after a crash it is done again.
Result<Observed> DrillFindStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::NotDone;
}

Result<> DrillFindStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
