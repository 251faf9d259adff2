// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"
#include "core/domain/entityrow.h"
#include "core/instances/instancesession.h"

#include <map>

namespace pilothouse {

/// Layouts of an instance's databases, each probed once.
class Layouts
{
public:
    Layouts(const InstanceSession &session, const SqliteEngine &engine, const OperationContext &context);

    /// The id of the layout that fits; empty where none does, nothing where there is no such file.
    [[nodiscard]] Result<std::optional<QString>> of(const QString &database);

private:
    [[nodiscard]] Result<std::optional<QString>> probe(const QString &database) const;

    const InstanceSession &m_session;
    const SqliteEngine &m_engine;
    const OperationContext &m_context;
    std::map<QString, std::optional<QString>> m_known;
};

/// What one selector of a profile finds for one entity.
struct OwnedThings
{
    ProfileOwned owned;
    QString path;            ///< of the database, or of the file or folder
    QList<QVariantMap> keys; ///< of rows
    bool isThere = false;    ///< of a file or folder
    QString badParameter;    ///< a value that may not be part of a path; nothing was looked for then
    QJsonObject found = {};  ///< which rows those are, for a later look (rowSetOf); empty of files
};

/// The entity of the profile; NotFound where it has none such.
[[nodiscard]] Result<ProfileEntity> findEntity(const InstanceSession &session, const QString &entityId);

/// Everything that one row owns, in the order of the profile: children first.
[[nodiscard]] Result<QList<OwnedThings>> findOwned(const InstanceSession &session, const SqliteEngine &engine,
                                                   const ProfileEntity &entity, const EntityRow &row,
                                                   const OperationContext &context);

/// The one with that key, or with a label that only one has, without reading all the others. Blocks.
[[nodiscard]] Result<EntityRow> oneEntity(const InstanceSession &session, const SqliteEngine &engine,
                                          const QString &entityId, const QString &keyOrLabel,
                                          const OperationContext &context);

/// By key, else by a label that only one has. NotFound, or BadInput where several have it.
[[nodiscard]] Result<EntityRow> chooseEntity(const QList<EntityRow> &rows, const QString &keyOrLabel);

/// The text without characters that cannot be seen, compatibility forms folded: equal for names that look
/// alike.
QString visibleForm(const QString &text);

} // namespace pilothouse
