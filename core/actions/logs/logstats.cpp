// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Counts the records of logs: over time, by a field, as a profile asks, and what is unusual among requests.

#include "core/actions/logs/logs.h"
#include "core/instances/instancesession.h"
#include "core/logs/statistics/accessreview.h"
#include "core/logs/statistics/logstatistics.h"
#include "core/logs/statistics/tracememory.h"

#include <QMap>

namespace pilothouse {

namespace {

/// What is asked, put together from the arguments and the question of a profile.
struct StatisticsQuestion
{
    StatisticsWish wish;
    LogFilter filter;
    ProfileLogQuestion asked;
};

Result<StatisticsWish::Per> perArgument(const QString &text)
{
    static const QMap<QString, StatisticsWish::Per> Widths{
        {QString(), StatisticsWish::Per::Fitting},
        {QStringLiteral("minute"), StatisticsWish::Per::Minute},
        {QStringLiteral("hour"), StatisticsWish::Per::Hour},
        {QStringLiteral("day"), StatisticsWish::Per::Day}};
    const auto known = Widths.constFind(text);
    if (known != Widths.constEnd())
        return *known;
    return failure(ErrorKind::BadInput,
                   LogActions::tr("“%1” is no width of a bar: write minute, hour or day.").arg(text));
}

Result<ProfileLogQuestion> questionOf(const QList<LogSource> &sources, const QString &id)
{
    QStringList known;
    for (const LogSource &source : sources) {
        for (const ProfileLogQuestion &question : source.format.questions) {
            if (question.id == id)
                return question;
            known.append(question.id);
        }
    }
    known.removeDuplicates();
    if (known.isEmpty())
        return failure(ErrorKind::NotFound, LogActions::tr("The profile asks nothing of this log."));
    return failure(ErrorKind::NotFound, LogActions::tr("The profile has no question %1; there are: %2.")
                                            .arg(id, known.join(QStringLiteral(", "))));
}

/// "1s" as "duration>=1000ms"; a bare number is of milliseconds.
Result<LogFilter> slowerThan(const QString &text)
{
    const auto limit = quantityOf(text, u"ms");
    if (text.isEmpty())
        return LogFilter();
    if (limit && limit->kind == Quantity::Kind::Time)
        return LogFilter::parse(QStringLiteral("duration>=%1ms").arg(limit->value));
    return failure(ErrorKind::BadInput,
                   LogActions::tr("“%1” is no duration: write 250ms, 1s or 2min.").arg(text));
}

Result<StatisticsQuestion> statisticsQuestion(const QList<LogSource> &sources, const QJsonObject &arguments)
{
    const auto text = [&arguments](const char *name) {
        return arguments.value(QLatin1String(name)).toString().trimmed();
    };
    StatisticsQuestion question;
    if (const QString id = text("question"); !id.isEmpty()) {
        const auto asked = questionOf(sources, id);
        if (!asked)
            return failure(asked.error());
        question.asked = *asked;
    }
    const auto per = perArgument(text("per"));
    const auto slow = slowerThan(text("slow"));
    const auto own = LogFilter::parse(question.asked.filter);
    const auto filter = logFilterOf(arguments);
    if (!per || !slow || !own || !filter)
        return failure(!per ? per.error() : !slow ? slow.error() : !own ? own.error() : filter.error());
    question.filter = filter->narrowedBy(*own).narrowedBy(*slow);
    question.wish.per = *per;
    question.wish.by = text("by").isEmpty() ? question.asked.by : text("by");
    question.wish.most = text("most").isEmpty() ? question.asked.most : text("most");
    if (question.wish.most.isEmpty() && !text("slow").isEmpty())
        question.wish.most = QStringLiteral("duration");
    const double top = arguments.value(QLatin1String("top")).toDouble(question.wish.top);
    question.wish.top = static_cast<int>(std::clamp(top, 1.0, 10000.0));
    return question;
}

/// Counts the records of several logs.
class StatisticsRun
{
public:
    StatisticsRun(const QList<LogSource> &sources, const StatisticsQuestion &question, bool isReview)
        : m_question(question)
        , m_isReview(isReview)
        , m_statistics(question.wish)
        , m_traces({question.wish.by, QStringLiteral("path"), QStringLiteral("method"),
                    QStringLiteral("user"), QStringLiteral("client"), QStringLiteral("agent")})
    {
        for (const LogSource &source : sources) {
            auto reader = LogFieldReader::compile(source.format).value_or(LogFieldReader());
            m_needsFields = m_needsFields || needsFields(reader);
            m_joins = m_joins || (needsFields(reader) && reader.names(QStringLiteral("trace")));
            m_readers.insert(source.id, reader);
        }
    }

    /// Where records are told what others of their trace say, the others must be read, too.
    ScanWish wish() const
    {
        ScanWish wish{m_joins ? LogFilter::ofTime(m_question.filter.range()) : m_question.filter};
        wish.wantsFields = m_needsFields;
        return wish;
    }

    void add(const QList<ScannedRecord> &records)
    {
        for (const ScannedRecord &one : records) {
            const LogFieldReader &reader = *m_readers.constFind(one.record.source);
            LogFields fields = !needsFields(reader) ? LogFields()
                               : one.fields         ? *one.fields
                                                    : reader.fields(one.record);
            if (m_joins)
                m_traces.complete(fields);
            if (m_joins && !m_question.filter.matches(one.record, reader, one.at))
                continue;
            m_statistics.add(one, reader, fields);
            if (m_isReview)
                m_review.add(one.at, fields);
        }
    }

    QJsonObject toJson() const
    {
        QJsonObject object = m_statistics.toJson();
        if (!m_question.asked.title.isEmpty())
            object.insert(QStringLiteral("question"), m_question.asked.title);
        if (m_isReview)
            object.insert(QStringLiteral("review"), m_review.toJson());
        return object;
    }

private:
    bool needsFields(const LogFieldReader &reader) const
    {
        return m_isReview || m_statistics.needsFields(reader);
    }

    const StatisticsQuestion &m_question;
    bool m_isReview;
    bool m_needsFields = false;
    bool m_joins = false;
    QMap<QString, LogFieldReader> m_readers;
    LogStatistics m_statistics;
    AccessReview m_review;
    TraceMemory m_traces;
};

} // namespace

Result<QJsonValue> LogActions::stats(const InstanceSession &session, const QJsonObject &arguments,
                                     const OperationContext &context) const
{
    const auto sources = wantedSources(session, arguments);
    if (!sources)
        return tl::unexpected(sources.error());
    const auto question = statisticsQuestion(*sources, arguments);
    if (!question)
        return tl::unexpected(question.error());
    StatisticsRun run(*sources, *question, arguments.value(QLatin1String("review")).toBool());
    const auto found = scan(
        session, *sources, run.wish(), [&run](const QList<ScannedRecord> &records) { run.add(records); },
        context);
    if (!found)
        return tl::unexpected(found.error());
    QJsonObject counted = run.toJson();
    if (found->cut > 0)
        counted.insert(QStringLiteral("cutRecords"), found->cut);
    return QJsonValue(counted);
}

} // namespace pilothouse
