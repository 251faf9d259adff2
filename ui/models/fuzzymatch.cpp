// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/fuzzymatch.h"

#include <QStringList>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int AtStart = 60;
constexpr int AtWord = 40;
constexpr int Inside = 20;
constexpr int Scattered = 4;

bool startsWord(const QString &text, qsizetype at)
{
    return at == 0 || !text.at(at - 1).isLetterOrNumber();
}

/// The piece at its best place: the beginning of a word before the middle of one.
qsizetype bestPlace(const QString &word, const QString &text)
{
    const qsizetype first = text.indexOf(word, 0, Qt::CaseInsensitive);
    for (qsizetype at = first; at >= 0; at = text.indexOf(word, at + 1, Qt::CaseInsensitive)) {
        if (startsWord(text, at))
            return at;
    }
    return first;
}

std::optional<FuzzyMatch> scattered(const QString &word, const QString &text)
{
    FuzzyMatch match;
    qsizetype at = 0;
    qsizetype last = -2;
    for (const QChar letter : word) {
        at = text.indexOf(letter, at, Qt::CaseInsensitive);
        if (at < 0)
            return std::nullopt;
        match.score += at == last + 1 ? 3 : startsWord(text, at) ? 2 : -1;
        match.positions << static_cast<int>(at);
        last = at++;
    }
    // Letters from all over a long text are chance, not a hit.
    if (last - match.positions.first() > 4 * word.size())
        return std::nullopt;
    match.score += Scattered;
    return match;
}

std::optional<FuzzyMatch> matchWord(const QString &word, const QString &text)
{
    const qsizetype at = bestPlace(word, text);
    if (at < 0)
        return word.size() < 2 ? std::nullopt : scattered(word, text);
    FuzzyMatch match;
    match.score = at == 0 ? AtStart : startsWord(text, at) ? AtWord : Inside;
    match.score += static_cast<int>(std::min<qsizetype>(word.size(), 20));
    for (qsizetype letter = 0; letter < word.size(); ++letter)
        match.positions << static_cast<int>(at + letter);
    return match;
}

} // namespace

std::optional<FuzzyMatch> fuzzyMatch(const QString &typed, const QString &text)
{
    FuzzyMatch all;
    for (const QString &word : typed.split(u' ', Qt::SkipEmptyParts)) {
        const auto match = matchWord(word, text);
        if (!match)
            return std::nullopt;
        all.score += match->score;
        all.positions << match->positions;
    }
    std::sort(all.positions.begin(), all.positions.end());
    all.positions.erase(std::unique(all.positions.begin(), all.positions.end()), all.positions.end());
    // Of two that fit alike the shorter is meant; without a word everything stays in its order.
    if (!all.positions.isEmpty())
        all.score -= static_cast<int>(std::min<qsizetype>(text.size() / 8, 10));
    return all;
}

} // namespace pilothouse
