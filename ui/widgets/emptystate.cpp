// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/emptystate.h"

#include "core/base/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>

namespace pilothouse {

EmptyState::EmptyState(const QString &sentence, const QString &buttonText, const QString &buttonIcon,
                       QWidget *parent)
    : QWidget(parent)
    , m_sentence(new Label(sentence, TextRole::Body, &Tokens::text2))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 24, 24, 24);
    column->setSpacing(12);
    column->addStretch(1);
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    column->addWidget(m_sentence);
    if (!buttonText.isEmpty()) {
        m_button = new Button(buttonText, ButtonKind::Normal, buttonIcon);
        column->addWidget(m_button, 0, Qt::AlignHCenter);
    }
    column->addStretch(1);
    setAccessibleName(visibleLine(sentence));
}

void EmptyState::setSentence(const QString &sentence)
{
    m_sentence->setText(sentence);
    setAccessibleName(visibleLine(sentence));
}

} // namespace pilothouse
