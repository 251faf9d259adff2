// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace pilothouse {

/// The groups of the list, in the order in which they are shown.
enum class MaintenanceGroup { Databases, Access, Running };

/// How a row stands. Due: nothing is wrong, but it should be done.
enum class MaintenanceState { Bad, Warning, Due, Working, NotKnown, NotRun, Good };

/// A line of the pane beside the list: "Pages in use", "411 008".
struct MaintenanceFact
{
    QString title;
    QString text;

    bool operator==(const MaintenanceFact &) const = default;
};

/// A share of a whole, drawn behind the sentence: use against a limit, time that is left. All from 0 to 1;
/// below 0: there is none.
struct MaintenanceUse
{
    double share = -1;
    double peak = -1;
    QString text;        ///< the same in words
    bool isInRow = true; ///< false: only in the pane

    bool operator==(const MaintenanceUse &) const = default;
};

/// Space that the work needs on one file system.
struct MaintenanceSpace
{
    QString place; ///< "beside the database"
    QString why;   ///< "twice its size, for the new file and its journal"
    qint64 needed = 0;
    qint64 free = 0;

    bool operator==(const MaintenanceSpace &) const = default;
};

/// One row of what there is to maintain: a sentence that is the state, what it rests on, and one button.
/// Translated texts, plain.
struct MaintenanceItem
{
    QString id; ///< unique in the list: "vacuum-agentx"
    MaintenanceGroup group = MaintenanceGroup::Databases;
    MaintenanceState state = MaintenanceState::NotKnown;
    QString sentence; ///< "VACUUM would free 156 MB of agentx.db"
    QString evidence; ///< "38 211 free pages, 8.5 %."
    QDateTime at;     ///< when that was found; invalid: no age is shown
    QDateTime until;  ///< what goes back by itself does so then; invalid: nothing does
    QString action;   ///< of the catalogue; empty: no action
    QJsonObject arguments;
    QString page;       ///< without an action, the button shows this page: "backups"
    QString buttonText; ///< empty: no button
    MaintenanceUse use;

    QString heading;              ///< of the pane; empty: the sentence
    QList<MaintenanceFact> facts; ///< more for the pane
    QList<MaintenanceSpace> space;
    QStringList effects; ///< what the button's action does, one line each

    bool operator==(const MaintenanceItem &) const = default;
};

QString maintenanceGroupName(MaintenanceGroup group); ///< "access", for JSON
QString maintenanceStateName(MaintenanceState state); ///< "notKnown", for JSON

QJsonObject toJson(const MaintenanceItem &item);
/// BadData where the object is no item.
[[nodiscard]] Result<MaintenanceItem> maintenanceItemFromJson(const QJsonObject &object);

} // namespace pilothouse
