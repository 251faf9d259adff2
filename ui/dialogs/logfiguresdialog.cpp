// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/logfiguresdialog.h"

#include "ui/controllers/lognarrowing.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/tabstrip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QSignalBlocker>

namespace pilothouse {

namespace {
constexpr int FigureRowHeight = 30;
constexpr int FigureColumnWidth = 130;
} // namespace

LogFiguresDialog::LogFiguresDialog(LogFiguresController *controller, QWidget *parent)
    : DialogFrame({tr("Count the records of this log"),
                   tr("All of its history. Choose a row to see its records."), QStringLiteral("graph-up")},
                  parent)
    , m_controller(controller)
    , m_question(new QComboBox)
    , m_by(new QComboBox)
    , m_per(new QComboBox)
    , m_slow(new QLineEdit)
    , m_isByQuery(new QCheckBox(tr("Only what is found in the log")))
    , m_isByTimes(new QCheckBox(tr("Only the time that is chosen")))
    , m_isReview(new QCheckBox(tr("What is unusual among requests")))
    , m_summary(new Label({}, TextRole::Small, &Tokens::text2))
    , m_progress(new LoadingLine)
    , m_tabs(new TabStrip)
    , m_table(new DataTable(tr("Figures of the log")))
    , m_empty(new EmptyState({}))
    , m_export(addTool(tr("Export…"), QStringLiteral("filetype-csv")))
    , m_show(addAction(tr("Show these records"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    controller->setParent(this);
    cancelButton()->setText(tr("Close"));
    fillFields();
    layOut();
    connectParts();
    resize(900, 660);
    count();
}

void LogFiguresDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        DialogFrame::keyPressEvent(event);
}

void LogFiguresDialog::fillFields()
{
    LogsController &logs = m_controller->logs();
    m_question->addItem(tr("Of your own"), QString());
    for (const ProfileLogQuestion &question : m_controller->questions())
        m_question->addItem(visibleLine(question.title), question.id);
    m_by->addItem(tr("Part of the program"), QStringLiteral("component"));
    m_by->addItem(tr("Message"), QStringLiteral("message"));
    m_by->addItem(tr("Level"), QStringLiteral("level"));
    for (const QString &field : fieldNamesOf(logs))
        m_by->addItem(visibleLine(field), field);
    m_per->addItem(tr("What fits"), QString());
    m_per->addItem(tr("Minute"), QStringLiteral("minute"));
    m_per->addItem(tr("Hour"), QStringLiteral("hour"));
    m_per->addItem(tr("Day"), QStringLiteral("day"));
    m_slow->setPlaceholderText(tr("such as 1s"));
    const bool hasQuery = !logs.query().text.trimmed().isEmpty() && logs.queryError().isEmpty();
    m_isByQuery->setEnabled(hasQuery);
    m_isByQuery->setChecked(hasQuery);
    m_isByTimes->setEnabled(logs.timeline().times().has_value());
    m_isByTimes->setChecked(logs.timeline().times().has_value());
}

QWidget *LogFiguresDialog::makeFields()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(new LabeledField(tr("Question"), m_question), 3);
    layout->addWidget(new LabeledField(tr("By"), m_by), 3);
    layout->addWidget(new LabeledField(tr("Longer than"), m_slow), 1);
    layout->addWidget(new LabeledField(tr("In each"), m_per), 2);
    return row;
}

QWidget *LogFiguresDialog::makeScope()
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(16);
    layout->addWidget(m_isByQuery);
    layout->addWidget(m_isByTimes);
    layout->addWidget(m_isReview);
    layout->addStretch(1);
    return row;
}

void LogFiguresDialog::layOut()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    line->addWidget(m_summary, 1);
    line->addWidget(m_progress);
    m_table->setModel(&m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setRowHeight(FigureRowHeight);
    m_table->setEmptyWidget(m_empty);
    body()->addWidget(makeFields());
    body()->addWidget(makeScope());
    body()->addLayout(line);
    body()->addWidget(m_tabs);
    body()->addWidget(m_table, 1);
}

