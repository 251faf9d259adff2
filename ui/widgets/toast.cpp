// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/toast.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/statemark.h"

#include <QAccessible>
#include <QApplication>
#include <QBoxLayout>
#include <QKeyEvent>
#include <QPainter>

#include <chrono>

namespace pilothouse {
namespace {

constexpr int ToastHeight = 44;
constexpr int WidestWidth = 560;
constexpr std::chrono::seconds Life{8};

bool isFailure(StateKind state)
{
    return state == StateKind::Down || state == StateKind::NeedsOperator;
}

} // namespace

Toast::Toast(const ToastText &toast, QWidget *parent)
    : QWidget(parent)
    , m_goesByItself(!isFailure(toast.state))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(14, 0, 8, 0);
    row->setSpacing(10);
    row->addWidget(new StateMark(toast.state, 16));
    row->addWidget(new ElidingLabel(toast.sentence), 1);
    if (!toast.buttonText.isEmpty()) {
        auto *button = new Button(toast.buttonText, ButtonKind::Link);
        connect(button, &Button::clicked, this, [this, act = toast.act] {
            if (act)
                act();
            emit dismissed();
        });
        row->addWidget(button);
    }
    Button *close = Button::withIcon(QStringLiteral("x"), tr("Dismiss"));
    connect(close, &Button::clicked, this, &Toast::dismissed);
    row->addWidget(close);
    setFixedHeight(ToastHeight);
    setAttribute(Qt::WA_Hover);
    setAccessibleName(visibleLine(toast.sentence));
    m_life.setSingleShot(true);
    m_life.setInterval(Life);
    connect(&m_life, &QTimer::timeout, this, &Toast::dismissed);
    connect(qApp, &QApplication::focusChanged, this, &Toast::holdOrGo);
    holdOrGo();
    QAccessibleEvent alert(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

QSize Toast::sizeHint() const
{
    return {std::min(QWidget::sizeHint().width(), WidestWidth), ToastHeight};
}

bool Toast::event(QEvent *event)
{
    switch (event->type()) {
    case QEvent::HoverEnter:
    case QEvent::HoverLeave:
        holdOrGo();
        break;
    default:
        break;
    }
    return QWidget::event(event);
}

void Toast::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Tokens &tokens = currentTokens();
    paintCardBox(painter, rect(), tokens.raised, tokens.borderStrong);
}

void Toast::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit dismissed();
    else
        QWidget::keyPressEvent(event);
}

void Toast::holdOrGo()
{
    const QWidget *focused = QApplication::focusWidget();
    const bool isHeld = underMouse() || (focused && isAncestorOf(focused));
    if (!m_goesByItself || isHeld)
        m_life.stop();
    else
        m_life.start();
}

} // namespace pilothouse
