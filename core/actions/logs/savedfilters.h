// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/profile/serviceprofile.h"

#include <QCoreApplication>

namespace pilothouse {

class SettingsStore;

/// A filter of logs under a name.
struct SavedLogFilter
{
    QString name;
    QString filter;      ///< in the language of LogFilter
    QString id = {};     ///< of the profile's own ones: of the question that it belongs to
    QString format = {}; ///< and the log format that it is meant for

    bool isOfProfile() const { return !id.isEmpty(); }
    bool operator==(const SavedLogFilter &) const = default;
};

/// The filters that people have saved for a profile, for every instance of it, and those that its questions
/// bring along. Blocking; from any thread but the UI's.
class SavedLogFilters
{
    Q_DECLARE_TR_FUNCTIONS(SavedLogFilters)
public:
    static constexpr qsizetype LongestName = 60;
    static constexpr qsizetype Most = 200;

    explicit SavedLogFilters(const SettingsStore &settings)
        : m_settings(settings)
    {
    }

    /// Those of the profile first, then the saved ones by name.
    [[nodiscard]] Result<QList<SavedLogFilter>> list(const ServiceProfile &profile) const;
    /// By its name, or the id of a question; NotFound says which there are.
    [[nodiscard]] Result<SavedLogFilter> find(const ServiceProfile &profile, const QString &name) const;
    /// In place of one of that name that was saved before. BadInput where it is no filter, or no name.
    [[nodiscard]] Result<> save(const ServiceProfile &profile, const QString &name,
                                const QString &filter) const;
    /// Refused where there is one of the new name already.
    [[nodiscard]] Result<> rename(const ServiceProfile &profile, const QString &from,
                                  const QString &to) const;
    [[nodiscard]] Result<> remove(const ServiceProfile &profile, const QString &name) const;

private:
    [[nodiscard]] Result<QList<SavedLogFilter>> saved(const ServiceProfile &profile) const;
    [[nodiscard]] Result<> write(const ServiceProfile &profile, const QList<SavedLogFilter> &filters) const;
    /// As it is kept; Refused for one of the profile's own.
    [[nodiscard]] static Result<QString> checkedName(const ServiceProfile &profile, const QString &name);

    const SettingsStore &m_settings;
};

/// The filters that the questions of a profile have.
QList<SavedLogFilter> filtersOf(const ServiceProfile &profile);

/// What a saved filter and another one ask for together; each may be empty.
QString joinedFilters(const QString &saved, const QString &more);

} // namespace pilothouse
