// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QMap>
#include <QString>

#include <optional>

namespace pilothouse {

/// A call of the service's own address. In the texts of its body "{marker}" and "{now}" are filled in.
struct ProfileCall
{
    QString url; ///< "http://127.0.0.1:{PORT}/v1/put"
    QJsonObject body;
    int status = 200;
};

/// How a drill leaves something in the data that it looks for in the copy: through the service, with a key of
/// the operator's.
struct ProfileMarker
{
    QString database;
    ProfileCall write;
    std::optional<ProfileCall> remove; ///< nothing: it stays, and the next one takes its place
    QMap<QString, QString> select;     ///< layout id ("" for any) -> how many there are of :marker
};

/// What a drill looks for where nothing can be written: the newest of something, as the live data have it.
struct ProfileNewest
{
    QString database;
    QMap<QString, QString> newest; ///< layout id ("" for any) -> what names it, one text
    QMap<QString, QString> select; ///< layout id ("" for any) -> how many there are of :marker
};

/// How the way back is tried out.
struct ProfileDrill
{
    int everyDays = 90; ///< an older drill is stale
    QString item;       ///< of the runbook
    std::optional<ProfileMarker> marker;
    std::optional<ProfileNewest> newest;
};

} // namespace pilothouse
