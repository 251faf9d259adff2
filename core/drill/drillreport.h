// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/backup/manifest.h"
#include "core/plan/journal.h"
#include "core/plan/stepregistry.h"

namespace pilothouse {

/// What one drill came to: read back from its journal, so that one that failed or was killed has a report
/// too.
struct DrillReport
{
    struct Step
    {
        QString title;
        QString state; ///< "done", "failed", "put back", ""
        qint64 milliseconds = -1;

        bool operator==(const Step &) const = default;
    };
    struct File
    {
        QString name;
        qint64 bytes = 0;
        QString sha256;

        bool operator==(const File &) const = default;
    };
    struct Database
    {
        QString id;
        QString scratch; ///< where it was restored into
        QMap<QString, qint64> rows;

        bool operator==(const Database &) const = default;
    };

    QString operation; ///< UUID
    QString instance;
    QString profile;
    QDateTime startedAt;
    QDateTime endedAt;
    QString actor;
    QString version; ///< of this program
    bool isPassed = false;
    QString failedStep; ///< its title
    QString problem;
    QString backup; ///< name of the set; empty: it came to none, or it was put back
    QString manifestSha256;
    QList<File> files;
    QList<Database> databases;
    int assertions = 0; ///< that held
    QString marker;
    bool isMarkerWritten = false; ///< through the service; else the newest row
    bool isMarkerFound = false;
    QDateTime markedAt;
    qint64 recoveryMilliseconds =
        -1;                  ///< measured from the first byte read to the last proof; -1: not reached
    QDateTime lastBackupAt;  ///< of the one before the drill; invalid: there was none
    qint64 lossSeconds = -1; ///< what would have been lost without the drill's backup; -1: not known
    QList<Step> steps;

    bool operator==(const DrillReport &) const = default;
};

/// `manifest`: of the drill's backup, where that is there.
DrillReport drillReport(const OperationRecord &record, const std::optional<Manifest> &manifest,
                        const StepRegistry &steps);

QJsonObject toJson(const DrillReport &report);
/// BadData where it is no report.
[[nodiscard]] Result<DrillReport> drillReportFromJson(const QJsonObject &object);

/// One line of the report, for paper and for Markdown.
struct ReportLine
{
    enum class Kind { Title, Heading, Text, Fact, Row };
    Kind kind = Kind::Text;
    QStringList
        cells; ///< of a fact: name and value; of a row: its columns, the first row of a table its head

    bool operator==(const ReportLine &) const = default;
};

/// The report in the language of the program.
QList<ReportLine> reportLines(const DrillReport &report);
QByteArray toMarkdown(const QList<ReportLine> &lines);

} // namespace pilothouse
