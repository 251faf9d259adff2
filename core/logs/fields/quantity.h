// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringView>

#include <compare>
#include <optional>

namespace pilothouse {

/// A number as logs write it, with what it measures: "250ms", "1.5 s", "3 kB", "500".
struct Quantity
{
    enum class Kind { Bare, Time, Size };
    double number = 0; ///< as it is written
    double value = 0;  ///< in milliseconds or bytes; of a bare one the same as `number`
    Kind kind = Kind::Bare;
};

/// Nothing where the text is none. `unit` is meant where the text names none: "us", "ms", "s", "B" or empty.
std::optional<Quantity> quantityOf(QStringView text, QStringView unit = {});

/// Milliseconds with milliseconds, bytes with bytes; where one has no unit, the numbers as they are written.
std::partial_ordering compared(const Quantity &left, const Quantity &right);

} // namespace pilothouse
