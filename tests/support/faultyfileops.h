// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/files/fileops.h"

#include <cerrno>

namespace pilothouse {

/// Counts the effects on files and lets one of them go wrong. Thread-bound; for tests.
class FaultyFileOps final : public FileOps
{
public:
    enum class Fault {
        None,
        Fail,       ///< the effect does not happen and reports an errno
        KillBefore, ///< the process dies just before it
        KillInside, ///< half of what is appended is there; other effects are all or nothing
        KillAfter   ///< the process dies just after it
    };

    /// The `at`th effect from now on (counted from 1) goes wrong.
    void arm(Fault fault, int at, int errorNumber = ENOSPC);
    /// Every effect from the `at`th on fails.
    void failFrom(int at, int errorNumber);
    /// Effects since it was armed.
    int effects() const { return m_count; }

    [[nodiscard]] Result<> write(const QString &path, const QByteArray &content,
                                 const FileAccess &access = {}) override;
    [[nodiscard]] Result<> append(const QString &path, const QByteArray &bytes) override;
    [[nodiscard]] Result<QByteArray> copy(const QString &from, const QString &to, const FileAccess &access,
                                          const OperationContext &context) override;
    [[nodiscard]] Result<> rename(const QString &from, const QString &to) override;
    [[nodiscard]] Result<> removeFile(const QString &path) override;
    [[nodiscard]] Result<> removeTree(const QString &folder) override;
    [[nodiscard]] Result<> makeFolder(const QString &folder, const FileAccess &access = {}) override;
    [[nodiscard]] Result<> setMode(const QString &path, uint mode) override;
    [[nodiscard]] Result<> setOwner(const QString &path, uint ownerId, uint groupId) override;
    [[nodiscard]] Result<> syncFolder(const QString &folder) override;
    [[nodiscard]] Result<> syncFile(const QString &path) override;

private:
    template <typename Effect>
    auto through(const QString &path, Effect effect) -> decltype(effect());
    bool isHit(int number) const
    {
        return m_fault != Fault::None && (number == m_at || (m_isLasting && number > m_at));
    }

    Fault m_fault = Fault::None;
    int m_at = 0;
    int m_errorNumber = 0;
    int m_count = 0;
    bool m_isLasting = false;
};

} // namespace pilothouse
