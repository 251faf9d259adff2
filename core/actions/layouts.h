// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/database/sqliteengine.h"
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

} // namespace pilothouse
