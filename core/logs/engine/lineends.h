// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pilothouse {

/// How the characters of a log are written: one byte at a time (ASCII, UTF-8, Latin-1, anything), or UTF-16
/// as its first two bytes say.
enum class LogEncoding { Bytes, Utf16Le, Utf16Be };

LogEncoding encodingOf(QByteArrayView head);
/// How many bytes a line end takes: 1 or 2.
qint64 lineEndSize(LogEncoding encoding);

/// Line feeds in bytes that begin at a character; AVX2 counts where the processor has it.
qint64 countLineEnds(QByteArrayView bytes, LogEncoding encoding);
/// Where the first line after `from` begins: past a line end at or after `from`; -1 where there is none.
qsizetype afterFirstLineEnd(QByteArrayView bytes, qsizetype from, LogEncoding encoding);
/// Past the last line end; -1 where there is none.
qsizetype afterLastLineEnd(QByteArrayView bytes, LogEncoding encoding);

/// The same text as UTF-8; bytes stay as they are.
QByteArray utf8Of(QByteArrayView bytes, LogEncoding encoding);

} // namespace pilothouse
