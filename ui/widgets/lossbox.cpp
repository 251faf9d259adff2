// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/lossbox.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"
#include "ui/widgets/verdictmark.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

LossBox::LossBox(const QStringList &losses, QWidget *parent)
    : QWidget(parent)
{
    setAccessibleName(tr("What is lost"));
    setAccessibleDescription(visibleText(losses.join(u'\n')));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(14, 10, 14, 12);
    layout->setSpacing(6);
    layout->addWidget(new Label(tr("What is lost"), TextRole::Strong, &Tokens::downText, this));
    for (const QString &loss : losses) {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        line->addWidget(new VerdictMark(Verdict::InTheWay, this), 0, Qt::AlignTop);
        auto *text = new Label(visibleText(loss), TextRole::Body, &Tokens::text, this);
        text->setWrapping(true);
        line->addWidget(text, 1);
        layout->addLayout(line);
    }
}

void LossBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintCardBox(painter, rect(), currentTokens().lossFill, currentTokens().lossEdge);
}

} // namespace pilothouse
