// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/databasespage.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"
#include "ui/pages/exportfile.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/databasepane.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/recoverycard.h"
#include "ui/widgets/rowbrowser.h"
#include "ui/widgets/servercard.h"

#include <QHBoxLayout>
#include <QScrollArea>
#include <QStackedWidget>

namespace pilothouse {

namespace {

constexpr int DatabaseRowHeight = 44;
constexpr int HeadHeight = 32;
constexpr int MostRows = 5;
constexpr int BrowserHeight = 420;
constexpr int NarrowDatabasesWidth = 1128; ///< of the page: a window of 1360 less its rail
constexpr int RowsColumn = 2;
constexpr int IntegrityColumn = 4;
constexpr int KeysColumn = 5;
constexpr int GrowthColumn = 6;
constexpr int HolderColumn = 7;
constexpr qint64 OldAfter = 30'000; ///< milliseconds: several looks at the server have failed

} // namespace

DatabasesPage::DatabasesPage(DatabasesController &controller, RowsController &rows, ServerController &server,
                             QWidget *parent)
    : Page(parent)
    , m_controller(controller)
    , m_rows(rows)
    , m_serverController(server)
    , m_model(databaseColumns(m_isNarrow), [](const DatabaseState &state) {
        return QStringLiteral("%1 %2").arg(state.place, 3, 10, QLatin1Char('0')).arg(state.info.id);
    })
{
    m_banner = new Banner(this);
    auto *again = new Button(tr("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    m_banner->addButton(again);
    m_banner->hide();
    auto *content = new QWidget;
    content->setProperty("transparent", true);
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    QWidget *toolbar = makeToolbar();
    column->addWidget(toolbar);
    column->addWidget(m_banner);
    column->addWidget(makeTable());
    m_server = new ServerCard(this);
    m_server->hide();
    column->addWidget(m_server);
    m_recovery = new RecoveryCard(this);
    m_recovery->hide();
    column->addWidget(m_recovery);
    column->addWidget(makeLower(), 1);
    toolbar->layout()->addWidget(m_drawer->button());
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(content);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(scroll);
    connect(again, &QPushButton::clicked, this, &DatabasesPage::refresh);
    const auto ask = [this](const QString &action, QJsonObject arguments) {
        arguments.insert(QStringLiteral("database"), m_serverController.database());
        emit actionRequested(action, arguments);
    };
    connect(m_server, &ServerCard::actionRequested, this, ask);
    connect(m_recovery, &RecoveryCard::actionRequested, this, ask);
    connect(&m_serverController, &ServerController::changed, this, &DatabasesPage::showServer);
    connect(&m_controller, &DatabasesController::changed, this, &DatabasesPage::show);
    connect(&m_controller, &DatabasesController::checkChanged, this, &DatabasesPage::showReading);
    connect(&m_controller, &DatabasesController::checked, this,
            [this](const QString &sentence) { emit told(sentence, {}); });
    show();
}

QWidget *DatabasesPage::makeToolbar()
{
    auto *bar = new QWidget(this);
    m_check = new Button(tr("Check"), ButtonKind::Normal, QStringLiteral("clipboard-check"), bar);
    m_check->setToolTip(tr("Runs quick_check and foreign_key_check on every database. It only reads."));
    m_browse = new Button(tr("Browse"), ButtonKind::Normal, QStringLiteral("table"), bar);
    m_browse->setToolTip(tr("Look into the tables of the chosen database."));
    m_export = new Button(tr("Export table…"), ButtonKind::Ghost, QStringLiteral("download"), bar);
    m_summary = new Label({}, TextRole::Small, &Tokens::text2, bar);
    m_age = new Pill({}, bar);
    m_loading = new LoadingLine(bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_check);
    layout->addWidget(m_browse);
    layout->addWidget(m_export);
    layout->addStretch(1);
    layout->addWidget(m_summary);
    layout->addWidget(m_age);
    layout->addWidget(m_loading);
    connect(m_check, &QPushButton::clicked, this, &DatabasesPage::checkAll);
    connect(m_browse, &QPushButton::clicked, this, [this] { m_browser->focusTables(); });
    connect(m_export, &QPushButton::clicked, this, &DatabasesPage::saveExport);
    connect(m_loading, &LoadingLine::stopAsked, this, [this] {
        m_controller.stopCheck();
        m_controller.stop();
    });
    return bar;
}

QWidget *DatabasesPage::makeTable()
{
    auto *card = new Card({}, Card::Body::Flush, this);
    m_stack = new QStackedWidget(card);
    m_table = new DataTable(tr("Databases of this instance"), m_stack);
    m_table->setRowHeight(DatabaseRowHeight);
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setStretchColumn(0);
    const int widths[] = {152, 108, 104, 154, 164, 168, 186, 126};
    for (int column = 1; column < static_cast<int>(std::size(widths)); ++column)
        m_table->setColumnWidth(column, widths[column]);
    m_table->setEmptyWidget(new EmptyState(tr("The profile of this service knows no database.")));
    auto *bars = new LoadingBars(m_stack);
    bars->setColumns({160, 100, 90, 140, 150, 150}, DatabaseRowHeight);
    m_stack->addWidget(m_table);
    m_stack->addWidget(bars);
    card->body()->addWidget(m_stack);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &DatabasesPage::showCurrent);
    connect(m_table, &QAbstractItemView::activated, this, [this] { m_browser->focusTables(); });
    return card;
}

QWidget *DatabasesPage::makeLower()
{
    auto *lower = new QWidget(this);
    m_browser = new RowBrowser(m_rows, lower);
    m_browser->setMinimumHeight(BrowserHeight);
    m_pane = new DatabasePane(lower);
    auto *layout = new QHBoxLayout(lower);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_browser, 1);
    m_drawer = new DetailDrawer(m_pane, layout, this);
    connect(m_browser, &RowBrowser::rowsChanged, this, &DatabasesPage::showExport);
    connect(m_pane, &DatabasePane::fullCheckRequested, this,
            [this] { m_controller.check({currentId()}, true); });
    return lower;
}

void DatabasesPage::setSession(const SessionPointer &session)
{
    m_wanted.clear();
    m_serverController.setDatabase({}, {});
    m_rows.setSession(session);
    m_controller.setSession(session);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void DatabasesPage::refresh()
{
    m_isStale = !isVisible();
    if (!isVisible())
        return;
    m_controller.refresh();
    m_serverController.refresh();
}

/// What nobody looks at is not asked for.
void DatabasesPage::hideEvent(QHideEvent *event)
{
    Page::hideEvent(event);
    m_serverController.setWatched(false);
}

void DatabasesPage::showServer()
{
    const Readable<QJsonObject> &overview = m_serverController.overview();
    m_server->setVisible(overview.hasValue || overview.isReading);
    m_server->showServer(overview.value, m_serverController.sizes().value, m_serverController.now());
    m_server->showReading(overview.isReading && !overview.hasValue);
    const Readable<QJsonObject> &recovery = m_serverController.recovery();
    m_recovery->setVisible(recovery.hasValue);
    m_recovery->showState(recovery.value, m_serverController.now());
    const qint64 age = overview.readAt.msecsTo(m_serverController.now());
    const bool isOld = overview.hasValue && (overview.error || age > OldAfter);
    m_server->showAge(isOld ? tr("As of %1, %2 old")
                                  .arg(formatMoment(overview.readAt, shownTime(m_serverController.now())),
                                       formatDuration(age))
                            : QString());
}

void DatabasesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_serverController.setWatched(true);
    if (m_isStale)
        refresh();
}

/// Narrow drops who holds the file, then the picture of the growth.
void DatabasesPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isNarrow = width() < NarrowDatabasesWidth;
    if (isNarrow == m_isNarrow)
        return;
    m_isNarrow = isNarrow;
    fitColumns();
    m_table->viewport()->update();
}

