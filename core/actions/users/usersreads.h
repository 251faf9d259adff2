// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/entityrow.h"
#include "core/instances/datareader.h"
#include "core/steps/rowset.h"

namespace pilothouse {

/// More rows than these are not handled at once, and no SELECT of a profile may take longer.
constexpr int MostEntityRows = MostRowsOfASet;
constexpr std::chrono::seconds EntitySelectDeadline{10};

/// The entity of the profile; NotFound where it has none such.
[[nodiscard]] Result<ProfileEntity> findEntity(const InstanceSession &session, const QString &entityId);

/// The one with that key, or with a label that only one has, without reading all the others. Blocks.
[[nodiscard]] Result<EntityRow> oneEntity(const InstanceSession &session, const DataEngines &engines,
                                          const QString &entityId, const QString &keyOrLabel,
                                          const OperationContext &context);

/// The SELECT for the layout that the entity's database has. NotFound where it is not there, BadData where
/// the profile does not know its layout.
[[nodiscard]] Result<QString> selectFor(const InstanceSession &session, DataReader &reader,
                                        const ProfileEntity &entity, const QMap<QString, QString> &selects);

/// What that SELECT uses of profileParameters().
QVariantMap parametersFor(const InstanceSession &session, const ProfileEntity &entity, const QString &select,
                          const OperationContext &context);

/// By key, else by a label that only one has. NotFound, or BadInput where several have it.
[[nodiscard]] Result<EntityRow> chooseEntity(const QList<EntityRow> &rows, const QString &keyOrLabel);

/// The text without characters that cannot be seen, compatibility forms folded: equal for names that look
/// alike.
QString visibleForm(const QString &text);

} // namespace pilothouse
