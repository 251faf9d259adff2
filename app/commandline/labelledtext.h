// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QJsonObject>
#include <QStringList>

namespace pilothouse {

/// An answer as people read it: a line for each member with its label and unit, what stands in it below, and
/// a list of objects as a small table where that fits. Controls of foreign text are made visible.
QStringList labelledLines(const QJsonObject &object);

} // namespace pilothouse
