// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/entityreading.h"

#include <QCoreApplication>

namespace pilothouse {
namespace {
struct EntityReadingText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileLoader)
};

ProfileColumn readColumn(const ObjectReader &reader)
{
    return {reader.text("id"), reader.text("title"),
            reader.choice("type", QStringLiteral("text"),
                          {QStringLiteral("text"), QStringLiteral("flag"), QStringLiteral("time"),
                           QStringLiteral("time-ms"), QStringLiteral("time-s"), QStringLiteral("number"),
                           QStringLiteral("bytes")}),
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
                reader.complain(other, EntityReadingText::tr(
                                           "either \"files\" or rows of a table was expected, not both"));
        }
        return owned;
    }
    owned.database = reader.text("database");
    owned.layout = reader.text("layout", QString());
    owned.table = reader.text("table");
    owned.keys = reader.texts("keys");
    owned.select = reader.lines("select");
    if (owned.keys.isEmpty())
        reader.complain("keys",
                        EntityReadingText::tr("the key columns that \"select\" returns were expected"));
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
            source.complain(
                "files", EntityReadingText::tr("either \"files\" or rows of a table was expected, not both"));
        orphans.sources << (isFiles ? ProfileOrphanSource{{}, {}, {}, source.text("files")}
                                    : ProfileOrphanSource{source.text("database"),
                                                          source.text("layout", QString()),
                                                          source.lines("select"),
                                                          {}});
    }
    if (orphans.sources.isEmpty())
        reader.complain("sources",
                        EntityReadingText::tr("at least one place where owners turn up was expected"));
    return orphans;
}

ProfileRequest readRequest(const ObjectReader &reader)
{
    return {reader.text("url"), reader.text("tokenVariable"), reader.text("tokenMember"),
            reader.text("labelMember"), reader.text("answer")};
}

/// Rows have a table, keys and what to set; a request has none of these.
void readRows(const ObjectReader &reader, ProfileEntityAction &action)
{
    action.table = reader.text("table");
    action.keys = reader.textOrTexts("key");
    action.select = reader.selects("select");
    action.set = reader.scalars("set");
    if (action.set.isEmpty())
        reader.complain("set", EntityReadingText::tr("at least one column with its value was expected"));
    if (action.keys.value(0).isEmpty())
        reader.complain("key", EntityReadingText::tr("the key columns were expected"));
    if (action.isForAll && action.select.isEmpty())
        reader.complain("select", EntityReadingText::tr("a SELECT of the rows was expected"));
}

ProfileEntityAction readAction(const ObjectReader &reader)
{
    ProfileEntityAction action;
    action.id = reader.text("id");
    action.title = reader.text("title", QString());
    action.isForAll =
        reader.choice("for", QStringLiteral("one"), {QStringLiteral("one"), QStringLiteral("all")})
        == QLatin1String("all");
    action.when = reader.text("when", QString());
    action.severity = reader.choice(
        "severity", QStringLiteral("reversible"),
        {QStringLiteral("reversible"), QStringLiteral("disruptive"), QStringLiteral("destructive")});
    action.needsReason = reader.flag("reason", false);
    action.item = reader.text("item", QString());
    action.note = reader.text("note", QString());
    if (reader.has("request"))
        action.request = readRequest(
            reader.object("request", {"url", "tokenVariable", "tokenMember", "labelMember", "answer"}));
    else
        readRows(reader, action);
    return action;
}

void readViews(const ObjectReader &reader, ProfileEntity &entity)
{
    for (const ObjectReader &summary : reader.objects("summaries", {"id", "title", "select"}))
        entity.summaries << ProfileSummary{summary.text("id"), summary.text("title"),
                                           summary.selects("select")};
    for (const ObjectReader &finding :
         reader.objects("findings", {"id", "select", "text", "advice", "action", "item"}))
        entity.findings << ProfileEntityFinding{finding.text("id"),
                                                finding.selects("select"),
                                                finding.text("text"),
                                                finding.text("advice", QString()),
                                                finding.text("action", QString()),
                                                finding.text("item", QString())};
}

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
    entity.list = reader.selects("list");
    for (const ObjectReader &column : reader.objects("columns", {"id", "title", "type", "hidden"}))
        entity.columns << readColumn(column);
    for (const ObjectReader &action :
         reader.objects("actions", {"id", "title", "for", "table", "key", "select", "set", "when", "severity",
                                    "reason", "item", "note", "request"}))
        entity.actions << readAction(action);
    for (const ObjectReader &owned : reader.objects(
             "owns", {"title", "database", "layout", "table", "keys", "select", "lookups", "files"}))
        entity.owns << readOwned(owned);
    if (reader.has("orphans"))
        entity.orphans = readOrphans(reader.object("orphans", {"parameter", "sources"}));
    readViews(reader, entity);
    entity.notes = reader.textMap("notes");
    if (entity.list.isEmpty())
        reader.complain("list", EntityReadingText::tr("a SELECT for at least one layout was expected"));
    return entity;
}
} // namespace

QList<ProfileEntity> readEntities(const ObjectReader &root)
{
    QList<ProfileEntity> entities;
    for (const ObjectReader &reader : root.objects(
             "entities", {"id", "title", "plural", "database", "table", "key", "label", "detail", "enabled",
                          "list", "columns", "actions", "owns", "orphans", "notes", "summaries", "findings"}))
        entities << readEntity(reader);
    return entities;
}

} // namespace pilothouse
