// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace pilothouse {

/// What may stand in a filter instead of the word that is being written.
struct FilterCompletion
{
    qsizetype begin = 0; ///< of that word
    QString word;        ///< as far as it is written
    QStringList choices; ///< whole words that begin with it, sorted
};

/// `fields`: names that records have beside those that all of them have. Nothing within quotation marks.
FilterCompletion completeFilter(const QString &text, qsizetype cursor, const QStringList &fields);

} // namespace pilothouse
