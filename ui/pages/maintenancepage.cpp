// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/maintenancepage.h"

#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/maintenancelist.h"
#include "ui/widgets/maintenancepane.h"

#include <QHBoxLayout>
#include <QScrollArea>

namespace pilothouse {

namespace {

constexpr int MaintenancePaneWidth = 348;

QString summary(const MaintenanceController &controller)
{
    QStringList parts;
    if (const int bad = controller.count(MaintenanceState::Bad))
        parts << MaintenancePage::tr("%n bad", nullptr, bad);
    if (const int due = controller.count(MaintenanceState::Due))
        parts << MaintenancePage::tr("%n due", nullptr, due);
    if (const int warnings = controller.count(MaintenanceState::Warning))
        parts << MaintenancePage::tr("%n warning(s)", nullptr, warnings);
    return parts.isEmpty() ? MaintenancePage::tr("Nothing is due") : parts.join(QStringLiteral(", "));
}

} // namespace

MaintenancePage::MaintenancePage(MaintenanceController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
{
    m_banner = new Banner(this);
    m_banner->hide();
    m_pane = new MaintenancePane;
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(MaintenancePaneWidth);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeList(), 1);
    auto *drawer = new DetailDrawer(scroll, middle, this);
    m_card->addHeadWidget(m_again);
    m_card->addHeadWidget(drawer->button());
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(m_banner);
    layout->addLayout(middle, 1);
    connect(&m_controller, &MaintenanceController::changed, this, &MaintenancePage::show);
    connect(m_pane, &MaintenancePane::activated, this, &MaintenancePage::start);
}

QWidget *MaintenancePage::makeList()
{
    m_card = new Card(tr("Maintenance"), Card::Body::Flush, this);
    m_again = new Button(tr("Read all again"), ButtonKind::Ghost, QStringLiteral("arrow-repeat"), m_card);
    m_loading = new LoadingBars(m_card);
    m_loading->setColumns({420, 90, 116}, 58);
    m_list = new MaintenanceList;
    auto *scroll = new QScrollArea(m_card);
    scroll->setWidget(m_list);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_rows = scroll;
    m_card->body()->addWidget(m_loading, 1);
    m_card->body()->addWidget(m_rows, 1);
    connect(m_again, &QPushButton::clicked, this, &MaintenancePage::refresh);
    connect(m_list, &MaintenanceList::currentChanged, this, &MaintenancePage::showCurrent);
    connect(m_list, &MaintenanceList::activated, this, &MaintenancePage::start);
    return m_card;
}

void MaintenancePage::setSession(const SessionPointer &session)
{
    m_hasSession = session != nullptr;
    m_controller.setSession(session);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void MaintenancePage::refresh()
{
    m_isStale = !isVisible();
    if (m_hasSession && isVisible())
        m_controller.refresh();
}

void MaintenancePage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void MaintenancePage::focusFilter()
{
    m_list->focusCurrent();
}

bool MaintenancePage::isReading() const
{
    return m_controller.items().isReading;
}

void MaintenancePage::show()
{
    const Readable<QList<MaintenanceItem>> &items = m_controller.items();
    m_again->setBusy(items.isReading);
    m_loading->setVisible(!items.hasValue && !items.error);
    m_rows->setVisible(items.hasValue);
    m_banner->setVisible(items.error.has_value());
    if (items.error)
        m_banner->setBanner(
            bannerOf(StateKind::Warning, tr("What needs maintenance cannot be read"), *items.error));
    m_card->setSubtitle(items.hasValue ? summary(m_controller) : QString());
    m_list->setItems(items.value, m_controller.now());
    const int bad = m_controller.count(MaintenanceState::Bad);
    emit countChanged(bad + m_controller.count(MaintenanceState::Due), bad > 0);
    showCurrent();
}

void MaintenancePage::showCurrent()
{
    if (const MaintenanceItem *item = m_list->current())
        m_pane->showItem(*item);
    else
        m_pane->showNothing();
}

void MaintenancePage::start(const MaintenanceItem &item)
{
    if (!item.action.isEmpty())
        emit actionRequested(item.action, item.arguments);
    else if (!item.page.isEmpty())
        emit pageRequested(item.page);
}

} // namespace pilothouse
