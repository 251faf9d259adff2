// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/wrappedtext.h"

#include "core/base/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/card.h"

#include <QEvent>
#include <QPainter>
#include <QTextLayout>

#include <cmath>

namespace pilothouse {

namespace {
constexpr int BoxPadding = 8;
constexpr int UsualWidth = 160;
} // namespace

WrappedText::WrappedText(TextRole role, Frame frame, QWidget *parent)
    : QPlainTextEdit(parent)
    , m_role(role)
    , m_frame(frame)
{
    setProperty("bare", true);
    setReadOnly(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    setFocusPolicy(frame == Frame::Box ? Qt::StrongFocus : Qt::ClickFocus);
    setTabChangesFocus(true);
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    document()->setDocumentMargin(frame == Frame::Box ? BoxPadding : 0);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(fontOf(role));
}

void WrappedText::setText(const QString &foreign)
{
    setPlainText(visibleText(foreign));
    updateGeometry();
}

/// The ring of the focus and what is left free within.
int WrappedText::margin() const
{
    return currentTokens().focusWidth() + static_cast<int>(document()->documentMargin());
}

int WrappedText::heightForWidth(int width) const
{
    const int room = std::max(1, width - 2 * margin());
    const QTextOption option(Qt::AlignLeft);
    double height = 0;
    for (const QString &paragraph : text().split(u'\n')) {
        QTextLayout layout(paragraph, font());
        QTextOption wrapping = option;
        wrapping.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(wrapping);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(room);
            height += line.height();
        }
        layout.endLayout();
    }
    return static_cast<int>(std::ceil(height)) + 2 * margin();
}

QSize WrappedText::sizeHint() const
{
    return {UsualWidth, heightForWidth(std::max(UsualWidth, width()))};
}

QSize WrappedText::minimumSizeHint() const
{
    return {0, QFontMetrics(font()).height() + 2 * margin()};
}

bool WrappedText::event(QEvent *event)
{
    if (event->type() == QEvent::ApplicationFontChange) {
        setFont(fontOf(m_role));
        updateGeometry();
    }
    return QPlainTextEdit::event(event);
}

void WrappedText::paintEvent(QPaintEvent *event)
{
    if (m_frame == Frame::Box) {
        const Tokens &tokens = currentTokens();
        QPainter painter(viewport());
        paintCardBox(painter, viewport()->rect(), tokens.sunken, tokens.grid, 6);
    }
    QPlainTextEdit::paintEvent(event);
}

} // namespace pilothouse
