// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/overviewpage.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "core/runtime/serviceruntime.h"
#include "ui/pages/overviewtexts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/databasescard.h"
#include "ui/widgets/equalcolumns.h"
#include "ui/widgets/label.h"
#include "ui/widgets/lastbackupcard.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/metricscard.h"
#include "ui/widgets/recentactivitycard.h"
#include "ui/widgets/servicecard.h"
#include "ui/widgets/surroundingscards.h"

#include <QBoxLayout>
#include <QClipboard>
#include <QGuiApplication>
#include <QResizeEvent>

namespace pilothouse {

namespace {

constexpr int ChartHeight = 186;
constexpr int OverviewPageNarrowWidth = 860;
constexpr qint64 WholeCourse = 6 * 3600 - 600; ///< seconds

/// A row of cards whose widths stand in these parts, whatever they hold.
QBoxLayout *rowOf(QWidget *holder, const QList<std::pair<QWidget *, int>> &parts)
{
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (const auto &[widget, stretch] : parts) {
        widget->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        row->addWidget(widget, stretch);
    }
    return row;
}

} // namespace

OverviewPage::OverviewPage(OverviewController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
{
    setScrolled(tr("Overview"), makeContents());
    connect(&m_controller, &OverviewController::changed, this, &OverviewPage::showAll);
    connect(&m_controller, &OverviewController::snapshotTaken, this, [this] {
        if (isVisible())
            m_controller.refreshCourses();
    });
    showAll();
}

QWidget *OverviewPage::makeContents()
{
    auto *contents = new QWidget;
    contents->setProperty("transparent", true);
    contents->resize(1, 1); // else the area measures all of it before anything has its style
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    addBanner(*column);
    m_loading = new Card({}, Card::Body::Flush);
    auto *bars = new LoadingBars;
    bars->setMinimumHeight(240);
    m_loading->body()->addWidget(bars);
    column->addWidget(m_loading);
    column->addWidget(m_service = new ServiceCard);
    m_figures = new QWidget;
    auto *figures = new QVBoxLayout(m_figures);
    figures->setContentsMargins(0, 0, 0, 0);
    figures->setSpacing(12);
    figures->addWidget(makeTiles());
    figures->addWidget(makeCharts());
    figures->addWidget(m_metrics = new MetricsCard);
    figures->addWidget(makeCards());
    column->addWidget(m_figures);
    column->addWidget(m_surroundings = makeSurroundings());
    column->addStretch(1);
    return contents;
}

void OverviewPage::addBanner(QBoxLayout &column)
{
    m_banner = new Banner;
    auto *again = new Button(tr("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    auto *log = new Button(tr("Show log"), ButtonKind::Normal, QStringLiteral("journal-text"));
    auto *copy = new Button(tr("Copy details"), ButtonKind::Ghost, QStringLiteral("clipboard"));
    auto *trouble = new Button(tr("Troubleshooter…"), ButtonKind::Normal, QStringLiteral("heart-pulse"));
    connect(trouble, &QPushButton::clicked, this, &OverviewPage::troubleshootRequested);
    for (Button *button : {trouble, again, log, copy})
        m_banner->addButton(button);
    column.addWidget(m_banner);
    connect(again, &QPushButton::clicked, this, &OverviewPage::refresh);
    connect(log, &QPushButton::clicked, this, [this] { emit pageRequested(QStringLiteral("logs")); });
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_bannerText); });
}

QWidget *OverviewPage::makeTiles()
{
    auto *tiles = new EqualColumns(5, 3, OverviewPageNarrowWidth);
    tiles->setFilled(true);
    const QString pages[] = {{}, {}, {}, QStringLiteral("databases"), QStringLiteral("users")};
    for (const QString &page : pages) {
        auto *tile = new Tile;
        m_tiles << tile;
        tiles->add(tile);
        if (page.isEmpty())
            continue;
        tile->setClickable(true);
        connect(tile, &Tile::clicked, this, [this, page] { emit pageRequested(page); });
    }
    return tiles;
}

QWidget *OverviewPage::makeCharts()
{
    auto *holder = new QWidget;
    auto *response = m_responseCard = new Card(tr("Response time"));
    m_response = new LineChart(tr("Response time in milliseconds, last 6 hours"));
    response->body()->addWidget(m_response);
    auto *usage = m_usageCard = new Card(tr("CPU and memory"));
    usage->addHeadWidget(new ChartLegend(usageSeries({}, 0)));
    m_usage = new LineChart(tr("CPU in percent of a core and memory in percent of its limit, last 6 hours"));
    usage->body()->addWidget(m_usage);
    for (LineChart *chart : {m_response, m_usage})
        chart->setFixedHeight(ChartHeight);
    for (Label *nothing : {m_noResponse = new Label({}, TextRole::Body, &Tokens::text2),
                          m_noUsage = new Label({}, TextRole::Body, &Tokens::text2)}) {
        nothing->setWrapping(true);
        nothing->hide();
    }
    response->body()->addWidget(m_noResponse);
    usage->body()->addWidget(m_noUsage);
    rowOf(holder, {{response, 1}, {usage, 1}});
    return m_charts = holder;
}

QWidget *OverviewPage::makeCards()
{
    auto *holder = new QWidget;
    m_databases = new DatabasesCard;
    m_backup = new LastBackupCard;
    m_activity = new RecentActivityCard;
    m_cards = rowOf(holder, {{m_databases, 4}, {m_backup, 4}, {m_activity, 5}});
    connect(m_backup, &LastBackupCard::backupAsked, this,
            [this] { emit actionRequested(QStringLiteral("backup.create"), {}); });
    connect(m_backup, &LastBackupCard::allAsked, this,
            [this] { emit pageRequested(QStringLiteral("backups")); });
    connect(m_activity, &RecentActivityCard::allAsked, this,
            [this] { emit pageRequested(QStringLiteral("activity")); });
    return holder;
}

QWidget *OverviewPage::makeSurroundings()
{
    auto *holder = new QWidget;
    m_environment = new EnvironmentCard;
    m_mounts = new MountsCard;
    m_surroundingsRow = rowOf(holder, {{m_environment, 1}, {m_mounts, 1}});
    return holder;
}

void OverviewPage::setSession(const SessionPointer &session)
{
    m_controller.setInstance(session ? session->instance().name : QString());
    m_isStale = true;
    if (isVisible())
        refresh();
}

void OverviewPage::refresh()
{
    m_isStale = !isVisible();
    if (isVisible())
        m_controller.refresh();
}

void OverviewPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
    else
        m_controller.refreshCourses();
}

void OverviewPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isNarrow = event->size().width() < OverviewPageNarrowWidth;
    for (QBoxLayout *row : {m_cards, m_surroundingsRow})
        row->setDirection(isNarrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

void OverviewPage::showAll()
{
    const auto snapshot = m_controller.snapshot();
    const bool hasInstance = m_controller.session() != nullptr;
    m_loading->setVisible(hasInstance && !snapshot);
    m_service->setVisible(snapshot.has_value());
    m_figures->setVisible(snapshot.has_value());
    showBanner();
    showSurroundings();
    if (!snapshot)
        return;
    showSnapshot(*snapshot);
    showCharts();
    showBackup();
    showMetrics();
    m_activity->setOperations(m_controller.recentOperations(RecentActivityCard::Lines), m_controller.now());
}

void OverviewPage::showSnapshot(const InstanceSnapshot &snapshot)
{
    m_backup->setSchedule(snapshot.schedule, m_controller.now());
    m_backup->setDrill(snapshot, m_controller.now());
    const QDateTime now = m_controller.now();
    m_service->setService(m_controller.header(), snapshot, m_controller.life().value, shownTime(now));
    const QList<TileData> tiles =
        overviewTiles(snapshot, m_controller.session()->profile(), m_controller.courses().value, now);
    for (qsizetype at = 0; at < m_tiles.size(); ++at)
        m_tiles.at(at)->setTile(tiles.at(at));
    m_databases->setDatabases(snapshot.databases);
}

void OverviewPage::showCharts()
{
    const Readable<OverviewCourses> &courses = m_controller.courses();
    if (!courses.hasValue)
        return;
    const bool isWhole = courses.value.from.secsTo(courses.value.to) >= WholeCourse;
    const QString span =
        isWhole ? tr("last 6 h")
                : tr("since %1").arg(formatMoment(courses.value.from, shownTime(m_controller.now())));
    m_responseCard->setSubtitle(tr("%1, ms").arg(span));
    m_usageCard->setSubtitle(tr("%1, %").arg(span));
    const qint64 limit = memoryLimitOf(m_controller.snapshot(), courses.value);
    m_response->setSeries(responseSeries(courses.value), courses.value.from, courses.value.to);
    m_usage->setSeries(usageSeries(courses.value, limit), courses.value.from, courses.value.to);
    showUnmeasured(courses.value);
}

/// Axes without a line say nothing: a sentence stands in their place, and nothing where neither can be
/// measured.
void OverviewPage::showUnmeasured(const OverviewCourses &courses)
{
    const bool isFiles = m_controller.session()->runtime().kind() == QLatin1String("files");
    const bool hasResponse = !courses.response.isEmpty();
    const bool hasUsage = !courses.cpu.isEmpty() || !courses.memory.isEmpty();
    m_charts->setVisible(hasResponse || hasUsage || !isFiles);
    m_response->setVisible(hasResponse);
    m_noResponse->setVisible(!hasResponse);
    m_noResponse->setText(tr("No answer has been measured: no address of the service has been asked yet."));
    m_usage->setVisible(hasUsage);
    m_noUsage->setVisible(!hasUsage);
    m_noUsage->setText(isFiles ? tr("There is no process to measure: only files are looked at here.")
                               : tr("Nothing has been measured yet."));
}

void OverviewPage::showBackup()
{
    const Readable<LastBackup> &backup = m_controller.backup();
    if (!backup.hasValue)
        return;
    const bool isBad = backup.value.newest && !backup.value.newest->problem.isEmpty();
    m_backup->setBackup(backup.value.counted, isBad ? backup.value.newest->problem : QString(),
                        m_controller.now());
}

void OverviewPage::showMetrics()
{
    const Readable<ServiceMetrics> &metrics = m_controller.metrics();
    m_metrics->setVisible(m_controller.hasMetrics() && (metrics.hasValue || metrics.error));
    if (metrics.error)
        m_metrics->setError(*metrics.error);
    else if (metrics.hasValue)
        m_metrics->setMetrics(metrics.value);
}

void OverviewPage::showSurroundings()
{
    const ServiceSurroundings &surroundings = m_controller.surroundings().value;
    m_surroundings->setVisible(surroundings.isKnown && m_controller.snapshot());
    if (!surroundings.isKnown)
        return;
    const bool isContainer = isContainerKind(m_controller.session()->runtime().kind());
    m_environment->setEntries(surroundings.environment);
    m_mounts->setVisible(isContainer);
    m_mounts->setMounts(surroundings.mounts);
}

void OverviewPage::showBanner()
{
    const std::optional<BannerText> banner =
        m_controller.session() ? overviewBanner(m_controller) : std::nullopt;
    m_banner->setVisible(banner.has_value());
    if (!banner)
        return;
    m_banner->setBanner(*banner);
    m_bannerText = QStringList{banner->heading, banner->sentence, banner->code}.join(u'\n');
}

} // namespace pilothouse
