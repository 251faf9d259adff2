// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/logfigures.h"

#include "core/actions/logs/savedfilters.h"
#include "core/base/dateformat.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/logs/filter/logfilter.h"
#include "core/logs/openrecord.h"
#include "ui/models/foreigntext.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <cmath>

namespace pilothouse {

namespace {

struct FiguresText
{
    Q_DECLARE_TR_FUNCTIONS(LogFigures)
};

QDateTime momentIn(const QJsonObject &row, QLatin1String name)
{
    return QDateTime::fromString(row.value(name).toString(), Qt::ISODateWithMs);
}

QString shownMoment(const QDateTime &moment, bool hasSeconds)
{
    if (!moment.isValid())
        return {};
    return QLocale().toString(shownTime(moment),
                              dayPattern()
                                  + (hasSeconds ? QStringLiteral(" HH:mm:ss") : QStringLiteral(" HH:mm")));
}

CellValue momentCell(const QDateTime &moment, bool hasSeconds = true)
{
    return moment.isValid() ? CellValue(NumberCell{shownMoment(moment, hasSeconds)})
                            : CellValue(MissingCell{FiguresText::tr("These records have no time")});
}

CellValue countCell(const QJsonObject &row, QLatin1String name, Tone tone = Tone::Neutral)
{
    const qint64 count = row.value(name).toInteger();
    return NumberCell{formatCount(count), count == 0, count == 0 ? Tone::Neutral : tone};
}

CellValue foreignCell(const QString &text, bool isCode = true)
{
    TextCell cell{visibleLine(text)};
    cell.isCode = isCode;
    return cell;
}

/// "238 ms", "1.25 s", "3 kB", "13".
QString quantityText(double value, const QString &unit)
{
    if (unit == u"B")
        return formatBytes(std::llround(value));
    const QLocale locale;
    if (unit == u"ms" && value >= 1000)
        return locale.toString(value / 1000, 'f', 2) + QStringLiteral("\u202Fs");
    const QString number = locale.toString(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0);
    return unit.isEmpty() ? number : number + QChar(0x202F) + unit;
}

/// Finds what lies in a span of time, beside what was asked for.
QString within(const QDateTime &from, qint64 milliseconds, const QString &scope)
{
    const QString span =
        QStringLiteral("since:%1 until:%2").arg(toIso(from), toIso(from.addMSecs(milliseconds)));
    return from.isValid() ? joinedFilters(scope, span) : scope;
}

QString ofGroup(const QString &by, const QString &value, const QString &scope)
{
    if (value.isEmpty())
        return joinedFilters(scope, by == u"level" ? QStringLiteral("level:unknown")
                                                   : QStringLiteral("not has:") + by);
    if (by == u"level")
        return joinedFilters(scope, QStringLiteral("level:") + value);
    const QString filter = by + u'=' + LogFilter::quoted(value);
    return by == u"trace" ? filter
                          : joinedFilters(scope, filter); // all of a request is wanted, not only this
}

void addRow(FigureTable &table, QList<CellValue> cells, const QString &filter)
{
    table.table.cells.append(std::move(cells));
    table.filters.append(filter);
}

FigureTable emptyTable(const QString &title, const QStringList &columns, const QList<bool> &isNumber)
{
    FigureTable table;
    table.title = title;
    table.table.titles = columns;
    table.table.isNumber = isNumber;
    return table;
}

FigureTable overTime(const QJsonObject &figures, const QString &scope)
{
    FigureTable table = emptyTable(FiguresText::tr("Over time"),
                                   {FiguresText::tr("From"), FiguresText::tr("Errors"),
                                    FiguresText::tr("Warnings"), FiguresText::tr("Records")},
                                   {false, true, true, false});
    const QString per = figures.value(QLatin1String("per")).toString();
    const qint64 width = (per == u"day" ? 1440 : per == u"hour" ? 60 : 1) * qint64{60000};
    const QJsonArray bars = figures.value(QLatin1String("histogram")).toArray();
    double most = 1;
    for (const QJsonValue &bar : bars)
        most = std::max(most, bar[QLatin1String("total")].toDouble());
    for (const QJsonValue &bar : bars) {
        const QJsonObject row = bar.toObject();
        const QDateTime from = momentIn(row, QLatin1String("from"));
        const qint64 total = row.value(QLatin1String("total")).toInteger();
        addRow(table,
               {momentCell(from, false), countCell(row, QLatin1String("errors"), Tone::Down),
                countCell(row, QLatin1String("warnings"), Tone::Warn),
                BarCell{static_cast<double>(total) / most, formatCount(total)}},
               within(from, width, scope));
    }
    return table;
}

FigureTable byLevel(const QJsonObject &figures, const QString &scope)
{
    FigureTable table = emptyTable(FiguresText::tr("Levels"),
                                   {FiguresText::tr("Level"), FiguresText::tr("Records")}, {false, true});
    const QJsonObject levels = figures.value(QLatin1String("levels")).toObject();
    for (int level = static_cast<int>(LogLevel::Fatal); level >= 0; --level) {
        const QString name = logLevelName(static_cast<LogLevel>(level));
        if (levels.contains(name))
            addRow(table, {foreignCell(name, false), countCell(levels, QLatin1String(name.toLatin1()))},
                   ofGroup(QStringLiteral("level"), name, scope));
    }
    return table;
}

FigureTable byStatus(const QJsonObject &figures, const QString &scope)
{
    FigureTable table = emptyTable(FiguresText::tr("Requests"),
                                   {FiguresText::tr("Status"), FiguresText::tr("Requests")}, {false, true});
    const QJsonObject requests = figures.value(QLatin1String("requests")).toObject();
    for (auto one = requests.begin(); one != requests.end(); ++one) {
        const int first = QStringView(one.key()).left(1).toInt() * 100;
        addRow(table, {foreignCell(one.key(), false), NumberCell{formatCount(one->toInteger())}},
               joinedFilters(scope, QStringLiteral("status>=%1 status<%2")
                                        .arg(QString::number(first), QString::number(first + 100))));
    }
    return table;
}

FigureTable byField(const QJsonObject &figures, const QString &scope)
{
    const QString by = figures.value(QLatin1String("by")).toString();
    const QString unit = figures.value(QLatin1String("unit")).toString();
    const QJsonArray groups = figures.value(QLatin1String("groups")).toArray();
    const bool isMeasured = std::any_of(groups.begin(), groups.end(), [](const QJsonValue &group) {
        return group.toObject().contains(QLatin1String("mean"));
    });
    FigureTable table = emptyTable(FiguresText::tr("Groups"),
                                   {visibleLine(by), FiguresText::tr("Records"), FiguresText::tr("Errors")},
                                   {false, true, true});
    if (isMeasured) {
        table.table.titles << FiguresText::tr("Mean") << FiguresText::tr("Most");
        table.table.isNumber << true << true;
    }
    table.table.titles << FiguresText::tr("Last");
    table.table.isNumber << true;
    for (const QJsonValue &group : groups) {
        const QJsonObject row = group.toObject();
        const QString value = row.value(QLatin1String("value")).toString();
        QList<CellValue> cells{value.isEmpty() ? CellValue(MissingCell{FiguresText::tr("Records without it")})
                                               : foreignCell(value),
                               countCell(row, QLatin1String("count")),
                               countCell(row, QLatin1String("errors"), Tone::Down)};
        for (const char *name : isMeasured ? std::initializer_list<const char *>{"mean", "most"}
                                           : std::initializer_list<const char *>{})
            cells.append(row.contains(QLatin1String(name)) ? CellValue(
                             NumberCell{quantityText(row.value(QLatin1String(name)).toDouble(), unit)})
                                                           : CellValue(MissingCell{}));
        cells.append(momentCell(momentIn(row, QLatin1String("last"))));
        addRow(table, std::move(cells), ofGroup(by, value, scope));
    }
    return table;
}

FigureTable largest(const QJsonObject &figures)
{
    const QString most = figures.value(QLatin1String("most")).toString();
    const QString unit = figures.value(QLatin1String("unit")).toString();
    FigureTable table = emptyTable(
        FiguresText::tr("Largest"),
        {visibleLine(most), FiguresText::tr("Time"), FiguresText::tr("Group"), FiguresText::tr("Record")},
        {true, true, false, false});
    for (const QJsonValue &one : figures.value(QLatin1String("largest")).toArray()) {
        const QJsonObject row = one.toObject();
        const QDateTime at = momentIn(row, QLatin1String("time"));
        addRow(table,
               {NumberCell{quantityText(row.value(QLatin1String("number")).toDouble(), unit)}, momentCell(at),
                foreignCell(row.value(QLatin1String("group")).toString()),
                foreignCell(row.value(QLatin1String("message")).toString())},
               within(at, 1, {}));
    }
    return table;
}

/// What an access log says of clients and moments that differ from the rest.
FigureTable unusual(const QJsonObject &review, const QString &scope)
{
    FigureTable table = emptyTable(FiguresText::tr("Unusual"),
                                   {FiguresText::tr("What"), FiguresText::tr("Who or when"),
                                    FiguresText::tr("Requests"), FiguresText::tr("More")},
                                   {false, false, true, false});
    const auto ofClient = [&scope](const QJsonObject &row) {
        return ofGroup(QStringLiteral("client"), row.value(QLatin1String("client")).toString(), scope);
    };
    for (const QJsonValue &one : review.value(QLatin1String("bursts")).toArray()) {
        const QJsonObject row = one.toObject();
        const QDateTime from = momentIn(row, QLatin1String("from"));
        const bool isFailed = row.value(QLatin1String("status")).toString() == u"5xx";
        const int minutes = row.value(QLatin1String("minutes")).toInt();
        const QString usual = QLocale().toString(row.value(QLatin1String("usual")).toDouble(), 'g', 3);
        const QString lasted = FiguresText::tr("in %n minute(s)", nullptr, minutes);
        addRow(table,
               {foreignCell(isFailed ? FiguresText::tr("Burst of failed requests")
                                     : FiguresText::tr("Burst of refused requests"),
                            false),
                momentCell(from), countCell(row, QLatin1String("count")),
                foreignCell(FiguresText::tr("%1; %2 a minute are usual").arg(lasted, usual), false)},
               within(from, minutes * qint64{60000},
                      joinedFilters(scope, isFailed ? QStringLiteral("status>=500")
                                                    : QStringLiteral("status>=400 status<500"))));
    }
    for (const QJsonValue &one : review.value(QLatin1String("scanners")).toArray()) {
        const QJsonObject row = one.toObject();
        QStringList examples;
        for (const QJsonValue &path : row.value(QLatin1String("examples")).toArray())
            examples.append(path.toString());
        addRow(table,
               {foreignCell(FiguresText::tr("Tries paths that do not exist"), false),
                foreignCell(row.value(QLatin1String("client")).toString()),
                countCell(row, QLatin1String("requests")), foreignCell(examples.join(QStringLiteral(", ")))},
               ofClient(row));
    }
    for (const QJsonValue &one : review.value(QLatin1String("refused")).toArray()) {
        const QJsonObject row = one.toObject();
        addRow(table,
               {foreignCell(FiguresText::tr("Refused again and again"), false),
                foreignCell(row.value(QLatin1String("client")).toString()),
                countCell(row, QLatin1String("refused")),
                foreignCell(row.value(QLatin1String("path")).toString())},
               ofClient(row));
    }
    return table;
}

} // namespace

QList<FigureTable> figureTables(const QJsonObject &figures, const QString &scope)
{
    QList<FigureTable> tables{
        overTime(figures, scope), byField(figures, scope),
        largest(figures),         byLevel(figures, scope),
        byStatus(figures, scope), unusual(figures.value(QLatin1String("review")).toObject(), scope)};
    tables.removeIf([](const FigureTable &table) { return table.filters.isEmpty(); });
    return tables;
}

QString figureSummary(const QJsonObject &figures)
{
    const int total = figures.value(QLatin1String("total")).toInt();
    QString sentence = FiguresText::tr("%n record(s)", nullptr, total);
    if (figures.contains(QLatin1String("first")))
        sentence = FiguresText::tr("%1, %2 to %3")
                       .arg(sentence, shownMoment(momentIn(figures, QLatin1String("first")), true),
                            shownMoment(momentIn(figures, QLatin1String("last")), true));
    const qint64 all = figures.value(QLatin1String("groupCount")).toInteger();
    const auto shown = figures.value(QLatin1String("groups")).toArray().size();
    if (all > shown)
        sentence = FiguresText::tr("%1. The %2 largest of %3 groups")
                       .arg(sentence, formatCount(shown), formatCount(all));
    const int cut = figures.value(QLatin1String("cutRecords")).toInt();
    if (cut == 0)
        return sentence + u'.';
    const QString limit = formatBytes(RecordLimits::whole().lineBytes);
    return sentence + QStringLiteral(". ")
           + FiguresText::tr(
                 "%n record(s) with a line of more than %1, of which only the beginning was looked at.",
                 nullptr, cut)
                 .arg(limit);
}

} // namespace pilothouse
