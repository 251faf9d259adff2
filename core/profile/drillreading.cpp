// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/drillreading.h"

namespace pilothouse {
namespace {

constexpr int LongestDays = 3650;

ProfileCall readCall(const ObjectReader &reader)
{
    ProfileCall call;
    call.url = reader.text("url");
    call.body = reader.json("body");
    call.status = static_cast<int>(reader.number("status", 200, 100, 599));
    return call;
}

ProfileMarker readMarker(const ObjectReader &reader)
{
    ProfileMarker marker;
    marker.database = reader.text("database");
    marker.write = readCall(reader.object("write", {"url", "body", "status"}));
    if (reader.has("remove"))
        marker.remove = readCall(reader.object("remove", {"url", "body", "status"}));
    marker.select = reader.selects("select");
    return marker;
}

} // namespace

ProfileDrill readDrill(const ObjectReader &root)
{
    const ObjectReader reader = root.object("drill", {"everyDays", "item", "marker", "newest"});
    ProfileDrill drill;
    drill.everyDays = static_cast<int>(reader.number("everyDays", drill.everyDays, 1, LongestDays));
    drill.item = reader.text("item", QString());
    if (reader.has("marker"))
        drill.marker = readMarker(reader.object("marker", {"database", "write", "remove", "select"}));
    if (reader.has("newest")) {
        const ObjectReader newest = reader.object("newest", {"database", "newest", "select"});
        drill.newest =
            ProfileNewest{newest.text("database"), newest.selects("newest"), newest.selects("select")};
    }
    return drill;
}

void DrillChecks::checkDrill()
{
    const QString place = QStringLiteral("/drill");
    checkItem(m_profile.drill.item, at(place, "item"));
    if (m_profile.drill.marker)
        checkMarker(*m_profile.drill.marker, at(place, "marker"));
    if (m_profile.drill.newest)
        checkNewest(*m_profile.drill.newest, at(place, "newest"));
}

void DrillChecks::checkMarker(const ProfileMarker &marker, const QString &pointer)
{
    const ProfileDatabase *database = checkDatabase(marker.database, at(pointer, "database"));
    checkUrl(marker.write.url, at(at(pointer, "write"), "url"));
    if (marker.remove)
        checkUrl(marker.remove->url, at(at(pointer, "remove"), "url"));
    checkSelects(marker.select, at(pointer, "select"), {QStringLiteral("marker")}, database);
}

void DrillChecks::checkNewest(const ProfileNewest &newest, const QString &pointer)
{
    const ProfileDatabase *database = checkDatabase(newest.database, at(pointer, "database"));
    checkSelects(newest.newest, at(pointer, "newest"), {}, database);
    checkSelects(newest.select, at(pointer, "select"), {QStringLiteral("marker")}, database);
}

} // namespace pilothouse
