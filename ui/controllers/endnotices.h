// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/desktopnotifier.h"
#include "ui/controllers/operationscontroller.h"

#include <chrono>

namespace pilothouse {

/// Decides which end of an operation is worth a notification: long work, while nobody looks. UI thread.
class EndNotices final : public QObject
{
    Q_OBJECT
public:
    using Looks = std::function<bool()>;

    /// `isLookedAt`: whether the window has the focus.
    EndNotices(OperationsController &operations, Looks isLookedAt, QObject *parent = nullptr);

    void setEnabled(bool isEnabled) { m_isEnabled = isEnabled; }
    bool isEnabled() const { return m_isEnabled; }
    /// Shorter work than this tells nobody; 10 s unless changed.
    void setLeast(std::chrono::milliseconds least) { m_least = least; }

signals:
    void due(const pilothouse::Notice &notice);

private:
    void onEnded(const QUuid &id);

    OperationsController &m_operations;
    Looks m_isLookedAt;
    std::chrono::milliseconds m_least{10'000};
    bool m_isEnabled = true;
};

/// What a notification says of an operation that has ended: title and outcome, the reason of a failure.
Notice noticeOf(const OperationView &operation);

} // namespace pilothouse
