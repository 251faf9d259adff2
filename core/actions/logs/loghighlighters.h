// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/logs/logsearch.h"
#include "core/profile/serviceprofile.h"

#include <QCoreApplication>

namespace pilothouse {

class SettingsStore;

/// A text that is to stand out in logs, under a name.
struct LogHighlighter
{
    static constexpr int Colors = 4;

    QString name;
    LogQuery query;
    int color = 0; ///< from 0 on, below Colors
    bool isOn = true;

    bool operator==(const LogHighlighter &) const = default;
};

/// The highlighters of a profile, for every instance of it. Blocking; from any thread but the UI's.
class LogHighlighters
{
    Q_DECLARE_TR_FUNCTIONS(LogHighlighters)
public:
    static constexpr qsizetype Most = 12;

    explicit LogHighlighters(const SettingsStore &settings)
        : m_settings(settings)
    {
    }

    [[nodiscard]] Result<QList<LogHighlighter>> list(const ServiceProfile &profile) const;
    /// All of them anew; BadInput where one finds nothing that can be read, with its name.
    [[nodiscard]] Result<> set(const ServiceProfile &profile, const QList<LogHighlighter> &rules) const;

private:
    const SettingsStore &m_settings;
};

} // namespace pilothouse
