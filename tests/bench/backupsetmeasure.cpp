// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/bench/benchservice.h"
#include "tests/bench/measures.h"
#include "tests/bench/programs.h"

#include <QDir>

namespace pilothouse {

namespace {

struct Sides
{
    QList<double> peer;
    QList<double> gzip;
    QList<double> zstd;
    double peerBytes = 0;
    double gzipBytes = 0;
    double zstdBytes = 0;
};

/// What an operator's script does: the shell's .backup of every database, then tar czf of them and the
/// folder.
Result<double> runPeer(BenchService &service, double &bytes)
{
    const QString data = service.demo().dataDirectory();
    const QString folder = service.folder() + u"/peer"_qs;
    QDir(folder).removeRecursively();
    QDir().mkpath(folder + u"/data"_qs);
    const QString archive = folder + u"/backup.tar.gz"_qs;
    auto seconds = secondsOf([&]() -> Result<> {
        for (const QString &name : {u"portagent.db"_qs, u"agentx.db"_qs, u"queue.db"_qs}) {
            const auto copied = secondsOf(
                u"sqlite3"_qs, {data + u"/data/"_qs + name, u".backup '%1/data/%2'"_qs.arg(folder, name)});
            if (!copied)
                return failure(copied.error());
        }
        const auto packed = secondsOf(
            u"tar"_qs, {u"czf"_qs, archive, u"-C"_qs, folder, u"data"_qs, u"-C"_qs, data, u"containers"_qs});
        if (!packed)
            return failure(packed.error());
        return {};
    });
    bytes = static_cast<double>(QFileInfo(archive).size());
    QDir(folder).removeRecursively();
    return seconds;
}

Result<double> runOurs(BenchService &service, const QString &format, double &bytes)
{
    if (auto set = service.setFormat(format); !set)
        return failure(set.error());
    Result<RunReport> report = failure(ErrorKind::Internal, QString());
    auto seconds = secondsOf([&]() -> Result<> {
        report = service.run(u"backup.create"_qs, {});
        return report ? Result<>() : failure(report.error());
    });
    if (!seconds)
        return seconds;
    bytes = report->outputs.value(u"archive"_qs).toObject().value(u"bytes"_qs).toDouble();
    QDir(report->outputs.value(u"publish"_qs).toObject().value(u"folder"_qs).toString()).removeRecursively();
    return seconds;
}

} // namespace

Result<Measurement> measureBackupSet(const BenchOptions &options)
{
    const auto service = BenchService::create(options);
    if (!service)
        return failure(service.error());
    Measurement result{u"Backup set, end to end: copied, hashed, packed, manifest, verified"_qs, {}, {}, {}};
    Sides sides;
    for (int round = 0; round < options.rounds; ++round) {
        const auto peer = runPeer(**service, sides.peerBytes);
        const auto gzip = runOurs(**service, u"tar.gz"_qs, sides.gzipBytes);
        if (round == 0)
            result.notes << u"tar.gz: "_qs + (*service)->timings().join(u", "_qs);
        const auto zstd = runOurs(**service, u"tar.zst"_qs, sides.zstdBytes);
        if (round == 0)
            result.notes << u"tar.zst: "_qs + (*service)->timings().join(u", "_qs);
        for (const auto &side : {peer, gzip, zstd})
            if (!side)
                return failure(side.error());
        sides.peer << *peer;
        sides.gzip << *gzip;
        sides.zstd << *zstd;
    }
    const auto best = Figure::Best::High;
    result.figures = {
        {u"sqlite3 .backup and tar czf"_qs, medianOf(sides.peer), u"s"_qs},
        {u"tar.gz"_qs, medianOf(sides.gzip), u"s"_qs},
        {u"tar.zst"_qs, medianOf(sides.zstd), u"s"_qs},
        {u"peer / tar.gz"_qs, medianRatio(sides.peer, sides.gzip), u"x"_qs, 2.3, 5.0, best},
        {u"peer / tar.zst"_qs, medianRatio(sides.peer, sides.zstd), u"x"_qs, {}, 10.0, best},
        {u"size of tar.gz / the peer's"_qs, sides.gzipBytes / sides.peerBytes, u"x"_qs, {}, 1.0},
        {u"size of tar.zst / the peer's"_qs, sides.zstdBytes / sides.peerBytes, u"x"_qs, {}, 0.9},
    };
    return result;
}

} // namespace pilothouse
