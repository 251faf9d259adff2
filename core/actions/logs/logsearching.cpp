// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Finds records in the logs of an instance, and tells which line of a record holds what was looked for.

#include "core/actions/logs/logs.h"
#include "core/instances/instancesession.h"
#include "core/logs/openrecord.h"

#include <QJsonArray>
#include <QMap>

#include <algorithm>
#include <deque>

namespace pilothouse {

namespace {

/// The newest hits with what stands beside them.
class NewestHits
{
public:
    explicit NewestHits(int count)
        : m_count(count)
    {
    }

    void add(QList<ScannedRecord> records)
    {
        for (ScannedRecord &record : records) {
            m_hits += record.isHit ? 1 : 0;
            m_characters += record.record.characters();
            m_records.push_back(std::move(record));
            while (m_hits > m_count)
                dropOldest();
            if (m_characters > MostCharacters)
                shortenNewest();
        }
    }
    const std::deque<ScannedRecord> &records() const { return m_records; }
    int hits() const { return m_hits; }

private:
    void dropOldest()
    {
        while (!m_records.front().isHit)
            pop();
        pop();
        --m_hits;
    }
    void pop()
    {
        m_characters -= m_records.front().record.characters();
        m_records.pop_front();
    }
    /// So that many huge records do not fill the memory: of this one is kept what a page would show.
    void shortenNewest()
    {
        LogRecord &record = m_records.back().record;
        m_characters -= record.characters();
        OpenRecord::shorten(record);
        m_characters += record.characters();
    }

    static constexpr qsizetype MostCharacters = 32 << 20;

    int m_count;
    int m_hits = 0;
    qsizetype m_characters = 0;
    std::deque<ScannedRecord> m_records;
};

/// How the records of each log are shown.
class HitText
{
public:
    HitText(const LogFilter &filter, const QList<LogSource> &sources)
    {
        if (const auto marked = filter.marked())
            m_search = LogSearch::compile(*marked).value_or(LogSearch());
        for (const LogSource &source : sources)
            m_readers.insert(source.id, LogFieldReader::compile(source.format).value_or(LogFieldReader()));
    }

    QJsonObject of(const ScannedRecord &scanned) const
    {
        const LogRecord &record = scanned.record;
        QJsonObject object = toJson(record);
        QJsonObject fields;
        const LogFields read = m_readers.value(record.source).fields(record);
        for (const LogField &field : read.list())
            fields.insert(field.name, field.value);
        if (!fields.isEmpty())
            object.insert(QStringLiteral("fields"), fields);
        if (!scanned.isHit) {
            object.insert(QStringLiteral("isBeside"), true);
            return object;
        }
        const QList<LogMatch> matches = m_search.find(record);
        const int line = matches.isEmpty() ? 0 : std::max(0, matches.first().line);
        object.insert(QStringLiteral("hitLine"), line);
        object.insert(QStringLiteral("hit"),
                      line == 0 ? record.message : record.continuation.value(line - 1));
        return object;
    }

private:
    LogSearch m_search;
    QMap<QString, LogFieldReader> m_readers;
};

QJsonArray errorTexts(const QList<Error> &errors)
{
    QJsonArray texts;
    for (const Error &error : errors)
        texts.append(error.toText());
    return texts;
}

} // namespace

Result<MergedScanResult> LogActions::scan(const InstanceSession &session, const QList<LogSource> &sources,
                                          const ScanWish &wish, const OnScanned &onRecords,
                                          const OperationContext &context) const
{
    QList<ScannedLog> logs;
    for (const LogSource &source : sources)
        logs.append({source, source.isStream() && m_opener ? m_opener(session, source) : nullptr});
    return scanMerged(logs, wish, onRecords, context);
}

Result<MergedScanResult> LogActions::scan(const InstanceSession &session, const QJsonObject &arguments,
                                          const OnScanned &onRecords, const OperationContext &context) const
{
    const auto filter = logFilterOf(arguments);
    if (!filter)
        return tl::unexpected(filter.error());
    const auto beside = logContext(arguments);
    if (!beside)
        return tl::unexpected(beside.error());
    const auto sources = wantedSources(session, arguments);
    if (!sources)
        return tl::unexpected(sources.error());
    return scan(session, *sources, {*filter, *beside}, onRecords, context);
}

Result<QJsonValue> LogActions::search(const InstanceSession &session, const QJsonObject &arguments,
                                      const OperationContext &context) const
{
    const auto count = logCount(arguments);
    if (!count)
        return tl::unexpected(count.error());
    NewestHits newest(*count);
    const auto found = scan(
        session, arguments, [&newest](QList<ScannedRecord> records) { newest.add(std::move(records)); },
        context);
    if (!found)
        return tl::unexpected(found.error());
    const auto filter = logFilterOf(arguments);
    const auto sources = wantedSources(session, arguments);
    if (!filter || !sources)
        return tl::unexpected(filter ? sources.error() : filter.error());
    const HitText text(*filter, *sources);
    QJsonArray records;
    for (const ScannedRecord &record : newest.records())
        records.append(text.of(record));
    QJsonArray looked;
    for (auto source = found->hits.begin(); source != found->hits.end(); ++source)
        looked.append(
            QJsonObject{{QStringLiteral("id"), source.key()}, {QStringLiteral("hits"), source.value()}});
    QJsonObject object{{QStringLiteral("hits"), found->total()},
                       {QStringLiteral("isCut"), found->total() > newest.hits()},
                       {QStringLiteral("sources"), looked},
                       {QStringLiteral("records"), records}};
    if (found->cut > 0)
        object.insert(QStringLiteral("cutRecords"), found->cut);
    if (!found->unreadable.isEmpty())
        object.insert(QStringLiteral("unreadable"), errorTexts(found->unreadable));
    return QJsonValue(object);
}

} // namespace pilothouse
