// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds a text in the logs of an instance, and tells which line of a record holds it.

#include "core/actions/logs/logs.h"

#include <QJsonArray>

#include <algorithm>

namespace pilothouse {

namespace {

const QString AllSources = QStringLiteral("all");

/// The newest hits of one or several logs, oldest first.
class NewestHits
{
public:
    explicit NewestHits(int count)
        : m_count(count)
    {
    }

    /// What comes next is of another log.
    void beginSource() { m_source.clear(); }
    /// Pages come newest first.
    void addPage(QList<LogRecord> page)
    {
        page.append(std::move(m_source));
        m_source = page.size() > m_count ? page.last(m_count) : page;
    }
    bool isSourceFull() const { return m_source.size() >= m_count; }
    /// Takes what was found in the log into all; how many.
    qsizetype endSource()
    {
        const qsizetype found = m_source.size();
        m_isCut = m_isCut || isSourceFull();
        QDateTime last; // a record without a time belongs to the one before it
        for (LogRecord &record : m_source) {
            last = record.time.isValid() ? record.time : last;
            m_all.append({last, std::move(record)});
        }
        m_source.clear();
        return found;
    }

    /// True: there may be more than these.
    bool isCut() const { return m_isCut || m_all.size() > m_count; }
    QList<LogRecord> records()
    {
        std::stable_sort(m_all.begin(), m_all.end(),
                         [](const Placed &a, const Placed &b) { return a.at < b.at; });
        QList<LogRecord> newest;
        for (qsizetype at = std::max<qsizetype>(0, m_all.size() - m_count); at < m_all.size(); ++at)
            newest << m_all.at(at).record;
        return newest;
    }

private:
    struct Placed
    {
        QDateTime at;
        LogRecord record;
    };

    int m_count;
    bool m_isCut = false;
    QList<LogRecord> m_source;
    QList<Placed> m_all;
};

/// The first line of a record that holds what was looked for.
QJsonObject hitOf(const LogRecord &record, const LogSearch &search)
{
    QJsonObject object = toJson(record);
    const QList<LogMatch> matches = search.find(record);
    const int line = matches.isEmpty() ? 0 : std::max(0, matches.first().line);
    object.insert(QStringLiteral("hitLine"), line);
    object.insert(QStringLiteral("hit"), line == 0 ? record.message : record.continuation.value(line - 1));
    return object;
}

/// One, or all of them; of a compose project's services each alone, not once more all together.
Result<QList<LogSource>> wantedSources(const InstanceSession &session, const QString &id)
{
    if (id != AllSources)
        return logSource(session, id).map([](const LogSource &one) { return QList<LogSource>{one}; });
    return logSources(session).map([](QList<LogSource> sources) {
        const bool hasAlone = std::any_of(sources.cbegin(), sources.cend(), [](const LogSource &source) {
            return source.isStream() && source.kind != u"compose";
        });
        if (hasAlone)
            sources.removeIf([](const LogSource &source) { return source.kind == u"compose"; });
        return sources;
    });
}

} // namespace

Result<QJsonValue> LogActions::search(const InstanceSession &session, const QJsonObject &arguments,
                                      const OperationContext &context) const
{
    const Result<LogSearch> search = LogSearch::compile({arguments.value(QLatin1String("text")).toString(),
                                                         arguments.value(QLatin1String("pattern")).toBool(),
                                                         arguments.value(QLatin1String("case")).toBool()});
    if (!search)
        return tl::unexpected(search.error());
    const auto count = logCount(arguments);
    if (!count)
        return tl::unexpected(count.error());
    const auto sources = wantedSources(session, arguments.value(QLatin1String("source")).toString());
    if (!sources)
        return tl::unexpected(sources.error());
    NewestHits hits(*count);
    const Take take = [&](const QList<LogRecord> &page) {
        QList<LogRecord> found;
        std::copy_if(page.begin(), page.end(), std::back_inserter(found), [&](const LogRecord &record) {
            return !context.isCancelled() && search->matches(record);
        });
        hits.addPage(std::move(found));
        return !hits.isSourceFull();
    };
    QJsonArray looked;
    for (const LogSource &source : *sources) {
        hits.beginSource();
        if (const auto read = readSource(session, source, arguments, take, context); !read)
            return tl::unexpected(read.error());
        looked.append(
            QJsonObject{{QStringLiteral("id"), source.id}, {QStringLiteral("hits"), hits.endSource()}});
    }
    QJsonArray records;
    for (const LogRecord &record : hits.records())
        records.append(hitOf(record, *search));
    return QJsonValue(QJsonObject{{QStringLiteral("hits"), records.size()},
                                  {QStringLiteral("isCut"), hits.isCut()},
                                  {QStringLiteral("sources"), looked},
                                  {QStringLiteral("records"), records}});
}

} // namespace pilothouse
