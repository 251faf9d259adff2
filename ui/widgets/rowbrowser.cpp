// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/rowbrowser.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPlainTextEdit>

namespace pilothouse {

namespace {

constexpr int BrowserHeadHeight = 44;
constexpr int BrowserFootHeight = 40;
constexpr int PillWidth = 720; ///< below it the path needs the room of the second pill
constexpr int TablesWidth = 204;
constexpr int RowBrowserRowHeight = 30;
constexpr int WholeHeight = 62;
constexpr int LeastColumn = 72;
constexpr int MostColumn = 240;

QList<ValueColumn<TableEntry>> tableColumns()
{
    return {{QStringLiteral("table"), RowBrowser::tr("Tables"), Qt::AlignLeft,
             [](const TableEntry &entry) -> CellValue {
                 const QString name =
                     entry.kind.isEmpty() ? entry.table.name : QString(QStringLiteral("  ") + entry.kind);
                 TextCell cell{visibleLine(name)};
                 cell.isCode = true;
                 return cell;
             }},
            {QStringLiteral("rows"), RowBrowser::tr("Rows"), Qt::AlignRight,
             [](const TableEntry &entry) -> CellValue {
                 const QString count = countText(entry.rows, entry.isEstimate);
                 return count.isEmpty() ? CellValue(MissingCell{RowBrowser::tr("Not counted")})
                                        : CellValue(NumberCell{count, entry.rows == 0});
             }}};
}

QList<TableEntry> entriesOf(const DatabaseState &state)
{
    QList<TableEntry> entries;
    for (const TableInfo &table : state.tables) {
        entries << TableEntry{static_cast<int>(entries.size()), table, {}, table.rows, table.isEstimate};
        for (const KeyKind &kind : state.kinds) {
            if (kind.table == table.name)
                entries << TableEntry{static_cast<int>(entries.size()), table, kind.prefix, kind.rows, false};
        }
    }
    return entries;
}

QWidget *line(QWidget *parent, QFrame::Shape shape)
{
    auto *frame = new QWidget(parent);
    if (shape == QFrame::HLine)
        frame->setFixedHeight(1);
    else
        frame->setFixedWidth(1);
    frame->setAutoFillBackground(true);
    frame->setBackgroundRole(QPalette::Mid);
    return frame;
}

} // namespace

RowBrowser::RowBrowser(RowsController &controller, QWidget *parent)
    : Card({}, Body::Flush, parent)
    , m_controller(controller)
    , m_tablesModel(tableColumns(), [](const TableEntry &entry) {
        return QStringLiteral("%1").arg(entry.place, 5, 10, QLatin1Char('0'));
    })
{
    auto *middle = new QHBoxLayout;
    middle->setSpacing(0);
    middle->addWidget(makeTables());
    middle->addWidget(line(this, QFrame::VLine));
    middle->addWidget(makeRows(), 1);
    body()->addWidget(makeHead());
    body()->addWidget(line(this, QFrame::HLine));
    body()->addLayout(middle, 1);
    body()->addWidget(line(this, QFrame::HLine));
    body()->addWidget(makeFoot());
    setTabOrder(m_filter, m_decoded);
    setTabOrder(m_decoded, m_tables);
    setTabOrder(m_tables, m_rows);
    setTabOrder(m_rows, m_whole);
    setTabOrder(m_whole, m_previous);
    setTabOrder(m_previous, m_next);
    connect(&m_controller, &RowsController::changed, this, &RowBrowser::show);
    show();
}

QWidget *RowBrowser::makeHead()
{
    auto *head = new QWidget(this);
    head->setFixedHeight(BrowserHeadHeight);
    m_path = new ElidingLabel({}, Qt::ElideMiddle, TextRole::Strong, head);
    m_layout = new Pill({tr("Key-value")}, head);
    m_filter = new SearchField(tr("Filter rows"), tr("Filter the rows of this table"),
                               QStringLiteral("funnel"), head);
    m_filter->setFixedWidth(150);
    m_decoded = new Button(tr("Decoded"), ButtonKind::Normal, QStringLiteral("clock"), head);
    m_decoded->setCheckable(true);
    m_decoded->setChecked(true);
    m_decoded->setToolTip(tr("Splits JSON into columns and shows numbers that are times as local times. "
                             "Off shows what is stored."));
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(15, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_path, 1);
    layout->addWidget(new Pill({tr("Read-only"), Tone::Neutral, QStringLiteral("eye")}, head));
    layout->addWidget(m_layout);
    layout->addWidget(m_filter);
    layout->addWidget(m_decoded);
    connect(m_filter, &QLineEdit::textChanged, &m_controller, &RowsController::setFilter);
    connect(m_decoded, &QPushButton::toggled, &m_controller, &RowsController::setDecoded);
    return head;
}

QWidget *RowBrowser::makeTables()
{
    m_tables = new DataTable(tr("Tables of this database"), this);
    m_tables->setFixedWidth(TablesWidth);
    m_tables->setRowHeight(RowBrowserRowHeight);
    m_tables->setModel(&m_tablesModel);
    m_tables->setSelectionMode(QAbstractItemView::SingleSelection);
    m_tables->setStretchColumn(0);
    m_tables->setColumnWidth(1, 68);
    m_tables->setEmptyWidget(new EmptyState(tr("No table.")));
    connect(m_tables->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &RowBrowser::openCurrent);
    return m_tables;
}

QWidget *RowBrowser::makeRows()
{
    auto *side = new QWidget(this);
    m_rows = new DataTable(tr("Rows"), side);
    m_rows->setRowHeight(RowBrowserRowHeight);
    m_rows->setModel(&m_rowsModel);
    m_rows->horizontalHeader()->setStretchLastSection(true);
    m_rows->setCornerWidget(new QWidget(m_rows)); // Fusion draws a frame there
    m_empty = new EmptyState(tr("This table has no rows."));
    m_rows->setEmptyWidget(m_empty);
    auto *box = new QWidget(side);
    box->setAutoFillBackground(true);
    box->setBackgroundRole(QPalette::AlternateBase);
    m_wholeTitle = new Label({}, TextRole::SmallStrong, &Tokens::text2, box);
    m_whole = new QPlainTextEdit(box);
    m_whole->setProperty("bare", true);
    m_whole->setReadOnly(true);
    m_whole->setTabChangesFocus(true);
    m_whole->setFrameShape(QFrame::NoFrame);
    m_whole->setFont(fontOf(TextRole::Code));
    m_whole->setFixedHeight(WholeHeight);
    m_whole->setAccessibleName(tr("The whole of the selected row"));
    auto *boxLayout = new QVBoxLayout(box);
    boxLayout->setContentsMargins(16, 6, 12, 8);
    boxLayout->setSpacing(4);
    boxLayout->addWidget(m_wholeTitle);
    boxLayout->addWidget(m_whole);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_rows, 1);
    layout->addWidget(line(side, QFrame::HLine));
    layout->addWidget(box);
    connect(m_rows->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &RowBrowser::showWhole);
    return side;
}

