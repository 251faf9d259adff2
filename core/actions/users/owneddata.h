// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/entityrow.h"
#include "core/instances/datareader.h"

#include <QJsonObject>

namespace pilothouse {

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

/// Everything that one row owns, in the order of the profile: children first.
[[nodiscard]] Result<QList<OwnedThings>> findOwned(const InstanceSession &session, const DataEngines &engines,
                                                   const ProfileEntity &entity, const EntityRow &row,
                                                   const OperationContext &context);

} // namespace pilothouse
