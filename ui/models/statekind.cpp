// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/statekind.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {

QString translated(const char *word)
{
    return QCoreApplication::translate("States", word);
}

} // namespace

int stateRank(StateKind kind, StateKind before)
{
    if (kind == StateKind::Working)
        return before == StateKind::Working ? stateRank(StateKind::Healthy) : stateRank(before);
    const int position = static_cast<int>(kind);
    return kind > StateKind::Working ? position - 1 : position;
}

StateKind worseState(StateKind first, StateKind second)
{
    return stateRank(first) <= stateRank(second) ? first : second;
}

QString stateWord(StateKind kind)
{
    switch (kind) {
    case StateKind::NeedsOperator:
        return translated(QT_TRANSLATE_NOOP("States", "Needs you"));
    case StateKind::Down:
        return translated(QT_TRANSLATE_NOOP("States", "Down"));
    case StateKind::BackupStale:
        return translated(QT_TRANSLATE_NOOP("States", "Backup stale"));
    case StateKind::Warning:
        return translated(QT_TRANSLATE_NOOP("States", "Warning"));
    case StateKind::Due:
        return translated(QT_TRANSLATE_NOOP("States", "Due"));
    case StateKind::Working:
        return translated(QT_TRANSLATE_NOOP("States", "Working"));
    case StateKind::Silenced:
        return translated(QT_TRANSLATE_NOOP("States", "Silenced"));
    case StateKind::NotChecked:
        return translated(QT_TRANSLATE_NOOP("States", "Not checked"));
    case StateKind::Healthy:
        return translated(QT_TRANSLATE_NOOP("States", "Healthy"));
    }
    return {};
}

QString stepWord(StepLook state)
{
    switch (state) {
    case StepLook::Done:
        return translated(QT_TRANSLATE_NOOP("States", "Done"));
    case StepLook::Working:
        return translated(QT_TRANSLATE_NOOP("States", "Working"));
    case StepLook::ToDo:
        return translated(QT_TRANSLATE_NOOP("States", "To do"));
    case StepLook::Failed:
        return translated(QT_TRANSLATE_NOOP("States", "Failed"));
    case StepLook::PutBack:
        return translated(QT_TRANSLATE_NOOP("States", "Put back"));
    case StepLook::NotKnown:
        return translated(QT_TRANSLATE_NOOP("States", "Not known"));
    case StepLook::NotBegun:
        return translated(QT_TRANSLATE_NOOP("States", "Not begun"));
    }
    return {};
}

QString verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Holds:
        return translated(QT_TRANSLATE_NOOP("States", "Holds"));
    case Verdict::DoesNotApply:
        return translated(QT_TRANSLATE_NOOP("States", "Does not apply"));
    case Verdict::NotKnown:
        return translated(QT_TRANSLATE_NOOP("States", "Not known"));
    case Verdict::ToKnow:
        return translated(QT_TRANSLATE_NOOP("States", "To know"));
    case Verdict::InTheWay:
        return translated(QT_TRANSLATE_NOOP("States", "In the way"));
    case Verdict::Reading:
        return translated(QT_TRANSLATE_NOOP("States", "Reading"));
    case Verdict::Due:
        return translated(QT_TRANSLATE_NOOP("States", "Due"));
    }
    return {};
}

} // namespace pilothouse