QWidget *RowBrowser::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(BrowserFootHeight);
    m_range = new Label({}, TextRole::Small, &Tokens::text2, foot);
    m_times = new Label({}, TextRole::Small, &Tokens::text2, foot);
    m_times->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_times->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    m_previous = Button::withIcon(QStringLiteral("chevron-left"), tr("Previous page"), foot);
    m_next = Button::withIcon(QStringLiteral("chevron-right"), tr("Next page"), foot);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(15, 4, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_range);
    layout->addWidget(m_times, 1);
    layout->addWidget(m_previous);
    layout->addWidget(m_next);
    connect(m_previous, &QPushButton::clicked, &m_controller, &RowsController::previousPage);
    connect(m_next, &QPushButton::clicked, &m_controller, &RowsController::nextPage);
    return foot;
}

void RowBrowser::showDatabase(const DatabaseState *state)
{
    const QString id = state ? state->info.id : QString();
    const bool isOther = id != m_database;
    m_database = id;
    m_fileName = state ? state->fileName : QString();
    m_filePath = state ? state->info.path : QString();
    m_isKeyValue = state && !state->kinds.isEmpty();
    m_layout->setVisible(m_isKeyValue && width() >= PillWidth);
    m_isOpening = true;
    m_tablesModel.setRows(state ? entriesOf(*state) : QList<TableEntry>());
    if (isOther || !m_tables->currentIndex().isValid())
        m_tables->setCurrentIndex(m_tablesModel.index(0, 0));
    m_isOpening = false;
    openCurrent();
}

void RowBrowser::resizeEvent(QResizeEvent *event)
{
    Card::resizeEvent(event);
    m_layout->setVisible(m_isKeyValue && width() >= PillWidth);
}

void RowBrowser::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

