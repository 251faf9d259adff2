// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/widgets/dialogframe.h"

#include <QWidget>

namespace pilothouse {

class Badge;
class ElidingLabel;

/// The head of a dialog: a stripe of 3 in the environment's colour, the emblem, the title, one line of facts,
/// the badge.
class DialogHead final : public QWidget
{
    Q_OBJECT

public:
    explicit DialogHead(QWidget *parent = nullptr);

    void setText(const DialogHeadText &text);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    DialogHeadText m_text;
    Label *m_title;
    ElidingLabel *m_facts;
    Badge *m_badge;
};

} // namespace pilothouse
