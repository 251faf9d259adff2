// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/plan/plan.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

/// One thing that the palette can do or go to.
struct PaletteEntry
{
    enum class Kind { Action, Instance, Page, User, Backup, Manual, Runbook, Window };

    Kind kind = Kind::Page;
    QString
        target; ///< id of the action, page, backup; key of the user; place in the manual; key of the window
    QString instance;   ///< whose it is; empty: nobody's
    QString title;      ///< foreign text has been made visible
    QString words = {}; ///< found by these too
    QString iconName = {};
    QString note = {};                     ///< at the right
    std::optional<Severity> severity = {}; ///< of actions: said in words
    QString keys = {};                     ///< as the desktop writes them

    /// What "used last" is remembered under.
    QString id() const { return QString::number(static_cast<int>(kind)) + u':' + target + u'@' + instance; }
    bool operator==(const PaletteEntry &) const = default;
};

/// An entry that fits what was typed.
struct PaletteHit
{
    PaletteEntry entry;
    QList<int> positions; ///< letters of the title that fit
    int score = 0;

    bool operator==(const PaletteHit &) const = default;
};

/// What fits, best first, under the names of their groups.
struct PaletteGroup
{
    QString title;
    QList<PaletteHit> hits;

    bool operator==(const PaletteGroup &) const = default;
};

/// Those of the entries that fit, best first; what was used last stands before what fits as well. At most so
/// many.
QList<PaletteHit> paletteHits(const QString &typed, const QList<PaletteEntry> &entries,
                              const QStringList &recent, qsizetype most);

} // namespace pilothouse

Q_DECLARE_METATYPE(pilothouse::PaletteEntry)
