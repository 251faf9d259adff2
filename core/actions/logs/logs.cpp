// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logs.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/logs/logfile.h"
#include "core/logs/makelogreader.h"
#include "core/plan/catalogue.h"

#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int ScreenRecords = 10000;
constexpr int PageRecords = 5000;

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
    void addNewer(const QList<ScannedRecord> &records)
    {
        for (const ScannedRecord &one : records)
            m_records.append(one.record);
        if (m_records.size() > 2 * m_count)
            m_records = m_records.last(m_count);
    }
    QJsonArray toArray() const
    {
        QJsonArray array;
        for (const LogRecord &record : m_records.last(std::min(m_count, m_records.size())))
            array.append(toJson(record));
        return array;
    }

private:
    qsizetype m_count;
    QList<LogRecord> m_records;
};

/// What is asked for of pages of one log.
struct PageFilter
{
    LogFilter filter;
    LogFieldReader reader;

    bool isOld(const LogRecord &record) const
    {
        const QDateTime since = filter.range().since;
        return since.isValid() && record.time.isValid() && record.time < since;
    }
    QList<LogRecord> of(const QList<LogRecord> &page) const
    {
        if (filter.isOpen())
            return page;
        QList<LogRecord> kept;
        std::copy_if(page.begin(), page.end(), std::back_inserter(kept),
                     [this](const LogRecord &record) { return filter.matches(record, reader); });
        return kept;
    }
};

/// Which day its times are of tells only the whole file.
bool isWithoutDate(const LogSource &source)
{
    const auto parser = LogParser::compile(source.format);
    return parser && parser->isWithoutDate();
}

Result<PageFilter> pageFilter(const LogSource &source, const QJsonObject &arguments)
{
    const auto filter = logFilterOf(arguments);
    if (!filter)
        return failure(filter.error());
    return LogFieldReader::compile(source.format).map([&filter](const LogFieldReader &reader) {
        return PageFilter{*filter, reader};
    });
}

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
    if (record.cutAt > 0)
        object.insert(QStringLiteral("cutAtByte"), record.cutAt);
    return object;
}

LogActions::LogActions(LogStreamOpener opener)
    : m_opener(std::move(opener))
{
}

void LogActions::registerInto(Catalogue &catalogue) const
{
    using Type = Parameter::Type;
    using Way = Result<QJsonValue> (LogActions::*)(const InstanceSession &, const QJsonObject &,
                                                   const OperationContext &) const;
    const auto add = [this, &catalogue](const char *id, const QString &title,
                                        const QList<Parameter> &parameters, Way way) {
        catalogue.add(
            QueryEntry{QLatin1String(id), title, parameters + narrowingParameters(),
                       [self = *this, way](const InstanceSession &session, const QJsonObject &arguments,
                                           const OperationContext &context) {
                           return (self.*way)(session, arguments, context);
                       }});
    };
    const Parameter count =
        logParameter("count", QT_TRANSLATE_NOOP("LogActions", "Records at most"), Type::Number);
    catalogue.add(QueryEntry{QStringLiteral("logs.sources"),
                             tr("List the logs"),
                             {},
                             [opener = m_opener](const InstanceSession &session, const QJsonObject &,
                                                 const OperationContext &context) {
                                 return describedSources(session, opener, context);
                             }});
    add("logs.tail", tr("Show the last records of a log"), {count}, &LogActions::tail);
    add("logs.search", tr("Search a log"),
        {logParameter("text", QT_TRANSLATE_NOOP("LogActions", "Find"), Type::Text),
         logParameter("pattern", QT_TRANSLATE_NOOP("LogActions", "As a regular expression"), Type::Flag),
         logParameter("case", QT_TRANSLATE_NOOP("LogActions", "Match case"), Type::Flag),
         logParameter("word", QT_TRANSLATE_NOOP("LogActions", "Whole words"), Type::Flag), count,
         logParameter("context", QT_TRANSLATE_NOOP("LogActions", "Records before and after"), Type::Number)},
        &LogActions::search);
    add("logs.stats", tr("Count the records of a log"),
        {logParameter("question", QT_TRANSLATE_NOOP("LogActions", "Question of the profile"), Type::Text),
         logParameter("by", QT_TRANSLATE_NOOP("LogActions", "Count by field"), Type::Text),
         logParameter("most", QT_TRANSLATE_NOOP("LogActions", "Largest of field"), Type::Text),
         logParameter("slow", QT_TRANSLATE_NOOP("LogActions", "Slower than"), Type::Text),
         logParameter("per", QT_TRANSLATE_NOOP("LogActions", "Minute, hour or day"), Type::Text),
         logParameter("top", QT_TRANSLATE_NOOP("LogActions", "Rows at most"), Type::Number),
         logParameter("review", QT_TRANSLATE_NOOP("LogActions", "What is unusual"), Type::Flag)},
        &LogActions::stats);
}

