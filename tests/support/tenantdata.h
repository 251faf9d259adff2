// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>

namespace pilothouse {

/// The two shapes that the service of the second runbook's database has had.
enum class TenantShape { Plain, Tiers };

/// SQL that makes such a database with data of our own: two tenants, three good keys (one of them old) and a
/// revoked one, three entries of which one was deleted, quota of today and of an earlier day, and a job of
/// each kind: succeeded, queued, failed, running for an hour, running for a moment, and one that failed at
/// the CHECK though its embedding is there. Its type "vector" is a stand-in.
QByteArray tenantDataSql(TenantShape shape);

} // namespace pilothouse
