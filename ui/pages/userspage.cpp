// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/userspage.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/deletepreview.h"
#include "ui/pages/exportfile.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/userpane.h"
#include "ui/widgets/userstoolbar.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QMenu>
#include <QScrollArea>
#include <QScrollBar>
#include <QStackedWidget>

namespace pilothouse {

namespace {

constexpr int UsersPagePaneWidth = 376;
constexpr int UsersPageRowHeight = 44;
constexpr int UsersPageNarrowWidth = 1128; ///< of the page: a window of 1360 less its rail

} // namespace

UsersPage::UsersPage(UsersController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
{
    m_banner = new Banner(this);
    auto *again = new Button(tr("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    m_banner->addButton(again);
    m_banner->hide();
    m_toolbar = makeToolbar();
    m_pane = new UserPane;
    m_pane->setProperty("transparent", true);
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(UsersPagePaneWidth + 12);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeTable(), 1);
    auto *drawer = new DetailDrawer(scroll, middle, this);
    m_paneBar = scroll->verticalScrollBar();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 8, 16);
    layout->setSpacing(12);
    m_toolbar->addButton(drawer->button());
    layout->addWidget(m_toolbar);
    auto *banner = new QVBoxLayout;
    banner->setContentsMargins(0, 0, 12, 0);
    banner->addWidget(m_banner);
    layout->addLayout(banner);
    layout->addLayout(middle, 1);
    setTabOrder(drawer->button(), m_table);
    connect(again, &QPushButton::clicked, this, &UsersPage::refresh);
    connect(&m_controller, &UsersController::listChanged, this, &UsersPage::show);
    connect(&m_controller, &UsersController::ownedChanged, this, &UsersPage::showOwned);
    connect(&m_controller, &UsersController::orphansChanged, this, &UsersPage::showOrphans);
    connect(
        &m_controller, &UsersController::exported, this, [this](const QString &path, const Result<> &result) {
            emit told(
                result ? tr("Exported to %1.").arg(path)
                       : tr("Not exported to %1: %2. Nothing was written.").arg(path, result.error().message),
                {});
        });
    connect(m_pane, &UserPane::enableRequested, this, [this](bool isEnabled) {
        emit actionRequested(isEnabled ? QStringLiteral("users.enable") : QStringLiteral("users.disable"),
                             {{QStringLiteral("user"), m_controller.chosen()}});
    });
    connect(m_pane, &UserPane::endSessionsRequested, m_toolbar, &UsersToolbar::endSessions);
    connect(m_pane, &UserPane::deleteRequested, this, [this](bool keepsData) {
        emit actionRequested(QStringLiteral("users.delete"), {{QStringLiteral("user"), m_controller.chosen()},
                                                              {QStringLiteral("keepData"), keepsData}});
    });
    show();
}

UsersToolbar *UsersPage::makeToolbar()
{
    auto *bar = new UsersToolbar(this);
    connect(bar, &UsersToolbar::filterChanged, this, &UsersPage::applyFilter);
    connect(bar, &UsersToolbar::stopAsked, &m_controller, &UsersController::stop);
    connect(bar, &UsersToolbar::orphansAsked, this,
            [this] { emit actionRequested(QStringLiteral("users.clean-orphans"), {}); });
    connect(bar, &UsersToolbar::endSessionsAsked, this,
            [this] { emit actionRequested(QStringLiteral("sessions.end"), {}); });
    connect(bar, &UsersToolbar::exportAsked, this, &UsersPage::saveExport);
    connect(bar, &UsersToolbar::columnsAsked, this, [this](const QPoint &place) {
        QMenu *menu = m_table->createColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
    return bar;
}

QWidget *UsersPage::makeTable()
{
    auto *card = new Card({}, Card::Body::Flush, this);
    m_stack = new QStackedWidget(card);
    m_table = new DataTable(tr("Users of this instance"), m_stack);
    m_table->setRowHeight(UsersPageRowHeight);
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_empty = new EmptyState({}, tr("Show all"), QStringLiteral("people"));
    m_table->setEmptyWidget(m_empty);
    auto *bars = new LoadingBars(m_stack);
    bars->setColumns({200, 200, 90, 100, 100}, UsersPageRowHeight);
    m_stack->addWidget(m_table);
    m_stack->addWidget(bars);
    card->body()->addWidget(m_stack, 1);
    connect(m_empty->button(), &QPushButton::clicked, m_toolbar, &UsersToolbar::clearFilter);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &UsersPage::onCurrent);
    connect(&m_model, &EntityModel::sortAsked, this, &UsersPage::applyFilter);
    return card;
}

QString UsersPage::title() const
{
    const ProfileEntity *entity = m_controller.entity();
    return entity && !entity->plural.isEmpty() ? entity->plural : tr("Users");
}

void UsersPage::setSession(const SessionPointer &session)
{
    m_columnIds.clear();
    m_controller.setSession(session);
    const bool canEnd =
        session && session->runtime().canControl() && !session->profile().sessions.secretVariable.isEmpty();
    m_toolbar->setCanEndSessions(canEnd);
    m_pane->setSessions(canEnd, canEnd ? session->profile().sessions.lifetimeDays : 0);
    EntityFilter filter = m_controller.filter();
    filter.sortColumn = 0;
    filter.order = Qt::AscendingOrder;
    m_controller.setFilter(filter);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void UsersPage::refresh()
{
    m_isStale = !isVisible();
    if (isVisible())
        m_controller.refresh();
}

void UsersPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void UsersPage::focusFilter()
{
    m_toolbar->search()->setFocus(Qt::ShortcutFocusReason);
    m_toolbar->search()->selectAll();
}

bool UsersPage::isReading() const
{
    return m_controller.isReading();
}

void UsersPage::applyFilter()
{
    EntityFilter filter;
    filter.text = m_toolbar->search()->text();
    filter.state = m_toolbar->state();
    filter.sortColumn = m_table->horizontalHeader()->sortIndicatorSection();
    filter.order = m_table->horizontalHeader()->sortIndicatorOrder();
    m_controller.setFilter(filter);
}

void UsersPage::show()
{
    const Readable<EntityListPointer> &list = m_controller.list();
    m_stack->setCurrentIndex(!list.hasValue && list.isReading ? 1 : 0);
    m_table->setStale(list.hasValue && list.error.has_value());
    showRows();
    showCounts();
    showOrphans();
    showReading();
    showError();
}

void UsersPage::showRows()
{
    const EntityListPointer &list = m_controller.list().value;
    if (m_shown == list && m_shownOrder == m_controller.order())
        return;
    m_shown = list;
    m_shownOrder = m_controller.order();
    m_isShowingRows = true;
    m_model.show(list, m_shownOrder);
    showColumns();
    QModelIndex current = m_model.indexOfKey(m_controller.chosen());
    if (!current.isValid() && m_model.rowCount() > 0)
        current = m_model.index(0, 0);
    m_table->setCurrentIndex(current);
    m_isShowingRows = false;
    onCurrent();
}

/// Widths and hidden columns are set once for a profile; what the operator changed stays.
void UsersPage::showColumns()
{
    QStringList ids;
    if (m_shown) {
        for (const EntityColumn &column : m_shown->columns)
            ids << column.id;
    }
    if (ids == m_columnIds || ids.isEmpty())
        return;
    m_columnIds = ids;
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Interactive);
    for (int column = 0; column < static_cast<int>(ids.size()); ++column) {
        const EntityColumn &shown = m_shown->columns.at(column);
        const bool isTime = shown.type.startsWith(QLatin1String("time"));
        m_table->setColumnHidden(column, shown.isHidden);
        m_table->setColumnWidth(column, shown.kind == EntityColumn::Kind::State ? 104 : isTime ? 116 : 190);
    }
    showTimes();
    m_table->setStretchColumn(0);
    const QSignalBlocker quiet(&m_model);
    m_table->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
    m_table->setSortingEnabled(true);
}

/// A narrow page drops all times but the last.
void UsersPage::showTimes()
{
    bool isLast = true;
    for (int column = m_model.columnCount() - 1; column > 0; --column) {
        const EntityColumn &shown = m_shown->columns.at(column);
        if (shown.isHidden || !shown.type.startsWith(QLatin1String("time")))
            continue;
        if (!isLast)
            m_table->setColumnHidden(column, m_isNarrow);
        isLast = false;
    }
}

void UsersPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isNarrow = width() < UsersPageNarrowWidth;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    showTimes();
}

void UsersPage::showOrphans()
{
    const Readable<OrphanReport> &orphans = m_controller.orphans();
    m_toolbar->setOrphans(orphans.hasValue ? static_cast<int>(orphans.value.orphans.size()) : 0);
}

void UsersPage::showCounts()
{
    m_toolbar->setCounts(m_shown);
    m_toolbar->setCanExport(m_model.rowCount() > 0);
    const qint64 all = m_shown ? m_shown->items.size() : 0;
    const bool isFiltered = all > 0;
    m_empty->setSentence(
        isFiltered ? tr("Nobody matches. %n is/are hidden by the filter.", nullptr, static_cast<int>(all))
        : m_controller.entity() ? tr("There are no users yet.")
                                : tr("The profile of this service knows no users."));
    m_empty->button()->setVisible(isFiltered);
}

void UsersPage::showReading()
{
    const Readable<EntityListPointer> &list = m_controller.list();
    const QString file = m_controller.databaseFile();
    m_toolbar->setReading(list.isReading ? tr("Reading %1 from %2").arg(title().toLower(), file) : QString());
    const bool isOld = list.hasValue && list.error.has_value();
    const QDateTime now = shownTime(m_controller.now());
    m_toolbar->setAge(isOld ? tr("As of %1, %2 old")
                                  .arg(formatMoment(list.readAt, now),
                                       formatDuration(list.readAt.msecsTo(m_controller.now())))
                            : QString());
    if (!list.hasValue || list.isReading || isOld) {
        m_toolbar->setSummary({});
        return;
    }
    const QString when = formatMoment(list.readAt, now);
    const qsizetype all = list.value->items.size();
    m_toolbar->setSummary(m_model.rowCount() == all
                              ? tr("%1, read %2").arg(file, when)
                              : tr("%1 of %2 in %3, read %4")
                                    .arg(formatCount(m_model.rowCount()), formatCount(all), file, when));
}

void UsersPage::showError()
{
    const std::optional<Error> &error = m_controller.list().error;
    m_banner->setVisible(error.has_value());
    if (!error)
        return;
    const QString name = m_controller.session() ? m_controller.session()->instance().name : QString();
    m_banner->setBanner(
        bannerOf(StateKind::Down, tr("The users of %1 cannot be read").arg(visibleLine(name)), *error));
}

void UsersPage::onCurrent()
{
    if (m_isShowingRows)
        return;
    const EntityItem *item = m_model.itemAt(m_table->currentIndex());
    const QString key = item ? item->row.key : QString();
    if (key != m_controller.chosen()) {
        m_controller.choose(key);
        m_paneBar->setValue(0);
    }
    showCurrent();
}

void UsersPage::showCurrent()
{
    const EntityItem *item = m_model.itemAt(m_table->currentIndex());
    if (item)
        m_pane->showUser(*item, *m_shown);
    else
        m_pane->showNothing();
}

void UsersPage::showOwned()
{
    m_pane->showPreview(previewOf(m_controller));
}

void UsersPage::saveExport()
{
    askNewFile(this, {tr("Export the users"), QStringLiteral("users.csv"), tr("CSV (*.csv)")},
               [this](const QString &path) { m_controller.exportTo(path, m_table->visibleColumns()); });
}

} // namespace pilothouse
