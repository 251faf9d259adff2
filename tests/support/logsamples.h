// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/logs/logsource.h"
#include "core/profile/serviceprofile.h"

#include <QByteArray>
#include <QList>

#include <functional>

namespace pilothouse {

/// "2026-11-20 21:57:36.706 +00:00 [DBG] app·part/Name: 'text' { … }", continuation lines below.
ProfileLogFormat sampleFileFormat();
/// "21:57:36.706 INF app·part/Name text {": a time without a date.
ProfileLogFormat sampleConsoleFormat();

/// One record of the file format with a sequence number in its message; every fifth has three further lines.
QByteArray sampleRecord(int sequence);
/// The number that sampleRecord() put in; -1 for any other message.
int sequenceOf(const QString &message);

/// Those from one number up to before another.
QByteArray sampleRecords(int from, int to);

/// Those from one number up to before another as `make` writes one, every one or every so many.
QByteArray recordsFrom(int from, int to, const std::function<QByteArray(int sequence)> &make, int step = 1);

/// When the record with sequence number 0 was written, and how long after it the next one is.
QDateTime beginningOfTimedSamples();
constexpr int TimedSampleMs = 700;
/// How a record of the file format begins that has a time of its own: "… [ERR] app·runtime/Part: 'Step 7' {".
QByteArray timedRecordHead(int sequence, const QByteArray &level, const QByteArray &part);

/// A log file in the file format, with its rotations as path.1 and so on.
LogSource sampleSource(const QString &id, const QString &path);

/// More than 500 lines that try to do something to a terminal, a widget or a reader.
QList<QByteArray> hostileLines();
/// True where nothing in the text could have an effect: no controls but tab and newline, no overrides.
bool isHarmless(const QString &text);

} // namespace pilothouse
