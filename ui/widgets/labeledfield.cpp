// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/labeledfield.h"

#include "core/base/foreigntext.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"

#include <QBoxLayout>
#include <QStyle>

namespace pilothouse {
namespace {

constexpr int LabelGap = 4;
constexpr int FieldMarkSize = 12;

} // namespace

LabeledField::LabeledField(const QString &label, QWidget *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
    , m_mark(new StateMark(StateKind::Down, FieldMarkSize))
    , m_line(new Label({}, TextRole::SmallStrong, &Tokens::downText))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(LabelGap);
    auto *caption = new Label(label, TextRole::SmallStrong, &Tokens::text2);
    caption->setBuddy(field);
    column->addWidget(caption);
    column->addWidget(field);
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_mark, 0, Qt::AlignVCenter);
    line->addWidget(m_line, 1);
    column->addLayout(line);
    m_line->setWordWrap(true);
    field->setAccessibleName(label);
    m_mark->setToolTip({});
    m_mark->setAccessibleName(tr("Error"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    showLine();
}

void LabeledField::setError(const QString &sentence)
{
    if (m_error == sentence)
        return;
    m_error = sentence;
    m_field->setProperty("wrong", hasError());
    m_field->style()->unpolish(m_field);
    m_field->style()->polish(m_field);
    showLine();
}

void LabeledField::setHint(const QString &sentence)
{
    m_hint = sentence;
    showLine();
}

void LabeledField::showLine()
{
    const QString sentence = hasError() ? m_error : m_hint;
    m_mark->setVisible(hasError());
    m_line->setVisible(!sentence.isEmpty());
    m_line->setText(sentence);
    m_line->setRole(hasError() ? TextRole::SmallStrong : TextRole::Small);
    m_line->setInk(hasError() ? &Tokens::downText : &Tokens::text3);
    m_field->setAccessibleDescription(visibleText(sentence));
}

} // namespace pilothouse