void LogFiguresDialog::connectParts()
{
    for (QComboBox *field : {m_question, m_by, m_per})
        connect(field, &QComboBox::activated, this, &LogFiguresDialog::count);
    for (QCheckBox *box : {m_isByQuery, m_isByTimes, m_isReview})
        connect(box, &QCheckBox::clicked, this, &LogFiguresDialog::count);
    connect(m_slow, &QLineEdit::editingFinished, this, [this] {
        if (m_slow->isModified())
            count();
        m_slow->setModified(false);
    });
    connect(m_controller, &LogFiguresController::changed, this, &LogFiguresDialog::showFigures);
    connect(m_progress, &LoadingLine::stopAsked, m_controller, &LogFiguresController::cancel);
    connect(m_tabs->tabs(), &QTabBar::currentChanged, this, &LogFiguresDialog::showTable);
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) { choose(index.row()); });
    connect(m_table, &QTableView::clicked, this, [this] { m_show->setEnabled(true); });
    connect(m_show, &QPushButton::clicked, this, [this] { choose(m_table->currentIndex().row()); });
    connect(m_export, &QPushButton::clicked, this, [this] { emit exportAsked(m_table->toCsv()); });
}

LogFiguresWish LogFiguresDialog::wish() const
{
    const QString question = m_question->currentData().toString();
    LogFiguresWish wish;
    wish.question = question;
    wish.by = question.isEmpty() ? m_by->currentData().toString() : QString();
    wish.per = m_per->currentData().toString();
    wish.slow = m_slow->text();
    wish.isReview = m_isReview->isChecked();
    wish.isByQuery = m_isByQuery->isChecked();
    wish.isByTimes = m_isByTimes->isChecked();
    return wish;
}

void LogFiguresDialog::count()
{
    m_by->setEnabled(m_question->currentData().toString().isEmpty());
    m_controller->start(wish());
}

void LogFiguresDialog::showFigures()
{
    const Readable<QJsonObject> &figures = m_controller->figures();
    if (figures.isReading) {
        m_progress->start(tr("Counting"));
        return;
    }
    m_progress->stop();
    m_summary->setInk(figures.error ? &Tokens::downText : &Tokens::text2);
    m_summary->setText(figures.error      ? visibleText(figures.error->message)
                       : figures.hasValue ? figureSummary(figures.value)
                                          : QString());
    if (figures.error)
        return;
    m_tables = figureTables(figures.value, m_controller->scope());
    const QSignalBlocker blocker(m_tabs->tabs());
    while (m_tabs->tabs()->count() > 0)
        m_tabs->tabs()->removeTab(0);
    int shown = 0;
    for (const FigureTable &table : std::as_const(m_tables)) {
        const int tab = m_tabs->tabs()->addTab(table.title);
        if (table.title == m_shown)
            shown = tab;
    }
    m_tabs->tabs()->setCurrentIndex(shown);
    m_empty->setSentence(tr("No record was found."));
    showTable(shown);
}

void LogFiguresDialog::showTable(int index)
{
    if (m_tables.isEmpty()) {
        m_model.show({});
    } else {
        const FigureTable &table = m_tables.at(std::clamp<qsizetype>(index, 0, m_tables.size() - 1));
        m_shown = table.title;
        m_model.show(table.table);
        const int last = m_model.columnCount() - 1;
        const int wide = table.table.isNumber.value(0) || !table.table.isNumber.value(last) ? last : 0;
        for (int column = 0; column <= last; ++column) {
            m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Interactive);
            m_table->setColumnWidth(column, FigureColumnWidth);
        }
        m_table->setStretchColumn(wide);
    }
    m_export->setEnabled(!m_tables.isEmpty());
    m_show->setEnabled(false);
}

void LogFiguresDialog::choose(int row)
{
    for (const FigureTable &table : std::as_const(m_tables)) {
        if (table.title == m_shown && row >= 0 && !table.filters.value(row).isEmpty())
            emit chosen(table.filters.at(row));
    }
}

} // namespace pilothouse
