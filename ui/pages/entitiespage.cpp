// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/entitiespage.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/loadingbars.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statemark.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QInputDialog>
#include <QStackedWidget>

namespace pilothouse {

namespace {

constexpr int RowHeight = 36;
constexpr int MostFindings = 3;
constexpr int MostSummaryRows = 5;

/// Takes everything out of a row of widgets and deletes it.
void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (item->widget())
            item->widget()->deleteLater();
        delete item;
    }
}

bool isOfFinding(const ProfileEntity &kind, const ProfileEntityAction &action)
{
    return action.isForAll
           && std::any_of(kind.findings.begin(), kind.findings.end(),
                          [&](const ProfileEntityFinding &finding) { return finding.action == action.id; });
}

/// A time as PostgreSQL writes it reads better as a moment.
QString summaryText(const QString &cell)
{
    QDateTime time = QDateTime::fromString(cell.left(23), Qt::ISODateWithMs);
    if (!time.isValid() || !cell.endsWith(QLatin1String("+00")))
        return visibleLine(cell);
    time.setTimeSpec(Qt::UTC);
    return formatMoment(shownTime(time), shownNow());
}

CellValue cellOf(const EntityRow &row, const ProfileColumn &column, bool isFirst)
{
    const QVariant value = row.values.value(column.id);
    if (!value.isValid() || value.isNull())
        return MissingCell{};
    if (column.type == QLatin1String("flag"))
        return TextCell{value.toBool() ? EntitiesPage::tr("Yes") : EntitiesPage::tr("No"), false,
                        !value.toBool()};
    if (column.type == QLatin1String("number"))
        return NumberCell{formatCount(value.toLongLong()), value.toLongLong() == 0};
    if (column.type == QLatin1String("bytes"))
        return NumberCell{formatBytes(value.toLongLong()), value.toLongLong() == 0};
    if (value.typeId() == QMetaType::QDateTime)
        return NumberCell{formatMoment(shownTime(value.toDateTime()), shownNow())};
    return TextCell{visibleLine(value.toString()), isFirst};
}

QVariant sortValue(const EntityRow &row, const ProfileColumn &column)
{
    const QVariant value = row.values.value(column.id);
    return column.type == QLatin1String("text") ? QVariant(value.toString().toCaseFolded()) : value;
}

QList<ValueColumn<EntityRow>> columnsOf(const ProfileEntity &entity)
{
    QList<ValueColumn<EntityRow>> columns;
    for (const ProfileColumn &column : entity.columns) {
        const bool isNumber = column.type == QLatin1String("number") || column.type == QLatin1String("bytes");
        const bool isFirst = columns.isEmpty();
        columns << ValueColumn<EntityRow>(
            column.id, column.title, isNumber ? Qt::AlignRight : Qt::AlignLeft,
            [column, isFirst](const EntityRow &row) { return cellOf(row, column, isFirst); },
            [column](const EntityRow &row) { return sortValue(row, column); });
    }
    return columns;
}

Card *summaryCard(const EntitySummary &summary)
{
    auto *card = new Card(summary.title);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(4);
    for (int column = 0; column < static_cast<int>(summary.columns.size()); ++column) {
        grid->addWidget(new Label(visibleLine(summary.columns[column]), TextRole::Small, &Tokens::text2), 0,
                        column);
        const int rows = std::min(MostSummaryRows, static_cast<int>(summary.rows.size()));
        for (int row = 0; row < rows; ++row) {
            const QString text = summaryText(summary.rows[row].value(column));
            auto *cell = new Label(text.left(60));
            cell->setToolTip(mnemonicSafe(text));
            grid->addWidget(cell, row + 1, column);
        }
    }
    grid->setColumnStretch(static_cast<int>(summary.columns.size()), 1);
    card->body()->addLayout(grid);
    return card;
}

} // namespace