/// A server checks its own files and lets nobody else hold them: where there are no others, the room goes to
/// the addresses.
void DatabasesPage::fitColumns()
{
    const QList<DatabaseState> &rows = m_model.rows();
    const bool isServersOnly =
        !rows.isEmpty()
        && std::all_of(rows.begin(), rows.end(), [](const auto &state) { return state.isOnServer; });
    m_table->setColumnHidden(IntegrityColumn, isServersOnly);
    m_table->setColumnHidden(KeysColumn, isServersOnly);
    m_table->setColumnHidden(HolderColumn, isServersOnly || m_isNarrow);
    m_table->setColumnWidth(RowsColumn, isServersOnly ? 160 : 104);
    m_table->setColumnWidth(GrowthColumn, m_isNarrow ? 120 : 186);
    m_check->setVisible(!isServersOnly);
}

void DatabasesPage::focusFilter()
{
    m_browser->focusFilter();
}

bool DatabasesPage::isReading() const
{
    return m_controller.databases().isReading || m_controller.isChecking() || m_rows.rows().isReading
           || (m_serverController.isReading() && !m_serverController.overview().hasValue);
}

QString DatabasesPage::currentId() const
{
    const QModelIndex index = m_table->currentIndex();
    return index.isValid() ? m_model.rowAt(index).info.id : QString();
}

