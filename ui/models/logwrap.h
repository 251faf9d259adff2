// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QList>
#include <QStringView>

namespace pilothouse {

/// Where the lines of a text begin when it is wrapped at so many cells of a fixed-width font; wide characters
/// take two. At least one line.
QList<qsizetype> wrapStarts(QStringView text, int cells);

/// How many lines that makes; quicker.
int wrapCount(QStringView text, int cells);

} // namespace pilothouse
