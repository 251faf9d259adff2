// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/backupstamps.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/linechart.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/stepmark.h"
#include "ui/widgets/tile.h"
#include "ui/widgets/uptimebar.h"
#include "ui/widgets/usagebar.h"
#include "ui/widgets/verdictmark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>

#include <cmath>

namespace pilothouse {
namespace {

QWidget *row(const QList<QWidget *> &widgets, int spacing = 8)
{
    auto *holder = new QWidget;
    auto *layout = new QHBoxLayout(holder);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    for (QWidget *widget : widgets)
        layout->addWidget(widget, 0, Qt::AlignVCenter);
    layout->addStretch(1);
    return holder;
}

Card *buttonsCard()
{
    auto *card = new Card(QStringLiteral("Buttons"));
    card->addHeadWidget(new Label(QStringLiteral("30 high, radius 6, one primary in a view"), TextRole::Small,
                                  &Tokens::text2));
    for (const auto &[kind, name] : buttonKinds()) {
        if (kind == ButtonKind::IconOnly)
            continue;
        auto *plain = new Button(QStringLiteral("Back up now"), kind, QStringLiteral("cloud-arrow-up"));
        auto *bare = new Button(QStringLiteral("Restart\u2026"), kind);
        auto *busy = new Button(QStringLiteral("Verify"), kind, QStringLiteral("shield-check"));
        busy->setBusy(true);
        auto *off = new Button(QStringLiteral("Delete\u2026"), kind, QStringLiteral("trash3"));
        off->setRefusal(QStringLiteral("There is nothing to delete."));
        auto *small = new Button(QStringLiteral("Run drill\u2026"), kind);
        small->setSmall(true);
        auto *caption = new Label(name, TextRole::Small, &Tokens::text2);
        caption->setFixedWidth(80);
        auto *line = row({caption, plain, bare, busy, off, small});
        line->setObjectName(QStringLiteral("buttons-") + name);
        card->body()->addWidget(line);
    }
    auto *toggle =
        new Button(QStringLiteral("Active  301"), ButtonKind::Normal, QStringLiteral("check-circle"));
    toggle->setCheckable(true);
    toggle->setChecked(true);
    auto *focused = new Button(QStringLiteral("Focused"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    focused->setObjectName(QStringLiteral("focused"));
    auto *more = Button::withIcon(QStringLiteral("three-dots"), QStringLiteral("More"));
    card->body()->addWidget(row({toggle, focused, more}));
    return card;
}

Card *fieldsCard()
{
    auto *card = new Card(QStringLiteral("Fields"));
    auto *search =
        new SearchField(QStringLiteral("Filter by name, e-mail or id"), QStringLiteral("Filter users"));
    auto *typed =
        new SearchField(QStringLiteral("agentx"), QStringLiteral("Filter backups"), QStringLiteral("funnel"));
    typed->setText(QStringLiteral("agentx"));
    auto *pair = new QHBoxLayout;
    pair->addWidget(search);
    pair->addWidget(typed);
    card->body()->addLayout(pair);
    auto *name = new QLineEdit(QStringLiteral("portagent-pord"));
    auto *wrong = new LabeledField(QStringLiteral("Type the name of the instance"), name);
    wrong->setError(QStringLiteral("This is not the name of the instance."));
    auto *off = new QLineEdit(QStringLiteral("read from compose.yml"));
    off->setEnabled(false);
    auto *second = new QHBoxLayout;
    second->addWidget(wrong, 1, Qt::AlignTop);
    second->addWidget(new LabeledField(QStringLiteral("Folder"), off), 1, Qt::AlignTop);
    card->body()->addLayout(second);
    auto *choice = new QComboBox;
    choice->addItems({QStringLiteral("Every day"), QStringLiteral("Every week")});
    auto *number = new QSpinBox;
    number->setSuffix(QStringLiteral(" days"));
    auto *check = new QCheckBox(QStringLiteral("Verify after each backup"));
    check->setChecked(true);
    auto *radio = new QRadioButton(QStringLiteral("Keep"));
    radio->setChecked(true);
    card->body()->addWidget(row({choice, number, check, new QCheckBox(QStringLiteral("Off")), radio,
                                 new QRadioButton(QStringLiteral("Remove"))}));
    return card;
}

QWidget *markWithWord(QWidget *mark, const QString &word)
{
    return row({mark, new Label(word, TextRole::Small, &Tokens::text2)}, 8);
}

Card *statesCard()
{
    auto *card = new Card(QStringLiteral("States"));
    auto *grid = new QGridLayout;
    grid->setVerticalSpacing(14);
    for (int kind = 0; kind <= static_cast<int>(StateKind::Healthy); ++kind) {
        const auto state = static_cast<StateKind>(kind);
        auto *words = new Label(stateWord(state), TextRole::Strong);
        auto *marks =
            row({new StateMark(state, 20), new StateMark(state, 14), new StateMark(state, 11), words}, 6);
        grid->addWidget(marks, kind / 5, kind % 5);
    }
    card->body()->addLayout(grid);
    return card;
}

Card *badgesCard()
{
    auto *card = new Card(QStringLiteral("Badges, pills and backup stamps"));
    card->body()->addWidget(row({new Badge({QStringLiteral("Production"), BadgeKind::Production}),
                                 new Badge({QStringLiteral("Staging"), BadgeKind::Staging}),
                                 new Badge({QStringLiteral("Development"), BadgeKind::Development}),
                                 new Badge({QStringLiteral("Training"), BadgeKind::Other})}));
    card->body()->addWidget(
        row({new Pill({QStringLiteral("14 errors in 15 min"), Tone::Warn}),
             new Pill({QStringLiteral("Down 23 min"), Tone::Down}),
             new Pill({QStringLiteral("Active"), Tone::Ok, QStringLiteral("check-lg")}),
             new Pill({QStringLiteral("Disabled"), Tone::Neutral, QStringLiteral("slash-circle")}),
             new Pill({QStringLiteral("Pinned"), Tone::Info, QStringLiteral("pin-angle-fill")})}));
    using S = Station;
    QList<QWidget *> stamps;
    for (const BackupStations &stations :
         {BackupStations{}, BackupStations{S::Reached, S::NotReached, S::NotReached},
          BackupStations{S::Reached, S::Reached, S::NotReached},
          BackupStations{S::Reached, S::Reached, S::Reached},
          BackupStations{S::Failed, S::NotReached, S::NotReached},
          BackupStations{S::Reached, S::Failed, S::NotReached},
          BackupStations{S::Reached, S::Reached, S::Overdue}})
        stamps.append(new BackupStamps(stations));
    card->body()->addWidget(row(stamps, 24));
    card->body()->addWidget(row({new BackupStamps({S::Reached, S::Reached, S::Overdue}, 28)}));
    return card;
}

Card *stepsCard()
{
    auto *card = new Card(QStringLiteral("Steps and verdicts"));
    QList<QWidget *> steps;
    for (int state = 0; state <= static_cast<int>(StepState::NotBegun); ++state)
        steps.append(markWithWord(new StepMark(static_cast<StepState>(state)),
                                  stepWord(static_cast<StepState>(state))));
    card->body()->addWidget(row(steps, 10));
    QList<QWidget *> verdicts;
    for (int verdict = 0; verdict <= static_cast<int>(Verdict::Due); ++verdict)
        verdicts.append(markWithWord(new VerdictMark(static_cast<Verdict>(verdict)),
                                     verdictWord(static_cast<Verdict>(verdict))));
    card->body()->addWidget(row(verdicts, 10));
    return card;
}

Card *typeCard()
{
    auto *card = new Card(QStringLiteral("Type"));
    const std::pair<TextRole, const char *> lines[] = {
        {TextRole::Figure, "212"},
        {TextRole::PageTitle, "portagent-prod"},
        {TextRole::DialogTitle, "Restore agentx.db on portagent-prod"},
        {TextRole::Heading, "The databases cannot be read"},
        {TextRole::Strong, "What needs me now"},
        {TextRole::Body, "Digests match, quick_check passed on copies"},
        {TextRole::Small, "21 h ago, 1.31 GB, 3 databases"},
        {TextRole::Mark, "Production"},
        {TextRole::Code, "sqlite3 data/agentx.db '.restore staged/agentx.db'"}};
    for (const auto &[role, text] : lines)
        card->body()->addWidget(new Label(QLatin1String(text), role));
    return card;
}

QList<double> wave(int count, double base, double swing)
{
    QList<double> values;
    for (int at = 0; at < count; ++at)
        values.append(base + swing * std::sin(at * 0.37) + swing * 0.5 * std::sin(at * 1.7));
    return values;
}

Card *dataCard()
{
    auto *card = new Card(QStringLiteral("Data marks"));
    auto *uptime = new UptimeBar;
    QList<UptimeState> spans(40, UptimeState::Healthy);
    spans[12] = UptimeState::Slow;
    spans[17] = spans[18] = UptimeState::Down;
    spans[25] = spans[26] = UptimeState::NotMeasured;
    uptime->setSpans(spans, QStringLiteral("99.9 % up"), [](int span) { return QString::number(span); });
    auto *spark = new Sparkline;
    spark->setSpark({wave(60, 5, 2), 8.5, &Tokens::c3}, QStringLiteral("14 errors, limit 10"));
    spark->setFixedSize(130, 30);
    card->body()->addWidget(uptime);
    auto *bar = new UsageBar;
    bar->setShare(0.46, QStringLiteral("46 % used"));
    bar->setPeak(0.7);
    bar->setFixedWidth(220);
    auto *path = new ElidingLabel(
        QStringLiteral("/var/backups/portagent-prod/20261121T020000Z-1f2e3d4c/manifest.json"),
        Qt::ElideMiddle, TextRole::Code);
    path->setFixedWidth(260);
    card->body()->addWidget(row({spark, bar, path}, 24));
    card->body()->addWidget(
        new CodeBox(QStringLiteral("cp -a data/agentx.db data/agentx.db.before <b>bold</b>")));
    return card;
}

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
    StepState step = StepState::Done;
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
             StepState::Failed},
            {QStringLiteral("portagent-prod"),
             StateKind::Warning,
             BadgeKind::Production,
             {S::Reached, S::Reached, S::Overdue},
             Verdict::ToKnow,
             StepState::NotKnown},
            {QStringLiteral("atlas-staging"),
             StateKind::BackupStale,
             BadgeKind::Staging,
             {S::Failed, S::NotReached, S::NotReached},
             Verdict::Due,
             StepState::PutBack},
            {QStringLiteral("portagent-lab"),
             StateKind::Working,
             BadgeKind::Development,
             {},
             Verdict::Reading,
             StepState::Working},
            {QStringLiteral("devbuddy-server"),
             StateKind::Healthy,
             BadgeKind::Other,
             {S::Reached, S::Reached, S::Reached},
             Verdict::Holds,
             StepState::Done}};
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

QWidget *makeComponentGallery()
{
    auto *window = new QWidget;
    auto *columns = new QHBoxLayout(window);
    columns->setContentsMargins(16, 16, 16, 16);
    columns->setSpacing(12);
    auto *left = new QVBoxLayout;
    auto *right = new QVBoxLayout;
    for (auto *column : {left, right})
        column->setSpacing(12);
    left->addWidget(buttonsCard());
    left->addWidget(fieldsCard());
    left->addWidget(statesCard());
    left->addStretch(1);
    right->addWidget(typeCard());
    right->addWidget(badgesCard());
    right->addWidget(dataCard());
    right->addWidget(stepsCard());
    right->addStretch(1);
    columns->addLayout(left, 4);
    columns->addLayout(right, 4);
    return window;
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
