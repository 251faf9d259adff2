// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/lognarrowing.h"

#include "core/actions/logs/logexport.h"
#include "core/base/units.h"
#include "core/logs/filter/fieldfilter.h"
#include "ui/controllers/logscontroller.h"

namespace pilothouse {

namespace {
/// So many of the last records are asked for their fields.
constexpr qsizetype AskedForFields = 60;
} // namespace

QJsonObject narrowingOf(const LogsController &log, bool isByQuery, bool isByTimes)
{
    QJsonObject arguments{{QStringLiteral("source"), log.sourceId()}};
    const QString filter = log.isFilter() ? log.query().text.trimmed() : LogFilter::textOf(log.query());
    if (isByQuery && !filter.isEmpty())
        arguments.insert(QStringLiteral("filter"), filter);
    if (const std::optional<LogTimes> &times = log.timeline().times(); isByTimes && times) {
        const auto text = [](qint64 time) { return toIso(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)); };
        arguments.insert(QStringLiteral("since"), text(times->from));
        arguments.insert(QStringLiteral("until"), text(times->to));
    }
    return arguments;
}

QString narrowedBy(const LogsController &log, const QString &filter, bool isWanted)
{
    const QString known = log.queryError().isEmpty()
                              ? narrowingOf(log, true, false).value(QLatin1String("filter")).toString()
                              : QString();
    return narrowedFilter(known, filter, isWanted);
}

std::function<Result<MarkedRecords>(const OperationContext &context)> markedReader(const LogsController &log)
{
    const LogSource *source = log.shownSource();
    MarkedRecords known{source ? *source : LogSource(), {}, {}};
    const LogModel &model = log.model();
    for (const LogRecord &record : model.records()) {
        if (model.isMarked(record.number)) {
            known.records.append(record);
            known.notes.append(model.marks().value(record.number));
        }
    }
    if (!log.pager())
        return [known](const OperationContext &) -> Result<MarkedRecords> { return known; };
    return [source = known.source, marks = model.marks(),
            extent = log.pager()->extent()](const OperationContext &context) -> Result<MarkedRecords> {
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

QStringList fieldNamesOf(const LogsController &log)
{
    const LogSource *source = log.shownSource();
    const auto reader = LogFieldReader::compile(source ? source->format : ProfileLogFormat());
    if (!reader)
        return {};
    QStringList names;
    for (const QString &name : reader->names())
        names.append(writtenFieldName(name));
    const QList<LogRecord> &records = log.model().records();
    for (qsizetype i = std::max<qsizetype>(0, records.size() - AskedForFields); i < records.size(); ++i) {
        const LogFields fields = reader->fields(records.at(i));
        for (const LogField &field : fields.list())
            names.append(writtenFieldName(field.name));
    }
    names.removeDuplicates();
    return names;
}

} // namespace pilothouse
