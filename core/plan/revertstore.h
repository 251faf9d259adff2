// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QUuid>

#include <functional>

namespace pilothouse {

class FileOps;

/// A change that goes back by itself.
struct PendingRevert
{
    QUuid operation; ///< the one that will be put back
    QString instance;
    QString title; ///< what will go back: "LOG_LEVEL debug"
    QDateTime dueAt;
    QString waiter; ///< who will do it: "systemd" or "process"; empty: nobody yet
    QString bootId; ///< the start of this machine that the waiter lives in; it does not outlive it

    bool isOverdue(const QDateTime &now) const { return dueAt < now; }
    bool operator==(const PendingRevert &) const = default;
};

QJsonObject toJson(const PendingRevert &revert);
PendingRevert revertFromJson(const QJsonObject &object);

/// Starts whoever puts it back when it is due, whatever becomes of this program. Returns its kind.
using RevertWaiter = std::function<Result<QString>(const PendingRevert &)>;

/// The pending reverts: a file each, so that they outlive a crash. Blocking; from any thread.
class RevertStore
{
public:
    RevertStore(FileOps &files, QString folder);

    /// The next due first. A file that cannot be read is left out.
    QList<PendingRevert> list() const;
    /// Nothing where none is pending of that operation.
    [[nodiscard]] Result<std::optional<PendingRevert>> find(const QUuid &operation) const;
    [[nodiscard]] Result<> put(const PendingRevert &revert);
    [[nodiscard]] Result<> remove(const QUuid &operation);

private:
    QString pathOf(const QUuid &operation) const;

    FileOps &m_files;
    QString m_folder;
};

/// Starts waiters anew for what is not due yet and whose waiter a restart of this machine has ended. What is
/// due already is left to the operator.
void waitAgain(RevertStore &reverts, const RevertWaiter &waiter, const QDateTime &now);

} // namespace pilothouse
