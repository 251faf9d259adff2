// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tile.h"

#include <cmath>

namespace pilothouse {
namespace {

QList<ChartSeries> chartSeries()
{
    ChartSeries upper{QStringLiteral("p95"), &Tokens::c1, true, {}};
    ChartSeries lower{QStringLiteral("p50"), &Tokens::c2, false, {}};
    const double start = 1'795'190'400'000; // a fixed evening, so that pictures do not change
    for (int minute = 0; minute <= 360; minute += 2) {
        upper.points.append(
            {start + minute * 60'000.0, 130 + 25 * std::sin(minute * 0.05) + 9 * std::sin(minute * 0.31)});
        lower.points.append({start + minute * 60'000.0, 48 + 5 * std::sin(minute * 0.08)});
    }
    return {upper, lower};
}

Card *chartCard()
{
    auto *card = new Card(QStringLiteral("Response time"));
    card->setSubtitle(QStringLiteral("last 6 h, ms"));
    const QList<ChartSeries> series = chartSeries();
    card->addHeadWidget(new ChartLegend(series));
    auto *chart = new LineChart(QStringLiteral("Response time, last 6 hours"));
    chart->setSeries(series,
                     QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(series.first().points.first().x())),
                     QDateTime::fromMSecsSinceEpoch(static_cast<qint64>(series.first().points.last().x())));
    chart->setFixedHeight(200);
    card->body()->addWidget(chart);
    return card;
}

QWidget *tiles()
{
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    const TileData all[] = {{QStringLiteral("Response p95"),
                             QStringLiteral("212"),
                             QStringLiteral("ms"),
                             QStringLiteral("Limit 500 ms"),
                             false,
                             {wave(50, 6, 2), {}, &Tokens::c1}},
                            {QStringLiteral("Errors, 15 min"),
                             QStringLiteral("14"),
                             {},
                             QStringLiteral("Over the limit of 10"),
                             true,
                             {wave(50, 4, 2), 9.0, &Tokens::c3}},
                            {QStringLiteral("Memory"),
                             QStringLiteral("612"),
                             QStringLiteral("MB"),
                             QStringLiteral("of 2 GB limit"),
                             false,
                             {wave(50, 5, 1), {}, &Tokens::c4}}};
    for (const TileData &data : all) {
        auto *tile = new Tile;
        tile->setTile(data);
        layout->addWidget(tile);
    }
    return holder;
}

/// A row of the table that has every kind of cell.
struct FleetRow
{
    QString name;
    StateKind state = StateKind::Healthy;
    BadgeKind environment = BadgeKind::Production;
    BackupStations stations;
    Verdict verdict = Verdict::Holds;
    StepLook step = StepLook::Done;
    bool operator==(const FleetRow &) const = default;
};

using FleetModel = ValueTableModel<FleetRow>;

QList<FleetRow> fleetRows()
{
    using S = Station;
    return {{QStringLiteral("agentfs-eu"),
             StateKind::Down,
             BadgeKind::Production,
             {S::Reached, S::Reached, S::NotReached},
             Verdict::InTheWay,
             StepLook::Failed},
            {QStringLiteral("portagent-prod"),
             StateKind::Warning,
             BadgeKind::Production,
             {S::Reached, S::Reached, S::Overdue},
             Verdict::ToKnow,
             StepLook::NotKnown},
            {QStringLiteral("atlas-staging"),
             StateKind::BackupStale,
             BadgeKind::Staging,
             {S::Failed, S::NotReached, S::NotReached},
             Verdict::Due,
             StepLook::PutBack},
            {QStringLiteral("portagent-lab"),
             StateKind::Working,
             BadgeKind::Development,
             {},
             Verdict::Reading,
             StepLook::Working},
            {QStringLiteral("devbuddy-server"),
             StateKind::Healthy,
             BadgeKind::Other,
             {S::Reached, S::Reached, S::Reached},
             Verdict::Holds,
             StepLook::Done}};
}

QList<ValueColumn<FleetRow>> fleetColumns()
{
    using R = FleetRow;
    QList<UptimeState> spans(60, UptimeState::Healthy);
    spans[40] = UptimeState::Slow;
    spans[55] = UptimeState::Down;
    const auto left = Qt::AlignLeft;
    return {{QStringLiteral("state"), {}, left, [](const R &shown) { return StateCell{shown.state}; }},
            {QStringLiteral("name"), QStringLiteral("Instance"), left,
             [](const R &shown) {
                 return TextCell{shown.name, true};
             }},
            {QStringLiteral("environment"), QStringLiteral("Environment"), left,
             [](const R &shown) {
                 return BadgeCell{QStringLiteral("Production"), shown.environment};
             }},
            {QStringLiteral("health"), QStringLiteral("Health, last 24 h"), left,
             [spans](const R &) {
                 return UptimeCell{spans, QStringLiteral("99.9 % up")};
             }},
            {QStringLiteral("response"), QStringLiteral("Response p95"), left,
             [](const R &) {
                 return SparkCell{wave(40, 5, 1), QStringLiteral("212 ms")};
             }},
            {QStringLiteral("errors"), QStringLiteral("Errors"), Qt::AlignRight,
             [](const R &shown) {
                 const bool isBad = shown.state == StateKind::Warning;
                 return NumberCell{isBad ? QStringLiteral("14") : QStringLiteral("0"), !isBad,
                                   isBad ? Tone::Warn : Tone::Neutral};
             }},
            {QStringLiteral("disk"), QStringLiteral("Disk"), left,
             [](const R &) {
                 return BarCell{0.46, QStringLiteral("46 %")};
             }},
            {QStringLiteral("backup"), QStringLiteral("Last backup"), left,
             [](const R &shown) {
                 return StampsCell{shown.stations, QStringLiteral("Verified 3 h ago")};
             }},
            {QStringLiteral("verdict"), QStringLiteral("Integrity"), left,
             [](const R &shown) {
                 return VerdictCell{shown.verdict, verdictWord(shown.verdict),
                                    QStringLiteral("quick_check, 21 h ago")};
             }},
            {QStringLiteral("step"), QStringLiteral("Outcome"), left, [](const R &shown) {
                 return StepCell{shown.step, stepWord(shown.step)};
             }}};
}

Banner *banner()
{
    auto *shown = new Banner;
    shown->setBanner({StateKind::Down, QStringLiteral("The databases of agentfs-eu cannot be read"),
                      QStringLiteral("PostgreSQL is still recovering; it often takes a few minutes."),
                      QStringLiteral("FATAL: the database system is starting up <57P03>")});
    shown->addButton(
        new Button(QStringLiteral("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat")));
    shown->setNote(QStringLiteral("Next try by itself in 24 s"));
    return shown;
}

} // namespace

QList<double> wave(int count, double base, double swing)
{
    QList<double> values;
    for (int at = 0; at < count; ++at)
        values.append(base + swing * std::sin(at * 0.37) + swing * 0.5 * std::sin(at * 1.7));
    return values;
}

std::unique_ptr<ValueTableModel<GalleryUser>> makeUserModel()
{
    using Row = GalleryUser;
    const QList<ValueColumn<Row>> columns = {
        {QStringLiteral("user"), QStringLiteral("User"), Qt::AlignLeft,
         [](const Row &user) {
             return TwoLineCell{user.name, user.id, !user.isActive};
         }},
        {QStringLiteral("state"), QStringLiteral("State"), Qt::AlignLeft,
         [](const Row &user) {
             return user.isActive
                        ? PillCell{QStringLiteral("Active"), Tone::Ok, QStringLiteral("check-lg")}
                        : PillCell{QStringLiteral("Disabled"), Tone::Neutral, QStringLiteral("slash-circle")};
         }},
        {QStringLiteral("sessions"), QStringLiteral("Sessions"), Qt::AlignRight,
         [](const Row &user) {
             return NumberCell{QString::number(user.sessions), user.sessions == 0};
         },
         [](const Row &user) { return user.sessions; }},
        {QStringLiteral("size"), QStringLiteral("Data"), Qt::AlignRight, [](const Row &user) -> CellValue {
             if (user.size.isEmpty())
                 return MissingCell{QStringLiteral("Not measured")};
             return NumberCell{user.size};
         }}};
    return std::make_unique<ValueTableModel<Row>>(columns, [](const Row &user) { return user.id; });
}

QList<GalleryUser> galleryUsers()
{
    return {
        {QStringLiteral("Anna Kessler"), QStringLiteral("anna.kessler"), true, 41, QStringLiteral("2.1 MB")},
        {QStringLiteral("<b>Bold</b> & S\u00F6hne"), QStringLiteral("bold-soehne"), true, 12,
         QStringLiteral("640 kB")},
        {QStringLiteral("=HYPERLINK(\"http://x\")"), QStringLiteral("formula"), true, 0, QString()},
        {QStringLiteral("Mats Lindqvist"), QStringLiteral("m.lindqvist"), false, 188,
         QStringLiteral("14 MB")},
        {QStringLiteral("Oberstufenzentrum Schulung Nord mit sehr langem Namen"),
         QStringLiteral("schulung12"), true, 27, QStringLiteral("1.9 MB")}};
}

QWidget *makeCellGallery()
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    auto *line = new LoadingLine;
    line->start(QStringLiteral("Reading users from portagent.db"));
    column->addWidget(line);
    auto *model = new FleetModel(
        fleetColumns(), [](const FleetRow &shown) { return shown.name; }, window);
    model->setRows(fleetRows());
    auto *card = new Card(QStringLiteral("All instances"), Card::Body::Flush);
    card->addHeadWidget(new SearchField(QStringLiteral("Filter"), QStringLiteral("Filter instances"),
                                        QStringLiteral("funnel")));
    auto *table = new DataTable(QStringLiteral("Instances"));
    table->setModel(model);
    const int widths[] = {46, 180, 124, 150, 156, 92, 160, 190, 150, 190};
    for (int at = 0; at < 10; ++at)
        table->setColumnWidth(at, widths[at]);
    table->setSortingEnabled(true);
    table->sortByColumn(1, Qt::AscendingOrder);
    table->selectRow(1);
    card->body()->addWidget(table);
    column->addWidget(card, 1);
    auto *loading = new Card({}, Card::Body::Flush);
    auto *bars = new LoadingBars;
    bars->setObjectName(QStringLiteral("bars"));
    bars->setMinimumHeight(160);
    loading->body()->addWidget(bars);
    column->addWidget(loading);
    return window;
}

QWidget *makePageGallery(QAbstractItemModel &users)
{
    auto *window = new QWidget;
    auto *column = new QVBoxLayout(window);
    column->setContentsMargins(20, 16, 20, 16);
    column->setSpacing(12);
    column->addWidget(banner());
    column->addWidget(tiles());
    column->addWidget(chartCard());
    auto *card = new Card({}, Card::Body::Flush);
    auto *table = new DataTable(QStringLiteral("Users"));
    table->setModel(&users);
    table->setRowHeight(44);
    table->setStretchColumn(0);
    table->setEmptyWidget(new EmptyState(QStringLiteral("No user yet."), QStringLiteral("Add user\u2026")));
    table->selectRow(1);
    card->body()->addWidget(table);
    column->addWidget(card, 1);
    return window;
}

} // namespace pilothouse
