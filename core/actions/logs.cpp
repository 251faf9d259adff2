// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/logs/makelogreader.h"
#include "core/plan/catalogue.h"

#include <QFileInfo>
#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int StandardRecords = 200;
constexpr int MaximumRecords = 10000;
constexpr int PageRecords = 5000;

QString translated(const char *text)
{
    return QCoreApplication::translate("LogActions", text);
}

Parameter parameter(const char *name, const char *title, Parameter::Type type, bool isRequired = false)
{
    Parameter made;
    made.name = QString::fromLatin1(name);
    made.title = translated(title);
    made.type = type;
    made.isRequired = isRequired;
    return made;
}

QString sourceArgument(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("source")).toString();
}

int countArgument(const QJsonObject &arguments)
{
    return std::clamp(arguments.value(QLatin1String("count")).toInt(StandardRecords), 1, MaximumRecords);
}

/// Keeps the last `count` records that `accepts` takes; pages come newest first.
class LastRecords
{
public:
    explicit LastRecords(qsizetype count)
        : m_count(count)
    {
    }
    bool isFull() const { return m_records.size() >= m_count; }
    void addPage(QList<LogRecord> page)
    {
        page.append(std::move(m_records));
        m_records = page.size() > m_count ? page.last(m_count) : page;
    }
    QJsonArray toArray() const
    {
        QJsonArray array;
        for (const LogRecord &record : m_records)
            array.append(toJson(record));
        return array;
    }

private:
    qsizetype m_count;
    QList<LogRecord> m_records;
};

} // namespace

QJsonObject toJson(const LogRecord &record)
{
    QJsonObject object{{QStringLiteral("level"), logLevelName(record.level)},
                       {QStringLiteral("component"), record.component},
                       {QStringLiteral("message"), record.message},
                       {QStringLiteral("source"), record.source}};
    if (record.time.isValid())
        object.insert(QStringLiteral("time"), toIso(record.time));
    if (!record.stream.isEmpty())
        object.insert(QStringLiteral("stream"), record.stream);
    if (!record.continuation.isEmpty())
        object.insert(QStringLiteral("lines"), QJsonArray::fromStringList(record.continuation));
    return object;
}

Result<QList<LogSource>> logSources(const InstanceSession &session)
{
    QList<LogSource> sources;
    for (const ProfileLogSource &log : session.profile().logs) {
        const bool isContainer = log.kind == QLatin1String("container");
        if (isContainer && session.instance().runtime.kind != QLatin1String("docker"))
            continue;
        LogSource source{log.id, log.title, log.kind, {}, log.rotated, log.keep, {}};
        if (const ProfileLogFormat *format = session.profile().logFormat(log.format))
            source.format = *format;
        if (!isContainer) {
            const Result<QString> path = session.pathOf(log.path);
            if (!path)
                return tl::unexpected(path.error());
            source.path = *path;
        }
        sources.append(source);
    }
    return sources;
}

namespace {

/// What can be said of a source without reading it; a file that is not there yet has no size.
QJsonObject describedSource(const InstanceSession &session, const LogSource &source)
{
    const bool isFile = source.kind != QLatin1String("container");
    QJsonObject object{{QStringLiteral("id"), source.id},
                       {QStringLiteral("title"), source.title},
                       {QStringLiteral("kind"), source.kind},
                       {QStringLiteral("path"), isFile ? source.path : session.instance().runtime.container},
                       {QStringLiteral("format"), source.format.id},
                       {QStringLiteral("bytes"), QJsonValue()}};
    if (!isFile)
        return object;
    int rotations = 0;
    for (int n = 1; n <= source.keep && !source.rotated.isEmpty(); ++n)
        rotations += QFileInfo::exists(source.pathOf(n)) ? 1 : 0;
    object.insert(QStringLiteral("rotations"), rotations);
    if (const QFileInfo file(source.path); file.exists())
        object.insert(QStringLiteral("bytes"), file.size());
    return object;
}

Result<QJsonValue> describedSources(const InstanceSession &session)
{
    return logSources(session).map([&session](const QList<LogSource> &sources) {
        QJsonArray rows;
        for (const LogSource &source : sources)
            rows.append(describedSource(session, source));
        return QJsonValue(rows);
    });
}

} // namespace

Result<LogSource> logSource(const InstanceSession &session, const QString &id)
{
    const Result<QList<LogSource>> sources = logSources(session);
    if (!sources)
        return tl::unexpected(sources.error());
    QStringList ids;
    for (const LogSource &source : *sources) {
        if (id.isEmpty() || source.id == id)
            return source;
        ids.append(source.id);
    }
    if (ids.isEmpty())
        return failure(
            ErrorKind::NotFound,
            translated(QT_TRANSLATE_NOOP("LogActions", "%1 has no log.")).arg(session.instance().name));
    return failure(ErrorKind::NotFound,
                   translated(QT_TRANSLATE_NOOP("LogActions", "%1 has no log %2; there are: %3."))
                       .arg(session.instance().name, id, ids.join(QStringLiteral(", "))));
}

LogActions::LogActions(LogStreamOpener opener)
    : m_opener(std::move(opener))
{
}

