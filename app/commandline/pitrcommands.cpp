// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/commandline/pitrcommands.h"

#include "app/commandline/commandtext.h"
#include "app/commandline/entries.h"
#include "core/actions/server/pointintime.h"
#include "core/base/units.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace pilothouse {

namespace {

QString textIn(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString momentIn(const QJsonObject &object, const char *key)
{
    const QDateTime moment = QDateTime::fromString(textIn(object, key), Qt::ISODateWithMs);
    return moment.isValid() ? momentInBothZones(moment) : QStringLiteral("-");
}

void showMissing(Output &output, const QJsonArray &missing)
{
    output.line(commandLineText(
        QT_TRANSLATE_NOOP("CommandLine", "This server cannot be taken back to a point in time, because:")));
    for (const QJsonValue &value : missing) {
        const QJsonObject lack = value.toObject();
        output.line(QStringLiteral("  - ") + textIn(lack, "text"));
        if (!textIn(lack, "advice").isEmpty())
            output.line(QStringLiteral("    ") + textIn(lack, "advice"));
    }
}

void showBackups(Output &output, const QJsonArray &backups)
{
    QJsonArray rows;
    for (const QJsonValue &value : backups) {
        QJsonObject row = value.toObject();
        row.insert(QStringLiteral("endedAt"), momentIn(row, "endedAt"));
        for (const QString &key : {QStringLiteral("bytes"), QStringLiteral("storedBytes")})
            row.insert(key, formatBytes(row.value(key).toInteger()));
        rows << row;
    }
    output.value(rows, {QStringLiteral("label"), QStringLiteral("type"), QStringLiteral("endedAt"),
                        QStringLiteral("bytes"), QStringLiteral("storedBytes")});
}

void showPointInTime(Output &output, const QJsonValue &value)
{
    const QJsonObject state = value.toObject();
    if (state.value(QLatin1String("isReady")).toBool()) {
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Any moment from %1 until now."))
                        .arg(momentIn(state, "from")));
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "In the archive so far: until %1."))
                        .arg(momentIn(state, "archivedUntil")));
    } else {
        showMissing(output, state.value(QLatin1String("missing")).toArray());
    }
    if (!textIn(state, "stanza").isEmpty())
        output.line(commandLineText(QT_TRANSLATE_NOOP("CommandLine", "Stanza %1: %2. WAL %3 to %4."))
                        .arg(textIn(state, "stanza"), textIn(state, "message"), textIn(state, "walFrom"),
                             textIn(state, "walTo")));
    showBackups(output, state.value(QLatin1String("backups")).toArray());
    for (const QJsonValue &copy : state.value(QLatin1String("copies")).toArray())
        output.line(commandLineText(copy.toObject().value(QLatin1String("isRunning")).toBool()
                                        ? QT_TRANSLATE_NOOP("CommandLine", "Beside it: %1, running")
                                        : QT_TRANSLATE_NOOP("CommandLine", "Beside it: %1"))
                        .arg(textIn(copy.toObject(), "folder")));
}

void showScaling(Output &output, const QJsonValue &value)
{
    for (const QJsonValue &one : value.toArray()) {
        const QJsonObject part = one.toObject();
        output.line(textIn(part, "title"));
        for (const QJsonValue &found : part.value(QLatin1String("findings")).toArray()) {
            const QJsonObject finding = found.toObject();
            output.line(QStringLiteral("  %1, %2: %3")
                            .arg(textIn(finding, "title"), spelledOut(textIn(finding, "verdict")),
                                 textIn(finding, "text")));
            if (!textIn(finding, "advice").isEmpty())
                output.line(QStringLiteral("    ") + textIn(finding, "advice"));
        }
        for (const QJsonValue &lines : part.value(QLatin1String("texts")).toArray()) {
            output.line({});
            output.line(QStringLiteral("# ") + textIn(lines.toObject(), "title"));
            for (const QString &line : textIn(lines.toObject(), "text").split(u'\n'))
                output.line(line);
        }
    }
}

Command scaleCommand()
{
    Command command;
    command.kind = Command::Kind::Query;
    command.group = QStringLiteral("scale");
    command.verb = QStringLiteral("check");
    command.target = QStringLiteral("scale.check");
    command.help = commandLineText(QT_TRANSLATE_NOOP(
        "CommandLine", "What scaling needs (replicas, replica or pooler), with a configuration to copy."));
    command.spec = {{QStringLiteral("NAME")}, {QStringLiteral("PART")}, {}};
    command.argumentOf = {{QStringLiteral("PART"), QStringLiteral("part")}};
    command.print = showScaling;
    return command;
}

Command pitrCommand(Command::Kind kind, const QString &verb, const char *help, ArgumentSpec spec,
                    QMap<QString, QString> argumentOf)
{
    return entry(kind, QStringLiteral("pitr ") + verb, QStringLiteral("pitr.") + verb, help,
                 {std::move(spec), std::move(argumentOf), {}});
}

} // namespace

QList<Command> pitrCommands()
{
    using Kind = Command::Kind;
    const QString name = QStringLiteral("NAME");
    const QString time = QStringLiteral("TIME");
    const QString folder = QStringLiteral("FOLDER");
    const auto same = [](const QStringList &options) {
        QMap<QString, QString> map;
        for (const QString &option : options)
            map.insert(option, option);
        return map;
    };
    Command show =
        pitrCommand(Kind::Query, QStringLiteral("show"),
                    QT_TRANSLATE_NOOP(
                        "CommandLine",
                        "How far the database server can be taken back in time, and what is missing for it."),
                    {{name}, {}, {QStringLiteral("database=")}}, same({QStringLiteral("database")}));
    show.print = showPointInTime;
    QMap<QString, QString> restored =
        same({QStringLiteral("database"), QStringLiteral("keep"), QStringLiteral("into")});
    restored.insert(time, QStringLiteral("time"));
    restored.insert(QStringLiteral("in-place"), QStringLiteral("inPlace"));
    return {
        show,
        pitrCommand(Kind::Action, QStringLiteral("backup"),
                    QT_TRANSLATE_NOOP("CommandLine", "Back up the whole database server with pgBackRest."),
                    {{name}, {}, {QStringLiteral("type="), QStringLiteral("database=")}},
                    same({QStringLiteral("type"), QStringLiteral("database")})),
        pitrCommand(
            Kind::Action, QStringLiteral("restore"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Restore the server as of a time: beside the live one, proved and removed "
                              "again; with --keep left running; with --in-place in its place."),
            {{name, time},
             {},
             {QStringLiteral("in-place"), QStringLiteral("keep"), QStringLiteral("into="),
              QStringLiteral("database=")}},
            restored),
        pitrCommand(
            Kind::Action, QStringLiteral("remove"),
            QT_TRANSLATE_NOOP("CommandLine", "Remove a data directory that such a restore has made or kept."),
            {{name, folder}, {}, {}}, {{folder, QStringLiteral("folder")}}),
        pitrCommand(
            Kind::Action, QStringLiteral("configure"),
            QT_TRANSLATE_NOOP("CommandLine",
                              "Set up WAL archiving with pgBackRest: configuration, stanza, settings, "
                              "restart; with undo of the settings."),
            {{name},
             {},
             {QStringLiteral("stanza="), QStringLiteral("repository="), QStringLiteral("config="),
              QStringLiteral("database=")}},
            same({QStringLiteral("stanza"), QStringLiteral("repository"), QStringLiteral("config"),
                  QStringLiteral("database")})),
        scaleCommand(),
    };
}

} // namespace pilothouse
