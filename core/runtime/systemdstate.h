// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"

#include <QByteArray>
#include <QMap>
#include <QStringList>

#include <chrono>

namespace pilothouse {

/// What "systemctl show" says of a unit, property by property: pure functions, nothing in it is trusted.
using UnitFacts = QMap<QString, QString>;

/// The properties that the functions below read.
QStringList unitProperties();
UnitFacts unitFactsFrom(const QByteArray &shown);

ServiceStatus statusFromUnit(const UnitFacts &facts);
/// How long systemd waits for the unit to end before it kills it; empty: for ever.
std::optional<std::chrono::milliseconds> stopTimeFromUnit(const UnitFacts &facts);
/// "5min 30s", "500ms", "infinity" (empty) as systemd prints a span.
std::optional<std::chrono::milliseconds> timeSpan(const QString &text);
/// Memory, limit and traffic as the unit's control group counts them; -1 where it does not.
struct UnitCounters
{
    qint64 memoryBytes = -1;
    qint64 memoryLimit = 0;
    qint64 memoryPeak = -1;
    double cpuLimit = 0; ///< in cores; 0: none
    qint64 cpuNanoseconds = -1;
    qint64 blockRead = -1;
    qint64 blockWritten = -1;
};
UnitCounters countersFromUnit(const UnitFacts &facts);
/// Files of the unit's environment; the flag: the unit also starts without it.
QList<std::pair<QString, bool>> environmentFilesFromUnit(const UnitFacts &facts);

/// A unit's name as systemd allows it, with ".service" added where it has no suffix; empty for anything else.
QString checkedUnitName(const QString &name);

} // namespace pilothouse
