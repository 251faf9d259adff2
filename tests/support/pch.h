// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/pch.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
