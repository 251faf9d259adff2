// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArrayView>
#include <QString>

namespace pilothouse {

/// A line of a log as harmless text: invalid UTF-8 becomes U+FFFD, colour sequences (SGR) are dropped, a CR
/// at the end is dropped, every other control, escape and override stands there visibly as "\u{001B}".
QString logLineText(QByteArrayView line);

} // namespace pilothouse
