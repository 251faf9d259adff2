// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pilothouse {

/// A private file in the state folder with what Pilothouse gives a service at each start. Earlier versions
/// kept it elsewhere: what still lies there counts, and moves with the next start or change.
class GivenFile
{
public:
    GivenFile(QString path, QString former);

    QString path() const { return m_path; }
    /// Nothing where there is none. Refused where it is not this user's alone to write.
    [[nodiscard]] Result<std::optional<QByteArray>> read() const;
    [[nodiscard]] Result<> write(const QByteArray &content) const;
    [[nodiscard]] Result<> remove() const;
    /// Moves it from where an earlier version kept it.
    [[nodiscard]] Result<> takeOver() const;

private:
    [[nodiscard]] Result<> removeFormer() const;

    QString m_path;
    QString m_former;
};

} // namespace pilothouse
