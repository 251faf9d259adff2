// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/operationview.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class EmptyState;
class RecentLines;

/// The last things that were done to an instance, one line each.
class RecentActivityCard final : public Card
{
    Q_OBJECT

public:
    static constexpr int Lines = 5;

    explicit RecentActivityCard(QWidget *parent = nullptr);

    /// Newest first; more than five are left out.
    void setOperations(const QList<OperationView> &operations, const QDateTime &now);

signals:
    void allAsked();

private:
    RecentLines *m_lines;
    EmptyState *m_empty;
};

} // namespace pilothouse
