// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/userpane.h"

namespace pilothouse {

class UsersController;

/// What a delete of the chosen user would take, as far as it has been read.
DeletePreview previewOf(const UsersController &controller);

} // namespace pilothouse
