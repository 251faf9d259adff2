// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profileloader.h"

#include "core/base/memorysize.h"
#include "core/profile/drillreading.h"
#include "core/profile/entityreading.h"
#include "core/profile/logreading.h"
#include "core/profile/profilechecks.h"
#include "core/profile/profilereader.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {
namespace {
constexpr qint64 LeastMemory = 6 << 20; // the engine takes no less

struct ProfileLoaderText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileLoader)
};

ProfileLayout readLayout(const ObjectReader &reader)
{
    return {reader.text("id"), reader.text("title"), reader.lines("probe"), reader.textMap("counts")};
}

/// A file has a path and a journal mode, a database on a server has a connection; none has the other's.
void readPlace(const ObjectReader &reader, ProfileDatabase &database)
{
    if (!database.isOnServer()) {
        if (reader.has("connection"))
            reader.complain("connection",
                            ProfileLoaderText::tr("only a database of the engine \"postgres\" has one"));
        database.path = reader.text("path");
        database.journalMode = reader.text("journalMode", QString());
        return;
    }
    for (const char *other : {"path", "journalMode"}) {
        if (reader.has(other))
            reader.complain(other, ProfileLoaderText::tr("only a database of the engine \"sqlite\" has one"));
    }
    const ObjectReader connection = reader.object("connection", {"variable", "service", "database", "user"});
    database.connection = {connection.text("variable", QString()), connection.text("service", QString()),
                           connection.text("database", QString()), connection.text("user", QString())};
}

ProfileDatabase readDatabase(const ObjectReader &reader)
{
    ProfileDatabase database;
    database.id = reader.text("id");
    database.engine = reader.choice("engine", QStringLiteral("sqlite"),
                                    {QStringLiteral("sqlite"), QStringLiteral("postgres")});
    database.title = reader.text("title");
    database.isRequired = reader.flag("required", true);
    readPlace(reader, database);
    for (const ObjectReader &layout : reader.objects("layouts", {"id", "title", "probe", "counts"}))
        database.layouts << readLayout(layout);
    return database;
}

ProfileFiles readFiles(const ObjectReader &reader)
{
    return {reader.text("id"), reader.text("path"), reader.text("title"), reader.flag("inBackup", true)};
}

ProfileEndpoint readEndpoint(const ObjectReader &reader)
{
    ProfileEndpoint endpoint;
    endpoint.id = reader.text("id");
    endpoint.kind = reader.choice("kind", QString(),
                                  {QStringLiteral("health"), QStringLiteral("readiness"),
                                   QStringLiteral("metrics"), QStringLiteral("websocket")});
    endpoint.url = reader.text("url");
    endpoint.status = static_cast<int>(reader.number("status", 200, 100, 599));
    endpoint.contentType = reader.text("contentType", QString());
    endpoint.json = reader.scalars("json");
    endpoint.timeoutMs = static_cast<int>(reader.number("timeoutMs", 10000, 1, 600000));
    endpoint.intervalSeconds = static_cast<int>(reader.number("intervalSeconds", 30, 1, 86400));
    return endpoint;
}

ProfileVariable readVariable(const ObjectReader &reader)
{
    ProfileVariable variable;
    variable.name = reader.text("name");
    variable.type = reader.choice("type", QStringLiteral("text"),
                                  {QStringLiteral("text"), QStringLiteral("number"), QStringLiteral("flag"),
                                   QStringLiteral("choice"), QStringLiteral("folder"), QStringLiteral("url"),
                                   QStringLiteral("secret")});
    variable.standard = reader.text("default", QString());
    variable.isSecret = reader.flag("secret", variable.type == QLatin1String("secret"));
    variable.isRequired = reader.flag("required", false);
    variable.choices = reader.texts("choices");
    variable.text = reader.text("text");
    if (variable.type == QLatin1String("choice") && variable.choices.isEmpty())
        reader.complain("choices", ProfileLoaderText::tr("a choice was expected to have \"choices\""));
    return variable;
}

ProfileThreshold readThreshold(const ObjectReader &reader)
{
    return {reader.text("id"), reader.real("warn"),
            reader.choice("unit", QString(),
                          {QStringLiteral("percent"), QStringLiteral("ms"), QStringLiteral("count"),
                           QStringLiteral("minutes"), QStringLiteral("days")}),
            reader.text("item", QString())};
}

ProfilePermission readPermission(const ObjectReader &reader)
{
    bool isOctal = false;
    const uint mode = reader.text("mode").toUInt(&isOctal, 8);
    if (!isOctal || mode > 07777)
        reader.complain("mode",
                        ProfileLoaderText::tr("permission bits in octal such as \"600\" were expected"));
    return {reader.text("path"), mode};
}

