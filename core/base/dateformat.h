// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// A day within a year for QLocale::toString(), in the order and with the points of the operator's language:
/// "19 Oct", "19. Okt.".
QString dayPattern();

/// The same with the day of the week and the whole month: "Monday 19 October", "Montag, 19. Oktober".
QString longDayPattern();

} // namespace pilothouse
