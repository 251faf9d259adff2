// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineindex.h"
#include "core/logs/logfile.h"

#include <QString>

#include <optional>

namespace pilothouse {

/// Indexes of logs that were open before, in a folder of the cache. One is believed where the file still is
/// the same one and has the same first and last block; what was appended since is for the indexer. Safe from
/// any thread and process. Failing to keep one is no failure: the next opening takes longer.
class LineIndexStore
{
public:
    /// `folder` is made when needed; empty keeps nothing.
    explicit LineIndexStore(QString folder);

    std::optional<LineIndex> find(const LogFile &file) const;
    void keep(const LogFile &file, const LineIndex &index) const;

private:
    QString pathFor(const LogFile &file) const;
    void removeOldest() const;

    QString m_folder;
};

} // namespace pilothouse
