// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/postgres/connectiontext.h"
#include "core/postgres/dumpstream.h"

namespace pilothouse {

/// Who loads rows, and how many at a time.
struct RowLoading
{
    const GivenConnection &given;
    QString session; ///< what the server calls our sessions
    int jobs = 1;
};

/// Copies the rows of an archive into tables that are there, are empty and have neither keys nor triggers
/// yet. All sessions take from the same stream, so that one large table keeps them all at work; the rows of a
/// table then lie in pieces of a megabyte that may have changed places.
[[nodiscard]] Result<> loadRows(const RowLoading &loading, DumpStream &stream,
                                const OperationContext &context);

} // namespace pilothouse
