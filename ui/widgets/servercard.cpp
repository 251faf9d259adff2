// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/servercard.h"

#include "core/postgres/postgresengine.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/equalcolumns.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/usagebar.h"

#include <QHBoxLayout>
#include <QStackedWidget>
#include <QTabBar>

namespace pilothouse {

namespace {

constexpr int MostServerFacts = 8;
constexpr int ServerRowHeight = 40;
constexpr int ServerHeadHeight = 32;
constexpr int FewestServerRows = 3; ///< the sentence of an empty table needs as much
constexpr int MostServerRows = 8;   ///< without scrolling
constexpr double NearlyFull = 0.85;
enum Tab { Sessions, Locks, Sizes };

} // namespace

ServerCard::ServerCard(QWidget *parent)
    : Card(tr("Server"), Body::Padded, parent)
    , m_sessions(sessionColumns(), [](const ServerRow &row) { return row.key; })
    , m_locks(lockColumns(), [](const ServerRow &row) { return row.key; })
    , m_sizes(tableSizeColumns(), [](const ServerRow &row) { return row.key; })
    , m_age(new Pill)
    , m_columns(new EqualColumns(4, 4, 600))
    , m_share(new UsageBar)
    , m_cancel(new Button(tr("Cancel query…"), ButtonKind::Normal))
    , m_end(new Button(tr("End session…"), ButtonKind::QuietDanger))
    , m_vacuum(new Button(tr("Vacuum…"), ButtonKind::Normal))
    , m_analyze(new Button(tr("Analyze…"), ButtonKind::Normal))
    , m_reindex(new Button(tr("Reindex…"), ButtonKind::Normal))
{
    addHeadWidget(m_age);
    m_columns->setGap(28, 12);
    for (int at = 0; at < MostServerFacts; ++at)
        addFact();
    body()->addWidget(m_columns);
    body()->addWidget(makeTabs());
    m_stack = new QStackedWidget;
    m_tables = {makeTable(tr("Sessions of the server"), &m_sessions, {84, 190, 120, 150, 84, 104, 200}, 6,
                          tr("Nobody but Pilothouse is connected.")),
                makeTable(tr("Who waits for whom"), &m_locks, {190, 84, 150, 104, 150, 200}, 5,
                          tr("No session waits for another.")),
                makeTable(tr("Largest tables"), &m_sizes, {200, 104, 96, 104, 96, 84, 96, 112, 96}, 0,
                          tr("The database has no tables yet."))};
    for (DataTable *table : std::as_const(m_tables)) {
        m_stack->addWidget(table);
        connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
                &ServerCard::showButtons);
    }
    body()->addWidget(m_stack);
    showAge({});
    showServer({}, {}, {});
}

void ServerCard::addFact()
{
    auto *holder = new QWidget;
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    const Fact fact{holder, new Label({}, TextRole::SmallStrong, &Tokens::text2),
                    new ElidingLabel({}, Qt::ElideRight, TextRole::Strong),
                    new ElidingLabel({}, Qt::ElideRight, TextRole::Small)};
    fact.more->setInk(&Tokens::text2);
    column->addWidget(fact.caption);
    column->addWidget(fact.value);
    if (m_facts.isEmpty())
        column->addWidget(m_share);
    column->addWidget(fact.more);
    column->addStretch(1);
    m_columns->add(holder);
    m_facts << fact;
}

QWidget *ServerCard::makeTabs()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 4, 0, 0);
    layout->setSpacing(8);
    m_tabs = new QTabBar;
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_tabs->setAccessibleName(tr("What of the server is shown"));
    for (const QString &title : {tr("Sessions"), tr("Locks"), tr("Largest tables")})
        m_tabs->addTab(title);
    layout->addWidget(m_tabs);
    layout->addStretch(1);
    for (Button *button : {m_cancel, m_end, m_vacuum, m_analyze, m_reindex}) {
        button->setSmall(true);
        layout->addWidget(button);
    }
    connect(m_tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_stack->setCurrentIndex(tab);
        fitHeight();
        showButtons();
    });
    connect(m_cancel, &QPushButton::clicked, this,
            [this] { askFor(QStringLiteral("server.cancel-session")); });
    connect(m_end, &QPushButton::clicked, this, [this] { askFor(QStringLiteral("server.end-session")); });
    connect(m_vacuum, &QPushButton::clicked, this, [this] { maintain(QStringLiteral("vacuum")); });
    connect(m_analyze, &QPushButton::clicked, this, [this] { maintain(QStringLiteral("analyze")); });
    connect(m_reindex, &QPushButton::clicked, this, [this] { maintain(QStringLiteral("reindex")); });
    return bar;
}

