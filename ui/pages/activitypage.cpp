// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/activitypage.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/activitypane.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/detaildrawer.h"
#include "ui/widgets/emptystate.h"
#include "ui/widgets/filechoice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/statemark.h"

#include <QHBoxLayout>
#include <QSaveFile>
#include <QScrollArea>

#include <utility>

namespace pilothouse {

namespace {

constexpr int ActivityNarrowWidth = 1128; ///< of the page: a window of 1360 less its rail
constexpr int OutcomeWidth = 220;
constexpr int NarrowOutcomeWidth = 180;

enum ActivityColumn { WhenColumn, WhatColumn, WhoColumn, OutcomeColumn };

QString whatSecond(const OperationView &view)
{
    if (!view.reason.isEmpty())
        return visibleLine(view.reason);
    return view.error ? visibleLine(view.error->message) : view.action;
}

QList<ValueColumn<OperationView>> columns()
{
    const auto when = [](const OperationView &view) -> CellValue {
        return NumberCell{formatMoment(view.startedAt, shownNow())};
    };
    const auto what = [](const OperationView &view) -> CellValue {
        return TwoLineCell{visibleLine(view.title), whatSecond(view)};
    };
    const auto who = [](const OperationView &view) -> CellValue {
        if (view.actor.isEmpty())
            return MissingCell{};
        return TextCell{visibleLine(view.actor)};
    };
    const auto outcome = [](const OperationView &view) -> CellValue {
        return StateCell{stateOf(view), view.outcomeText()};
    };
    return {
        {QStringLiteral("when"), ActivityPage::tr("When"), Qt::AlignLeft, when,
         [](const OperationView &view) { return QVariant(view.startedAt); }},
        {QStringLiteral("what"), ActivityPage::tr("What"), Qt::AlignLeft, what, {}},
        {QStringLiteral("who"), ActivityPage::tr("Who"), Qt::AlignLeft, who, {}},
        {QStringLiteral("outcome"), ActivityPage::tr("Outcome"), Qt::AlignLeft, outcome, {}},
    };
}

} // namespace

ActivityPage::ActivityPage(ActivityController &controller, QWidget *parent)
    : Page(parent)
    , m_controller(controller)
    , m_model(columns(), [](const OperationView &view) { return view.id.toString(); })
{
    m_proxy.setSourceModel(&m_model);
    m_proxy.setSortRole(SortRole);
    m_proxy.setFilterKeyColumn(-1);
    m_proxy.setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_pane = new ActivityPane;
    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_pane);
    scroll->setWidgetResizable(true);
    scroll->setFixedWidth(376);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_pane->setProperty("transparent", true);
    auto *middle = new QHBoxLayout;
    middle->setSpacing(12);
    middle->addWidget(makeTable(), 1);
    auto *drawer = new DetailDrawer(scroll, middle, this);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 16, 20, 16);
    layout->setSpacing(12);
    QWidget *toolbar = makeToolbar();
    toolbar->layout()->addWidget(drawer->button());
    layout->addWidget(toolbar);
    layout->addLayout(middle, 1);
    connect(&m_controller, &ActivityController::changed, this, &ActivityPage::show);
    connect(m_pane, &ActivityPane::undoRequested, this, &ActivityPage::undoRequested);
}

/// In a narrow window what was done needs the room; by whom is in the pane.
void ActivityPage::resizeEvent(QResizeEvent *event)
{
    Page::resizeEvent(event);
    const bool isNarrow = width() < ActivityNarrowWidth;
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow)
        return; // what the operator made of the columns stays
    m_table->setColumnHidden(WhoColumn, isNarrow);
    m_table->setColumnWidth(OutcomeColumn, isNarrow ? NarrowOutcomeWidth : OutcomeWidth);
}

QWidget *ActivityPage::makeToolbar()
{
    auto *bar = new QWidget(this);
    m_filter = new SearchField(tr("Filter by action, person or outcome"), tr("Filter operations"),
                               QStringLiteral("funnel"), bar);
    m_filter->setFixedWidth(300);
    auto *verify = new Button(tr("Verify chain"), ButtonKind::Ghost, QStringLiteral("link-45deg"), bar);
    auto *exportAll = new Button(tr("Export…"), ButtonKind::Normal, QStringLiteral("download"), bar);
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_filter);
    layout->addStretch(1);
    layout->addWidget(verify);
    layout->addWidget(exportAll);
    connect(m_filter, &QLineEdit::textChanged, &m_proxy, &QSortFilterProxyModel::setFilterFixedString);
    connect(verify, &QPushButton::clicked, &m_controller, &ActivityController::refresh);
    connect(exportAll, &QPushButton::clicked, this, &ActivityPage::saveExport);
    return bar;
}

