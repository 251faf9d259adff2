// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

/// What may move. Still: nothing turns and nothing fades, for tests and pictures. Reduced: the desktop asks
/// for calm, and the turning arc becomes an hourglass.
enum class Motion { Full, Reduced, Still };

/// Set by Theme, on the UI thread; Still until then.
void setMotion(Motion motion);
Motion currentMotion();

/// How far the turning arc is turned now, in degrees; one turn takes 1.2 s.
double arcAngle();

/// The pause between two pictures of the arc, in milliseconds; 0: it does not turn.
int arcInterval();

/// How long a hover or toast takes to fade, in milliseconds; 0: at once.
int fadeDuration();

} // namespace pilothouse
