// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/files/zstdstream.h"
#include "core/process/processrunner.h"

#include <variant>

namespace pilothouse {

/// A pipe as a pair of files, as large as the kernel lets us make it.
struct DumpPipe
{
    NativeFile reading;
    NativeFile writing;

    [[nodiscard]] static Result<DumpPipe> make();
};

/// An archive of pg_dump as pg_restore has to see it, whether its file is packed with zstd or not; of one in
/// directory format, its table of contents.
class DumpFile
{
public:
    [[nodiscard]] static Result<DumpFile> open(const QString &path);

    bool isPacked() const { return std::holds_alternative<ZstdReader>(m_source); }
    /// 0 at the end. BadData where it is packed and damaged.
    [[nodiscard]] Result<qint64> read(char *buffer, std::size_t bytes);

private:
    using Source = std::variant<NativeFile, ZstdReader>;
    explicit DumpFile(Source source)
        : m_source(std::move(source))
    {
    }

    Source m_source;
};

/// The first bytes of the archive, as many as its header may take; fewer where it has no more that are sound.
[[nodiscard]] Result<QByteArray> dumpBeginning(const QString &path);

/// Whether the file is packed, and pg_restore therefore reads it from a pipe.
[[nodiscard]] Result<bool> isPackedDump(const QString &path);

/// How much of a packed archive has to be sound.
enum class DumpReading {
    AsNeeded, ///< what the program takes
    Whole,    ///< all of it, whatever the program takes
};

/// Runs pg_restore on an archive, file or folder, whose path comes last among its arguments; a packed one it
/// gets unpacked through its standard input. BadData where that cannot be unpacked; a non-zero exit is a
/// value.
[[nodiscard]] Result<ProcessOutput> runOnDump(CommandLine command, const QString &file, DumpReading reading,
                                              const OperationContext &context);

} // namespace pilothouse
