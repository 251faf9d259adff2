// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "app/commandline/command.h"
#include "core/domain/instance.h"
#include "core/secrets/secret.h"

namespace pilothouse {

/// What is to happen with the password of a database, once the instance can be stored.
struct AddressPassword
{
    QString database; ///< the profile's id; empty: nothing happens
    Secret password;  ///< empty: what is kept is forgotten
};

/// --database-url [ID=]URL ("-": a line of standard input) and --database-container NAME.
const QStringList &databaseAddressOptions();
/// Puts the address without its password into the instance; an empty one takes it out. BadInput never repeats
/// it.
[[nodiscard]] Result<AddressPassword> applyDatabaseAddress(CommandContext &context,
                                                           const Arguments &arguments, Instance &instance);
/// Into the keychain.
[[nodiscard]] Result<> keepPassword(CommandContext &context, const QString &instance,
                                    const AddressPassword &password);

} // namespace pilothouse
