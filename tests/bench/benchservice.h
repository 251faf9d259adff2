// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/console.h"
#include "app/demo/demo.h"
#include "tests/bench/measure.h"

#include <QTemporaryDir>

namespace pilothouse {

/// The demo service with a database of the wanted size, as an instance with a state folder of its own.
class BenchService
{
public:
    [[nodiscard]] static Result<std::unique_ptr<BenchService>> create(const BenchOptions &options);
    ~BenchService();

    DemoEnvironment &demo() { return *m_demo; }
    /// Backups are written in this form from now on.
    [[nodiscard]] Result<> setFormat(const QString &archiveFormat);
    /// Plans the action and runs it with everything that it asks for; a run that is not done is an error.
    [[nodiscard]] Result<RunReport> run(const QString &action, const QJsonObject &arguments);
    QString folder() const { return m_folder->path(); }
    QString stateFolder() const { return m_folder->filePath(u"state"_qs); }
    /// Seconds of planning, and of each step, of the last run: "archive 3.2".
    const QStringList &timings() const { return m_timings; }

private:
    BenchService() = default;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::optional<DemoEnvironment> m_demo;
    std::unique_ptr<Console> m_console;
    QStringList m_timings;
};

} // namespace pilothouse
