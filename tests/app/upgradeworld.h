// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/app/cliworld.h"

/// What the engine says of a container or an image.
QByteArray inspected(const QString &container, const QString &format);

/// An image made from the testbed's; its name, or nothing where it cannot be made.
QString upgradeImage(const QString &name, const QByteArray &lines);

/// An image of the next version that works.
QString goodUpgrade();

/// Rows of images that must not stay: "lines" is what each has that the testbed's has not.
void addFailingUpgrades();
