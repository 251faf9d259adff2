// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/logreading.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>
#include <QJsonValue>

static void initialiseLogFormats()
{
    Q_INIT_RESOURCE(pilothouse);
}

namespace pilothouse {

namespace {

struct LogReadingText
{
    Q_DECLARE_TR_FUNCTIONS(LogReading)
};

ProfileLogFields readFields(const ObjectReader &reader)
{
    ProfileLogFields fields;
    fields.syntax =
        reader.has("syntax") ? reader.choice(
            "syntax", QString(), {QStringLiteral("json"), QStringLiteral("object"), QStringLiteral("pairs")})
                             : QString();
    fields.patterns = reader.texts("patterns");
    fields.names = reader.textMap("names");
    fields.units = reader.textMap("units");
    return fields;
}

ProfileLogFormat readFormat(const ObjectReader &reader)
{
    ProfileLogFormat format;
    format.id = reader.text("id");
    format.record = reader.lines("record");
    format.timeFormat = reader.text("timeFormat", QString());
    format.timeZone =
        reader.choice("timeZone", QStringLiteral("UTC"),
                      {QStringLiteral("UTC"), QStringLiteral("offset"), QStringLiteral("local")});
    format.levels = reader.textMap("levels");
    format.continuation = reader.text("continuation", QString());
    format.isMessageBelow = reader.flag("messageBelow", false);
    format.fields = readFields(reader.object("fields", {"syntax", "patterns", "names", "units"}));
    for (const ObjectReader &asked :
         reader.objects("questions", {"id", "title", "filter", "by", "most", "item"}))
        format.questions << ProfileLogQuestion{asked.text("id"),
                                               asked.text("title"),
                                               asked.text("filter", QString()),
                                               asked.text("by", QString()),
                                               asked.text("most", QString()),
                                               asked.text("item", QString())};
    return format;
}

ProfileLogSource readSource(const ObjectReader &reader)
{
    ProfileLogSource source;
    source.id = reader.text("id");
    source.title = reader.text("title");
    source.kind = reader.choice("kind", QString(), {QStringLiteral("file"), QStringLiteral("container")});
    source.path = source.kind == QLatin1String("file") ? reader.text("path") : reader.text("path", QString());
    source.rotated = reader.text("rotated", QString());
    source.keep = static_cast<int>(reader.number("keep", 0, 0, 10000));
    source.rotateBytes = reader.number("rotateBytes", 0, 0, qint64(1) << 50);
    source.days = static_cast<int>(reader.number("days", 0, 0, 36500));
    source.format = reader.text("format");
    source.service = reader.text("service", QString());
    return source;
}

const std::initializer_list<const char *> FormatKeys{"id",           "record", "timeFormat",
                                                     "timeZone",     "levels", "continuation",
                                                     "messageBelow", "fields", "questions"};

/// The formats that come with the program, for any profile that names them.
QList<ProfileLogFormat> readStandardFormats()
{
    initialiseLogFormats();
    QFile file(QStringLiteral(":/logformats.json"));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    Q_ASSERT(isOpen);
    Q_UNUSED(isOpen)
    const QJsonDocument document = QJsonDocument::fromJson(file.readAll());
    ProfileProblems problems{JsonPositions()};
    const ObjectReader root(document.object(), QString(), problems, {"formats"});
    QList<ProfileLogFormat> formats;
    for (const ObjectReader &reader : root.objects("formats", FormatKeys))
        formats << readFormat(reader);
    Q_ASSERT(problems.isEmpty());
    return formats;
}

} // namespace

const QList<ProfileLogFormat> &standardLogFormats()
{
    static const QList<ProfileLogFormat> Formats = readStandardFormats();
    return Formats;
}

void readLogs(const ObjectReader &root, ServiceProfile &profile)
{
    const ObjectReader logs = root.object("logs", {"formats", "sources", "levelVariable"});
    profile.logLevelVariable = logs.text("levelVariable", QString());
    for (const ObjectReader &reader : logs.objects("formats", FormatKeys))
        profile.logFormats << readFormat(reader);
    for (const ObjectReader &reader :
         logs.objects("sources", {"id", "title", "kind", "path", "rotated", "keep", "rotateBytes", "days",
                                  "format", "service"}))
        profile.logs << readSource(reader);
    for (const ProfileLogSource &source : std::as_const(profile.logs)) {
        for (const ProfileLogFormat &standard : standardLogFormats()) {
            if (standard.id == source.format && !profile.logFormat(source.format))
                profile.logFormats << standard;
        }
    }
}

void LogChecks::checkLogs()
{
    for (qsizetype i = 0; i < m_profile.logFormats.size(); ++i)
        checkFormat(m_profile.logFormats[i], at(QStringLiteral("/logs/formats"), i));
    for (qsizetype i = 0; i < m_profile.logs.size(); ++i)
        checkSource(m_profile.logs[i], at(QStringLiteral("/logs/sources"), i));
}

void LogChecks::checkFormat(const ProfileLogFormat &format, const QString &pointer)
{
    static const QStringList Groups{QStringLiteral("time"), QStringLiteral("offset"), QStringLiteral("level"),
                                    QStringLiteral("component"), QStringLiteral("message")};
    static const QStringList Levels{QStringLiteral("trace"), QStringLiteral("debug"),
                                    QStringLiteral("info"),  QStringLiteral("warning"),
                                    QStringLiteral("error"), QStringLiteral("fatal")};
    checkExpression(format.record, at(pointer, "record"), Groups);
    for (auto level = format.levels.begin(); level != format.levels.end(); ++level) {
        if (!Levels.contains(level.value()))
            complain(JsonPositions::child(at(pointer, "levels"), level.key()),
                     LogReadingText::tr("one of %1 was expected").arg(Levels.join(QLatin1String(", "))));
    }
    checkExpression(format.continuation, at(pointer, "continuation"));
    const QString fields = at(pointer, "fields");
    for (qsizetype i = 0; i < format.fields.patterns.size(); ++i)
        checkExpression(format.fields.patterns[i], at(at(fields, "patterns"), i));
    static const QStringList Units{QStringLiteral("us"), QStringLiteral("ms"), QStringLiteral("s"),
                                   QStringLiteral("B")};
    for (auto unit = format.fields.units.begin(); unit != format.fields.units.end(); ++unit) {
        if (!Units.contains(unit.value()))
            complain(JsonPositions::child(at(fields, "units"), unit.key()),
                     LogReadingText::tr("one of %1 was expected").arg(Units.join(QLatin1String(", "))));
    }
    const QString questions = at(pointer, "questions");
    checkUnique(format.questions, &ProfileLogQuestion::id, questions, "id");
    for (qsizetype i = 0; i < format.questions.size(); ++i)
        checkItem(format.questions[i].item, at(at(questions, i), "item"));
}

void LogChecks::checkSource(const ProfileLogSource &source, const QString &pointer)
{
    checkPath(source.path, at(pointer, "path"));
    if (!source.format.isEmpty() && !m_profile.logFormat(source.format))
        complain(at(pointer, "format"),
                 LogReadingText::tr("there is no log format \"%1\"").arg(source.format));
    if (!source.rotated.isEmpty() && !source.rotated.contains(QLatin1String("{n}")))
        complain(at(pointer, "rotated"), LogReadingText::tr("a name with {n} in it was expected"));
}

} // namespace pilothouse
