// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/findpane.h"

#include "ui/models/foreigntext.h"
#include "ui/models/roles.h"
#include "ui/widgets/button.h"
#include "ui/widgets/candidatedelegate.h"
#include "ui/widgets/filechoice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/rule.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/verdictmark.h"

#include <QListView>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int PlacesWidth = 236;

QString nameOf(DiscoverySource source)
{
    switch (source) {
    case DiscoverySource::Containers:
        return FindPane::tr("Containers and projects");
    case DiscoverySource::Units:
        return FindPane::tr("systemd units");
    case DiscoverySource::Processes:
        return FindPane::tr("Processes that listen");
    case DiscoverySource::Folders:
        break;
    }
    return FindPane::tr("Data folders");
}

/// A mark, a name, and what that place says.
QWidget *placeRow(Verdict verdict, const QString &name, const QString &state)
{
    auto *row = new QWidget;
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 6, 0, 6);
    line->setSpacing(10);
    line->addWidget(new VerdictMark(verdict), 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(1);
    column->addWidget(new Label(name, TextRole::Medium));
    auto *text =
        new Label(state, TextRole::Small, verdict == Verdict::ToKnow ? &Tokens::warnText : &Tokens::text2);
    text->setWrapping(true);
    column->addWidget(text);
    line->addLayout(column, 1);
    row->setAccessibleName(visibleLine(name + QStringLiteral(": ") + state));
    return row;
}

} // namespace

FindPane::FindPane(DiscoveryController &discovery, QWidget *parent)
    : QWidget(parent)
    , m_discovery(discovery)
    , m_model([this](const QString &profile) { return m_discovery.titleOf(profile); })
    , m_filtered(new QSortFilterProxyModel(this))
{
    m_filtered->setSourceModel(&m_model);
    m_filtered->setFilterCaseSensitivity(Qt::CaseInsensitive);
    auto *halves = new QHBoxLayout(this);
    halves->setContentsMargins(0, 0, 0, 0);
    halves->setSpacing(0);
    halves->addWidget(makePlaces());
    halves->addWidget(new Rule(Qt::Vertical));
    halves->addWidget(makeFound(), 1);
    connect(&m_discovery, &DiscoveryController::changed, this, &FindPane::showState);
    showState();
}

void FindPane::focusFirst()
{
    if (m_list->isHidden())
        m_filter->setFocus();
    else
        m_list->setFocus();
}

QWidget *FindPane::makePlaces()
{
    auto *pane = new QWidget;
    pane->setFixedWidth(PlacesWidth);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(24, 14, 12, 12);
    column->setSpacing(4);
    column->addWidget(new Label(tr("Where to look"), TextRole::SmallStrong, &Tokens::text2));
    m_places = new QVBoxLayout;
    m_places->setSpacing(0);
    column->addLayout(m_places);
    column->addStretch(1);
    auto *folder = new Button(tr("Another folder…"), ButtonKind::Ghost, QStringLiteral("plus-lg"));
    connect(folder, &QPushButton::clicked, this, &FindPane::addFolder);
    column->addWidget(folder, 0, Qt::AlignLeft);
    return pane;
}

QWidget *FindPane::makeFound()
{
    auto *pane = new QWidget;
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(16, 8, 16, 8);
    head->setSpacing(8);
    head->addWidget(new Label(tr("Found on this machine"), TextRole::Strong));
    m_count = new Label({}, TextRole::Small, &Tokens::text2);
    head->addWidget(m_count, 1);
    m_filter = new SearchField(tr("Filter"), tr("Filter what was found"), QStringLiteral("funnel"));
    m_filter->setFixedWidth(130);
    head->addWidget(m_filter);
    m_again = Button::withIcon(QStringLiteral("arrow-repeat"), tr("Look again"));
    head->addWidget(m_again);
    column->addLayout(head);
    column->addWidget(new Rule(Qt::Horizontal));
    m_list = new QListView;
    m_list->setModel(m_filtered);
    m_list->setItemDelegate(new CandidateDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setAccessibleName(tr("Found on this machine"));
    m_empty = new Label({}, TextRole::Body, &Tokens::text2);
    m_empty->setAlignment(Qt::AlignCenter);
    m_empty->setWordWrap(true);
    column->addWidget(m_list, 1);
    column->addWidget(m_empty, 1);
    column->addWidget(new Rule(Qt::Horizontal));
    m_why = new Label({}, TextRole::Small, &Tokens::text2);
    m_why->setWrapping(true);
    m_why->setContentsMargins(16, 10, 16, 10);
    column->addWidget(m_why);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &QSortFilterProxyModel::setFilterFixedString);
    connect(m_again, &QPushButton::clicked, this, [this] { m_discovery.start(m_discovery.folders()); });
    connect(m_list, &QListView::activated, this, &FindPane::taken);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &FindPane::showChosen);
    return pane;
}

void FindPane::addFolder()
{
    askFolder(this, {tr("Look through a folder"), {}, {}}, [this](const QString &folder) {
        m_discovery.start(m_discovery.folders() + QStringList{folder});
    });
}

const Candidate *FindPane::chosen() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? &m_model.candidate(index.data(KeyRole).toInt()) : nullptr;
}

QString FindPane::stateOf(DiscoverySource source) const
{
    const SourceReport *report = m_discovery.report(source);
    if (m_discovery.isReading(source) || !report)
        return tr("reading");
    if (report->error)
        return visibleLine(report->error->message);
    return tr("%n found", nullptr, static_cast<int>(report->candidates.size()));
}

void FindPane::showPlaces()
{
    while (QLayoutItem *item = m_places->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const DiscoverySource source : DiscoverySources) {
        const SourceReport *report = m_discovery.report(source);
        const bool isReading = m_discovery.isReading(source) || !report;
        const Verdict verdict = isReading       ? Verdict::Reading
                                : report->error ? Verdict::ToKnow
                                                : Verdict::Holds;
        m_places->addWidget(placeRow(verdict, nameOf(source), stateOf(source)));
    }
}

void FindPane::showState()
{
    const Candidate *before = chosen();
    const QString title = before ? before->title : QString();
    m_model.setCandidates(m_discovery.candidates());
    int fresh = 0;
    for (int row = 0; row < m_model.rowCount(); ++row)
        fresh += m_model.candidate(row).knownAs.isEmpty() ? 1 : 0;
    for (int row = 0; row < m_filtered->rowCount() && (!chosen() || chosen()->title != title); ++row) {
        const QModelIndex index = m_filtered->index(row, 0);
        if (row == 0 || m_model.candidate(index.data(KeyRole).toInt()).title == title)
            m_list->setCurrentIndex(index);
    }
    showPlaces();
    m_count->setText(tr("%n service(s)", nullptr, m_model.rowCount()) + QStringLiteral(", ")
                     + tr("%n not in the list", nullptr, fresh));
    m_again->setBusy(m_discovery.isReading());
    m_empty->setText(m_discovery.isReading()
                         ? tr("Looking for services.")
                         : tr("No service was found. Describe it by hand, or look through another folder."));
    m_list->setVisible(m_model.rowCount() > 0);
    m_empty->setVisible(m_model.rowCount() == 0);
    showChosen();
}

void FindPane::showChosen()
{
    const Candidate *candidate = chosen();
    QStringList said;
    if (candidate)
        said << candidate->reasons << candidate->problems << candidate->refusal;
    said.removeAll(QString());
    if (said.isEmpty())
        said << tr("Read: containers, compose projects, units, open ports, data folders.");
    said << tr("Nothing was started or written.");
    m_why->setText(visibleLine(said.join(u' ')));
    emit chosenChanged();
}

} // namespace pilothouse
