// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QStringList>

namespace pilothouse {

/// The one that `word` may have been meant for: at most a third of its letters differ. Empty: none is near.
QString nearestWord(const QString &word, const QStringList &known);

} // namespace pilothouse
