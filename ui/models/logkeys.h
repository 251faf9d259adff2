// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

class QKeyEvent;

namespace pilothouse {

/// What a key does in a log view.
enum class LogCommand {
    Find,
    NextMatch,
    PreviousMatch,
    NextError,
    PreviousError,
    NextWarning,
    PreviousWarning,
    Mark,
    NextMark,
    PreviousMark,
    Beginning,
    End,
    LineDown,
    LineUp,
    PageDown,
    PageUp,
    HourOn,
    HourBack,
    DayOn,
    DayBack,
    GoTo,
    LessTime,
    MoreTime,
    Histogram,
    Follow,
    OnlyMatches,
    OnlySame,
    WithoutSame,
    Context,
    Matches,
    Table,
    NextPane,
    PreviousPane,
    Wrap,
    Unfold,
    Fold,
    Copy,
    CopyWithoutTimes,
    Larger,
    Smaller
};

/// A command of the log view with its keys: one character as it is typed, or the name of a key.
struct LogKey
{
    LogCommand command;
    QString title;
    QStringList keys;
};

/// Every key of the log view in one list: the view obeys it and the dialog of keys shows it.
QList<LogKey> logKeys();

/// What a key press means; nothing where it means nothing.
std::optional<LogCommand> logCommandOf(const QKeyEvent &event);

/// The digit that is typed, as part of a number before a command; nothing where it is none.
std::optional<int> logDigitOf(const QKeyEvent &event);

} // namespace pilothouse
