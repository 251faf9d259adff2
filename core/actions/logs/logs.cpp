// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/logs.h"

#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/logs/makelogreader.h"
#include "core/plan/catalogue.h"

#include <QJsonArray>
#include <QMap>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pilothouse {

namespace {

constexpr int StandardRecords = 200;
constexpr int MaximumRecords = 10000;
constexpr int PageRecords = 5000;

QString logActionsText(const char *text)
{
    return QCoreApplication::translate("LogActions", text);
}

Parameter parameter(const char *name, const char *title, Parameter::Type type, bool isRequired = false)
{
    Parameter made;
    made.name = QString::fromLatin1(name);
    made.title = logActionsText(title);
    made.type = type;
    made.isRequired = isRequired;
    return made;
}

QString sourceArgument(const QJsonObject &arguments)
{
    return arguments.value(QLatin1String("source")).toString();
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

/// The records that a query asks for, beside those that the log itself can leave out.
struct RecordFilter
{
    QDateTime since;
    LogLevel atLeast = LogLevel::Unknown;
    QDateTime until = {}; ///< the first moment that is too late

    bool isOpen() const { return !since.isValid() && !until.isValid() && atLeast == LogLevel::Unknown; }
    bool isLate(const LogRecord &record) const
    {
        return until.isValid() && record.time.isValid() && record.time >= until;
    }
    bool isOld(const LogRecord &record) const
    {
        return since.isValid() && record.time.isValid() && record.time < since;
    }
    QList<LogRecord> of(const QList<LogRecord> &page) const
    {
        if (isOpen())
            return page;
        QList<LogRecord> kept;
        std::copy_if(page.begin(), page.end(), std::back_inserter(kept), [this](const LogRecord &record) {
            return !isOld(record) && !isLate(record) && record.level >= atLeast;
        });
        return kept;
    }
};

/// A time without a zone is one of UTC, as every time that is printed.
QDateTime inUtc(QDateTime moment)
{
    if (moment.timeSpec() == Qt::LocalTime)
        moment.setTimeSpec(Qt::UTC);
    return moment.toUTC();
}

/// "2026-11-20T22:00:00Z", or how long ago: "90s", "30min", "1h", "1 hour ago", "2d".
Result<QDateTime> sinceArgument(const QString &text)
{
    static const QRegularExpression Span(
        QStringLiteral("\\A(\\d{1,9}) ?(s|sec|seconds?|m|min|minutes?|h|hours?|d|days?)( ago)?\\z"));
    static const QMap<QChar, qint64> Seconds{{u's', 1}, {u'm', 60}, {u'h', 3600}, {u'd', 86400}};
    if (text.isEmpty())
        return QDateTime();
    const QRegularExpressionMatch span = Span.match(text);
    if (span.hasMatch())
        return QDateTime::currentDateTimeUtc().addSecs(-span.captured(1).toLongLong()
                                                       * Seconds.value(span.captured(2).at(0)));
    const QDateTime moment = QDateTime::fromString(text, Qt::ISODateWithMs);
    if (moment.isValid())
        return inUtc(moment);
    return failure(ErrorKind::BadInput,
                   LogActions::tr("“%1” is no time: write 2026-11-20 or 2026-11-20T22:00:00 (UTC), "
                                  "2026-11-20T22:00:00+01:00, or how long ago: 30min, 1h, 2d.")
                       .arg(text));
}

/// A day alone means all of it.
Result<QDateTime> untilArgument(const QString &text)
{
    static const QRegularExpression Day(QStringLiteral("\\A\\d{4}-\\d{2}-\\d{2}\\z"));
    return sinceArgument(text).map(
        [&text](const QDateTime &moment) { return Day.match(text).hasMatch() ? moment.addDays(1) : moment; });
}

Result<RecordFilter> filterArguments(const QJsonObject &arguments)
{
    const auto options = logReadOptions(arguments);
    if (!options)
        return failure(options.error());
    const auto until = untilArgument(arguments.value(QLatin1String("until")).toString().trimmed());
    if (!until)
        return failure(until.error());
    return RecordFilter{options->since, options->atLeast, *until};
}

} // namespace

Result<int> logCount(const QJsonObject &arguments)
{
    const QJsonValue count = arguments.value(QLatin1String("count"));
    if (count.isUndefined())
        return StandardRecords;
    const double number = count.toDouble(-1);
    if (number >= 1 && number <= MaximumRecords && number == std::floor(number))
        return static_cast<int>(number);
    return failure(Error{ErrorKind::BadInput,
                         QStringLiteral("count"),
                         LogActions::tr("“%1” is no number of records: write 1 to %2.")
                             .arg(count.isString() ? count.toString() : QString::number(number))
                             .arg(MaximumRecords),
                         {},
                         {}});
}

Result<LogReadOptions> logReadOptions(const QJsonObject &arguments)
{
    const QString level = arguments.value(QLatin1String("level")).toString();
    LogReadOptions options;
    options.atLeast = logLevelFromName(level);
    if (!level.isEmpty() && options.atLeast == LogLevel::Unknown)
        return failure(
            ErrorKind::BadInput,
            LogActions::tr("“%1” is no level; there are trace, debug, info, warning, error and fatal.")
                .arg(level));
    const auto since = sinceArgument(arguments.value(QLatin1String("since")).toString().trimmed());
    if (!since)
        return failure(since.error());
    options.since = *since;
    return options;
}

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
    const Parameter since = parameter("since", QT_TRANSLATE_NOOP("LogActions", "Not older than"), Type::Text);
    const Parameter until = parameter("until", QT_TRANSLATE_NOOP("LogActions", "Not newer than"), Type::Text);
    const Parameter level =
        parameter("level", QT_TRANSLATE_NOOP("LogActions", "At least of level"), Type::Text);
    catalogue.add(QueryEntry{QStringLiteral("logs.sources"),
                             tr("List the logs"),
                             {},
                             [](const InstanceSession &session, const QJsonObject &,
                                const OperationContext &) { return describedSources(session); }});
    catalogue.add(QueryEntry{
        QStringLiteral("logs.tail"),
        tr("Show the last records of a log"),
        {source, count, since, until, level},
        [self = *this](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) { return self.tail(session, arguments, context); }});
    catalogue.add(QueryEntry{
        QStringLiteral("logs.search"),
        tr("Search a log"),
        {parameter("text", QT_TRANSLATE_NOOP("LogActions", "Find"), Type::Text, true),
         parameter("pattern", QT_TRANSLATE_NOOP("LogActions", "As a regular expression"), Type::Flag),
         parameter("case", QT_TRANSLATE_NOOP("LogActions", "Match case"), Type::Flag), source, count, since,
         until, level},
        [self = *this](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) {
            return self.search(session, arguments, context);
        }});
    catalogue.add(QueryEntry{
        QStringLiteral("logs.stats"),
        tr("Count the records of a log by level"),
        {source, since, until, level},
        [self = *this](const InstanceSession &session, const QJsonObject &arguments,
                       const OperationContext &context) { return self.stats(session, arguments, context); }});
}

