// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/banner.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/label.h"
#include "ui/widgets/statemark.h"

#include <QBoxLayout>
#include <QPainter>
#include <QPainterPath>

namespace pilothouse {
namespace {

constexpr int BannerBarWidth = 4;
constexpr int BannerMarkSize = 20;

QColor barColor(StateKind state, const Tokens &tokens)
{
    switch (state) {
    case StateKind::NeedsOperator:
    case StateKind::Down:
        return tokens.downFill;
    case StateKind::BackupStale:
    case StateKind::Warning:
        return tokens.warnFill;
    case StateKind::Healthy:
        return tokens.okFill;
    case StateKind::NotChecked:
        return tokens.idleFill;
    default:
        return tokens.infoFill;
    }
}

} // namespace

BannerText bannerOf(StateKind state, const QString &heading, const Error &error)
{
    return {state, heading, visibleText(error.message + u' ' + error.advice).trimmed(),
            visibleText(error.subject + u'\n' + error.detail).trimmed()};
}

Banner::Banner(QWidget *parent)
    : QWidget(parent)
    , m_mark(new StateMark(StateKind::Warning, BannerMarkSize))
    , m_heading(new Label({}, TextRole::Heading))
    , m_sentence(new Label({}, TextRole::Body, &Tokens::text2))
    , m_code(new CodeBox)
    , m_note(new Label({}, TextRole::Small, &Tokens::text2))
    , m_foot(new QWidget)
    , m_buttons(new QHBoxLayout(m_foot))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(BannerBarWidth + 16, 14, 16, 14);
    row->setSpacing(12);
    row->addWidget(m_mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(8);
    column->addWidget(m_heading);
    column->addWidget(m_sentence);
    column->addWidget(m_code);
    column->addWidget(m_foot);
    row->addLayout(column, 1);
    m_heading->setWordWrap(true);
    m_sentence->setWrapping(true);
    m_buttons->setContentsMargins(0, 4, 0, 0);
    m_buttons->setSpacing(8);
    m_buttons->addWidget(m_note);
    m_buttons->addStretch(1);
    m_note->hide();
    m_foot->hide();
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
}

void Banner::setBanner(const BannerText &banner)
{
    m_state = banner.state;
    m_mark->setState(banner.state);
    m_heading->setText(banner.heading);
    m_sentence->setText(banner.sentence);
    m_sentence->setVisible(!banner.sentence.isEmpty());
    m_code->setText(visibleText(banner.code));
    m_code->setVisible(!banner.code.isEmpty());
    setAccessibleName(visibleLine(banner.heading));
    setAccessibleDescription(visibleText(banner.sentence));
    update();
}

void Banner::addButton(Button *button)
{
    m_buttons->insertWidget(m_buttons->indexOf(m_note), button);
    m_foot->show();
}

void Banner::setNote(const QString &note)
{
    m_note->setText(note);
    m_note->setVisible(!note.isEmpty());
    m_foot->setVisible(!note.isEmpty() || m_buttons->count() > 2);
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    paintCardBox(painter, rect(), tokens.surface, tokens.border);
    QPainterPath card;
    card.addRoundedRect(QRectF(rect()), 8, 8);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipPath(card);
    painter.fillRect(QRect(0, 0, BannerBarWidth, height()), barColor(m_state, tokens));
}

} // namespace pilothouse
