// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/savedfilters.h"

#include "core/logs/filter/logfilter.h"
#include "core/settings/settingsstore.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

namespace pilothouse {

namespace {

QString settingOf(const ServiceProfile &profile)
{
    return QStringLiteral("log-filters/") + profile.id;
}

auto savedUnder(QList<SavedLogFilter> &filters, const QString &name)
{
    return std::find_if(filters.begin(), filters.end(), [&name](const SavedLogFilter &one) {
        return one.name.compare(name, Qt::CaseInsensitive) == 0;
    });
}

tl::unexpected<Error> noSuchFilter(const QString &name, const QList<SavedLogFilter> &filters)
{
    QStringList names;
    for (const SavedLogFilter &one : filters)
        names.append(one.name);
    return failure(Error{ErrorKind::NotFound,
                         name,
                         SavedLogFilters::tr("No filter is saved under the name “%1”.").arg(name),
                         names.isEmpty() ? SavedLogFilters::tr("None is saved for this profile yet.")
                                         : SavedLogFilters::tr("There are: %1.").arg(names.join(u", ")),
                         {}});
}

} // namespace

QList<SavedLogFilter> filtersOf(const ServiceProfile &profile)
{
    QList<SavedLogFilter> filters;
    for (const ProfileLogFormat &format : profile.logFormats) {
        for (const ProfileLogQuestion &question : format.questions) {
            if (!question.filter.isEmpty())
                filters.append({question.title, question.filter, question.id, format.id});
        }
    }
    return filters;
}

QString joinedFilters(const QString &saved, const QString &more)
{
    if (saved.isEmpty() || more.trimmed().isEmpty())
        return saved.isEmpty() ? more : saved;
    return QStringLiteral("(%1) (%2)").arg(saved, more);
}

Result<QList<SavedLogFilter>> SavedLogFilters::saved(const ServiceProfile &profile) const
{
    return m_settings.setting(settingOf(profile)).map([](const QJsonValue &value) {
        QList<SavedLogFilter> filters;
        for (const QJsonValue &one : value.toArray())
            filters.append({one[QLatin1String("name")].toString(), one[QLatin1String("filter")].toString()});
        return filters;
    });
}

Result<> SavedLogFilters::write(const ServiceProfile &profile, const QList<SavedLogFilter> &filters) const
{
    QJsonArray array;
    for (const SavedLogFilter &one : filters)
        array.append(QJsonObject{{QStringLiteral("name"), one.name}, {QStringLiteral("filter"), one.filter}});
    return m_settings.setSetting(settingOf(profile),
                                 array.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(array));
}

Result<QList<SavedLogFilter>> SavedLogFilters::list(const ServiceProfile &profile) const
{
    return saved(profile).map([&profile](const QList<SavedLogFilter> &own) {
        QList<SavedLogFilter> all;
        for (const SavedLogFilter &one : filtersOf(profile)) {
            const bool isKnown = std::any_of(all.begin(), all.end(), [&one](const SavedLogFilter &other) {
                return other.id == one.id && other.filter == one.filter;
            });
            if (!isKnown)
                all.append(one);
        }
        return all + own;
    });
}

Result<SavedLogFilter> SavedLogFilters::find(const ServiceProfile &profile, const QString &name) const
{
    auto filters = list(profile);
    if (!filters)
        return failure(filters.error());
    const QString wanted = name.simplified();
    const auto byName = savedUnder(*filters, wanted);
    if (byName != filters->end())
        return *byName;
    const auto byId = std::find_if(filters->begin(), filters->end(), [&wanted](const SavedLogFilter &one) {
        return one.isOfProfile() && one.id == wanted;
    });
    if (byId != filters->end())
        return *byId;
    return noSuchFilter(name, *filters);
}

Result<QString> SavedLogFilters::checkedName(const ServiceProfile &profile, const QString &name)
{
    const QString kept = name.simplified();
    if (kept.isEmpty() || kept.size() > LongestName)
        return failure(
            ErrorKind::BadInput,
            tr("A filter needs a name of at most %1 characters.").arg(QString::number(LongestName)));
    QList<SavedLogFilter> own = filtersOf(profile);
    if (savedUnder(own, kept) != own.end())
        return failure(ErrorKind::Refused,
                       tr("“%1” is a filter of the profile. Take another name.").arg(kept));
    return kept;
}

Result<> SavedLogFilters::save(const ServiceProfile &profile, const QString &name,
                               const QString &filter) const
{
    const auto kept = checkedName(profile, name);
    if (!kept)
        return failure(kept.error());
    const auto read = LogFilter::parse(filter);
    if (!read)
        return failure(read.error());
    if (read->isOpen())
        return failure(ErrorKind::BadInput, tr("There is nothing to save: the filter is empty."));
    auto filters = saved(profile);
    if (!filters)
        return failure(filters.error());
    const auto known = savedUnder(*filters, *kept);
    if (known == filters->end() && filters->size() >= Most)
        return failure(
            ErrorKind::Refused,
            tr("%1 filters are saved already. Remove one that nobody needs.").arg(QString::number(Most)));
    if (known == filters->end())
        filters->append({*kept, filter.trimmed()});
    else
        *known = {*kept, filter.trimmed()};
    std::sort(filters->begin(), filters->end(), [](const SavedLogFilter &left, const SavedLogFilter &right) {
        return left.name.localeAwareCompare(right.name) < 0;
    });
    return write(profile, *filters);
}

Result<> SavedLogFilters::rename(const ServiceProfile &profile, const QString &from, const QString &to) const
{
    auto filters = saved(profile);
    if (!filters)
        return failure(filters.error());
    const auto known = savedUnder(*filters, from.simplified());
    if (known == filters->end())
        return noSuchFilter(from, *filters);
    const auto kept = checkedName(profile, to);
    if (!kept)
        return failure(kept.error());
    const auto other = savedUnder(*filters, *kept);
    if (other != filters->end() && other != known)
        return failure(ErrorKind::Refused, tr("“%1” is there already. Take another name.").arg(*kept));
    known->name = *kept;
    return write(profile, *filters);
}

Result<> SavedLogFilters::remove(const ServiceProfile &profile, const QString &name) const
{
    auto filters = saved(profile);
    if (!filters)
        return failure(filters.error());
    const auto known = savedUnder(*filters, name.simplified());
    if (known == filters->end())
        return noSuchFilter(name, *filters);
    filters->erase(known);
    return write(profile, *filters);
}

} // namespace pilothouse
