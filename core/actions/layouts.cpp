// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/layouts.h"

#include <QCoreApplication>
#include <QFileInfo>

namespace pilothouse {

Layouts::Layouts(const InstanceSession &session, const SqliteEngine &engine, const OperationContext &context)
    : m_session(session)
    , m_engine(engine)
    , m_context(context)
{
}

Result<std::optional<QString>> Layouts::of(const QString &database)
{
    const auto known = m_known.find(database);
    if (known != m_known.end())
        return known->second;
    const auto found = probe(database);
    if (found)
        m_known.emplace(database, *found);
    return found;
}

Result<std::optional<QString>> Layouts::probe(const QString &database) const
{
    const auto reference = m_session.database(database);
    const ProfileDatabase *described = m_session.profile().database(database);
    if (!reference || described == nullptr)
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("Users", "The profile has no such database."), database);
    if (!QFileInfo::exists(reference->path))
        return std::optional<QString>();
    for (const ProfileLayout &layout : described->layouts) {
        const auto fits = m_engine.probe(reference->path, layout.probe, m_context);
        if (!fits)
            return failure(fits.error());
        if (*fits)
            return std::optional(layout.id);
    }
    return std::optional(QString());
}

} // namespace pilothouse
