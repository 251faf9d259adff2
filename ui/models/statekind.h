// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// What a state mark says about a service, worst first.
enum class StateKind {
    NeedsOperator,
    Down,
    BackupStale,
    Warning,
    Due,
    Working,
    Silenced,
    NotChecked,
    Healthy
};

/// How far a step of an operation is. NotBegun: a step that a failure before it kept from starting.
enum class StepLook { Done, Working, ToDo, Failed, PutBack, NotKnown, NotBegun };

/// What a piece of evidence says. Due: it held, but the check is older than its schedule.
enum class Verdict { Holds, DoesNotApply, NotKnown, ToKnow, InTheWay, Reading, Due };

/// The rank that sorts rail and tables, 0 is worst. Something that is being worked on keeps the rank it had
/// before.
int stateRank(StateKind kind, StateKind before = StateKind::Healthy);

/// The worse of two states, for groups and the tray.
StateKind worseState(StateKind first, StateKind second);

QString stateWord(StateKind kind);
QString stepWord(StepLook state);
QString verdictWord(Verdict verdict);

} // namespace pilothouse
