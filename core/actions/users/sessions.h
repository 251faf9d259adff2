// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

namespace pilothouse {

class Catalogue;

/// Adds sessions.end: nobody is signed in any longer, whatever tokens were given out.
void addSessionActions(Catalogue &catalogue);

} // namespace pilothouse
