// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QString>

#include <optional>

namespace pilothouse {

/// How well a text fits what was typed, and which of its letters did.
struct FuzzyMatch
{
    int score = 0;        ///< higher is better
    QList<int> positions; ///< sorted; empty where nothing was typed

    bool operator==(const FuzzyMatch &) const = default;
};

/// Every word that was typed must be in the text: as a piece of it, or else with its letters in this order.
/// Beginnings of words count most. Ignores case. Nothing where it does not fit.
std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text);

} // namespace pilothouse
