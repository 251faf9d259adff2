// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>

namespace pilothouse {

/// The words of a unit's setting such as Environment=, unquoted as systemd does it.
QList<QByteArray> unitWords(const QByteArray &text);

/// The "KEY=value" lines of an environment file, in the language of systemd: comments, quotes, lines that go
/// on after a backslash.
QList<QByteArray> environmentFileLines(const QByteArray &content);

} // namespace pilothouse
