// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/logshelfcontroller.h"

#include "core/instances/instancesession.h"

namespace pilothouse {

LogShelfController::LogShelfController(OperationRunner &runner, const SettingsStore &settings,
                                       QObject *parent)
    : QObject(parent)
    , m_runner(runner)
    , m_settings(settings)
{
}

void LogShelfController::setSession(const SessionPointer &session)
{
    m_session = session;
    m_filters.clear();
    m_highlighters.clear();
    emit changed();
    emit highlightersChanged();
    refresh();
}

void LogShelfController::refresh()
{
    if (!m_session)
        return;
    m_runner.run(
        tr("Reading what is saved for logs"), this,
        [&settings = m_settings, session = m_session](const OperationContext &) {
            return SavedLogFilters(settings).list(session->profile());
        },
        [this, session = m_session](const Result<QList<SavedLogFilter>> &filters) {
            if (session != m_session || !filters)
                return;
            m_filters = *filters;
            emit changed();
        });
    m_runner.run(
        tr("Reading what is saved for logs"), this,
        [&settings = m_settings, session = m_session](const OperationContext &) {
            return LogHighlighters(settings).list(session->profile());
        },
        [this, session = m_session](const Result<QList<LogHighlighter>> &rules) {
            if (session != m_session || !rules || *rules == m_highlighters)
                return;
            m_highlighters = *rules;
            emit highlightersChanged();
        });
}

QList<SavedLogFilter> LogShelfController::filtersFor(const QString &format) const
{
    QList<SavedLogFilter> fitting;
    for (const SavedLogFilter &one : m_filters) {
        if (!one.isOfProfile() || one.format == format)
            fitting.append(one);
    }
    return fitting;
}

QList<SavedLogFilter> LogShelfController::savedFilters() const
{
    QList<SavedLogFilter> saved;
    for (const SavedLogFilter &one : m_filters) {
        if (!one.isOfProfile())
            saved.append(one);
    }
    return saved;
}

void LogShelfController::change(const QString &title, const Change &change, const Done &done)
{
    if (!m_session)
        return;
    m_runner.run(
        title, this,
        [&settings = m_settings, session = m_session, change](const OperationContext &) {
            return change(SavedLogFilters(settings), session->profile());
        },
        [this, done](const Result<> &result) {
            refresh();
            done(result);
        });
}

void LogShelfController::setHighlighters(const QList<LogHighlighter> &rules, const Done &done)
{
    change(
        tr("Saving the highlighters"),
        [&settings = m_settings, rules](const SavedLogFilters &, const ServiceProfile &profile) {
            return LogHighlighters(settings).set(profile, rules);
        },
        done);
}

void LogShelfController::saveFilter(const QString &name, const QString &filter, const Done &done)
{
    change(
        tr("Saving a filter"),
        [name, filter](const SavedLogFilters &filters, const ServiceProfile &profile) {
            return filters.save(profile, name, filter);
        },
        done);
}

void LogShelfController::renameFilter(const QString &from, const QString &to, const Done &done)
{
    change(
        tr("Renaming a filter"),
        [from, to](const SavedLogFilters &filters, const ServiceProfile &profile) {
            return filters.rename(profile, from, to);
        },
        done);
}

void LogShelfController::removeFilter(const QString &name, const Done &done)
{
    change(
        tr("Removing a filter"),
        [name](const SavedLogFilters &filters, const ServiceProfile &profile) {
            return filters.remove(profile, name);
        },
        done);
}

} // namespace pilothouse
