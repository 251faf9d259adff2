// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/detaildrawer.h"

#include "ui/theme/theme.h"
#include "ui/widgets/button.h"

#include <QApplication>
#include <QBoxLayout>
#include <QEvent>
#include <QPainter>
#include <QShortcut>

namespace pilothouse {

namespace {

constexpr int NarrowDrawerWidth = 948; ///< of the page: a window of 1180 less its rail
constexpr int DrawerMargin = 12;

} // namespace

DetailDrawer::DetailDrawer(QWidget *pane, QBoxLayout *row, QWidget *page)
    : QWidget(page)
    , m_pane(pane)
    , m_row(row)
    , m_button(Button::withIcon(QStringLiteral("layout-sidebar-reverse"), tr("Details (F4)"), page))
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_pane);
    if (m_pane->accessibleName().isEmpty())
        m_pane->setAccessibleName(tr("Details"));
    m_row->addWidget(this);
    m_button->setCheckable(true);
    m_button->hide();
    connect(m_button, &QPushButton::clicked, this, &DetailDrawer::setOpen);
    addShortcuts(page);
    page->installEventFilter(this);
}

void DetailDrawer::addShortcuts(QWidget *page)
{
    connect(new QShortcut(Qt::Key_F4, page), &QShortcut::activated, this, [this] { setOpen(!m_isOpen); });
    auto *escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, [this] {
        if (m_isDrawer)
            setOpen(false);
    });
}

void DetailDrawer::setOpen(bool isOpen)
{
    m_button->setChecked(m_isDrawer && isOpen);
    if (m_isOpen == isOpen)
        return;
    m_isOpen = isOpen;
    if (isOpen && m_isDrawer)
        m_before = QApplication::focusWidget();
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    setVisible(isOpen);
    place();
    if (isOpen && m_isDrawer)
        takeFocus();
    else if (!isOpen && hadFocus && m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void DetailDrawer::takeFocus()
{
    for (QWidget *widget = m_pane; widget && (widget == m_pane || m_pane->isAncestorOf(widget));
         widget = widget->nextInFocusChain()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled()) {
            widget->setFocus(Qt::OtherFocusReason);
            return;
        }
    }
}

bool DetailDrawer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        setDrawer(static_cast<QWidget *>(watched)->width() < NarrowDrawerWidth);
    if (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest)
        place();
    return QWidget::eventFilter(watched, event);
}

void DetailDrawer::setDrawer(bool isDrawer)
{
    if (m_isDrawer == isDrawer)
        return;
    m_isDrawer = isDrawer;
    const int margin = isDrawer ? DrawerMargin : 0;
    layout()->setContentsMargins(margin, 0, 0, 0);
    if (isDrawer)
        m_row->removeWidget(this);
    else
        m_row->addWidget(this);
    m_button->setVisible(isDrawer);
    m_button->setChecked(false);
    m_isOpen = !isDrawer;
    setVisible(m_isOpen);
}

/// As high as its row: the toolbar above stays to be used.
void DetailDrawer::place()
{
    if (!m_isDrawer || !m_isOpen)
        return;
    const QRect row = m_row->geometry();
    const int wide =
        m_pane->sizeHint().expandedTo(m_pane->minimumSize()).boundedTo(m_pane->maximumSize()).width();
    setGeometry(row.right() + 1 - wide - DrawerMargin, row.top(), wide + DrawerMargin, row.height());
    raise();
}

void DetailDrawer::paintEvent(QPaintEvent *)
{
    if (!m_isDrawer)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), currentTokens().canvas);
    painter.fillRect(QRect(0, 0, 1, height()), currentTokens().border);
}

} // namespace pilothouse
