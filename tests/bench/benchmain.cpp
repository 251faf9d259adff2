// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/identity.h"
#include "tests/bench/benchwriter.h"
#include "tests/bench/logcommands.h"
#include "tests/bench/measures.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cstdio>

using namespace pilothouse;

namespace {

struct Entry
{
    QString id;
    Result<Measurement> (*measure)(const BenchOptions &);
};

const QList<Entry> Measures{{u"sqlite"_qs, measureSqliteBackup},
                            {u"set"_qs, measureBackupSet},
                            {u"restore"_qs, measureRestore},
                            {u"dump"_qs, measureDump},
                            {u"pgrestore"_qs, measureServerRestore},
                            {u"docker"_qs, measureDocker},
                            {u"containerlog"_qs, measureContainerLog},
                            {u"logscan"_qs, measureLogScan},
                            {u"paint"_qs, measureFirstPaint},
                            {u"ui"_qs, measureUiBlock},
                            {u"idle"_qs, measureIdle},
                            {u"logs"_qs, measureLogs}};

void print(const QString &text)
{
    std::printf("%s\n", text.toUtf8().constData());
    std::fflush(stdout);
}

QString idsOfMeasures()
{
    QStringList ids;
    for (const Entry &entry : Measures)
        ids << entry.id;
    return ids.join(u", "_qs);
}

/// True where all gates are held.
bool measureAll(const QStringList &wanted, const BenchOptions &options, bool isJson)
{
    bool isGood = true;
    QJsonArray all;
    for (const Entry &entry : Measures) {
        if (!wanted.isEmpty() && !wanted.contains(entry.id))
            continue;
        const auto measured = entry.measure(options);
        isGood = isGood && measured && measured->passes();
        if (!measured && isJson)
            all.append(QJsonObject{
                {u"name"_qs, entry.id}, {u"passes"_qs, false}, {u"error"_qs, measured.error().toText()}});
        else if (isJson)
            all.append(toJson(*measured));
        else
            print(measured ? toText(*measured) : entry.id + u": "_qs + measured.error().toText());
    }
    if (isJson)
        print(QString::fromUtf8(QJsonDocument(all).toJson()));
    return isGood;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    identify(application);
    const QStringList words = QCoreApplication::arguments();
    if (words.size() == 3 && words.at(1) == u"write")
        return runWriter(words.at(2));
    if (const auto exitCode = runLogCommand(words))
        return *exitCode;

    QCommandLineParser parser;
    parser.setApplicationDescription(
        u"Measures Pilothouse against the peers on this machine; ends with 1 where a "
        "gate is missed."_qs);
    const QCommandLineOption size(u"size"_qs, u"Bytes of the database (default: 1 GB)."_qs, u"bytes"_qs,
                                  u"1000000000"_qs);
    const QCommandLineOption rounds(u"rounds"_qs, u"Rounds of each comparison."_qs, u"number"_qs, u"5"_qs);
    const QCommandLineOption json(u"json"_qs, u"Print JSON."_qs);
    const QCommandLineOption folder(u"folder"_qs, u"Where the data is made and kept."_qs, u"path"_qs,
                                    QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
                                        + u"/pilothouse-bench"_qs);
    parser.addOptions({size, rounds, json, folder});
    parser.addHelpOption();
    parser.addPositionalArgument(u"measure"_qs, idsOfMeasures(), u"[measure...]"_qs);
    parser.process(application);

    BenchOptions options;
    options.folder = QDir(parser.value(folder)).absolutePath();
    options.bytes = parser.value(size).toLongLong();
    options.rounds = parser.value(rounds).toInt();
    if (options.bytes <= 0 || options.rounds <= 0)
        parser.showHelp(2);
    return measureAll(parser.positionalArguments(), options, parser.isSet(json)) ? 0 : 1;
}