void RowBrowser::focusTables()
{
    m_tables->setFocus(Qt::ShortcutFocusReason);
}

QString RowBrowser::toCsv() const
{
    return m_rowsModel.rowCount() > 0 ? m_rows->toCsv() : QString();
}

QString RowBrowser::csvName() const
{
    const auto &place = m_controller.place();
    QString name = m_database + QLatin1Char('-') + (place ? place->table.name + place->kind : QString());
    for (QChar &character : name) {
        if (!character.isLetterOrNumber() && character != QLatin1Char('-'))
            character = QLatin1Char('_');
    }
    return name + QLatin1String(".csv");
}

void RowBrowser::openCurrent()
{
    if (m_isOpening)
        return;
    const QModelIndex index = m_tables->currentIndex();
    if (!index.isValid()) {
        m_controller.open(std::nullopt);
        return;
    }
    const TableEntry &entry = m_tablesModel.rowAt(index);
    m_controller.open(RowPlace{m_filePath, entry.table, entry.kind, entry.rows, entry.isEstimate});
}

void RowBrowser::show()
{
    const auto &place = m_controller.place();
    QStringList path{visibleLine(m_fileName)};
    if (place)
        path << visibleLine(place->table.name);
    if (place && !place->kind.isEmpty())
        path << visibleLine(place->kind);
    m_path->setText(path.join(QStringLiteral("  \u203A  ")));
    const Readable<RowTable> &rows = m_controller.rows();
    if (!rows.isReading)
        showRows();
    showFoot();
    emit rowsChanged();
}

void RowBrowser::showRows()
{
    const Readable<RowTable> &rows = m_controller.rows();
    if (rows.error)
        m_empty->setSentence(tr("These rows cannot be read: %1").arg(visibleLine(rows.error->message)));
    else if (!m_controller.place())
        m_empty->setSentence(tr("There is no table to look into."));
    else
        m_empty->setSentence(m_filter->text().isEmpty() ? tr("This table has no rows.")
                                                        : tr("No row matches the filter."));
    if (rows.readAt == m_shownAt && rows.hasValue && !rows.error)
        return;
    m_shownAt = rows.readAt;
    const QStringList titles = m_rowsModel.table().titles;
    m_rowsModel.show(rows.error ? RowTable() : rows.value);
    if (titles != m_rowsModel.table().titles) {
        m_rows->resizeColumnsToContents();
        for (int column = 0; column < m_rowsModel.columnCount(); ++column)
            m_rows->setColumnWidth(column,
                                   std::clamp(m_rows->columnWidth(column) + 8, LeastColumn, MostColumn));
    }
    m_rows->setCurrentIndex(m_rowsModel.index(0, 0));
    showWhole();
}

void RowBrowser::showFoot()
{
    const Readable<RowTable> &rows = m_controller.rows();
    const auto &place = m_controller.place();
    const RowTable &table = rows.value;
    m_previous->setEnabled(rows.hasValue && table.offset > 0);
    m_next->setEnabled(rows.hasValue && table.hasMore);
    m_times->setText(
        table.times.isEmpty()
            ? QString()
            : tr("%1: ms since 1970, shown local").arg(visibleLine(table.times.join(QStringLiteral(", ")))));
    if (!place || !rows.hasValue || table.cells.isEmpty()) {
        m_range->setText(rows.isReading ? tr("Reading rows") : QString());
        return;
    }
    const QString range = tr("Rows %1 to %2")
                              .arg(formatCount(table.offset + 1),
                                   formatCount(table.offset + static_cast<qint64>(table.cells.size())));
    const QString count = countText(place->rows, place->isEstimate);
    const bool isWhole = m_filter->text().isEmpty() && !count.isEmpty();
    m_range->setText(tr("%1, by %2, in %3 ms")
                         .arg(isWhole ? tr("%1 of %2").arg(range, count) : range,
                              visibleLine(place->table.keyColumns.join(QStringLiteral(", "))),
                              QString::number(table.milliseconds)));
}

void RowBrowser::showWhole()
{
    const int row = m_rows->currentIndex().row();
    const QList<WholeRow> &wholes = m_rowsModel.table().wholes;
    const bool hasRow = row >= 0 && row < wholes.size();
    m_wholeTitle->setText(hasRow ? visibleLine(wholes.at(row).title) : tr("No row is selected"));
    m_whole->setPlainText(hasRow ? wholes.at(row).text : QString());
}

} // namespace pilothouse
