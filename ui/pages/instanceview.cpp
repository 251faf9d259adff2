// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/instanceview.h"

#include "ui/theme/theme.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/tabstrip.h"

#include <QVBoxLayout>
#include <QWindow>

namespace pilothouse {

namespace {
constexpr int AheadMs = 120; ///< between two pages that are made ahead: what is asked for goes before
} // namespace

InstanceView::InstanceView(QList<PageMaker> makers, QWidget *parent)
    : QWidget(parent)
    , m_makers(std::move(makers))
    , m_pages(m_makers.size(), nullptr)
    , m_header(new InstanceHeader(this))
    , m_stack(new QStackedWidget(this))
{
    auto *strip = new TabStrip(this);
    m_tabs = strip->tabs();
    m_tabs->setAccessibleName(tr("Pages of the instance"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_header);
    layout->addWidget(strip);
    layout->addWidget(m_stack, 1);
    m_ahead.setSingleShot(true);
    m_ahead.setInterval(AheadMs);
    connect(&m_ahead, &QTimer::timeout, this, &InstanceView::makeAhead);
    for (const PageMaker &maker : std::as_const(m_makers))
        m_tabs->addTab(maker.title);
    connect(m_tabs, &QTabBar::currentChanged, this, &InstanceView::onTab);
    connect(m_header, &InstanceHeader::actionRequested, this, &InstanceView::actionRequested);
    connect(m_header, &InstanceHeader::probeRequested, this, &InstanceView::probeRequested);
    connect(m_header, &InstanceHeader::troubleshootRequested, this, &InstanceView::troubleshootRequested);
    connect(m_header, &InstanceHeader::editRequested, this, &InstanceView::editRequested);
    connect(m_header, &InstanceHeader::removeRequested, this, &InstanceView::removeRequested);
    connect(m_header, &InstanceHeader::upgradeRequested, this, &InstanceView::upgradeRequested);
}

void InstanceView::makePage(int tab)
{
    Page *page = m_makers.at(tab).make(m_stack);
    m_pages[tab] = page;
    m_stack->addWidget(page);
    connect(page, &Page::actionRequested, this, &InstanceView::actionRequested);
    connect(page, &Page::undoRequested, this, &InstanceView::undoRequested);
    connect(page, &Page::pageRequested, this, &InstanceView::showPage);
    connect(page, &Page::troubleshootRequested, this, &InstanceView::troubleshootRequested);
    connect(page, &Page::told, this, &InstanceView::told);
    connect(page, &Page::countChanged, this,
            [this, tab](int count, bool isBad) { showCount(tab, count, isBad); });
    page->setSession(m_session);
}

/// One page a turn, so that each shows at once when it is asked for and nothing waits for all of them; none
/// before the window has been painted.
void InstanceView::makeAhead()
{
    const auto missing = m_pages.indexOf(nullptr);
    if (missing < 0 || !m_session || !isVisible())
        return;
    const QWindow *shown = window()->windowHandle();
    if (shown && shown->isExposed())
        makePage(static_cast<int>(missing));
    m_ahead.start();
}

void InstanceView::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_ahead.start();
}

void InstanceView::showCount(int tab, int count, bool isBad)
{
    auto *pill = qobject_cast<Pill *>(m_tabs->tabButton(tab, QTabBar::RightSide));
    if (count <= 0) {
        m_tabs->setTabButton(tab, QTabBar::RightSide, nullptr);
        if (pill)
            pill->deleteLater();
        return;
    }
    if (!pill)
        pill = new Pill({}, m_tabs);
    pill->setPill({QString::number(count), isBad ? Tone::Down : Tone::Neutral});
    pill->resize(pill->sizeHint());
    // Set anew each time: only then the bar makes room for another width.
    m_tabs->setTabButton(tab, QTabBar::RightSide, nullptr);
    m_tabs->setTabButton(tab, QTabBar::RightSide, pill);
    pill->show();
}

void InstanceView::setSession(const SessionPointer &session)
{
    m_session = session;
    for (int tab = 0; tab < m_pages.size(); ++tab) {
        const auto &suits = m_makers.at(tab).suits;
        showCount(tab, 0, false);
        m_tabs->setTabVisible(tab, !session || !suits || suits(*session));
    }
    if (!m_tabs->isTabVisible(m_tabs->currentIndex()))
        m_tabs->setCurrentIndex(0);
    for (Page *page : std::as_const(m_pages)) {
        if (page)
            page->setSession(session);
    }
    showTab(m_tabs->currentIndex());
}

void InstanceView::setHeader(const HeaderText &text)
{
    m_header->setText(text);
}

void InstanceView::setCompact(bool isCompact)
{
    m_header->setCompact(isCompact);
}

void InstanceView::showPage(const QString &id)
{
    const auto tab = pageIds().indexOf(id);
    if (tab >= 0 && m_tabs->isTabVisible(static_cast<int>(tab)))
        m_tabs->setCurrentIndex(static_cast<int>(tab));
}

QString InstanceView::pageId() const
{
    return m_makers.value(m_tabs->currentIndex()).id;
}

Page *InstanceView::page() const
{
    return m_pages.value(m_tabs->currentIndex(), nullptr);
}

QStringList InstanceView::pageIds() const
{
    QStringList ids;
    for (const PageMaker &maker : m_makers)
        ids << maker.id;
    return ids;
}

void InstanceView::stepPage(int by)
{
    const int count = m_tabs->count();
    int tab = m_tabs->currentIndex();
    for (int tried = 0; tried < count; ++tried) {
        tab = (tab + by + count) % count;
        if (m_tabs->isTabVisible(tab)) {
            m_tabs->setCurrentIndex(tab);
            return;
        }
    }
}

void InstanceView::refresh()
{
    for (Page *page : std::as_const(m_pages)) {
        if (page)
            page->refresh();
    }
}

/// Without an instance no page is in sight, and none is made.
void InstanceView::showTab(int tab)
{
    if (tab < 0 || !m_session)
        return;
    if (!m_pages.at(tab))
        makePage(tab);
    m_stack->setCurrentWidget(m_pages.at(tab));
    m_ahead.start();
}

void InstanceView::onTab(int index)
{
    showTab(index);
    emit pageChanged(pageId());
}

} // namespace pilothouse
