// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QTest>

namespace pilothouse {

/// The whole content of a file; fails the test where it cannot be read.
QByteArray readAll(const QString &path);

/// Writes a file, making its folder.
void writeAll(const QString &path, const QByteArray &content);

/// A clock that stands where the test puts it.
class ManualClock final : public Clock
{
public:
    explicit ManualClock(QDateTime start = QDateTime(QDate(2026, 11, 20), QTime(22, 0), Qt::UTC));
    QDateTime now() const override { return m_now; }
    void set(const QDateTime &now) { m_now = now; }
    void advance(std::chrono::milliseconds by) { m_now = m_now.addMSecs(by.count()); }

private:
    QDateTime m_now;
};

} // namespace pilothouse

/// Fails with the error's own text where a Result holds none of its value.
#define QVERIFY_RESULT(expression)                                                                           \
    do {                                                                                                     \
        const auto &pilothouseResult = (expression);                                                         \
        if (!pilothouseResult.has_value())                                                                   \
            QFAIL(qPrintable(pilothouseResult.error().toText()));                                            \
    } while (false)

/// Skips where a machine lacks something that the test needs; in CI, where nothing may be missing, it fails.
#define PILOTHOUSE_REQUIRE(condition, reason)                                                                \
    do {                                                                                                     \
        if (!(condition)) {                                                                                  \
            if (qEnvironmentVariableIsSet("PILOTHOUSE_NO_SKIP"))                                             \
                QFAIL(reason);                                                                               \
            QSKIP(reason);                                                                                   \
        }                                                                                                    \
    } while (false)
