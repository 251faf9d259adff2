// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>

namespace pilothouse {

/// The name of the user whom this program runs as.
QString osUser();

/// That user, and who logged in where it is somebody else: "root (login alice)".
QString actorName();

/// This machine, and the address of the SSH client where there is one: "ops1 from 10.0.0.7".
QString workstationName();

} // namespace pilothouse
