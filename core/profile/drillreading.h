// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/checkrules.h"

namespace pilothouse {

/// The member "drill" of a profile; what is wrong with it goes to the reader's problems.
ProfileDrill readDrill(const ObjectReader &root);

/// Checks of what a profile says of its drill: addresses, and SELECTs that ask for the marker.
class DrillChecks : private CheckRules
{
public:
    using CheckRules::CheckRules;

    void checkDrill();

private:
    void checkMarker(const ProfileMarker &marker, const QString &pointer);
    void checkNewest(const ProfileNewest &newest, const QString &pointer);
};

} // namespace pilothouse
