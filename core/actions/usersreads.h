// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"
#include "core/domain/entityrow.h"
#include "core/instances/instancesession.h"
#include "core/steps/rowset.h"

namespace pilothouse {

/// More rows than these are not handled at once, and no SELECT of a profile may take longer.
constexpr int MostEntityRows = MostRowsOfASet;
constexpr std::chrono::seconds EntitySelectDeadline{10};

/// The entity of the profile; NotFound where it has none such.
[[nodiscard]] Result<ProfileEntity> findEntity(const InstanceSession &session, const QString &entityId);

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
