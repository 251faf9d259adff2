// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/server/scaling.h"
#include "ui/widgets/card.h"

class QTabBar;

namespace pilothouse {

class CodeBox;
class FindingsList;

/// What each way to scale needs, and a configuration for it to copy. It changes nothing.
class ScalingCard final : public Card
{
    Q_OBJECT

public:
    explicit ScalingCard(QWidget *parent = nullptr);

    void setScaling(const Result<Scaling> &scaling);

private:
    void showPart(int at);

    Scaling m_parts;
    QTabBar *m_tabs;
    FindingsList *m_findings;
    CodeBox *m_text;
    Button *m_copy;
};

} // namespace pilothouse
