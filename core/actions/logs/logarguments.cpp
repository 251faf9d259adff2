// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logarguments.h"

#include "core/actions/logs/logs.h"
#include "core/instances/instancesession.h"
#include "core/plan/catalogue.h"

#include <QDir>
#include <QFileInfo>

#include <algorithm>
#include <cmath>

namespace pilothouse {

namespace {

constexpr int StandardRecords = 200;
constexpr int MaximumRecords = 10000;
constexpr int MaximumContext = 100;

QString textOf(const QJsonObject &arguments, QLatin1String name)
{
    return arguments.value(name).toString().trimmed();
}

tl::unexpected<Error> noTime(const QString &text)
{
    return failure(ErrorKind::BadInput,
                   LogActions::tr("“%1” is no time: write 2026-11-20 or 2026-11-20T22:00:00 (UTC), "
                                  "2026-11-20T22:00:00+01:00, or how long ago: 30min, 1h, 2d.")
                       .arg(text));
}

Result<LogTimeRange> rangeArguments(const QJsonObject &arguments)
{
    const QString since = textOf(arguments, QLatin1String("since"));
    const QString until = textOf(arguments, QLatin1String("until"));
    const LogTimeRange range{since.isEmpty() ? QDateTime() : momentFrom(since),
                             until.isEmpty() ? QDateTime() : momentPast(until)};
    if (!since.isEmpty() && !range.since.isValid())
        return noTime(since);
    if (!until.isEmpty() && !range.until.isValid())
        return noTime(until);
    return range;
}

Result<int> countArgument(const QJsonObject &arguments, const QString &name, int least, int most)
{
    const QJsonValue value = arguments.value(name);
    const double number = value.toDouble(-1);
    if (number >= least && number <= most && number == std::floor(number))
        return static_cast<int>(number);
    return failure(Error{ErrorKind::BadInput,
                         name,
                         LogActions::tr("“%1” is no number of records: write %2 to %3.")
                             .arg(value.isString() ? value.toString() : QString::number(number),
                                  QString::number(least), QString::number(most)),
                         {},
                         {}});
}

} // namespace

Result<int> logCount(const QJsonObject &arguments)
{
    const QString name = QStringLiteral("count");
    return arguments.contains(name) ? countArgument(arguments, name, 1, MaximumRecords) : StandardRecords;
}

Result<int> logContext(const QJsonObject &arguments)
{
    const QString name = QStringLiteral("context");
    return arguments.contains(name) ? countArgument(arguments, name, 0, MaximumContext) : 0;
}

Result<LogReadOptions> logReadOptions(const QJsonObject &arguments)
{
    const QString level = textOf(arguments, QLatin1String("level"));
    LogReadOptions options;
    options.atLeast = logLevelFromName(level);
    if (!level.isEmpty() && options.atLeast == LogLevel::Unknown)
        return failure(
            ErrorKind::BadInput,
            LogActions::tr("“%1” is no level; there are trace, debug, info, warning, error and fatal.")
                .arg(level));
    const auto range = rangeArguments(arguments);
    if (!range)
        return failure(range.error());
    options.since = range->since;
    return options;
}

Result<LogFilter> logFilterOf(const QJsonObject &arguments)
{
    const auto options = logReadOptions(arguments);
    if (!options)
        return failure(options.error());
    const auto range = rangeArguments(arguments);
    if (!range)
        return failure(range.error());
    const LogQuery text{
        arguments.value(QLatin1String("text")).toString(), arguments.value(QLatin1String("pattern")).toBool(),
        arguments.value(QLatin1String("case")).toBool(), arguments.value(QLatin1String("word")).toBool()};
    if (const auto search = LogSearch::compile(text); !search)
        return failure(search.error());
    const auto written = LogFilter::parse(textOf(arguments, QLatin1String("filter")));
    if (!written)
        return failure(written.error());
    return LogFilter::ofTime(*range)
        .narrowedBy(LogFilter::ofLevel(options->atLeast))
        .narrowedBy(LogFilter::ofText(text))
        .narrowedBy(*written);
}

Result<QList<LogSource>> wantedSources(const InstanceSession &session, const QJsonObject &arguments)
{
    const QString wanted = textOf(arguments, QLatin1String("source"));
    QList<LogSource> sources;
    if (wanted == u"all") {
        return logSources(session).map([](QList<LogSource> all) {
            const bool hasAlone = std::any_of(all.cbegin(), all.cend(), [](const LogSource &source) {
                return source.isStream() && source.kind != u"compose";
            });
            if (hasAlone)
                all.removeIf([](const LogSource &source) { return source.kind == u"compose"; });
            return all;
        });
    }
    for (const QString &id : wanted.split(u',')) {
        const auto source = logSource(session, id.trimmed());
        if (!source)
            return failure(source.error());
        sources.append(*source);
    }
    return sources;
}

QString missingLogSentence(const QList<LogSource> &sources)
{
    for (const LogSource &source : sources) {
        const QFileInfo file(source.path);
        const QDir folder = file.dir();
        // A rotation may be there, also a compressed one; that the folder is not is told by who reads.
        if (source.isStream() || !folder.exists()
            || !folder.entryList({file.fileName() + u'*'}, QDir::AllEntries | QDir::System).isEmpty())
            return {};
    }
    return sources.isEmpty() ? QString()
                             : LogActions::tr("There is no log %1 yet.").arg(sources.first().path);
}

Parameter logParameter(const char *name, const char *title, Parameter::Type type, bool isRequired)
{
    Parameter made;
    made.name = QString::fromLatin1(name);
    made.title = QCoreApplication::translate("LogActions", title);
    made.type = type;
    made.isRequired = isRequired;
    return made;
}

QList<Parameter> narrowingParameters()
{
    using Type = Parameter::Type;
    return {logParameter("source", QT_TRANSLATE_NOOP("LogActions", "Log"), Type::Text),
            logParameter("filter", QT_TRANSLATE_NOOP("LogActions", "Filter"), Type::Text),
            logParameter("since", QT_TRANSLATE_NOOP("LogActions", "Not older than"), Type::Text),
            logParameter("until", QT_TRANSLATE_NOOP("LogActions", "Not newer than"), Type::Text),
            logParameter("level", QT_TRANSLATE_NOOP("LogActions", "At least of level"), Type::Text)};
}

} // namespace pilothouse