Result<> LogActions::followLog(const InstanceSession &session, const QJsonObject &arguments,
                               const LogSink &sink, const OperationContext &context,
                               const LogReadOptions &options) const
{
    const Result<LogSource> source = logSource(session, arguments.value(QLatin1String("source")).toString());
    if (!source)
        return tl::unexpected(source.error());
    const auto filter = pageFilter(*source, arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    auto reader = makeLogReader(
        *source, source->isStream() && m_opener ? m_opener(session, *source) : nullptr, options);
    if (!reader)
        return tl::unexpected(reader.error());
    LogSink kept;
    kept.onRecords = [&](const QList<LogRecord> &records) {
        if (QList<LogRecord> some = filter->of(records); !some.isEmpty())
            sink.onRecords(std::move(some));
    };
    kept.onOlder = sink.onOlder;
    return (*reader)->run(kept, context);
}

Result<> LogActions::readPages(const InstanceSession &session, const QJsonObject &arguments, const Take &take,
                               const OperationContext &context) const
{
    const Result<LogSource> source = logSource(session, arguments.value(QLatin1String("source")).toString());
    if (!source)
        return tl::unexpected(source.error());
    return readSource(session, *source, arguments, take, context);
}

Result<> LogActions::readSource(const InstanceSession &session, const LogSource &source,
                                const QJsonObject &arguments, const Take &takeSome,
                                const OperationContext &context) const
{
    const auto filter = pageFilter(source, arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    const Take take = [&](const QList<LogRecord> &page) {
        const bool isLast = !page.isEmpty() && filter->isOld(page.first()); // every page to come is older
        return takeSome(filter->of(page)) && !isLast;
    };
    LogSink sink;
    QList<QList<LogRecord>> newest;
    sink.onRecords = [&newest](QList<LogRecord> records) { newest.append(std::move(records)); };
    bool wantsMore = true;
    sink.onOlder = [&](const QList<LogRecord> &records, bool isAll) { wantsMore = take(records) && !isAll; };
    LogReadOptions options;
    options.since = filter->filter.range().since;
    options.initialRecords = source.isStream() ? 10 * ScreenRecords : PageRecords;
    options.olderRecords = PageRecords;
    options.follows = false;
    if (auto there = source.isStream() ? Result<>() : LogFile::checkFolder(source.path); !there)
        return there;
    auto reader =
        makeLogReader(source, source.isStream() && m_opener ? m_opener(session, source) : nullptr, options);
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
    const auto count = logCount(arguments);
    if (!count)
        return tl::unexpected(count.error());
    LastRecords last(*count);
    const auto filter = logFilterOf(arguments);
    const Result<LogSource> source = logSource(session, arguments.value(QLatin1String("source")).toString());
    const bool isOfTime = filter && source && !filter->range().isOpen();
    if (isOfTime && (source->isStream() || isWithoutDate(*source))) {
        // By time only all of it, or the file that its engine keeps, can be asked.
        const auto take = [&last](const QList<ScannedRecord> &records) { last.addNewer(records); };
        return scan(session, {*source}, {*filter, 0}, take, context).map([&last](const MergedScanResult &) {
            return QJsonValue(last.toArray());
        });
    }
    const Result<> read = readPages(
        session, arguments,
        [&last](const QList<LogRecord> &page) {
            last.addPage(page);
            return !last.isFull();
        },
        context);
    if (!read)
        return tl::unexpected(read.error());
    return QJsonValue(last.toArray());
}

} // namespace pilothouse
