// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/logcommands.h"

#include "core/logs/engine/lineindexer.h"
#include "core/logs/engine/linesearch.h"
#include "core/logs/engine/screenlines.h"
#include "core/logs/filewatch.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

namespace pilothouse {

namespace {

int printObject(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return 0;
}

int printFailure(const Error &error)
{
    std::fprintf(stderr, "%s\n", error.toText().toUtf8().constData());
    return 1;
}

double secondsSince(const QElapsedTimer &timer)
{
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

int indexFile(const QString &path)
{
    QElapsedTimer timer;
    timer.start();
    const auto file = LogFile::open(path);
    if (!file)
        return printFailure(file.error());
    LineIndexer indexer(*file);
    if (const auto updated = indexer.update({}); !updated)
        return printFailure(updated.error());
    return printObject({{u"seconds"_qs, secondsSince(timer)},
                        {u"hits"_qs, indexer.index().lineEnds()},
                        {u"lines"_qs, indexer.lineCount()},
                        {u"bytes"_qs, indexer.index().bytes()}});
}

int searchFile(const QString &path, const LogQuery &query)
{
    const auto pattern = LinePattern::compile(query);
    if (!pattern)
        return printFailure(pattern.error());
    QElapsedTimer timer;
    timer.start();
    const auto file = LogFile::open(path);
    if (!file)
        return printFailure(file.error());
    double firstHit = -1;
    const auto found = LineSearch(**file, encodingOf(**file), **pattern)
                           .run(
                               [&](std::span<const qint64> starts, qint64) {
                                   if (firstHit < 0 && !starts.empty())
                                       firstHit = secondsSince(timer);
                               },
                               {});
    if (!found)
        return printFailure(found.error());
    return printObject({{u"seconds"_qs, secondsSince(timer)},
                        {u"hits"_qs, found->hits},
                        {u"firstHit"_qs, firstHit},
                        {u"givenUp"_qs, found->givenUp},
                        {u"engine"_qs, (*pattern)->engine()}});
}

/// Says each growth at once, with how long it took from noticing to knowing, until `wanted` lines have come.
int followFile(const QString &path, qint64 wanted)
{
    const auto file = LogFile::open(path);
    if (!file)
        return printFailure(file.error());
    LineIndexer indexer(*file);
    FileWatch watch(QFileInfo(path).absolutePath());
    if (const auto updated = indexer.update({}); !updated)
        return printFailure(updated.error());
    const qint64 before = indexer.lineCount();
    while (wanted < 0 || indexer.lineCount() - before < wanted) {
        watch.wait(std::chrono::seconds(1));
        QElapsedTimer timer;
        timer.start();
        const auto updated = indexer.update({});
        if (!updated)
            return printFailure(updated.error());
        if (*updated == LogChange::None)
            continue;
        const double seconds = secondsSince(timer);
        const auto last = ScreenLines(**file, indexer.index().encoding()).before(indexer.index().bytes(), 1);
        printObject({{u"seconds"_qs, seconds},
                     {u"hits"_qs, indexer.lineCount() - before},
                     {u"last"_qs, last.isEmpty() ? QString() : QString::fromUtf8(last.first().text)}});
    }
    return 0;
}

} // namespace

std::optional<int> runLogCommand(const QStringList &words)
{
    QStringList rest = words.mid(2);
    LogQuery query;
    query.isCaseSensitive = rest.removeAll(u"--ignore-case"_qs) == 0;
    query.isPattern = rest.removeAll(u"--literal"_qs) == 0;
    const QString word = words.value(1);
    if (word == u"index" && rest.size() == 1)
        return indexFile(rest.first());
    if (word == u"search" && rest.size() == 2) {
        query.text = rest.at(1);
        return searchFile(rest.first(), query);
    }
    if (word == u"follow" && (rest.size() == 1 || rest.size() == 2))
        return followFile(rest.first(), rest.size() == 2 ? rest.at(1).toLongLong() : -1);
    return {};
}

} // namespace pilothouse
