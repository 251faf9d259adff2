// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/logstatstext.h"

#include "app/commandline/commandtext.h"
#include "core/base/units.h"
#include "core/logs/openrecord.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

namespace pilothouse {

namespace {

constexpr int BarWidth = 30;

/// "238 ms", "1.25 s", "13".
QString measuredText(double value, const QString &unit)
{
    if (unit == u"B")
        return formatBytes(std::llround(value));
    if (unit == u"ms" && value >= 1000)
        return QString::number(value / 1000, 'f', 2) + QStringLiteral(" s");
    const QString number = QString::number(value, 'f', value < 10 && value != std::floor(value) ? 1 : 0);
    return unit.isEmpty() ? number : number + u' ' + unit;
}

QString recordsText(qint64 count)
{
    const int number = static_cast<int>(count);
    return QCoreApplication::translate("CommandLine", "%n record(s)", nullptr, number);
}

void printBars(Output &output, const QJsonObject &counted)
{
    const QJsonArray bars = counted.value(QLatin1String("histogram")).toArray();
    double most = 1;
    for (const QJsonValue &bar : bars)
        most = std::max(most, bar.toObject().value(QLatin1String("total")).toDouble());
    QJsonArray rows;
    for (const QJsonValue &bar : bars) {
        QJsonObject row = bar.toObject();
        const double total = row.value(QLatin1String("total")).toDouble();
        const int width = static_cast<int>(std::ceil(total / most * BarWidth));
        row.insert(QStringLiteral("bar"), QString(width, u'#'));
        rows.append(row);
    }
    if (rows.size() > 1) {
        output.line({});
        output.value(rows, {QStringLiteral("from"), QStringLiteral("total"), QStringLiteral("warnings"),
                            QStringLiteral("errors"), QStringLiteral("bar")});
    }
}

void printGroups(Output &output, const QJsonObject &counted)
{
    const QString unit = counted.value(QLatin1String("unit")).toString();
    const QString by = counted.value(QLatin1String("by")).toString();
    const QJsonArray groups = counted.value(QLatin1String("groups")).toArray();
    QJsonArray rows;
    bool isMeasured = false;
    for (const QJsonValue &group : groups) {
        QJsonObject row = group.toObject();
        if (row.value(QLatin1String("value")).toString().isEmpty())
            row.insert(QStringLiteral("value"), commandLineText(QT_TRANSLATE_NOOP("CommandLine", "(none)")));
        row.insert(by, row.value(QLatin1String("value")));
        for (const QString &name : {QStringLiteral("mean"), QStringLiteral("most")}) {
            isMeasured = isMeasured || row.contains(name);
            if (row.contains(name))
                row.insert(name, measuredText(row.value(name).toDouble(), unit));
        }
        rows.append(row);
    }
    if (rows.isEmpty())
        return;
    QStringList columns{QStringLiteral("count"), QStringLiteral("errors")};
    if (isMeasured)
        columns << QStringLiteral("mean") << QStringLiteral("most");
    output.line({});
    output.value(rows, columns << QStringLiteral("last") << by);
    const qint64 all = counted.value(QLatin1String("groupCount")).toInteger();
    if (all > groups.size())
        output.line(
            commandLineText(QT_TRANSLATE_NOOP("CommandLine", "(%1 of %2: --top sets how many are shown)"))
                .arg(QString::number(groups.size()), QString::number(all)));
}

void printLargest(Output &output, const QJsonObject &counted)
{
    const QJsonArray largest = counted.value(QLatin1String("largest")).toArray();
    if (largest.isEmpty())
        return;
    const QString unit = counted.value(QLatin1String("unit")).toString();
    const QString most = counted.value(QLatin1String("most")).toString();
    QJsonArray rows;
    bool hasGroup = false;
    for (const QJsonValue &one : largest) {
        QJsonObject row = one.toObject();
        row.insert(most, measuredText(row.value(QLatin1String("number")).toDouble(), unit));
        hasGroup = hasGroup || row.contains(QLatin1String("group"));
        rows.append(row);
    }
    QStringList columns{most, QStringLiteral("time")};
    if (hasGroup)
        columns << QStringLiteral("group");
    output.line({});
    output.value(rows, columns << QStringLiteral("message"));
}

void printReview(Output &output, const QJsonObject &review)
{
    const auto table = [&](const char *name, const QString &title, const QStringList &columns) {
        const QJsonArray rows = review.value(QLatin1String(name)).toArray();
        if (rows.isEmpty())
            return;
        output.line({});
        output.line(title);
        output.value(rows, columns);
    };
    const int requests = review.value(QLatin1String("requests")).toInt();
    const QString looked =
        QCoreApplication::translate("CommandLine", "%n request(s) looked through.", nullptr, requests);
    output.line({});
    output.line(looked);
    table("bursts", commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Bursts:")),
          {QStringLiteral("from"), QStringLiteral("minutes"), QStringLiteral("status"),
           QStringLiteral("count"), QStringLiteral("usual")});
    table("scanners",
          commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Clients that try paths that do not exist:")),
          {QStringLiteral("client"), QStringLiteral("requests"), QStringLiteral("missing"),
           QStringLiteral("paths"), QStringLiteral("probes"), QStringLiteral("examples")});
    table("refused",
          commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Clients that are refused again and again:")),
          {QStringLiteral("client"), QStringLiteral("requests"), QStringLiteral("refused"),
           QStringLiteral("path")});
}

/// "error 12, info 300".
QString countsText(const QJsonObject &counts)
{
    QStringList parts;
    for (auto one = counts.begin(); one != counts.end(); ++one)
        parts << QStringLiteral("%1 %2").arg(one.key(), QString::number(one->toInteger()));
    return parts.join(QStringLiteral(", "));
}

} // namespace

void noteCutRecords(Output &output, qint64 records)
{
    if (records == 0)
        return;
    const int count = static_cast<int>(records);
    const QString sentence = QCoreApplication::translate(
        "CommandLine", "%n record(s) with a line of more than %1, of which only the beginning was looked at.",
        nullptr, count);
    output.note(sentence.arg(formatBytes(RecordLimits::whole().lineBytes)));
}

void printLogStatistics(Output &output, const QJsonValue &value)
{
    const QJsonObject counted = value.toObject();
    if (const QString question = counted.value(QLatin1String("question")).toString(); !question.isEmpty())
        output.line(question);
    QString head = recordsText(counted.value(QLatin1String("total")).toInteger());
    if (counted.contains(QLatin1String("first")))
        head = commandLineText(QT_TRANSLATE_NOOP("CommandLine", "%1 from %2 to %3"))
                   .arg(head, counted.value(QLatin1String("first")).toString(),
                        counted.value(QLatin1String("last")).toString());
    output.line(head);
    if (const QString levels = countsText(counted.value(QLatin1String("levels")).toObject());
        !levels.isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "By level: %1")).arg(levels));
    if (const QString status = countsText(counted.value(QLatin1String("requests")).toObject());
        !status.isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Requests by status: %1")).arg(status));
    printBars(output, counted);
    printGroups(output, counted);
    printLargest(output, counted);
    if (counted.contains(QLatin1String("review")))
        printReview(output, counted.value(QLatin1String("review")).toObject());
    noteCutRecords(output, counted.value(QLatin1String("cutRecords")).toInteger());
}

} // namespace pilothouse
