// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/searchfield.h"

#include "ui/theme/icons.h"

#include <QAction>
#include <QKeyEvent>

namespace pilothouse {

SearchField::SearchField(const QString &placeholder, const QString &accessibleName, const QString &iconName,
                         QWidget *parent)
    : QLineEdit(parent)
    , m_iconName(iconName)
    , m_glyph(addAction(fieldIcon(iconName), LeadingPosition))
    , m_clear(addAction(fieldIcon(QStringLiteral("x")), TrailingPosition))
{
    setPlaceholderText(placeholder);
    setAccessibleName(accessibleName);
    setFixedHeight(30);
    m_glyph->setText(accessibleName);
    m_clear->setText(tr("Clear"));
    m_clear->setToolTip(tr("Clear"));
    connect(m_clear, &QAction::triggered, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, &SearchField::showState);
    showState({});
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::showState(const QString &text)
{
    m_clear->setVisible(!text.isEmpty());
    if (m_iconName == QLatin1String("funnel"))
        m_glyph->setIcon(text.isEmpty() ? fieldIcon(m_iconName)
                                        : fieldIcon(QStringLiteral("funnel-fill"), &Tokens::link));
}

} // namespace pilothouse
