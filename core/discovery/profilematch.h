// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"
#include "core/profile/serviceprofile.h"

namespace pilothouse {

/// What was seen of one service, whatever it is.
struct Clues
{
    QString image;
    QMap<QString, QString> labels;
    QList<MountEntry> mounts; ///< of a container
    QString unit;
    QStringList words;                  ///< program and arguments
    QMap<QString, QString> environment; ///< without its secrets
    QStringList openFiles;              ///< absolute paths
    QList<int> ports;                   ///< of this machine
    QString dataFolder;                 ///< where it is known by itself
    QString workingDirectory;           ///< relative paths among the words count from here
};

/// How well a profile fits, and why.
struct ProfileMatch
{
    const ServiceProfile *profile = nullptr; ///< null: none fits
    int score = 0;                           ///< of 100
    QStringList reasons;
    QString program;          ///< the name by which its program was known
    QString dataFolder;       ///< empty: not found
    QString dataFolderReason; ///< why it was not found, where somebody said so
};

/// The profile that fits best; points into `profiles`. Looks whether databases are there, changes nothing.
ProfileMatch bestMatch(const Clues &clues, const QList<ServiceProfile> &profiles);

/// Where a profile's services usually keep their data, with "~" as that home folder.
QStringList usualFolders(const ServiceProfile &profile, const QString &home);

/// All databases that the profile calls required lie in that folder.
bool holdsDatabases(const QString &folder, const ServiceProfile &profile);

/// The profile's health address with that port; empty where it is the address that the profile has anyway.
QString healthAddressAt(const ServiceProfile &profile, const QList<int> &ports);

} // namespace pilothouse
