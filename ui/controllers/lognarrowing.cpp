// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What other parts need to know of the log that is shown: what narrows it, what is marked, its fields, what
// stands out.
#include "core/actions/logs/logexport.h"
#include "core/base/units.h"
#include "ui/controllers/logscontroller.h"

namespace pilothouse {

namespace {
/// So many of the last records are asked for their fields.
constexpr qsizetype AskedForFields = 60;
} // namespace

QJsonObject LogsController::narrowing(bool isByQuery, bool isByTimes) const
{
    QJsonObject arguments{{QStringLiteral("source"), m_wanted}};
    const QString filter = m_isFilter ? m_query.text.trimmed() : LogFilter::textOf(m_query);
    if (isByQuery && !filter.isEmpty())
        arguments.insert(QStringLiteral("filter"), filter);
    if (const std::optional<LogTimes> &times = m_timeline.times(); isByTimes && times) {
        const auto text = [](qint64 time) { return toIso(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)); };
        arguments.insert(QStringLiteral("since"), text(times->from));
        arguments.insert(QStringLiteral("until"), text(times->to));
    }
    return arguments;
}

std::function<Result<MarkedRecords>(const OperationContext &context)> LogsController::markedReader() const
{
    const LogSource *source = shownSource();
    MarkedRecords known{source ? *source : LogSource(), {}, {}};
    for (const LogRecord &record : m_model.records()) {
        if (m_model.isMarked(record.number)) {
            known.records.append(record);
            known.notes.append(m_model.marks().value(record.number));
        }
    }
    if (!m_pager)
        return [known](const OperationContext &) -> Result<MarkedRecords> { return known; };
    return [source = known.source, marks = m_model.marks(),
            extent = m_pager->extent()](const OperationContext &context) -> Result<MarkedRecords> {
        const auto parser = LogParser::compile(source.format);
        if (!parser)
            return failure(parser.error());
        const LogPageReader reader(extent, *parser, source.id);
        MarkedRecords marked{source, {}, {}};
        for (auto mark = marks.begin(); mark != marks.end(); ++mark) {
            const LogPage page = reader.from(mark.key(), 1, context);
            if (page.records.isEmpty())
                continue;
            marked.records.append(page.records.first());
            marked.notes.append(mark.value());
        }
        return marked;
    };
}

void LogsController::setFoundExtent(const LogExtent &extent)
{
    m_finder.setExtent(extent);
    for (const auto &finder : m_highlightFinders) {
        if (finder)
            finder->setExtent(extent);
    }
}

void LogsController::setHighlighters(const QList<LogHighlighter> &rules)
{
    auto highlights = std::make_shared<LogHighlights>(rules);
    m_highlightFinders.clear();
    for (int color = 0; color < LogHighlighter::Colors; ++color) {
        const LogQuery query = highlights->queryOf(color);
        const auto pattern = query.text.isEmpty() ? nullptr : LinePattern::compile(query).value_or(nullptr);
        auto finder = pattern ? std::make_unique<LogFinder>() : nullptr;
        if (finder) {
            connect(finder.get(), &LogFinder::hitsChanged, this, [this] {
                if (!m_overviewDelay.isActive())
                    m_overviewDelay.start();
            });
            finder->setExtent(m_pager ? m_pager->extent() : LogExtent());
            finder->find(pattern);
        }
        m_highlightFinders.push_back(std::move(finder));
    }
    m_model.setHighlights(highlights->isEmpty() ? nullptr : std::move(highlights));
    collectOverview();
}

QStringList LogsController::fieldNames() const
{
    const LogSource *source = shownSource();
    const auto reader = LogFieldReader::compile(source ? source->format : ProfileLogFormat());
    if (!reader)
        return {};
    QStringList names = reader->names();
    const QList<LogRecord> &records = m_model.records();
    for (qsizetype i = std::max<qsizetype>(0, records.size() - AskedForFields); i < records.size(); ++i) {
        const LogFields fields = reader->fields(records.at(i));
        for (const LogField &field : fields.list())
            names.append(field.name);
    }
    names.removeDuplicates();
    return names;
}

} // namespace pilothouse