DataTable *ServerCard::makeTable(const QString &name, QAbstractItemModel *model, const QList<int> &widths,
                                 int stretch, const QString &emptySentence)
{
    auto *table = new DataTable(name);
    table->setRowHeight(ServerRowHeight);
    table->setModel(model);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setStretchColumn(stretch);
    for (int column = 0; column < static_cast<int>(widths.size()); ++column)
        table->setColumnWidth(column, widths.at(column));
    table->setEmptyWidget(new EmptyState(emptySentence));
    return table;
}

void ServerCard::showFacts(const QList<ServiceFact> &facts, double share)
{
    m_columns->setVisible(!facts.isEmpty());
    for (qsizetype at = 0; at < std::min(facts.size(), m_facts.size()); ++at) {
        const Fact &shown = m_facts.at(at);
        const ServiceFact &fact = facts.at(at);
        shown.caption->setText(fact.caption);
        shown.value->setText(fact.value.isEmpty() ? QStringLiteral("\u2014") : fact.value);
        shown.value->setInk(fact.isBad ? &Tokens::downText : &Tokens::text);
        shown.more->setText(fact.more);
    }
    m_share->setShare(std::min(share, 1.0), facts.isEmpty() ? QString() : facts.first().value);
    m_share->setColor(share >= NearlyFull ? &Tokens::downFill : &Tokens::c1);
}

void ServerCard::showServer(const QJsonObject &overview, const QJsonObject &sizes, const QDateTime &now)
{
    showFacts(serverFacts(overview, sizes, now), connectionShare(overview));
    const QList<ServerRow> sessions = sessionRows(overview.value(QLatin1String("sessions")).toArray());
    const QList<ServerRow> locks = lockRows(overview.value(QLatin1String("locks")).toArray());
    m_sessions.setRows(sessions);
    m_locks.setRows(locks);
    m_sizes.setRows(tableSizeRows(sizes.value(QLatin1String("tables")).toArray()));
    fitHeight();
    m_tabs->setTabText(Sessions,
                       sessions.isEmpty() ? tr("Sessions") : tr("Sessions (%1)").arg(sessions.size()));
    m_tabs->setTabText(Locks, locks.isEmpty() ? tr("Locks") : tr("Locks (%1)").arg(locks.size()));
    showButtons();
}

/// As high as what is shown: no empty block below two sessions.
void ServerCard::fitHeight()
{
    const int rows = m_tables.at(m_stack->currentIndex())->model()->rowCount();
    m_stack->setFixedHeight(ServerHeadHeight
                            + std::clamp(rows, FewestServerRows, MostServerRows) * ServerRowHeight);
}

void ServerCard::showAge(const QString &age)
{
    m_age->setVisible(!age.isEmpty());
    if (!age.isEmpty())
        m_age->setPill({age, Tone::Warn, QStringLiteral("clock-history")});
}

void ServerCard::showReading(bool isReading)
{
    setSubtitle(isReading ? tr("being asked") : QString());
}

const ServerRow *ServerCard::current() const
{
    const int tab = m_stack->currentIndex();
    const QModelIndex index = m_tables.at(tab)->currentIndex();
    if (!index.isValid())
        return nullptr;
    const ValueTableModel<ServerRow> *models[] = {&m_sessions, &m_locks, &m_sizes};
    return &models[tab]->rowAt(index);
}

void ServerCard::showButtons()
{
    if (m_tables.isEmpty())
        return;
    const bool isOfTables = m_stack->currentIndex() == Sizes;
    const ServerRow *row = current();
    m_cancel->setVisible(!isOfTables);
    m_end->setVisible(!isOfTables);
    m_cancel->setEnabled(row && row->text("state") == QLatin1String("active"));
    m_cancel->setToolTip(tr("Asks the session to give up what it runs; the session stays."));
    m_end->setEnabled(row != nullptr);
    m_end->setToolTip(tr("Ends the session; its open transaction is taken back."));
    for (Button *button : {m_vacuum, m_analyze, m_reindex}) {
        button->setVisible(isOfTables);
        button->setEnabled(row != nullptr);
    }
}

void ServerCard::askFor(const QString &action)
{
    if (const ServerRow *row = current())
        emit actionRequested(action, {{QStringLiteral("pid"), row->number("pid")},
                                      {QStringLiteral("backendStart"), row->text("backendStart")}});
}

void ServerCard::maintain(const QString &kind)
{
    if (const ServerRow *row = current())
        emit actionRequested(
            QStringLiteral("server.maintain"),
            {{QStringLiteral("kind"), kind},
             {QStringLiteral("table"), relationText(row->text("schema"), row->text("name"))}});
}

} // namespace pilothouse
