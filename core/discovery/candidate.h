// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/domain/instance.h"

#include <QJsonObject>
#include <QList>
#include <QSet>

namespace pilothouse {

/// Where services are looked for; each place has a worker and a deadline of its own.
enum class DiscoverySource { Containers, Units, Processes, Folders };

/// A service that was found and could become an instance. Its texts hold names that others chose: whoever
/// shows them makes them visible first.
struct Candidate
{
    DiscoverySource source = DiscoverySource::Folders;
    QString title;          ///< what it is called there: the name of the container, the unit ...
    Instance instance;      ///< pre-filled; its name is unique and can be used
    int score = 0;          ///< how well the profile fits, of 100; 0: no profile knows it
    QStringList reasons;    ///< why the profile fits, a sentence each
    QStringList facts;      ///< what it is: "Container, running", "port 5210"
    QStringList problems;   ///< what is to know before it is added, a sentence each
    QString refusal;        ///< why it cannot be added as it is; empty: it can
    QString knownAs;        ///< name of the instance that it already is; empty: it is new
    QSet<qint64> processes; ///< ids of its processes, as far as they were seen

    bool hasProfile() const { return !instance.profile.isEmpty(); }
    bool operator==(const Candidate &) const = default;
};

/// "containers", "units", "processes" or "folders".
QString discoverySourceName(DiscoverySource source);

/// A name for an instance made out of a foreign one: letters, digits, ".", "_" and "-", at most 64, none of
/// `taken`.
QString instanceNameFrom(const QString &foreign, const QString &otherwise, const QStringList &taken);

/// The words of "pilothouse-cli instance add ..." that add an instance as it is described.
QStringList addWords(const Instance &instance);

/// For a POSIX shell; empty where the candidate is refused, known, or has no profile yet.
QString addCommand(const Candidate &candidate);

QJsonObject toJson(const Candidate &candidate);

} // namespace pilothouse
