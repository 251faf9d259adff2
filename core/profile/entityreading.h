// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/profile/profileentity.h"
#include "core/profile/profilereader.h"

namespace pilothouse {

/// The member "entities" of a profile; what is wrong with it goes to the reader's problems.
QList<ProfileEntity> readEntities(const ObjectReader &root);

} // namespace pilothouse
