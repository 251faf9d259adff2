// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchlog.h"

#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTimeZone>

#include <array>
#include <random>

namespace pilothouse {

namespace {

constexpr int BlockLines = 100000;
constexpr qint64 WholeTime = 12 * 3600 * 1000; // from the first line to the last

/// A line without its time, which differs from block to block.
QByteArray lineBody(std::mt19937_64 &random)
{
    static const std::array<const char *, 6> Components{"http.server", "session.manager", "tool.runner",
                                                        "db.pool",     "stream.sse",      "queue.consumer"};
    const bool isError = random() % 110 == 0;
    QByteArray line = isError ? " [ERROR] [worker-" : " [INFO ] [worker-";
    line += QByteArray::number(random() % 8) + "] " + Components.at(random() % Components.size()) + " - ";
    line += isError ? "upstream request failed target=127.0.0.1:8080 attempt="
                    : "request completed path=/api/v1/jobs/";
    line += QByteArray::number(random() % 100000) + " duration_ms=" + QByteArray::number(random() % 900);
    line += " correlation_id=" + QByteArray::number(static_cast<quint64>(random()), 16);
    return line + '\n';
}

Result<> writeLog(QFile &file, qint64 bytes)
{
    std::mt19937_64 random(20260101);
    QList<QByteArray> bodies;
    for (int number = 0; number < BlockLines; ++number)
        bodies.append(lineBody(random));
    QDateTime time(QDate(2026, 1, 1), QTime(0, 0), QTimeZone::utc());
    const qint64 blocks = bytes / (qint64{BlockLines} * 125) + 1;
    QByteArray block;
    for (qint64 written = 0; written < bytes; written += block.size()) {
        block.clear();
        for (int number = 0; number < BlockLines; ++number) {
            if (number % 1000 == 0)
                time = time.addMSecs(WholeTime / blocks / (BlockLines / 1000));
            block += time.toString(u"yyyy-MM-dd HH:mm:ss."_qs).toLatin1()
                     + QByteArray::number(1000 + number % 1000).last(3) + bodies.at(number);
        }
        block.truncate(block.lastIndexOf('\n', std::min<qint64>(block.size(), bytes - written) - 1) + 1);
        if (block.isEmpty())
            break;
        if (file.write(block) != block.size())
            return failure(ErrorKind::NoSpace, u"The log of the measurement cannot be written."_qs);
    }
    return {};
}

} // namespace

Result<QString> benchLog(const QString &folder, qint64 bytes)
{
    const QString path = u"%1/log-%2.log"_qs.arg(folder).arg(bytes);
    if (QFile::exists(path))
        return path;
    QDir().mkpath(folder);
    QFile file(path + u".begun"_qs);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorKind::Refused, u"%1 cannot be written."_qs.arg(file.fileName()));
    if (const auto written = writeLog(file, bytes); !written)
        return failure(written.error());
    file.close();
    file.rename(path);
    return path;
}

QString benchLogPattern()
{
    return u"2026-01-01 03:[0-5][0-9]:[0-9.]+ .*correlation_id=[0-9a-f]*7f[0-9a-f]*"_qs;
}

} // namespace pilothouse
