// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/boottime.h"

#include <QFile>

#include <ctime>

namespace pilothouse {

namespace {

qint64 millisecondsOf(clockid_t clock)
{
    timespec now{};
    if (::clock_gettime(clock, &now) != 0)
        return 0;
    return static_cast<qint64>(now.tv_sec) * 1000 + now.tv_nsec / 1'000'000;
}

} // namespace

BootTime bootTimeNow()
{
    QFile file(QStringLiteral("/proc/sys/kernel/random/boot_id"));
    const QString boot =
        file.open(QIODevice::ReadOnly) ? QString::fromLatin1(file.readAll().trimmed()) : QString();
    return {boot, millisecondsOf(CLOCK_MONOTONIC), millisecondsOf(CLOCK_BOOTTIME)};
}

} // namespace pilothouse