EntitiesPage::EntitiesPage(EntitiesController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
{
    m_proxy.setSortRole(SortRole);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_banner = new Banner(this);
    auto *again = new Button(tr("Try again"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    m_banner->addButton(again);
    m_banner->hide();
    m_findings = new QVBoxLayout;
    m_findings->setSpacing(6);
    m_summaries = new QHBoxLayout;
    m_summaries->setSpacing(12);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(makeToolbar());
    layout->addWidget(m_banner);
    layout->addLayout(m_findings);
    layout->addLayout(m_summaries);
    layout->addWidget(makeTable(), 1);
    connect(again, &QPushButton::clicked, this, &EntitiesPage::refresh);
    connect(&m_controller, &EntitiesController::changed, this, &EntitiesPage::show);
    show();
}

QWidget *EntitiesPage::makeToolbar()
{
    auto *bar = new QWidget(this);
    m_filter = new SearchField(tr("Filter"), tr("Filter the table"), QStringLiteral("funnel"), bar);
    m_filter->setFixedWidth(220);
    m_age = new Label({}, TextRole::Small, &Tokens::text2, bar);
    m_kinds = new QHBoxLayout;
    m_kinds->setSpacing(4);
    m_allActions = new QHBoxLayout;
    m_allActions->setSpacing(8);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(m_kinds);
    layout->addWidget(m_filter);
    layout->addWidget(m_age);
    layout->addStretch(1);
    layout->addLayout(m_allActions);
    connect(m_filter, &QLineEdit::textChanged, &m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    return bar;
}

QWidget *EntitiesPage::makeTable()
{
    auto *card = new Card({}, Card::Body::Flush, this);
    m_stack = new QStackedWidget(card);
    m_table = new DataTable(tr("What the service has of this kind"), m_stack);
    m_table->setRowHeight(RowHeight);
    m_table->setModel(&m_proxy);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setSortingEnabled(true);
    m_table->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    m_empty = new EmptyState({});
    m_table->setEmptyWidget(m_empty);
    auto *bars = new LoadingBars(m_stack);
    bars->setColumns({200, 160, 90, 100, 100}, RowHeight);
    m_stack->addWidget(m_table);
    m_stack->addWidget(bars);
    card->body()->addWidget(m_stack, 1);
    auto *foot = new QWidget(card);
    foot->setFixedHeight(46);
    foot->setObjectName(QStringLiteral("tableFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_chosen = new Label({}, TextRole::Small, &Tokens::text2, foot);
    m_oneActions = new QHBoxLayout;
    m_oneActions->setSpacing(8);
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(16, 0, 16, 0);
    row->addWidget(m_chosen);
    row->addStretch(1);
    row->addLayout(m_oneActions);
    card->body()->addWidget(foot);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &EntitiesPage::showActions);
    return card;
}

QString EntitiesPage::title() const
{
    return tr("Records");
}

void EntitiesPage::setSession(const SessionPointer &session)
{
    m_shownKind.clear();
    m_controller.setSession(session);
    m_isStale = true;
    if (isVisible())
        refresh();
}

void EntitiesPage::refresh()
{
    m_isStale = !isVisible();
    if (isVisible())
        m_controller.refresh();
}

void EntitiesPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void EntitiesPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

bool EntitiesPage::isReading() const
{
    return m_controller.reading().isReading;
}

void EntitiesPage::show()
{
    const Readable<EntityReading> &reading = m_controller.reading();
    const ProfileEntity *kind = m_controller.kind();
    if (const QString id = kind ? kind->id : QString(); id != m_shownKind) {
        m_shownKind = id;
        m_filter->clear();
        showKinds();
        showColumns();
    }
    m_stack->setCurrentIndex(!reading.hasValue && reading.isReading ? 1 : 0);
    m_table->setStale(reading.hasValue && reading.error.has_value());
    if (m_model)
        m_model->setRows(reading.value.rows);
    m_empty->setSentence(!kind                          ? tr("The profile of this service knows no records.")
                         : reading.value.rows.isEmpty() ? tr("There is nothing of this kind.")
                                                        : tr("Nothing matches the filter."));
    m_age->setText(reading.hasValue ? tr("%1, read %2")
                                          .arg(formatCount(reading.value.rows.size()),
                                               formatMoment(shownTime(reading.readAt), shownNow()))
                                    : QString());
    if (!m_table->currentIndex().isValid() && m_proxy.rowCount() > 0)
        m_table->setCurrentIndex(m_proxy.index(0, 0));
    showViews();
    showError();
    showActions();
}

void EntitiesPage::showKinds()
{
    clear(m_kinds);
    for (const ProfileEntity &kind : m_controller.kinds()) {
        const bool isChosen = kind.id == m_shownKind;
        auto *button =
            new Button(mnemonicSafe(kind.plural), isChosen ? ButtonKind::Primary : ButtonKind::Ghost);
        button->setAccessibleName(isChosen ? tr("%1, shown").arg(kind.plural) : kind.plural);
        m_kinds->addWidget(button);
        connect(button, &QPushButton::clicked, this, [this, id = kind.id] { m_controller.choose(id); });
    }
}

/// Another kind has other columns: it gets a model of its own.
void EntitiesPage::showColumns()
{
    const ProfileEntity *kind = m_controller.kind();
    auto model = std::make_unique<Model>(kind ? columnsOf(*kind) : QList<ValueColumn<EntityRow>>(),
                                         [](const EntityRow &row) { return row.key; });
    m_proxy.setSourceModel(model.get());
    m_model = std::move(model);
    m_table->sortByColumn(0, Qt::AscendingOrder);
    for (int column = 0; kind && column < static_cast<int>(kind->columns.size()); ++column) {
        const ProfileColumn &shown = kind->columns[column];
        const bool isText = shown.type == QLatin1String("text");
        m_table->setColumnHidden(column, shown.isHidden);
        m_table->setColumnWidth(column, isText ? 180 : 116);
    }
    m_table->setStretchColumn(0);
}

void EntitiesPage::showViews()
{
    clear(m_findings);
    clear(m_summaries);
    const EntityViews &views = m_controller.reading().value.views;
    const ProfileEntity *kind = m_controller.kind();
    for (const EntityFinding &finding : views.findings.mid(0, MostFindings)) {
        auto *line = new QWidget(this);
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(4, 0, 0, 0);
        row->setSpacing(10);
        auto *advice = new Label(finding.advice, TextRole::Small, &Tokens::text2, line);
        advice->setWrapping(true);
        row->addWidget(new StateMark(StateKind::Warning, 16, line));
        row->addWidget(new Label(finding.text, TextRole::Strong, &Tokens::text, line));
        row->addWidget(advice, 1);
        const ProfileEntityAction *action = kind ? kind->action(finding.action) : nullptr;
        if (action && action->isForAll) {
            auto *button = new Button(mnemonicSafe(action->title), ButtonKind::Normal, {}, line);
            button->setSmall(true);
            row->addWidget(button);
            connect(button, &QPushButton::clicked, this, [this, chosen = *action] { start(chosen); });
        }
        m_findings->addWidget(line);
    }
    for (const EntitySummary &summary : views.summaries)
        m_summaries->addWidget(summaryCard(summary), 1);
    emit countChanged(static_cast<int>(views.findings.size()), false);
}

void EntitiesPage::showError()
{
    const std::optional<Error> &error = m_controller.reading().error;
    m_banner->setVisible(error.has_value());
    if (!error)
        return;
    const QString name = m_controller.session() ? m_controller.session()->instance().name : QString();
    m_banner->setBanner(
        bannerOf(StateKind::Down, tr("The records of %1 cannot be read").arg(visibleLine(name)), *error));
}

const EntityRow *EntitiesPage::current() const
{
    const QModelIndex index = m_proxy.mapToSource(m_table->currentIndex());
    return m_model && index.isValid() ? &m_model->rowAt(index) : nullptr;
}

void EntitiesPage::showActions()
{
    clear(m_allActions);
    clear(m_oneActions);
    const ProfileEntity *kind = m_controller.kind();
    const EntityRow *row = current();
    m_chosen->setText(row ? visibleLine(row->label) : QString());
    for (const ProfileEntityAction &action : kind ? kind->actions : QList<ProfileEntityAction>()) {
        if (isOfFinding(*kind, action)) // it stands beside what it helps with
            continue;
        auto *button = new Button(mnemonicSafe(action.title), ButtonKind::Normal);
        (action.isForAll ? m_allActions : m_oneActions)->addWidget(button);
        const bool isApt =
            action.isForAll || (row && (action.when.isEmpty() || row->values.value(action.when).toBool()));
        if (!isApt)
            button->setRefusal(row ? tr("It does not apply to this one as it is now.")
                                   : tr("Choose one in the table."));
        connect(button, &QPushButton::clicked, this, [this, action] { start(action); });
    }
}

void EntitiesPage::start(const ProfileEntityAction &action)
{
    if (action.request) {
        askLabel(action);
        return;
    }
    QJsonObject arguments{{QStringLiteral("entity"), m_shownKind}, {QStringLiteral("action"), action.id}};
    const EntityRow *row = current();
    if (!action.isForAll && row)
        arguments.insert(QStringLiteral("key"), row->key);
    emit actionRequested(QStringLiteral("entities.run"), arguments);
}

void EntitiesPage::askLabel(const ProfileEntityAction &action)
{
    auto *dialog = new QInputDialog(this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(action.title);
    dialog->setLabelText(tr("What it is for"));
    connect(dialog, &QInputDialog::textValueSelected, this, [this, id = action.id](const QString &label) {
        emit actionRequested(QStringLiteral("entities.run"), {{QStringLiteral("entity"), m_shownKind},
                                                              {QStringLiteral("action"), id},
                                                              {QStringLiteral("label"), label}});
    });
    dialog->open();
}

} // namespace pilothouse
