// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/databasescard.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/sizelines.h"

#include <QFileInfo>
#include <QVBoxLayout>

namespace pilothouse {
namespace {

qint64 sizeOf(const DatabaseInfo &info)
{
    return info.exists ? info.bytes + std::max<qint64>(0, info.walBytes) : 0;
}

QString growthOf(const DatabaseReading &reading)
{
    if (!reading.growthPerDay)
        return {};
    const auto bytes = static_cast<qint64>(*reading.growthPerDay);
    if (qAbs(bytes) < 1000)
        return DatabasesCard::tr("does not grow");
    const QString sign = bytes > 0 ? QStringLiteral("+") : QStringLiteral("\u2212");
    return DatabasesCard::tr("%1 / day").arg(sign + formatBytes(qAbs(bytes)));
}

QString kindOf(const DatabaseReading &reading)
{
    const DatabaseInfo &info = reading.info;
    if (info.error)
        return visibleLine(info.error->message);
    if (reading.isOnServer)
        return DatabasesCard::tr("PostgreSQL, %1 of %2 connections")
            .arg(reading.connections)
            .arg(reading.maxConnections);
    if (!info.exists)
        return DatabasesCard::tr("Its file is missing");
    if (info.journalMode.isEmpty())
        return QStringLiteral("SQLite");
    return info.journalMode == QLatin1String("wal") ? DatabasesCard::tr("SQLite, WAL")
                                                    : DatabasesCard::tr("SQLite, WAL off");
}

} // namespace

QList<SizeLine> sizeLinesOf(const QList<DatabaseReading> &databases)
{
    qint64 largest = 1;
    for (const DatabaseReading &reading : databases)
        largest = std::max(largest, sizeOf(reading.info));
    QList<SizeLine> lines;
    for (const DatabaseReading &reading : databases) {
        const DatabaseInfo &info = reading.info;
        const bool isBad = !info.exists || info.error;
        lines << SizeLine{reading.isOnServer ? visibleLine(info.path) : QFileInfo(info.path).fileName(),
                          kindOf(reading),
                          info.exists          ? formatBytes(sizeOf(info))
                          : reading.isOnServer ? DatabasesCard::tr("not reached")
                                               : DatabasesCard::tr("missing"),
                          growthOf(reading),
                          static_cast<double>(sizeOf(info)) / static_cast<double>(largest),
                          isBad};
    }
    return lines;
}

DatabasesCard::DatabasesCard(QWidget *parent)
    : Card(tr("Databases"), Body::Padded, parent)
    , m_total(new Label({}, TextRole::SmallStrong, &Tokens::text2))
    , m_lines(new SizeLines)
{
    addHeadWidget(m_total);
    body()->addWidget(m_lines);
    body()->addStretch(1);
}

void DatabasesCard::setDatabases(const QList<DatabaseReading> &databases)
{
    qint64 total = 0;
    for (const DatabaseReading &reading : databases)
        total += sizeOf(reading.info);
    m_total->setText(databases.isEmpty() ? tr("None in the profile") : formatBytes(total));
    m_lines->setLines(sizeLinesOf(databases));
}

} // namespace pilothouse
