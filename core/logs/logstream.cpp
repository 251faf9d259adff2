// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logstream.h"

namespace pilothouse {

LogSource keptIn(const LogSource &source, LogStream &stream, const OperationContext &context)
{
    const std::optional<KeptLog> kept = stream.kept(context);
    if (!kept)
        return source;
    LogSource file = source;
    file.kind = QStringLiteral("file");
    file.path = kept->path;
    file.rotated = QStringLiteral("{path}.{n}");
    file.keep = kept->rotations;
    return file;
}

} // namespace pilothouse
