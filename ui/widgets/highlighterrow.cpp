// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/highlighterrow.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/highlightmark.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int HighlighterNameWidth = 170;
constexpr int HighlighterColorWidth = 168;

QString colorName(int color)
{
    switch (color) {
    case 1:
        return HighlighterRow::tr("Teal, dashed");
    case 2:
        return HighlighterRow::tr("Orange, dotted");
    case 3:
        return HighlighterRow::tr("Violet, double");
    default:
        return HighlighterRow::tr("Blue, solid");
    }
}

} // namespace

HighlighterRow::HighlighterRow(const LogHighlighter &rule, QWidget *parent)
    : QWidget(parent)
    , m_color(rule.color)
    , m_on(new QCheckBox)
    , m_name(new QLineEdit(rule.name))
    , m_text(new QLineEdit(rule.query.text))
    , m_pattern(makeToggle(tr(".*"), tr("Regular expression"), rule.query.isPattern))
    , m_case(makeToggle(tr("Aa"), tr("Match case"), rule.query.isCaseSensitive))
    , m_colorButton(new Button({}))
{
    m_on->setChecked(rule.isOn);
    m_on->setAccessibleName(tr("On"));
    m_name->setPlaceholderText(tr("Name"));
    m_name->setAccessibleName(tr("Name"));
    m_name->setFixedWidth(HighlighterNameWidth);
    m_text->setPlaceholderText(tr("Text that stands out"));
    m_text->setAccessibleName(tr("Text that stands out"));
    m_colorButton->setFixedWidth(HighlighterColorWidth);
    m_colorButton->setToolTip(tr("Another colour"));
    auto *remove = Button::withIcon(QStringLiteral("eraser"), tr("Remove"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    for (QWidget *part :
         std::initializer_list<QWidget *>{m_on, m_name, m_text, m_pattern, m_case, m_colorButton, remove})
        row->addWidget(part, part == m_text ? 1 : 0);
    connect(remove, &QPushButton::clicked, this, &HighlighterRow::removeAsked);
    connect(m_colorButton, &QPushButton::clicked, this, &HighlighterRow::nextColor);
    showColor();
}

Button *HighlighterRow::makeToggle(const QString &text, const QString &hint, bool isOn)
{
    auto *toggle = new Button(text);
    toggle->setCheckable(true);
    toggle->setChecked(isOn);
    toggle->setToolTip(hint);
    toggle->setAccessibleName(hint);
    return toggle;
}

void HighlighterRow::showColor()
{
    m_colorButton->setText(colorName(m_color));
    m_colorButton->setMark([color = m_color](QPainter &painter, const QRectF &place) {
        paintHighlight(painter, place, color, currentTokens());
    });
}

void HighlighterRow::nextColor()
{
    m_color = (m_color + 1) % LogHighlighter::Colors;
    showColor();
}

void HighlighterRow::focusText()
{
    m_text->setFocus(Qt::OtherFocusReason);
}

LogHighlighter HighlighterRow::rule() const
{
    const QString text = m_text->text();
    const QString name = m_name->text().simplified();
    return {name.isEmpty() ? text : name,
            {text, m_pattern->isChecked(), m_case->isChecked()},
            m_color,
            m_on->isChecked()};
}

} // namespace pilothouse
