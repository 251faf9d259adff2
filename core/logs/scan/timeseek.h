// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/engine/lineblocks.h"
#include "core/logs/filter/logfilter.h"
#include "core/logs/history/logextent.h"
#include "core/logs/logparser.h"

namespace pilothouse {

/// Which part of a file may hold records of a time range, found by halving: a few reads, whatever its size.
/// Records are taken to stand in the order of their times, give or take 64 KiB of the file. All of it where
/// no times can be read.
ByteRange rangeOf(const LogPart &part, const LogParser &parser, const LogTimeRange &times);

} // namespace pilothouse
