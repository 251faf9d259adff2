// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

namespace pilothouse {

/// The error with the file system that has to be given room, and how much where that is known; as it is where
/// it has another reason. `path` is the file that did not fit; it may be gone by now.
Error withSpaceAdvice(Error error, const QString &path, qint64 bytesWanted = 0);

/// Whether next to nothing is free where the file is; false where that cannot be seen.
bool isDiskFull(const QString &path);

/// The path of an open file as the kernel knows it; empty where it does not.
QString pathOfDescriptor(int descriptor);

} // namespace pilothouse
