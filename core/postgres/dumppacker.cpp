// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/postgres/dumppacker.h"

#include "core/files/sha256.h"
#include "core/files/writebehind.h"
#include "core/files/zstdstream.h"

namespace pilothouse {
namespace {

constexpr int DumpLevel = 3;
constexpr std::size_t PackBytes = 256 << 10;
constexpr qsizetype KeptBytes = 16 << 10;

/// The pipe is closed with this function, whichever way it ends.
Result<PackedDump> packAll(NativeFile pipe, NativeFile file)
{
    PackedDump packed;
    Sha256 hash;
    WriteBehind behind(file.descriptor());
    ZstdPacker packer(DumpLevel, [&](const char *data, qsizetype bytes) {
        hash.add(data, bytes);
        packed.bytes += bytes;
        auto written = file.writeAll(data, static_cast<std::size_t>(bytes));
        behind.wroteUpTo(packed.bytes);
        return written;
    });
    std::vector<char> buffer(PackBytes);
    while (true) {
        const auto got = pipe.read(buffer.data(), buffer.size());
        if (!got)
            return failure(got.error());
        if (*got == 0)
            break;
        packed.beginning.append(buffer.data(), qMin<qsizetype>(*got, KeptBytes - packed.beginning.size()));
        if (auto added = packer.add(buffer.data(), *got); !added)
            return failure(added.error());
    }
    if (auto finished = packer.finish(); !finished)
        return failure(finished.error());
    behind.finish();
    auto digest = file.finish().and_then([&] { return hash.result(); });
    if (!digest)
        return failure(digest.error());
    packed.sha256 = std::move(*digest);
    return packed;
}

} // namespace

Result<DumpPacker> DumpPacker::start(NativeFile pipe, const QString &file)
{
    auto made = NativeFile::create(file);
    if (!made)
        return failure(made.error());
    return DumpPacker(std::async(std::launch::async, packAll, std::move(pipe), std::move(*made)));
}

} // namespace pilothouse
