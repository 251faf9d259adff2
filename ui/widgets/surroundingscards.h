// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/servicestatus.h"
#include "ui/models/valuetablemodel.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class DataTable;

/// The variables that the running service was given. A secret is its key and eight dots; its value is not
/// even known here.
class EnvironmentCard final : public Card
{
    Q_OBJECT

public:
    explicit EnvironmentCard(QWidget *parent = nullptr);

    void setEntries(const QList<EnvironmentEntry> &entries);

private:
    ValueTableModel<EnvironmentEntry> m_model;
    DataTable *m_table;
};

/// The folders and volumes that a container sees, and which of them it may write.
class MountsCard final : public Card
{
    Q_OBJECT

public:
    explicit MountsCard(QWidget *parent = nullptr);

    void setMounts(const QList<MountEntry> &mounts);

private:
    ValueTableModel<MountEntry> m_model;
    DataTable *m_table;
};

} // namespace pilothouse
