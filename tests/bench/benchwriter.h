// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QProcess>

#include <memory>

namespace pilothouse {

/// What the writer saw between two words to it.
struct WriterFacts
{
    double seconds = 0;
    qint64 transactions = 0;
    double worstMilliseconds = 0; ///< of one transaction, from BEGIN to the end of COMMIT
};

/// The program of the other process: writes 200 transactions a second into a database until its input ends.
/// For each line it prints what it did since the last one.
int runWriter(const QString &database);

/// That program, started.
class WriterProcess
{
public:
    [[nodiscard]] static Result<WriterProcess> start(const QString &database);
    /// What it did since the last call.
    [[nodiscard]] Result<WriterFacts> facts();
    void stop();

private:
    std::unique_ptr<QProcess> m_process;
};

} // namespace pilothouse
