// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"

#include <QByteArray>
#include <QList>

namespace pilothouse {

/// "KEY=value" lines as entries; the value of a secret is dropped here and goes no further.
QList<EnvironmentEntry> environmentEntries(const QList<QByteArray> &lines);

} // namespace pilothouse