Result<> LogActions::followLog(const InstanceSession &session, const QString &sourceId, const LogSink &sink,
                               const OperationContext &context, LogReadOptions options) const
{
    const Result<LogSource> source = logSource(session, sourceId);
    if (!source)
        return tl::unexpected(source.error());
    auto reader = makeLogReader(
        *source, source->isStream() && m_opener ? m_opener(session, *source) : nullptr, options);
    if (!reader)
        return tl::unexpected(reader.error());
    const RecordFilter filter{options.since, options.atLeast};
    LogSink kept;
    kept.onRecords = [&](const QList<LogRecord> &records) {
        if (QList<LogRecord> some = filter.of(records); !some.isEmpty())
            sink.onRecords(std::move(some));
    };
    kept.onOlder = sink.onOlder;
    return (*reader)->run(kept, context);
}

Result<> LogActions::readPages(const InstanceSession &session, const QJsonObject &arguments, const Take &take,
                               const OperationContext &context) const
{
    const Result<LogSource> source = logSource(session, sourceArgument(arguments));
    if (!source)
        return tl::unexpected(source.error());
    return readSource(session, *source, arguments, take, context);
}

Result<> LogActions::readSource(const InstanceSession &session, const LogSource &source,
                                const QJsonObject &arguments, const Take &takeSome,
                                const OperationContext &context) const
{
    const auto filter = filterArguments(arguments);
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
    options.since = filter->since;
    options.atLeast = filter->atLeast;
    options.initialRecords = source.isStream() ? 10 * MaximumRecords : PageRecords;
    options.olderRecords = PageRecords;
    options.follows = false;
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

Result<QJsonValue> LogActions::stats(const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context) const
{
    std::map<LogLevel, qint64> counts;
    qint64 total = 0;
    const Result<> read = readPages(
        session, arguments,
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
