// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/steps/sqliteexpect.h"

namespace pilothouse {

/// expect.kept {path, tables: {name: rows}, layouts: [SQL], mayShrink}: after another version of the service
/// has opened a database, it can be read and is sound, has a layout that the profile knows, and no table has
/// fewer rows than before.
class ExpectKeptStep final : public SqliteExpect
{
    Q_DECLARE_TR_FUNCTIONS(pilothouse::ExpectKeptStep)

public:
    using SqliteExpect::SqliteExpect;
    QString name() const override { return QStringLiteral("expect.kept"); }
    StepText describe(const QJsonObject &arguments) const override;

protected:
    [[nodiscard]] Result<QJsonValue> look(const StepScope &scope) const override;

private:
    [[nodiscard]] Result<> checkLayout(const StepScope &scope, const QString &path) const;
};

} // namespace pilothouse