void DatabasesPage::show()
{
    const Readable<QList<DatabaseState>> &databases = m_controller.databases();
    m_stack->setCurrentIndex(!databases.hasValue && databases.isReading ? 1 : 0);
    m_table->setStale(databases.hasValue && databases.error.has_value());
    showTable();
    showReading();
    showError();
    showCurrent();
}

void DatabasesPage::showTable()
{
    m_model.setRows(m_controller.databases().value);
    fitColumns();
    const bool hasServer = std::any_of(m_model.rows().begin(), m_model.rows().end(),
                                       [](const DatabaseState &state) { return state.isOnServer; });
    const int rows =
        std::clamp(m_model.rowCount(), hasServer ? 1 : 3, MostRows); // the server has its own card
    m_stack->setFixedHeight(HeadHeight + rows * DatabaseRowHeight + 2);
    if (m_table->currentIndex().isValid() || m_model.rowCount() == 0)
        return;
    int wanted = 0;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.rows().at(row).info.id == m_wanted)
            wanted = row;
    }
    m_table->setCurrentIndex(m_model.index(wanted, 0));
}

void DatabasesPage::showReading()
{
    const Readable<QList<DatabaseState>> &databases = m_controller.databases();
    const bool isChecking = m_controller.isChecking();
    m_check->setBusy(isChecking);
    m_check->setEnabled(databases.hasValue);
    m_browse->setEnabled(databases.hasValue);
    if (isChecking)
        m_loading->start(tr("Checking %1").arg(visibleLine(m_controller.checkedFile())));
    else if (!databases.isReading)
        m_loading->stop();
    else if (!databases.hasValue)
        m_loading->start(tr("Reading the databases"));
    const bool isOld = databases.hasValue && databases.error.has_value();
    m_age->setVisible(isOld);
    if (isOld)
        m_age->setPill({tr("As of %1, %2 old")
                            .arg(formatMoment(databases.readAt, shownTime(m_controller.now())),
                                 formatDuration(databases.readAt.msecsTo(m_controller.now()))),
                        Tone::Warn, QStringLiteral("clock-history")});
    qint64 bytes = 0;
    for (const DatabaseState &state : databases.value)
        bytes += state.info.bytes;
    m_summary->setVisible(databases.hasValue && !isChecking && !isOld);
    if (databases.hasValue)
        m_summary->setText(
            tr("%1, read %2 without locking")
                .arg(formatBytes(bytes), shownTime(databases.readAt).toString(QStringLiteral("HH:mm:ss"))));
}

void DatabasesPage::showError()
{
    const std::optional<Error> &error = m_controller.databases().error;
    m_banner->setVisible(error.has_value());
    if (!error)
        return;
    const QString name = m_controller.session() ? m_controller.session()->instance().name : QString();
    m_banner->setBanner(
        bannerOf(StateKind::Down, tr("The databases of %1 cannot be read").arg(visibleLine(name)), *error));
}

void DatabasesPage::showCurrent()
{
    const QString id = currentId();
    const bool isOther = id != m_wanted;
    if (!id.isEmpty())
        m_wanted = id;
    const DatabaseState *state = m_controller.database(id);
    m_pane->showDatabase(state, m_controller.now());
    const bool isOnServer = state && state->isOnServer;
    m_serverController.setDatabase(isOnServer ? m_controller.session() : SessionPointer(),
                                   isOnServer ? id : QString());
    if (isOther || (!m_controller.databases().isReading && !m_controller.isChecking()))
        m_browser->showDatabase(state);
}

void DatabasesPage::showExport()
{
    m_export->setEnabled(m_rows.rows().hasValue && !m_rows.rows().value.cells.isEmpty());
}

void DatabasesPage::checkAll()
{
    QStringList ids;
    for (const DatabaseState &state : m_controller.databases().value)
        ids << state.info.id;
    m_controller.check(ids, false);
}

void DatabasesPage::saveExport()
{
    askAndSave(this, {tr("Export the rows that are shown"), m_browser->csvName(), tr("CSV (*.csv)")},
               m_browser->toCsv().toUtf8(), [this](const QString &sentence) { emit told(sentence, {}); });
}

} // namespace pilothouse