QWidget *ActivityPage::makeTable()
{
    auto *card = new Card({}, Card::Body::Flush, this);
    m_table = new DataTable(tr("Operations of this instance"), card);
    m_table->setModel(&m_proxy);
    m_table->setRowHeight(44);
    m_table->setStretchColumn(WhatColumn);
    m_table->setColumnWidth(WhenColumn, 128);
    m_table->setColumnWidth(WhoColumn, 90);
    m_table->setColumnWidth(OutcomeColumn, OutcomeWidth);
    m_table->setEmptyWidget(new EmptyState(tr("Nothing has been done to this instance yet.")));
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(WhenColumn, Qt::DescendingOrder);
    card->body()->addWidget(m_table, 1);
    card->body()->addWidget(makeFoot());
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &ActivityPage::showCurrent);
    return card;
}

QWidget *ActivityPage::makeFoot()
{
    auto *foot = new QWidget(this);
    foot->setFixedHeight(46);
    foot->setObjectName(QStringLiteral("tableFoot"));
    foot->setAttribute(Qt::WA_StyledBackground);
    m_chainMark = new StateMark(StateKind::NotChecked, 16, foot);
    m_chainTitle = new Label({}, TextRole::Strong, &Tokens::text, foot);
    m_chainText = new Label({}, TextRole::Small, &Tokens::text2, foot);
    auto *layout = new QHBoxLayout(foot);
    layout->setContentsMargins(16, 0, 16, 0);
    layout->setSpacing(10);
    layout->addWidget(m_chainMark);
    layout->addWidget(m_chainTitle);
    layout->addWidget(m_chainText, 1);
    return foot;
}

void ActivityPage::setSession(const SessionPointer &session)
{
    m_hasSession = session != nullptr;
    m_pane->showNothing();
    m_controller.setInstance(session ? session->instance().name : QString());
    m_isStale = true;
    if (isVisible())
        refresh();
}

void ActivityPage::refresh()
{
    m_isStale = !isVisible();
    if (m_hasSession && isVisible())
        m_controller.refresh();
}

void ActivityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (m_isStale)
        refresh();
}

void ActivityPage::focusFilter()
{
    m_filter->setFocus(Qt::ShortcutFocusReason);
}

bool ActivityPage::isReading() const
{
    return m_controller.audit().isReading;
}

void ActivityPage::show()
{
    m_model.setRows(m_controller.operations());
    showFoot();
    if (!m_table->currentIndex().isValid() && m_proxy.rowCount() > 0)
        m_table->setCurrentIndex(m_proxy.index(0, 0));
    showCurrent();
}

void ActivityPage::showFoot()
{
    const Readable<AuditReading> &audit = m_controller.audit();
    if (audit.error) {
        m_chainMark->setState(StateKind::Warning);
        m_chainTitle->setText(tr("The audit cannot be read"));
        m_chainText->setText(visibleLine(audit.error->message));
        return;
    }
    if (!audit.hasValue) {
        m_chainMark->setState(StateKind::NotChecked);
        m_chainTitle->setText(tr("Reading the audit"));
        m_chainText->setText({});
        return;
    }
    const AuditVerdict &verdict = audit.value.verdict;
    m_chainMark->setState(verdict.isIntact ? StateKind::Healthy : StateKind::Down);
    m_chainTitle->setInk(verdict.isIntact ? &Tokens::text : &Tokens::downText);
    m_chainTitle->setText(verdict.isIntact
                              ? tr("Verified to record %1").arg(formatCount(verdict.lastSequence))
                              : tr("Record %1 does not follow").arg(formatCount(verdict.firstBroken)));
    const bool isPlain = verdict.isIntact && verdict.problem.isEmpty();
    m_chainText->setText(isPlain ? tr("Every record follows from the one before. Checked %1.")
                                       .arg(formatMoment(audit.readAt, shownNow()))
                                 : visibleLine(verdict.problem));
}

void ActivityPage::showCurrent()
{
    const QModelIndex index = m_proxy.mapToSource(m_table->currentIndex());
    if (!index.isValid()) {
        m_pane->showNothing();
        return;
    }
    const OperationView view = m_model.rowAt(index);
    m_pane->showOperation(view, m_controller.recordsOf(view.id), m_controller.audit().value.verdict.isIntact);
}

void ActivityPage::saveExport()
{
    const FileQuestion question{tr("Export the audit"), QStringLiteral("audit.jsonl"),
                                tr("JSON lines (*.jsonl)")};
    askNewFile(this, question, [this](const QString &path) {
        m_controller.exportRecords(this, [this, path](const Result<QByteArray> &lines) {
            QSaveFile file(path);
            const bool isSaved = lines && file.open(QIODevice::WriteOnly)
                                 && file.write(*lines) == lines->size() && file.commit();
            emit told(isSaved ? tr("The audit was exported to %1.").arg(path)
                              : tr("The audit was not exported: %1")
                                    .arg(lines ? file.errorString() : lines.error().message),
                      {});
        });
    });
}

} // namespace pilothouse
