// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QByteArrayView>

namespace pilothouse {

class LogFile;

/// How the characters of a log are written: one byte at a time (ASCII, UTF-8, Latin-1, anything), UTF-16 as
/// its first two bytes say, or each line as a string in a line of JSON, as a container engine keeps it
/// (EngineLine).
enum class LogEncoding { Bytes, Utf16Le, Utf16Be, EngineJson };

constexpr bool isWide(LogEncoding encoding)
{
    return encoding == LogEncoding::Utf16Le || encoding == LogEncoding::Utf16Be;
}
/// Of a log that begins with these bytes; what an engine keeps needs its whole first line.
LogEncoding encodingOf(QByteArrayView head);
LogEncoding encodingOf(const LogFile &file);
/// How many bytes a line end takes: 1 or 2.
qint64 lineEndSize(LogEncoding encoding);

/// Line feeds in bytes that begin at a character; AVX2 counts where the processor has it.
qint64 countLineEnds(QByteArrayView bytes, LogEncoding encoding);
/// Where the first line after `from` begins: past a line end at or after `from`; -1 where there is none.
qsizetype afterFirstLineEnd(QByteArrayView bytes, qsizetype from, LogEncoding encoding);
/// Past the last line end; -1 where there is none.
qsizetype afterLastLineEnd(QByteArrayView bytes, LogEncoding encoding);

/// The same text as UTF-8; bytes, and what an engine wrapped, stay as they are.
QByteArray utf8Of(QByteArrayView bytes, LogEncoding encoding);

} // namespace pilothouse
