// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/backupscontroller.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class ElidingLabel;
class UsageBar;

/// Where the backups lie, how much they use, how many more fit, and what retention keeps.
class BackupPlaceCard final : public Card
{
    Q_OBJECT

public:
    explicit BackupPlaceCard(QWidget *parent = nullptr);

    void showBackups(const BackupsReading &reading);

private:
    ElidingLabel *m_folder;
    Label *m_used;
    Label *m_free;
    UsageBar *m_bar;
    Label *m_policy;
    Label *m_stopped;
};

} // namespace pilothouse