void LogActions::registerInto(Catalogue &catalogue) const
{
    using Type = Parameter::Type;
    const Parameter source = parameter("source", QT_TRANSLATE_NOOP("LogActions", "Log"), Type::Text);
    const Parameter count =
        parameter("count", QT_TRANSLATE_NOOP("LogActions", "Records at most"), Type::Number);
    catalogue.add(QueryEntry{QStringLiteral("logs.sources"),
                             tr("List the logs"),
                             {},
                             [](const InstanceSession &session, const QJsonObject &,
                                const OperationContext &) { return describedSources(session); }});
    catalogue.add(QueryEntry{
        QStringLiteral("logs.tail"),
        tr("Show the last records of a log"),
        {source, count},
        [self = *this](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) { return self.tail(session, arguments, context); }});
    catalogue.add(QueryEntry{
        QStringLiteral("logs.search"),
        tr("Search a log"),
        {parameter("text", QT_TRANSLATE_NOOP("LogActions", "Find"), Type::Text, true),
         parameter("pattern", QT_TRANSLATE_NOOP("LogActions", "As a regular expression"), Type::Flag),
         parameter("case", QT_TRANSLATE_NOOP("LogActions", "Match case"), Type::Flag), source, count},
        [self = *this](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) {
            return self.search(session, arguments, context);
        }});
    catalogue.add(QueryEntry{
        QStringLiteral("logs.stats"),
        tr("Count the records of a log by level"),
        {source},
        [self = *this](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) { return self.stats(session, arguments, context); }});
}

Result<> LogActions::followLog(const InstanceSession &session, const QString &sourceId, const LogSink &sink,
                               const OperationContext &context, LogReadOptions options) const
{
    const Result<LogSource> source = logSource(session, sourceId);
    if (!source)
        return tl::unexpected(source.error());
    const bool isContainer = source->kind == QLatin1String("container");
    auto reader = makeLogReader(*source, isContainer && m_opener ? m_opener(session) : nullptr, options);
    if (!reader)
        return tl::unexpected(reader.error());
    return (*reader)->run(sink, context);
}

Result<> LogActions::readPages(const InstanceSession &session, const QString &sourceId, const Take &take,
                               const OperationContext &context) const
{
    LogSink sink;
    QList<QList<LogRecord>> newest;
    sink.onRecords = [&newest](QList<LogRecord> records) { newest.append(std::move(records)); };
    bool wantsMore = true;
    sink.onOlder = [&](const QList<LogRecord> &records, bool isAll) { wantsMore = take(records) && !isAll; };
    const Result<LogSource> source = logSource(session, sourceId);
    if (!source)
        return tl::unexpected(source.error());
    const bool isContainer = source->kind == QLatin1String("container");
    LogReadOptions options;
    options.initialRecords = isContainer ? 10 * MaximumRecords : PageRecords;
    options.olderRecords = PageRecords;
    options.follows = false;
    auto reader = makeLogReader(*source, isContainer && m_opener ? m_opener(session) : nullptr, options);
    if (!reader)
        return tl::unexpected(reader.error());
    if (const Result<> done = (*reader)->run(sink, context); !done)
        return done;
    for (qsizetype i = newest.size() - 1; i >= 0 && wantsMore; --i)
        wantsMore = take(newest.at(i));
    while (wantsMore && !context.isCancelled())
        (*reader)->readOlder(sink, context);
    if (context.isCancelled())
        return failure(ErrorKind::Cancelled, tr("Reading the log was stopped."));
    return {};
}

Result<QJsonValue> LogActions::tail(const InstanceSession &session, const QJsonObject &arguments,
                                    const OperationContext &context) const
{
    LastRecords last(countArgument(arguments));
    const Result<> read = readPages(
        session, sourceArgument(arguments),
        [&last](const QList<LogRecord> &page) {
            last.addPage(page);
            return !last.isFull();
        },
        context);
    if (!read)
        return tl::unexpected(read.error());
    return QJsonValue(last.toArray());
}

Result<QJsonValue> LogActions::search(const InstanceSession &session, const QJsonObject &arguments,
                                      const OperationContext &context) const
{
    const Result<LogSearch> search = LogSearch::compile({arguments.value(QLatin1String("text")).toString(),
                                                         arguments.value(QLatin1String("pattern")).toBool(),
                                                         arguments.value(QLatin1String("case")).toBool()});
    if (!search)
        return tl::unexpected(search.error());
    LastRecords last(countArgument(arguments));
    const Result<> read = readPages(
        session, sourceArgument(arguments),
        [&last, &search, &context](const QList<LogRecord> &page) {
            QList<LogRecord> found;
            for (const LogRecord &record : page) {
                if (!context.isCancelled() && search->matches(record))
                    found.append(record);
            }
            last.addPage(std::move(found));
            return !last.isFull();
        },
        context);
    if (!read)
        return tl::unexpected(read.error());
    return QJsonValue(last.toArray());
}

Result<QJsonValue> LogActions::stats(const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context) const
{
    std::map<LogLevel, qint64> counts;
    qint64 total = 0;
    const Result<> read = readPages(
        session, sourceArgument(arguments),
        [&counts, &total](const QList<LogRecord> &page) {
            for (const LogRecord &record : page)
                ++counts[record.level];
            total += page.size();
            return true;
        },
        context);
    if (!read)
        return tl::unexpected(read.error());
    QJsonObject levels;
    for (const auto &[level, count] : counts)
        levels.insert(logLevelName(level), count);
    return QJsonValue(QJsonObject{{QStringLiteral("total"), total}, {QStringLiteral("levels"), levels}});
}

} // namespace pilothouse
