// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchwriter.h"

#include "app/demo/demodatabase.h"

#include <QCoreApplication>

#include <chrono>
#include <cstdio>
#include <poll.h>
#include <thread>
#include <unistd.h>

namespace pilothouse {

namespace {

using Moment = std::chrono::steady_clock::time_point;

constexpr double TransactionsPerSecond = 200;

double secondsSince(Moment from)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - from).count();
}

/// Reads what came in; 0: nothing, 1: something, -1: the end.
int heard()
{
    pollfd input{STDIN_FILENO, POLLIN, 0};
    if (::poll(&input, 1, 0) <= 0)
        return 0;
    char words[64];
    return ::read(STDIN_FILENO, words, sizeof(words)) > 0 ? 1 : -1;
}

Result<> writeOne(DemoDatabase &database, qint64 number)
{
    return database.execute("BEGIN IMMEDIATE")
        .and_then([&] {
            return database.run("INSERT INTO messages(session_id, role, content, tokens, created_at) "
                                "VALUES(?, 'user', ?, 50, ?)",
                                {u"live-%1"_qs.arg(number % 97), QString(200, u'x'), number});
        })
        .and_then([&] {
            return database.run("UPDATE sessions SET updated_at = ? WHERE rowid = ?",
                                {number, 1 + number * 7919 % 1000});
        })
        .and_then([&] { return database.execute("COMMIT"); });
}

} // namespace

int runWriter(const QString &path)
{
    auto database = DemoDatabase::open(path);
    if (!database || !database->execute("PRAGMA synchronous=NORMAL"))
        return 1;
    const Moment begin = std::chrono::steady_clock::now();
    Moment since = begin;
    WriterFacts facts;
    for (qint64 number = 0;; ++number) {
        if (const int words = heard(); words < 0) {
            return 0;
        } else if (words > 0) {
            std::printf("%.6f %lld %.3f\n", secondsSince(since), static_cast<long long>(facts.transactions),
                        facts.worstMilliseconds);
            std::fflush(stdout);
            since = std::chrono::steady_clock::now();
            facts = WriterFacts();
        }
        const Moment started = std::chrono::steady_clock::now();
        if (const auto written = writeOne(*database, number); !written) {
            std::fprintf(stderr, "%s\n", written.error().toText().toUtf8().constData());
            return 1;
        }
        facts.worstMilliseconds = qMax(facts.worstMilliseconds, 1000 * secondsSince(started));
        ++facts.transactions;
        const double due = static_cast<double>(number + 1) / TransactionsPerSecond - secondsSince(begin);
        if (due > 0)
            std::this_thread::sleep_for(std::chrono::duration<double>(due));
    }
}

Result<WriterProcess> WriterProcess::start(const QString &database)
{
    WriterProcess writer;
    writer.m_process = std::make_unique<QProcess>();
    writer.m_process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    writer.m_process->start(QCoreApplication::applicationFilePath(), {u"write"_qs, database});
    std::this_thread::sleep_for(std::chrono::milliseconds(300)); // until its pace is steady
    if (const auto begun = writer.facts(); !begun)
        return failure(begun.error());
    return writer;
}

Result<WriterFacts> WriterProcess::facts()
{
    m_process->write("\n");
    while (!m_process->canReadLine())
        if (!m_process->waitForReadyRead(20'000))
            return failure(ErrorKind::TimedOut, u"The writing process gives no answer."_qs);
    const QList<QByteArray> words = m_process->readLine().trimmed().split(' ');
    return WriterFacts{words.value(0).toDouble(), words.value(1).toLongLong(), words.value(2).toDouble()};
}

void WriterProcess::stop()
{
    m_process->closeWriteChannel();
    m_process->waitForFinished(10'000);
}

} // namespace pilothouse
