// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/dialogframe.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialoghead.h"
#include "ui/widgets/label.h"

#include <QBoxLayout>
#include <QPainter>
#include <QScrollArea>

namespace pilothouse {
namespace {

constexpr int FramePadding = 24;

/// The sunken strip below the body, with a line above it.
class Foot final : public QWidget
{
protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = currentTokens();
        painter.fillRect(rect(), tokens.sunken);
        painter.fillRect(QRect(0, 0, width(), 1), tokens.border);
    }
};

} // namespace

DialogFrame::DialogFrame(const DialogHeadText &head, QWidget *parent)
    : QDialog(parent)
    , m_head(new DialogHead)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_head);
    m_pageRow = new QHBoxLayout;
    m_pageRow->setContentsMargins(FramePadding, 0, FramePadding, 0);
    m_pageRow->setSpacing(12);
    column->addLayout(m_pageRow);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    auto *page = new QWidget;
    page->setProperty("transparent", true);
    m_body = new QVBoxLayout(page);
    m_body->setContentsMargins(FramePadding, 8, FramePadding, FramePadding);
    m_body->setSpacing(12);
    area->setWidget(page);
    area->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    column->addWidget(area, 1);
    column->addWidget(makeFoot());
    setHead(head);
}

void DialogFrame::setHead(const DialogHeadText &head)
{
    setWindowTitle(head.title);
    setAccessibleDescription(visibleText(head.facts));
    m_head->setText(head);
}

Button *DialogFrame::addAction(const QString &text, ButtonKind kind, const QString &iconName)
{
    auto *button = new Button(text, kind, iconName);
    m_actions->addWidget(button);
    return button;
}

Button *DialogFrame::addTool(const QString &text, const QString &iconName)
{
    auto *button = new Button(text, ButtonKind::Ghost, iconName);
    m_tools->addWidget(button);
    return button;
}

void DialogFrame::setFootNote(const QString &note, bool isWrong)
{
    m_note->setInk(isWrong ? &Tokens::downText : &Tokens::text2);
    m_note->setText(note);
}

QWidget *DialogFrame::makeFoot()
{
    auto *foot = new Foot;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(FramePadding - 12, 13, FramePadding, 12);
    row->setSpacing(8);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(4);
    row->addLayout(m_tools);
    m_note = new Label({}, TextRole::Small, &Tokens::text2);
    m_note->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_note->setWordWrap(true);
    row->addWidget(m_note, 1);
    m_actions = new QHBoxLayout;
    m_actions->setSpacing(8);
    m_cancel = new Button(tr("Cancel"), ButtonKind::Normal);
    m_cancel->setDefault(true);
    connect(m_cancel, &Button::clicked, this, &DialogFrame::reject);
    m_actions->addWidget(m_cancel);
    row->addLayout(m_actions);
    return foot;
}

} // namespace pilothouse
