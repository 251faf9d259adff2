// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// A report in words.

#include "core/base/units.h"
#include "core/drill/drillreport.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {

struct DrillWords
{
    Q_DECLARE_TR_FUNCTIONS(DrillReport)
};

using Kind = ReportLine::Kind;

ReportLine line(Kind kind, const QStringList &cells)
{
    return {kind, cells};
}

/// Two parts of a second where that says more than "0 s".
QString tookText(qint64 milliseconds)
{
    return milliseconds < 0 ? QString() : formatDuration(milliseconds);
}

QString lossText(const DrillReport &report)
{
    if (report.lossSeconds < 0)
        return DrillWords::tr("everything: there was no backup before this drill");
    return DrillWords::tr("%1, the age of the backup before this drill (%2)")
        .arg(formatDuration(report.lossSeconds * 1000), toIso(report.lastBackupAt));
}

QString markerText(const DrillReport &report)
{
    if (report.marker.isEmpty())
        return DrillWords::tr("none");
    const QString what = report.isMarkerWritten ? DrillWords::tr("%1, written through the service at %2")
                                                : DrillWords::tr("%1, the newest row at %2");
    return what.arg(report.marker, toIso(report.markedAt)) + QStringLiteral("; ")
           + (report.isMarkerFound ? DrillWords::tr("found in the copy")
                                   : DrillWords::tr("not found in the copy"));
}

QString shownState(const QString &state)
{
    if (state == u"done")
        return DrillWords::tr("done");
    if (state == u"failed")
        return DrillWords::tr("failed");
    return state == u"putBack" ? DrillWords::tr("put back") : DrillWords::tr("not begun");
}

void addFacts(QList<ReportLine> &lines, const DrillReport &report)
{
    const auto fact = [&lines](const QString &name, const QString &value) {
        if (!value.isEmpty())
            lines << line(Kind::Fact, {name, value});
    };
    fact(DrillWords::tr("Result"), report.isPassed ? DrillWords::tr("passed") : DrillWords::tr("failed"));
    fact(DrillWords::tr("Failed at"), report.failedStep);
    fact(DrillWords::tr("Problem"), report.problem);
    fact(DrillWords::tr("Recovery time (RTO), measured"), tookText(report.recoveryMilliseconds));
    fact(DrillWords::tr("Data loss (RPO), measured"), lossText(report));
    fact(DrillWords::tr("Marker"), markerText(report));
    if (report.isPassed)
        fact(DrillWords::tr("Statements that must hold"),
             DrillWords::tr("%n held", nullptr, report.assertions));
    fact(DrillWords::tr("Begun"), toIso(report.startedAt));
    fact(DrillWords::tr("Ended"), toIso(report.endedAt));
    fact(DrillWords::tr("By"), report.actor);
    fact(DrillWords::tr("Operation"), report.operation);
    fact(DrillWords::tr("Backup"), report.backup);
    fact(DrillWords::tr("SHA-256 of its manifest"), report.manifestSha256);
    fact(DrillWords::tr("Program"), QStringLiteral("Pilothouse ") + report.version);
}

void addTables(QList<ReportLine> &lines, const DrillReport &report)
{
    if (!report.files.isEmpty()) {
        lines << line(Kind::Heading, {DrillWords::tr("Files of the backup")})
              << line(Kind::Row,
                      {DrillWords::tr("File"), DrillWords::tr("Bytes"), QStringLiteral("SHA-256")});
        for (const DrillReport::File &file : report.files)
            lines << line(Kind::Row, {file.name, QString::number(file.bytes), file.sha256});
    }
    for (const DrillReport::Database &database : report.databases) {
        if (database.rows.isEmpty())
            continue;
        lines << line(Kind::Heading,
                      {DrillWords::tr("Rows of %1, in the backup and in the copy").arg(database.id)})
              << line(Kind::Row, {DrillWords::tr("Table"), DrillWords::tr("Rows")});
        for (auto table = database.rows.begin(); table != database.rows.end(); ++table)
            lines << line(Kind::Row, {table.key(), QString::number(table.value())});
    }
    lines << line(Kind::Heading, {DrillWords::tr("Steps")})
          << line(Kind::Row, {DrillWords::tr("Step"), DrillWords::tr("Result"), DrillWords::tr("Time")});
    for (const DrillReport::Step &step : report.steps)
        lines << line(Kind::Row, {step.title, shownState(step.state), tookText(step.milliseconds)});
}

/// Foreign text stays text in Markdown.
QString escaped(QString text)
{
    for (const QChar sign : {u'\\', u'|', u'`', u'*', u'_', u'<', u'[', u'#'})
        text.replace(sign, QString(QStringLiteral("\\") + sign));
    return text.replace(u'\n', u' ');
}

} // namespace

QList<ReportLine> reportLines(const DrillReport &report)
{
    QList<ReportLine> lines;
    lines << line(Kind::Title, {DrillWords::tr("Recovery drill of %1").arg(report.instance)})
          << line(
                 Kind::Text,
                 {DrillWords::tr("A backup was made and restored into a scratch place, and proved there. The "
                                 "live data were not restored into.")});
    addFacts(lines, report);
    addTables(lines, report);
    return lines;
}

QByteArray toMarkdown(const QList<ReportLine> &lines)
{
    QString text;
    Kind before = Kind::Title;
    for (const ReportLine &one : lines) {
        QStringList cells;
        for (const QString &cell : one.cells)
            cells << escaped(cell);
        const bool isFirst = one.kind != before;
        switch (one.kind) {
        case Kind::Title:
            text += QStringLiteral("# ") + cells.value(0) + QStringLiteral("\n\n");
            break;
        case Kind::Heading:
            text += QStringLiteral("\n## ") + cells.value(0) + QStringLiteral("\n\n");
            break;
        case Kind::Text:
            text += cells.value(0) + QStringLiteral("\n\n");
            break;
        case Kind::Fact:
            text += QStringLiteral("- **%1:** %2\n").arg(cells.value(0), cells.value(1));
            break;
        case Kind::Row:
            text += QStringLiteral("| ") + cells.join(QStringLiteral(" | ")) + QStringLiteral(" |\n");
            if (isFirst)
                text += u'|' + QStringLiteral(" --- |").repeated(cells.size()) + u'\n';
            break;
        }
        before = one.kind;
    }
    return text.toUtf8();
}

} // namespace pilothouse
