// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/backupspage.h"

#include "core/base/clock.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/backuprows.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/backuppane.h"
#include "ui/widgets/backupside.h"
#include "ui/widgets/backupstampcard.h"
#include "ui/widgets/backuptoolbar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/drillcard.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/schedulecard.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QStackedLayout>

namespace pilothouse {

namespace {

constexpr int CompactWidth = 1100;
constexpr std::chrono::milliseconds LoadingDelay{300};

} // namespace

BackupsPage::BackupsPage(BackupsController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
    , m_model(backupColumns(controller.clock()), [](const BackupRecord &record) { return record.folder; })
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setSortRole(SortRole);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_stamps = new BackupStampCard(this);
    m_loading = new LoadingLine(this);
    m_toolbar = makeToolbar();
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(m_history = makeTable(), 1);
    auto *drawer = new DetailDrawer(m_side = makeSide(), middle, this);
    m_toolbar->layout()->addWidget(drawer->button());
    auto *head = new QVBoxLayout;
    head->setContentsMargins(0, 0, BackupSide::ScrollBarRoom, 0);
    head->setSpacing(12);
    head->addWidget(m_banner = makeBanner());
    head->addWidget(m_stamps);
    head->addWidget(m_toolbar);
    m_former = new Label({}, TextRole::Body, &Tokens::text2, this);
    m_former->setWrapping(true);
    head->addWidget(m_former);
    head->addWidget(m_loading);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20 - BackupSide::ScrollBarRoom, 16);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addLayout(middle, 1);
    layout->addStretch(0); // below a banner that stands alone
    m_loadingDelay.setSingleShot(true);
    m_loadingDelay.setInterval(LoadingDelay);
    connect(&m_loadingDelay, &QTimer::timeout, this, [this] { m_loading->start(tr("Reading the backups")); });
    connect(m_loading, &LoadingLine::stopAsked, &m_controller, &BackupsController::stop);
    connect(&m_controller, &BackupsController::changed, this, &BackupsPage::show);
    connect(&m_controller, &BackupsController::contentsChanged, this, &BackupsPage::showContents);
    show();
}

Banner *BackupsPage::makeBanner()
{
    auto *banner = new Banner(this);
    auto *again = new Button(tr("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat"), banner);
    banner->addButton(again);
    connect(again, &QPushButton::clicked, &m_controller, &BackupsController::refresh);
    return banner;
}

BackupToolbar *BackupsPage::makeToolbar()
{
    auto *bar = new BackupToolbar(this);
    connect(bar, &BackupToolbar::restoreAsked, this, &BackupsPage::restore);
    connect(bar, &BackupToolbar::restoreBesideAsked, this, &BackupsPage::restoreBeside);
    connect(bar, &BackupToolbar::restoreFileAsked, this, &BackupsPage::restoreFile);
    connect(bar, &BackupToolbar::verifyAsked, this, &BackupsPage::verify);
    connect(bar, &BackupToolbar::pinAsked, this, &BackupsPage::togglePin);
    connect(bar, &BackupToolbar::retentionAsked, this,
            [this] { emit actionRequested(QStringLiteral("backup.prune"), {}); });
    connect(bar, &BackupToolbar::offlineAsked, this, [this] {
        emit actionRequested(QStringLiteral("backup.create"), {{QStringLiteral("offline"), true}});
    });
    connect(bar, &BackupToolbar::columnsAsked, this, [this](const QPoint &place) {
        QMenu *menu = m_table->createColumnMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->popup(place);
    });
    connect(bar->filter(), &QLineEdit::textChanged, this, [this](const QString &text) {
        m_proxy.setFilterFixedString(text);
        showReading();
    });
    return bar;
}