ProfileLimits readLimits(const ObjectReader &reader)
{
    ProfileLimits limits;
    limits.id = reader.text("id");
    limits.title = reader.text("title");
    if (reader.has("memory")) {
        const auto bytes = bytesFromText(reader.text("memory"));
        if (!bytes || *bytes < LeastMemory)
            reader.complain("memory", ProfileLoaderText::tr(
                                          "an amount of memory from 6M on such as \"2G\" was expected"));
        limits.memoryBytes = bytes.value_or(0);
    }
    if (reader.has("cpus")) {
        limits.cpus = reader.real("cpus");
        if (limits.cpus < 0.01 || limits.cpus > 4096)
            reader.complain("cpus",
                            ProfileLoaderText::tr("a number of processor cores from 0.01 on was expected"));
    }
    if (!reader.has("memory") && !reader.has("cpus"))
        reader.complain("memory", ProfileLoaderText::tr("\"memory\", \"cpus\" or both were expected"));
    return limits;
}

ProfileRetention readRetention(const ObjectReader &reader)
{
    ProfileRetention retention;
    retention.days = static_cast<int>(reader.number("days", 0, 0, 36500));
    retention.daily = static_cast<int>(reader.number("daily", 0, 0, 10000));
    retention.weekly = static_cast<int>(reader.number("weekly", 0, 0, 10000));
    retention.monthly = static_cast<int>(reader.number("monthly", 0, 0, 10000));
    if (retention == ProfileRetention{0, 0, 0, 0})
        reader.complain("days", ProfileLoaderText::tr("days, daily, weekly or monthly above 0 was expected"));
    return retention;
}

ProfileBackup readBackup(const ObjectReader &reader)
{
    ProfileBackup backup;
    backup.databases = reader.texts("databases");
    backup.files = reader.texts("files");
    if (reader.has("retention"))
        backup.retention = readRetention(reader.object("retention", {"days", "daily", "weekly", "monthly"}));
    for (const ObjectReader &rule : reader.objects("offered", {"days", "daily", "weekly", "monthly"}))
        backup.offered << readRetention(rule);
    backup.schedule = reader.text("schedule", QString());
    backup.foreignMembers = reader.texts("foreignMembers");
    backup.maximumAgeHours = static_cast<int>(reader.number("maximumAgeHours", 24, 1, 87600));
    return backup;
}

ProfileDiscovery readDiscovery(const ObjectReader &reader)
{
    ProfileDiscovery discovery;
    discovery.labels = reader.texts("labels");
    discovery.units = reader.texts("units");
    discovery.processes = reader.texts("processes");
    discovery.ports = reader.numbers("ports", 1, 65535);
    discovery.folders = reader.texts("folders");
    discovery.dataVariable = reader.text("dataVariable", QString());
    discovery.dataOptions = reader.texts("dataOptions");
    return discovery;
}

void readHead(const ObjectReader &root, ServiceProfile &profile)
{
    profile.id = root.text("id");
    profile.title = root.text("title");
    profile.version = static_cast<int>(root.number("version", 1, 1));
    const ObjectReader runbook = root.object("runbook", {"title", "items"});
    profile.runbookTitle = runbook.text("title", QString());
    for (const ObjectReader &item : runbook.objects("items", {"item", "heading", "anchor", "page", "words"}))
        profile.runbook << ProfileRunbookItem{item.text("item"), item.text("heading"), item.text("anchor"),
                                              item.text("page", QString()), item.text("words", QString())};
    const ObjectReader container = root.object("container", {"images", "dataDir", "ownerId", "groupId"});
    profile.images = container.texts("images");
    profile.containerDataDir = container.text("dataDir", QString());
    profile.ownerId = static_cast<uint>(container.number("ownerId", 0));
    profile.groupId = static_cast<uint>(container.number("groupId", 0));
    const ObjectReader start = root.object("start", {"stopSeconds", "watchSeconds", "fatalLines"});
    profile.stopSeconds = static_cast<int>(start.number("stopSeconds", 10, 0, 86400));
    profile.watchSeconds = static_cast<int>(start.number("watchSeconds", 30, 0, 3600));
    profile.fatalLines = start.texts("fatalLines");
}

void readStores(const ObjectReader &root, ServiceProfile &profile)
{
    for (const ObjectReader &reader :
         root.objects("databases",
                      {"id", "engine", "path", "connection", "title", "required", "journalMode", "layouts"}))
        profile.databases << readDatabase(reader);
    for (const ObjectReader &reader : root.objects("files", {"id", "path", "title", "inBackup"}))
        profile.files << readFiles(reader);
    readLogs(root, profile);
}

ProfileTrouble readTrouble(const ObjectReader &reader)
{
    ProfileTrouble trouble{
        reader.text("id"), reader.text("title"), reader.text("runbook", QString()), {}, {}};
    trouble.checks = reader.texts("checks");
    for (const ObjectReader &remedy : reader.objects("remedies", {"when", "action"}))
        trouble.remedies << ProfileRemedy{remedy.text("when", QString()), remedy.text("action")};
    return trouble;
}

