// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/entityreader.h"

#include <QCoreApplication>

namespace pilothouse {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ProfileLoader)
};

ProfileColumn readColumn(const ObjectReader &reader)
{
    return {reader.text("id"), reader.text("title"),
            reader.choice("type", QStringLiteral("text"),
                          {QStringLiteral("text"), QStringLiteral("flag"), QStringLiteral("time-ms"),
                           QStringLiteral("time-s"), QStringLiteral("number"), QStringLiteral("bytes")}),
            reader.flag("hidden", false)};
}

ProfileOwned readOwned(const ObjectReader &reader)
{
    ProfileOwned owned;
    owned.title = reader.text("title");
    if (reader.has("files")) {
        owned.files = reader.text("files");
        for (const char *other : {"database", "layout", "table", "keys", "select", "lookups"}) {
            if (reader.has(other))
                reader.complain(other,
                                Text::tr("either \"files\" or rows of a table was expected, not both"));
        }
        return owned;
    }
    owned.database = reader.text("database");
    owned.layout = reader.text("layout", QString());
    owned.table = reader.text("table");
    owned.keys = reader.texts("keys");
    owned.select = reader.lines("select");
    if (owned.keys.isEmpty())
        reader.complain("keys", Text::tr("the key columns that \"select\" returns were expected"));
    for (const ObjectReader &lookup : reader.objects("lookups", {"name", "database", "layout", "select"}))
        owned.lookups << ProfileLookup{lookup.text("name"), lookup.text("database"),
                                       lookup.text("layout", QString()), lookup.lines("select")};
    return owned;
}

ProfileOrphans readOrphans(const ObjectReader &reader)
{
    ProfileOrphans orphans;
    orphans.parameter = reader.text("parameter");
    for (const ObjectReader &source : reader.objects("sources", {"database", "layout", "select", "files"})) {
        const bool isFiles = source.has("files");
        if (isFiles && (source.has("database") || source.has("select")))
            source.complain("files", Text::tr("either \"files\" or rows of a table was expected, not both"));
        orphans.sources << (isFiles ? ProfileOrphanSource{{}, {}, {}, source.text("files")}
                                    : ProfileOrphanSource{source.text("database"),
                                                          source.text("layout", QString()),
                                                          source.lines("select"),
                                                          {}});
    }
    if (orphans.sources.isEmpty())
        reader.complain("sources", Text::tr("at least one place where owners turn up was expected"));
    return orphans;
}

ProfileEntityAction readAction(const ObjectReader &reader)
{
    ProfileEntityAction action{reader.text("id"), reader.text("table"), reader.scalars("set"),
                               reader.text("key")};
    if (action.set.isEmpty())
        reader.complain("set", Text::tr("at least one column with its value was expected"));
    return action;
}

} // namespace

ProfileEntity readEntity(const ObjectReader &reader)
{
    ProfileEntity entity;
    entity.id = reader.text("id");
    entity.title = reader.text("title");
    entity.plural = reader.text("plural");
    entity.database = reader.text("database");
    entity.table = reader.text("table");
    entity.key = reader.text("key");
    entity.label = reader.text("label");
    entity.detail = reader.text("detail", QString());
    entity.enabled = reader.text("enabled", QString());
    entity.list = reader.textMap("list");
    for (const ObjectReader &column : reader.objects("columns", {"id", "title", "type", "hidden"}))
        entity.columns << readColumn(column);
    for (const ObjectReader &action : reader.objects("actions", {"id", "table", "set", "key"}))
        entity.actions << readAction(action);
    for (const ObjectReader &owned : reader.objects(
             "owns", {"title", "database", "layout", "table", "keys", "select", "lookups", "files"}))
        entity.owns << readOwned(owned);
    if (reader.has("orphans"))
        entity.orphans = readOrphans(reader.object("orphans", {"parameter", "sources"}));
    entity.notes = reader.textMap("notes");
    if (entity.list.isEmpty())
        reader.complain("list", Text::tr("a SELECT for at least one layout was expected"));
    return entity;
}

} // namespace pilothouse
