// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/paletteentry.h"

#include "ui/models/fuzzymatch.h"

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int ByOtherWords = 15; // a hit in the title is worth more than one beside it

std::optional<PaletteHit> hitOf(const QString &typed, const PaletteEntry &entry)
{
    if (const auto match = fuzzyMatch(typed, entry.title))
        return PaletteHit{entry, match->positions, match->score};
    // Beside the title only whole pieces count: letters from all over would find anything.
    const QString all = entry.title + u' ' + entry.words;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        if (!all.contains(word, Qt::CaseInsensitive))
            return std::nullopt;
    }
    return PaletteHit{entry, {}, ByOtherWords};
}

} // namespace

QList<PaletteHit> paletteHits(const QString &typed, const QList<PaletteEntry> &entries,
                              const QStringList &recent, qsizetype most)
{
    QList<PaletteHit> hits;
    for (const PaletteEntry &entry : entries) {
        auto hit = hitOf(typed, entry);
        if (!hit)
            continue;
        if (const qsizetype place = recent.indexOf(entry.id()); place >= 0)
            hit->score += 30 - static_cast<int>(std::min<qsizetype>(place, 25));
        hits << *hit;
    }
    std::stable_sort(hits.begin(), hits.end(),
                     [](const PaletteHit &a, const PaletteHit &b) { return a.score > b.score; });
    return hits.size() > most ? hits.first(most) : hits;
}

} // namespace pilothouse