QWidget *BackupsPage::makeTable()
{
    auto *card = new Card({}, Card::Body::Flush, this);
    m_table = new DataTable(tr("Backups of this instance"), card);
    m_table->setModel(&m_proxy);
    m_table->setRowHeight(36);
    m_table->setStretchColumn(2);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(0, Qt::DescendingOrder);
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    m_empty = new EmptyState({}, tr("Back up now"), QStringLiteral("cloud-arrow-up"));
    m_table->setEmptyWidget(m_empty);
    auto *bars = new LoadingBars(card);
    bars->setColumns({164, 88, 120, 88, 216, 100}, 36);
    auto *holder = new QWidget(card);
    m_stack = new QStackedLayout(holder);
    m_stack->setContentsMargins(0, 0, 0, 0);
    m_stack->addWidget(m_table);
    m_stack->addWidget(bars);
    card->body()->addWidget(holder, 1);
    connect(m_empty->button(), &QPushButton::clicked, this,
            [this] { emit actionRequested(QStringLiteral("backup.create"), {}); });
    connect(m_table, &QWidget::customContextMenuRequested, this, &BackupsPage::openRowMenu);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &BackupsPage::chooseCurrent);
    return card;
}

BackupSide *BackupsPage::makeSide()
{
    auto *side = new BackupSide(this);
    connect(side, &BackupSide::chosen, this, &BackupsPage::select);
    connect(side->schedule(), &ScheduleCard::changeAsked, this,
            [this] { changeSchedule(ScheduledWork::Backup); });
    connect(side->schedule(), &ScheduleCard::adoptAsked, this,
            [this] { emit actionRequested(QStringLiteral("schedule.adopt"), {}); });
    connect(side->schedule(), &ScheduleCard::removeAsked, this,
            [this] { emit actionRequested(QStringLiteral("schedule.remove"), {}); });
    connect(side->drill(), &DrillCard::drillAsked, this,
            [this] { emit actionRequested(QStringLiteral("drill.run"), {}); });
    connect(side->drill(), &DrillCard::reportAsked, this, &BackupsPage::fileOpened);
    connect(side->drill(), &DrillCard::scheduleAsked, this, [this] { changeSchedule(ScheduledWork::Drill); });
    connect(side->drill(), &DrillCard::removeAsked, this, [this] {
        emit actionRequested(QStringLiteral("schedule.remove"),
                             {{QStringLiteral("work"), scheduledWorkName(ScheduledWork::Drill)}});
    });
    connect(side->drill(), &DrillCard::keyAsked, this,
            [this] { emit drillKeyAsked(m_controller.instanceName()); });
    connect(side->pane(), &BackupPane::choiceChanged, this, &BackupsPage::showButtons);
    connect(side->pane(), &BackupPane::pathCopied, this,
            [this] { emit told(tr("The path of the backup is on the clipboard."), {}); });
    return side;
}

void BackupsPage::setSession(const SessionPointer &session)
{
    m_hasSession = session != nullptr;
    m_controller.setSession(session);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void BackupsPage::refresh()
{
    m_isStale = !isVisible();
    if (m_hasSession && isVisible())
        m_controller.refresh();
}

void BackupsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void BackupsPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    fitColumns();
}

void BackupsPage::fitColumns()
{
    const bool isCompact = width() < CompactWidth;
    if (isCompact == m_isCompact)
        return;
    m_isCompact = isCompact;
    const int wide[] = {164, 88, 0, 88, 216, 120};
    const int compact[] = {144, 72, 0, 78, 204, 102};
    for (const int column : {0, 1, 3, 4, 5})
        m_table->setColumnWidth(column, isCompact ? compact[column] : wide[column]);
    m_table->setColumnHidden(1, isCompact); // "Taken" says it too
}

void BackupsPage::focusFilter()
{
    m_toolbar->filter()->setFocus(Qt::ShortcutFocusReason);
}

bool BackupsPage::isReading() const
{
    return m_controller.backups().isReading || m_controller.contents().isReading;
}

