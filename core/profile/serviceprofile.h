// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/profile/profiledata.h"
#include "core/profile/profiledrill.h"
#include "core/profile/profileentity.h"
#include "core/profile/profilehelp.h"
#include "core/profile/profilelogs.h"
#include "core/profile/profilemetrics.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QString>
#include <QStringList>

#include <optional>

namespace pilothouse {

struct ProfileEndpoint
{
    QString id;
    QString kind; ///< "health", "readiness", "metrics", "websocket"
    QString url;  ///< "http://127.0.0.1:{PORT}/health"
    int status = 200;
    QString contentType; ///< must start with this; empty: any
    QJsonObject json;    ///< members the answer must have, with these values
    int timeoutMs = 10000;
    int intervalSeconds = 30;
};

struct ProfileVariable
{
    QString name;
    QString type;     ///< "text", "number", "flag", "choice", "folder", "url", "secret"
    QString standard; ///< the default; empty: none
    bool isSecret = false;
    bool isRequired = false;
    QStringList choices;
    QString text; ///< what it does, in our words
};

struct ProfileThreshold
{
    QString id; ///< "memory", "disk", "response", "errors", "health"
    double warn = 0;
    QString unit; ///< "percent", "ms", "count", "minutes", "days"
    QString item; ///< runbook item
};

/// Limits for a container that the profile offers: "light", "heavy".
struct ProfileLimits
{
    QString id;
    QString title;
    qint64 memoryBytes = 0; ///< 0: none
    double cpus = 0;        ///< 0: none
};

/// By what a running service is recognised, beside its images and the names of its databases. Patterns are
/// those of a shell: "service*.service".
struct ProfileDiscovery
{
    QStringList labels;      ///< of a container: "key=value", or "key" whatever its value
    QStringList units;       ///< patterns of names of systemd services
    QStringList processes;   ///< patterns of names of programs
    QList<int> ports;        ///< what it usually listens on
    QStringList folders;     ///< where its data usually lies: absolute, or "~/..."
    QString dataVariable;    ///< the environment variable that names the data folder
    QStringList dataOptions; ///< options of its program that name the data folder: "--data-dir"
};

/// How the sign-ins of the service's users end before their time.
struct ProfileSessions
{
    QString secretVariable;  ///< signs the tokens; unset, each start makes a new one. Empty: not known
    int lifetimeDays = 0;    ///< of a token
    QStringList options;     ///< of the program that set the secret themselves and win: "--secret"
    QStringList fileOptions; ///< of the program that name a file which may set it: "--env-file"
};

/// A service described as data. DESIGN.md 3.
struct ServiceProfile
{
    QString id;
    QString title;
    int version = 1;
    QString runbookTitle;
    QList<ProfileRunbookItem> runbook;
    QList<ProfileDatabase> databases;
    QList<ProfileFiles> files;
    QList<ProfileLogFormat> logFormats;
    QList<ProfileLogSource> logs;
    QString logLevelVariable; ///< the variable that sets the least level; empty: none does
    QList<ProfileEndpoint> endpoints;
    QList<ProfileVariable> environment;
    QList<ProfileThreshold> thresholds;
    QList<ProfilePermission> permissions;
    QList<ProfileLimits> limits; ///< presets, the lightest first
    ProfileBackup backup;
    ProfileDiscovery discovery;
    QList<ProfileEntity> entities;
    QStringList images;       ///< container images it runs as: "example/notes"
    QString containerDataDir; ///< "/home/node/.agentx"
    uint ownerId = 0;         ///< of the data in a container
    uint groupId = 0;
    int stopSeconds = 10;   ///< how long a stop may take before it counts as killed
    int watchSeconds = 30;  ///< how long the log is watched after a restore
    QStringList fatalLines; ///< regular expressions that make a start count as failed
    QList<ProfileTrouble> troubles;
    ProfileSessions sessions;
    QList<ProfileAssertion> assertions;
    ProfileMetrics metrics;
    ProfileDrill drill;

    /// False where all it has is on servers.
    bool needsDataFolder() const;
    QList<ProfileTranslation> translations;
    QMap<QString, QString> translation; ///< the texts of the one that is shown; empty: none

    /// A text of the profile in the language that is shown.
    QString shown(const QString &text) const { return translation.value(text, text); }
    const ProfileDatabase *database(const QString &wanted) const;
    const ProfileEntity *entity(const QString &wanted) const;
    const ProfileLogFormat *logFormat(const QString &wanted) const;
    const ProfileEndpoint *endpoint(const QString &kind) const;
    const ProfileVariable *variable(const QString &name) const;
    const ProfileLimits *limitsPreset(const QString &wanted) const;
    const ProfileRunbookItem *runbookItem(const QString &item) const;
    const ProfileTrouble *trouble(const QString &wanted) const;
};

} // namespace pilothouse
