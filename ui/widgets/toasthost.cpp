// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/toasthost.h"

#include "ui/theme/motion.h"
#include "ui/widgets/toast.h"

#include <QEvent>
#include <QGraphicsOpacityEffect>
#include <QPropertyAnimation>

namespace pilothouse {
namespace {

constexpr int Margin = 20;
constexpr int ToastGap = 8;
constexpr int MostToasts = 4;

void fadeIn(QWidget *widget)
{
    if (fadeDuration() == 0)
        return;
    auto *effect = new QGraphicsOpacityEffect(widget);
    widget->setGraphicsEffect(effect);
    auto *animation = new QPropertyAnimation(effect, "opacity", widget);
    animation->setDuration(fadeDuration());
    animation->setStartValue(0.0);
    animation->setEndValue(1.0);
    QObject::connect(animation, &QAbstractAnimation::finished, widget,
                     [widget] { widget->setGraphicsEffect(nullptr); });
    animation->start(QAbstractAnimation::DeleteWhenStopped);
}

} // namespace

ToastHost::ToastHost(QWidget *page)
    : QObject(page)
    , m_page(*page)
{
    page->installEventFilter(this);
}

void ToastHost::show(const ToastText &toast)
{
    auto *shown = new Toast(toast, &m_page);
    connect(shown, &Toast::dismissed, this, [this, shown] { remove(shown); });
    m_toasts.append(shown);
    while (m_toasts.size() > MostToasts)
        remove(m_toasts.first());
    place();
    shown->show();
    shown->raise();
    fadeIn(shown);
}

int ToastHost::count() const
{
    return static_cast<int>(m_toasts.size());
}

bool ToastHost::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_page && event->type() == QEvent::Resize)
        place();
    return QObject::eventFilter(watched, event);
}

void ToastHost::remove(Toast *toast)
{
    m_toasts.removeAll(toast);
    toast->hide();
    toast->deleteLater();
    place();
}

void ToastHost::place()
{
    int bottom = m_page.height() - Margin;
    for (auto toast = m_toasts.crbegin(); toast != m_toasts.crend(); ++toast) {
        const QSize size((*toast)->sizeHint().boundedTo(QSize(m_page.width() - 2 * Margin, m_page.height())));
        (*toast)->setGeometry(m_page.width() - Margin - size.width(), bottom - size.height(), size.width(),
                              size.height());
        bottom -= size.height() + ToastGap;
    }
}

} // namespace pilothouse