void BackupsPage::show()
{
    const Readable<BackupsReading> &backups = m_controller.backups();
    m_model.setRows(backups.value.records);
    const QDateTime now = shownTime(m_controller.clock().now());
    if (backups.hasValue)
        m_stamps->showBackups(backups.value, now);
    else
        m_stamps->showUnknown();
    if (!m_table->currentIndex().isValid() && m_proxy.rowCount() > 0)
        m_table->setCurrentIndex(m_proxy.index(0, 0));
    m_side->setVisible(backups.hasValue);
    m_side->showBackups(backups.value, now);
    showReading();
    showContents();
}

void BackupsPage::showReading()
{
    const Readable<BackupsReading> &backups = m_controller.backups();
    const bool isFirst = backups.isReading && !backups.hasValue;
    if (isFirst && !m_loadingDelay.isActive() && m_loading->isHidden())
        m_loadingDelay.start();
    if (!isFirst) {
        m_loadingDelay.stop();
        m_loading->stop();
    }
    m_stack->setCurrentIndex(isFirst ? 1 : 0);
    m_former->setText(visibleText(backups.value.formerText()));
    m_former->setVisible(!backups.value.former.isEmpty());
    m_banner->setVisible(backups.error.has_value());
    m_stamps->setVisible(!backups.error || backups.hasValue);
    m_history->setVisible(!backups.error || backups.hasValue);
    m_table->setStale(backups.error && backups.hasValue);
    if (backups.error)
        m_banner->setBanner(bannerOf(StateKind::Warning, tr("The backups cannot be read"), *backups.error));
    const QDateTime now = shownTime(m_controller.clock().now());
    m_toolbar->setAge(
        backups.error && backups.hasValue
            ? tr("As of %1, %2 old")
                  .arg(formatMoment(backups.readAt, now), formatDuration(backups.readAt.msecsTo(now)))
            : QString());
    const bool isFiltered = m_proxy.sourceModel()->rowCount() > 0;
    m_empty->button()->setVisible(!isFiltered && backups.hasValue);
    if (isFiltered)
        m_empty->setSentence(tr("No backup matches the filter."));
    else
        m_empty->setSentence(backups.hasValue ? tr("No backup yet. The runbook asks for one a day.")
                                              : tr("Nothing was read yet."));
}

void BackupsPage::showContents()
{
    const BackupRecord *record = current();
    m_side->pane()->setVisible(record != nullptr);
    if (record) {
        m_side->pane()->showBackup(*record, shownTime(m_controller.clock().now()));
        m_side->pane()->showContents(m_controller.contents(),
                                     [this](const QString &id) { return m_controller.databaseName(id); });
    }
    showButtons();
}

QString BackupsPage::restoreRefusal() const
{
    const BackupRecord *record = current();
    if (!record)
        return tr("Select a backup first.");
    if (!isSoundBackup(*record))
        return tr("This backup does not count, so nothing is restored from it.");
    return m_side->pane()->hasChoice() ? QString() : tr("Check at least one database.");
}

void BackupsPage::showButtons()
{
    const BackupRecord *record = current();
    BackupToolbar::State state;
    state.restoreRefusal = restoreRefusal();
    state.selectionRefusal = record ? QString() : tr("Select a backup first.");
    if (!m_controller.backups().hasValue)
        state.pruneRefusal = tr("The backups were not read yet.");
    else if (m_model.rows().isEmpty())
        state.pruneRefusal = tr("There is no backup yet.");
    state.isPinned = record && record->isPinned;
    m_toolbar->setState(state);
}

void BackupsPage::chooseCurrent()
{
    const BackupRecord *record = current();
    m_controller.choose(record ? record->folder : QString());
    showContents();
}

void BackupsPage::select(const QString &folder)
{
    QModelIndex index = m_proxy.mapFromSource(m_model.indexOfKey(folder));
    if (!index.isValid()) {
        m_toolbar->filter()->clear();
        index = m_proxy.mapFromSource(m_model.indexOfKey(folder));
    }
    m_table->setCurrentIndex(index);
    m_table->scrollTo(index);
}

const BackupRecord *BackupsPage::current() const
{
    const QModelIndex index = m_proxy.mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model.rowAt(index) : nullptr;
}

} // namespace pilothouse
