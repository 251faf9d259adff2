// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/logsmarkstep.h"

#include "core/base/units.h"
#include "core/logs/freshlines.h"
#include "core/steps/logsword.h"

#include <QJsonArray>

namespace pilothouse {

QList<LogSource> logFilesOf(const QJsonObject &arguments)
{
    QList<LogSource> sources;
    for (const QJsonValue &value : arguments.value(QLatin1String("sources")).toArray()) {
        const QJsonObject object = value.toObject();
        LogSource source;
        source.id = object.value(QLatin1String("id")).toString();
        source.kind = QStringLiteral("file");
        source.path = object.value(QLatin1String("path")).toString();
        source.rotated = object.value(QLatin1String("rotated")).toString();
        source.keep = object.value(QLatin1String("keep")).toInt();
        sources << source;
    }
    return sources;
}

QString LogsMarkStep::name() const
{
    return QStringLiteral("logs.mark");
}

StepText LogsMarkStep::describe(const QJsonObject &) const
{
    return {tr("Note where the log ends now"), {}};
}

Result<QJsonObject> LogsMarkStep::prepare(const StepScope &) const
{
    return QJsonObject();
}

Result<QJsonObject> LogsMarkStep::effect(const StepScope &scope, const QJsonObject &) const
{
    QJsonObject marks;
    for (const LogSource &source : logFilesOf(scope.arguments)) {
        const auto mark = markOf(source);
        if (!mark)
            return failure(withSubject(mark.error(), source.path));
        marks.insert(source.id, toJson(*mark));
    }
    return QJsonObject{{QStringLiteral("marks"), marks},
                       {QStringLiteral("at"), toIso(QDateTime::currentDateTimeUtc())}};
}

Result<Observed> LogsMarkStep::observe(const StepScope &, const QJsonObject &) const
{
    return Observed::Done;
}

Result<> LogsMarkStep::compensate(const StepScope &, const QJsonObject &) const
{
    return {};
}

} // namespace pilothouse
