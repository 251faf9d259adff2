// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDateTime>

namespace pilothouse {

/// In which zone times are shown to people. What is stored or exported never depends on it.
enum class ShownZone { Local, Utc };

/// One for the whole process, like the default QLocale; safe from any thread.
ShownZone shownZone();
void setShownZone(ShownZone zone);

/// The moment in the zone in which times are shown.
QDateTime shownTime(const QDateTime &moment);
QDateTime shownNow();

} // namespace pilothouse
