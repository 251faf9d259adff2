// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/loghighlighters.h"
#include "core/actions/logs/savedfilters.h"
#include "core/base/operationrunner.h"
#include "ui/controllers/operationscontroller.h"

namespace pilothouse {

/// What people keep for the logs of a profile, for the window: filters under names, and highlighters.
/// Everything is read and written off the UI thread.
class LogShelfController final : public QObject
{
    Q_OBJECT
public:
    using Done = std::function<void(const Result<> &result)>;

    LogShelfController(OperationRunner &runner, const SettingsStore &settings, QObject *parent = nullptr);

    /// Another instance; null: none.
    void setSession(const SessionPointer &session);
    /// Reads again: the command line may have changed something.
    void refresh();

    /// Those that are meant for a log format of the profile, and all that people have saved.
    QList<SavedLogFilter> filtersFor(const QString &format) const;
    /// Those that people have saved.
    QList<SavedLogFilter> savedFilters() const;

    /// Each says how it ended, unless this object goes first.
    void saveFilter(const QString &name, const QString &filter, const Done &done);
    void renameFilter(const QString &from, const QString &to, const Done &done);
    void removeFilter(const QString &name, const Done &done);

    const QList<LogHighlighter> &highlighters() const { return m_highlighters; }
    void setHighlighters(const QList<LogHighlighter> &rules, const Done &done);

signals:
    void changed();
    /// Others stand out now.
    void highlightersChanged();

private:
    using Change = std::function<Result<>(const SavedLogFilters &filters, const ServiceProfile &profile)>;
    void change(const QString &title, const Change &change, const Done &done);

    OperationRunner &m_runner;
    const SettingsStore &m_settings;
    SessionPointer m_session;
    QList<SavedLogFilter> m_filters;
    QList<LogHighlighter> m_highlighters;
};

} // namespace pilothouse
