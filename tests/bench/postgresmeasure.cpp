// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/postgresdump.h"
#include "core/postgres/postgresrestore.h"
#include "tests/bench/benchserver.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QDir>
#include <QFileInfo>
#include <QMutex>
#include <QThread>

namespace pilothouse {
namespace {

/// `expression` over the tables of the database, added up with `between`. In it %1$s is the table, %2$s its
/// row as it is copied out, in bytes.
QByteArray overAllTables(const QByteArray &expression, const QByteArray &between)
{
    return "SELECT string_agg(format('(SELECT " + expression
           + " FROM %1$s t)', c.oid::regclass, (SELECT "
             "string_agg(format(CASE WHEN a.atttypid = 'bytea'::regtype THEN '3 + 2 * octet_length(%1$I)' "
             "ELSE "
             "'octet_length(%1$I::text)' END, a.attname), ' + ') || ' + ' || count(*) FROM pg_attribute a "
             "WHERE "
             "a.attrelid = c.oid AND a.attnum > 0)), '"
           + between
           + "' ORDER BY c.relname) FROM pg_class c WHERE "
             "c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace";
}

Result<QVariant> valueOverAllTables(const BenchServer &server, const QByteArray &expression,
                                    const QByteArray &between, const QString &database)
{
    const auto question = server.value(overAllTables(expression, between), database);
    if (!question)
        return question;
    return server.value("SELECT " + question->toByteArray(), database);
}

/// All tables as the server copies them out, to nowhere: no dump can be quicker.
Result<double> secondsOfCopies(const BenchServer &server)
{
    QStringList words =
        server.words() + QStringList{u"-d"_qs, BenchServer::database(), u"-q"_qs, u"-o"_qs, u"/dev/null"_qs};
    for (const char *table : {"users", "paragraphs", "fs_inode", "fs_dentry", "fs_data", "tool_calls"})
        words << u"-c"_qs << u"COPY public.%1 TO STDOUT"_qs.arg(QLatin1String(table));
    return secondsOf(BenchServer::program(u"psql"_qs), words);
}

/// Notes how far a dump says it is, and when.
struct ProgressNotes
{
    void take(const Progress &progress, double at)
    {
        const QMutexLocker locked(&mutex);
        if (progress.total > 0)
            seen << QPair<double, double>(at, static_cast<double>(progress.done)
                                                  / static_cast<double>(progress.total));
        last = progress;
    }
    QMutex mutex;
    QList<QPair<double, double>> seen;
    Progress last;
};

struct DumpRound
{
    double peer = 0;
    double own = 0;
    double copies = 0;
};

/// As the runbook does it.
QStringList peerDumpWords(const BenchServer &server, const QString &file)
{
    return server.words() + QStringList{u"-Fc"_qs, u"-f"_qs, file, BenchServer::database()};
}

Result<double> ownDump(const BenchServer &server, const QString &file, ProgressNotes *notes = nullptr)
{
    QFile::remove(file);
    const DumpRequest request{file, BenchServer::program(u"pg_dump"_qs), {}, u"pilothouse-bench"_qs};
    QElapsedTimer timer;
    timer.start();
    const OperationContext context([&timer, notes](const Progress &progress) {
        if (notes)
            notes->take(progress, static_cast<double>(timer.elapsed()));
    });
    return secondsOf([&] { return writeDump(server.given(), request, context); });
}

/// What the last progress says the dump was, against the bytes that the tables are when they are copied out.
Result<double> missOfProgress(const BenchServer &server, const ProgressNotes &notes)
{
    const auto bytes = valueOverAllTables(server, "sum(%2$s)", " + ", BenchServer::database());
    if (!bytes || bytes->toDouble() <= 0)
        return bytes ? failure(ErrorKind::Internal, u"nothing was copied"_qs) : failure(bytes.error());
    return 100.0 * qAbs(static_cast<double>(notes.last.total) - bytes->toDouble()) / bytes->toDouble();
}

/// From the wish to its end, with the file gone and no session left.
Result<double> millisecondsToCancel(const BenchServer &server, const QString &file)
{
    QFile::remove(file);
    const OperationContext context;
    QElapsedTimer timer;
    std::unique_ptr<QThread> canceller(QThread::create([&] {
        QThread::msleep(700);
        timer.start();
        context.cancel();
    }));
    canceller->start();
    const DumpRequest request{file, BenchServer::program(u"pg_dump"_qs), {}, u"pilothouse-bench"_qs};
    const auto written = writeDump(server.given(), request, context);
    const double took = static_cast<double>(timer.nsecsElapsed()) / 1e6;
    canceller->wait();
    if (written || QFile::exists(file))
        return failure(ErrorKind::Internal, u"the dump was not cancelled"_qs);
    return took;
}

/// Whether ours brought back what pg_restore did.
Result<bool> sameRows(const BenchServer &server)
{
    const QByteArray rows = "sum(hashtext(t::text))::text";
    const auto peer = valueOverAllTables(server, rows, " || ", u"bench_peer"_qs);
    const auto own = valueOverAllTables(server, rows, " || ", u"bench_own"_qs);
    const QByteArray question = "SELECT string_agg(indexdef, ',' ORDER BY indexdef) FROM pg_indexes WHERE "
                                "schemaname = 'public'";
    const auto peerIndexes = server.value(question, u"bench_peer"_qs);
    const auto ownIndexes = server.value(question, u"bench_own"_qs);
    if (!peer || !own)
        return failure(peer ? own.error() : peer.error());
    return *peer == *own && peerIndexes && ownIndexes && *peerIndexes == *ownIndexes;
}

} // namespace

Result<Measurement> measureDump(const BenchOptions &options)
{
    const auto server = BenchServer::create(options);
    if (!server)
        return failure(server.error());
    QDir().mkpath(options.folder);
    const QString peerFile = options.folder + u"/peer.dump"_qs;
    const QString ownFile = options.folder + u"/own.dump.zst"_qs;
    QList<double> peers;
    QList<double> owns;
    QList<double> copies;
    ProgressNotes notes;
    for (int round = 0; round < options.rounds; ++round) {
        const auto peer = secondsOf(BenchServer::program(u"pg_dump"_qs), peerDumpWords(**server, peerFile));
        const auto own = ownDump(**server, ownFile, &notes);
        const auto copy = secondsOfCopies(**server);
        for (const auto *one : {&peer, &own, &copy})
            if (!*one)
                return failure(one->error());
        peers << *peer;
        owns << *own;
        copies << *copy;
    }
    if (auto whole = readWholeDump(ownFile, BenchServer::program(u"pg_restore"_qs), {}); !whole)
        return failure(whole.error());
    const auto miss = missOfProgress(**server, notes);
    const auto cancelled = millisecondsToCancel(**server, ownFile + u".cancelled"_qs);
    if (!miss || !cancelled)
        return failure(miss ? cancelled.error() : miss.error());
    Measurement result{u"Dump of a PostgreSQL database, rows counted in its snapshot"_qs, {}, {}, {}};
    const double size =
        static_cast<double>(QFileInfo(ownFile).size()) / static_cast<double>(QFileInfo(peerFile).size());
    result.notes << u"pg_dump -Fc %1 s, %2 MB; ours %3 s, %4 MB; COPY to nowhere %5 s"_qs
                        .arg(medianOf(peers), 0, 'f', 1)
                        .arg(QFileInfo(peerFile).size() / 1'000'000)
                        .arg(medianOf(owns), 0, 'f', 1)
                        .arg(QFileInfo(ownFile).size() / 1'000'000)
                        .arg(medianOf(copies), 0, 'f', 1);
    result.figures = {
        {u"pg_dump -Fc / ours"_qs, medianRatio(peers, owns), u"x"_qs, 6.0, 12.0, Figure::Best::High},
        {u"size against pg_dump -Fc"_qs, size, u"x"_qs, 1.12, 1.0},
        {u"ours / COPY floor"_qs, medianRatio(owns, copies), u"x"_qs, {}, 1.35},
        {u"progress off the true bytes"_qs, *miss, u"%"_qs, 3.0},
        {u"cancel until nothing is left"_qs, *cancelled, u"ms"_qs, 200.0}};
    return result;
}

Result<Measurement> measureServerRestore(const BenchOptions &options)
{
    const auto server = BenchServer::create(options);
    if (!server)
        return failure(server.error());
    QDir().mkpath(options.folder);
    const QString peerFile = options.folder + u"/peer.dump"_qs;
    const QString file = options.folder + u"/own.dump.zst"_qs;
    const auto peerDumped = secondsOf(BenchServer::program(u"pg_dump"_qs), peerDumpWords(**server, peerFile));
    const auto dumped = peerDumped ? ownDump(**server, file) : peerDumped;
    if (!dumped)
        return failure(dumped.error());
    QList<double> peers;
    QList<double> owns;
    for (int round = 0; round < options.rounds; ++round) {
        if (auto made = (*server)->makeEmpty(u"bench_peer"_qs); !made)
            return failure(made.error());
        const auto peer = secondsOf(BenchServer::program(u"pg_restore"_qs),
                                    (*server)->words() + QStringList{u"-d"_qs, u"bench_peer"_qs, peerFile});
        if (auto made = (*server)->makeEmpty(u"bench_own"_qs); !made)
            return failure(made.error());
        DumpRestore restore;
        restore.file = file;
        restore.program = BenchServer::program(u"pg_restore"_qs);
        restore.session = u"pilothouse-bench"_qs;
        restore.jobs = QThread::idealThreadCount();
        const auto own =
            secondsOf([&] { return restoreDump((*server)->given(u"bench_own"_qs), restore, {}); });
        if (!peer || !own)
            return failure(peer ? own.error() : peer.error());
        peers << *peer;
        owns << *own;
    }
    const auto isSame = sameRows(**server);
    if (!isSame || !*isSame)
        return isSame ? failure(ErrorKind::BadData, u"not every row came back"_qs) : failure(isSame.error());
    for (const QString &name : {u"bench_peer"_qs, u"bench_own"_qs})
        if (auto gone = (*server)->run("DROP DATABASE " + name.toUtf8()); !gone)
            return failure(gone.error());
    Measurement result{u"Restore of a PostgreSQL database into a fresh one"_qs, {}, {}, {}};
    result.notes
        << u"pg_restore %1 s, ours %2 s"_qs.arg(medianOf(peers), 0, 'f', 2).arg(medianOf(owns), 0, 'f', 2);
    result.figures = {
        {u"serial pg_restore / ours"_qs, medianRatio(peers, owns), u"x"_qs, 1.15, 1.4, Figure::Best::High}};
    return result;
}

} // namespace pilothouse
