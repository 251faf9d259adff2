// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/statekind.h"

#include <QList>
#include <QMetaType>

#include <optional>
#include <variant>

namespace pilothouse {

/// The meaning of a colour, without the colour.
enum class Tone { Neutral, Ok, Warn, Down, Info };

/// Whose hue an environment badge has. Other: an environment the operator named.
enum class BadgeKind { Production, Staging, Development, Other };

/// How far a backup got at one of its three stations.
enum class Station { NotReached, Reached, Failed, Overdue };

/// The three stations of a backup: complete, verified, proven by a restore.
struct BackupStations
{
    Station complete = Station::NotReached;
    Station verified = Station::NotReached;
    Station proven = Station::NotReached;
    bool operator==(const BackupStations &) const = default;
};

/// One measured span of an uptime bar, the worst state in it.
enum class UptimeState { NotMeasured, Healthy, Slow, Down, Silenced };

/// Nothing to show: an em dash. `why` is said in the tooltip.
struct MissingCell
{
    QString why;
    bool operator==(const MissingCell &) const = default;
};

/// One line of text. Names are cut at the right, paths in the middle.
struct TextCell
{
    QString text;
    bool isStrong = false;
    bool isMuted = false;
    bool isCode = false;
    bool isPath = false;
    Tone tone = Tone::Neutral;
    bool operator==(const TextCell &) const = default;
};

/// A strong line over a small one, with an optional mark before them.
struct TwoLineCell
{
    QString first;
    QString second;
    bool isMuted = false;
    std::optional<StateKind> state = {};
    bool operator==(const TwoLineCell &) const = default;
};

/// A number with its unit, drawn in equal digit cells; zero is drawn quietly. `small`: a second line below
/// it.
struct NumberCell
{
    QString text;
    bool isZero = false;
    Tone tone = Tone::Neutral;
    QString small = {};
    bool operator==(const NumberCell &) const = default;
};

/// A statement in a soft fill. `icon` may be empty.
struct PillCell
{
    QString text;
    Tone tone = Tone::Neutral;
    QString icon = {};
    bool operator==(const PillCell &) const = default;
};

/// The environment of an instance.
struct BadgeCell
{
    QString text;
    BadgeKind kind = BadgeKind::Other;
    bool operator==(const BadgeCell &) const = default;
};

/// A state mark; with an empty word the mark stands alone and its word is still read aloud.
struct StateCell
{
    StateKind state = StateKind::NotChecked;
    QString word = {};
    bool operator==(const StateCell &) const = default;
};

/// The three stations of a backup and the word of the last one.
struct StampsCell
{
    BackupStations stations;
    QString word;
    Tone tone = Tone::Neutral;
    bool operator==(const StampsCell &) const = default;
};

/// A share of a whole from 0 to 1 and the number that says it.
struct BarCell
{
    double share = 0;
    QString text;
    Tone tone = Tone::Neutral;
    bool operator==(const BarCell &) const = default;
};

/// The course of a measure, its limit and its last value.
struct SparkCell
{
    QList<double> values;
    QString text;
    std::optional<double> limit = {};
    bool operator==(const SparkCell &) const = default;
};

/// What was found out, and how and when below it.
struct VerdictCell
{
    Verdict verdict = Verdict::NotKnown;
    QString text;
    QString small = {};
    bool operator==(const VerdictCell &) const = default;
};

/// How far something got, and why below it.
struct StepCell
{
    StepLook state = StepLook::ToDo;
    QString text;
    QString small = {};
    bool operator==(const StepCell &) const = default;
};

/// The states of equal spans of time, oldest first, and the sentence that sums them up.
struct UptimeCell
{
    QList<UptimeState> spans;
    QString summary;
    bool operator==(const UptimeCell &) const = default;
};

/// What a cell of a table shows. Models answer it under ValueRole, the delegate paints it.
using CellValue = std::variant<MissingCell, TextCell, TwoLineCell, NumberCell, PillCell, BadgeCell, StateCell,
                               StampsCell, BarCell, SparkCell, VerdictCell, StepCell, UptimeCell>;

/// The same cell in words, for copying, export, sorting and screen readers.
QString cellText(const CellValue &cell);

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::CellValue)
