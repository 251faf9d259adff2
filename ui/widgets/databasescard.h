// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/instancesnapshot.h"
#include "ui/widgets/card.h"

namespace pilothouse {

class SizeLines;

/// One store of a service with its size, for a list of bars.
struct SizeLine
{
    QString name;
    QString kind;
    QString size;
    QString growth;
    double share = 0; ///< of the largest, 0 to 1
    bool isBad = false;

    bool operator==(const SizeLine &) const = default;
};

/// The databases of an instance: size, growth per day, and a bar relative to the largest.
class DatabasesCard final : public Card
{
    Q_OBJECT

public:
    explicit DatabasesCard(QWidget *parent = nullptr);

    void setDatabases(const QList<DatabaseReading> &databases);

private:
    Label *m_total;
    SizeLines *m_lines;
};

/// The lines that stand for these databases.
QList<SizeLine> sizeLinesOf(const QList<DatabaseReading> &databases);

} // namespace pilothouse