ProfileMetrics readMetrics(const ObjectReader &root)
{
    const ObjectReader reader =
        root.object("metrics", {"prefixes", "requests", "latency", "tokenVariable", "counters"});
    ProfileMetrics metrics;
    metrics.prefixes = reader.texts("prefixes");
    metrics.tokenVariable = reader.text("tokenVariable", QString());
    if (reader.has("requests")) {
        const ObjectReader requests = reader.object("requests", {"name", "status", "route", "item"});
        metrics.requests = requests.text("name");
        metrics.status = requests.text("status");
        metrics.route = requests.text("route", QString());
        metrics.requestsItem = requests.text("item", QString());
    }
    if (reader.has("latency")) {
        const ObjectReader latency = reader.object("latency", {"name", "unit", "item"});
        metrics.latency = latency.text("name");
        metrics.unitSeconds =
            latency.choice("unit", QString(), {QStringLiteral("s"), QStringLiteral("ms")}) == u"ms" ? 0.001
                                                                                                    : 1;
        metrics.latencyItem = latency.text("item", QString());
    }
    for (const ObjectReader &counter : reader.objects("counters", {"name", "label", "title", "item"}))
        metrics.counters << ProfileCounter{counter.text("name"), counter.text("label"), counter.text("title"),
                                           counter.text("item", QString())};
    return metrics;
}

void readRules(const ObjectReader &root, ServiceProfile &profile)
{
    for (const ObjectReader &reader : root.objects("endpoints", {"id", "kind", "url", "status", "contentType",
                                                                 "json", "timeoutMs", "intervalSeconds"}))
        profile.endpoints << readEndpoint(reader);
    for (const ObjectReader &reader :
         root.objects("environment", {"name", "type", "default", "secret", "required", "choices", "text"}))
        profile.environment << readVariable(reader);
    for (const ObjectReader &reader : root.objects("thresholds", {"id", "warn", "unit", "item"}))
        profile.thresholds << readThreshold(reader);
    for (const ObjectReader &reader : root.objects("permissions", {"path", "mode"}))
        profile.permissions << readPermission(reader);
    const ObjectReader limits = root.object("limits", {"presets"});
    for (const ObjectReader &reader : limits.objects("presets", {"id", "title", "memory", "cpus"}))
        profile.limits << readLimits(reader);
    profile.backup = readBackup(root.object("backup", {"databases", "files", "retention", "offered",
                                                       "schedule", "foreignMembers", "maximumAgeHours"}));
    profile.discovery = readDiscovery(root.object(
        "discovery", {"labels", "units", "processes", "ports", "folders", "dataVariable", "dataOptions"}));
    profile.entities = readEntities(root);
    for (const ObjectReader &reader :
         root.objects("assertions", {"id", "title", "database", "layout", "select", "item"}))
        profile.assertions << ProfileAssertion{reader.text("id"),       reader.text("title"),
                                               reader.text("database"), reader.text("layout", QString()),
                                               reader.lines("select"),  reader.text("item", QString())};
    if (root.has("metrics"))
        profile.metrics = readMetrics(root);
    if (root.has("drill"))
        profile.drill = readDrill(root);
    for (const ObjectReader &reader :
         root.objects("troubleshooting", {"id", "title", "runbook", "checks", "remedies"}))
        profile.troubles << readTrouble(reader);
    const ObjectReader sessions =
        root.object("sessions", {"secretVariable", "lifetimeDays", "options", "fileOptions"});
    profile.sessions.secretVariable = sessions.text("secretVariable", QString());
    profile.sessions.lifetimeDays = static_cast<int>(sessions.number("lifetimeDays", 0));
    profile.sessions.options = sessions.texts("options");
    profile.sessions.fileOptions = sessions.texts("fileOptions");
    for (const ObjectReader &reader : root.objects("translations", {"language", "texts"}))
        profile.translations << ProfileTranslation{reader.text("language"), reader.textMap("texts")};
}
} // namespace

Result<ServiceProfile> loadProfile(const QByteArray &json, const QString &file)
{
    auto positions = JsonPositions::scan(json);
    if (!positions)
        return failure(withSubject(positions.error(), file, ProfileLoaderText::tr("Correct the profile.")));
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(json, &parseError);
    if (parseError.error != QJsonParseError::NoError) {
        const qsizetype line = json.left(parseError.offset).count('\n') + 1;
        const qsizetype column = parseError.offset - json.lastIndexOf('\n', parseError.offset - 1);
        return failure(
            Error{ErrorKind::BadInput, file,
                  ProfileLoaderText::tr("Line %1, column %2: JSON was expected.").arg(line).arg(column),
                  ProfileLoaderText::tr("Correct the profile."), parseError.errorString()});
    }
    ProfileProblems problems(std::move(*positions));
    const QJsonValue value =
        document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    const ObjectReader root(value, QString(), problems,
                            {"id",          "title",      "version",         "runbook",  "container",
                             "start",       "databases",  "files",           "logs",     "endpoints",
                             "environment", "thresholds", "permissions",     "limits",   "backup",
                             "discovery",   "entities",   "troubleshooting", "sessions", "assertions",
                             "metrics",     "drill",      "translations"});
    ServiceProfile profile;
    readHead(root, profile);
    readStores(root, profile);
    readRules(root, profile);
    checkProfile(profile, problems);
    if (!problems.isEmpty())
        return failure(problems.toError(file));
    return profile;
}

} // namespace pilothouse
