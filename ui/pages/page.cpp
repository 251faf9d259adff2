// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/page.h"

#include "core/base/foreigntext.h"

#include <QScrollArea>
#include <QVBoxLayout>

namespace pilothouse {

void Page::setScrolled(const QString &name, QWidget *contents)
{
    auto *area = new QScrollArea(this);
    area->setWidgetResizable(true);
    area->setAccessibleName(visibleLine(name));
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setWidget(contents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

} // namespace pilothouse
