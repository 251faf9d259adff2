// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <span>

namespace pilothouse {

/// A limit of 0 is none; a size below 0 is not known, or there is nothing that has one.
enum class MemberUnit {
    Plain,
    Word,
    Bytes,
    Limit,
    Swap,
    Cores,
    Percent,
    Count,
    Seconds,
    Milliseconds,
    Moment
};

/// A member of an answer, and what people call it.
struct Member
{
    const char *name; ///< its key, or "parent.key" where it means something else there
    const char *label;
    MemberUnit unit;
};

/// Ours, in the order in which they are shown.
std::span<const Member> knownMembers();

} // namespace pilothouse
