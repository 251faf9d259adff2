// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/profile/serviceprofile.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <future>
#include <map>
#include <memory>
#include <optional>

namespace pilothouse {

/// A profile as it was found: loaded, or with the reason why it could not be.
struct ProfileEntry
{
    QString id;
    QString file; ///< ":/profiles/x.json" for a built-in one
    bool isBuiltIn = false;
    QByteArray json;                               ///< as it stands in its file
    std::shared_ptr<const ServiceProfile> profile; ///< null where it is broken
    std::optional<Error> error;
};

/// The profiles that this program has: the built-in ones, and those of a folder, which replace built-in ones
/// with the same id; in the program's language where they know it. Immutable after load(); safe to read from
/// any thread, and read by one of its own: who asks first waits until it has ended.
class ProfileStore
{
public:
    /// Begins to read both; a folder that is not there has none. A broken profile stays in the list with its
    /// error.
    static ProfileStore load(const QString &folder);

    QList<ProfileEntry> entries() const;
    /// NotFound names the ids there are; a broken profile gives its own error.
    [[nodiscard]] Result<ServiceProfile> profile(const QString &id) const;

    /// Reads and checks one file (at most 4 MiB).
    [[nodiscard]] static Result<ServiceProfile> validate(const QString &file);

private:
    using Entries = std::map<QString, ProfileEntry>;

    static void read(const QString &folder, bool isBuiltIn, Entries &entries);
    const Entries &all() const { return m_entries.get(); }

    std::shared_future<Entries> m_entries;
};

} // namespace pilothouse
