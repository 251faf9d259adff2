// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/userpane.h"

#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/entitymodel.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/monogram.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/statemark.h"

#include <QCheckBox>
#include <QHBoxLayout>

namespace pilothouse {

namespace {

constexpr int PaneWidth = 376;
constexpr int PlaceWidth = 92;
constexpr int UserPaneLineHeight = 17;
constexpr int LongestName = 40;

/// A name in a label that wraps: what has no blank to break at would widen the pane.
QString shortened(const QString &name)
{
    const QString shown = visibleLine(name);
    return shown.size() > LongestName ? shown.left(LongestName) + QChar(0x2026) : shown;
}

void clear(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        delete item->widget();
        delete item;
    }
}

Label *note(QWidget *parent)
{
    auto *label = new Label({}, TextRole::Small, &Tokens::text2, parent);
    label->setWrapping(true);
    return label;
}

/// A mark at the left of a sentence that wraps.
QHBoxLayout *marked(StateKind state, Label *label, QWidget *parent)
{
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(new StateMark(state, 14, parent), 0, Qt::AlignTop);
    row->addWidget(label, 1);
    return row;
}

} // namespace

UserPane::UserPane(QWidget *parent)
    : QWidget(parent)
{
    setFixedWidth(PaneWidth);
    m_nothing = new Card({}, Card::Body::Padded, this);
    m_nothing->setMinimumHeight(160);
    auto *title = new Label(tr("Select a user"), TextRole::Strong, &Tokens::text2, m_nothing);
    auto *text = note(m_nothing);
    text->setText(tr("You see what belongs to the account, and what a delete would do."));
    title->setAlignment(Qt::AlignCenter);
    text->setAlignment(Qt::AlignCenter);
    m_nothing->body()->addStretch(1);
    m_nothing->body()->addWidget(title);
    m_nothing->body()->addWidget(text);
    m_nothing->body()->addStretch(1);
    makeHead();
    makeDeleteCard();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_nothing);
    layout->addWidget(m_head);
    layout->addWidget(m_deleteCard);
    layout->addStretch(1);
    showNothing();
}

void UserPane::makeHead()
{
    m_head = new Card({}, Card::Body::Padded, this);
    m_monogram = new Monogram(m_head);
    m_name = new Label({}, TextRole::Heading, &Tokens::text, m_head);
    m_name->setWrapping(true);
    m_second = note(m_head);
    m_state = new Pill({}, m_head);
    m_lookalike = new Label(
        tr("Another name looks the same. They differ in characters that cannot be seen: compare the ids."),
        TextRole::Small, &Tokens::warnText, m_head);
    m_lookalike->setWrapping(true);
    m_toggle = new Button({}, ButtonKind::Normal, {}, m_head);
    m_toggleNote = note(m_head);
    auto *facts = new QWidget(m_head);
    m_facts = new QGridLayout(facts);
    m_facts->setContentsMargins(0, 4, 0, 4);
    m_facts->setHorizontalSpacing(12);
    m_facts->setVerticalSpacing(4);
    m_facts->setColumnStretch(1, 1);
    auto *names = new QVBoxLayout;
    names->setSpacing(2);
    names->addWidget(m_name);
    names->addWidget(m_second);
    auto *top = new QHBoxLayout;
    top->setSpacing(12);
    top->setContentsMargins(0, 6, 0, 0);
    top->addWidget(m_monogram, 0, Qt::AlignTop);
    top->addLayout(names, 1);
    top->addWidget(m_state, 0, Qt::AlignTop);
    m_head->body()->addLayout(top);
    m_head->body()->addWidget(m_lookalike);
    m_head->body()->addWidget(facts);
    m_head->body()->addWidget(m_toggle, 0, Qt::AlignLeft);
    m_head->body()->addWidget(m_toggleNote);
    m_tokenNote = note(m_head);
    m_endSessions = endSessionsButton(m_head);
    m_head->body()->addWidget(m_tokenNote);
    m_head->body()->addWidget(m_endSessions, 0, Qt::AlignLeft);
    connect(m_toggle, &QPushButton::clicked, this, [this] { emit enableRequested(!m_isEnabled); });
}

Button *UserPane::endSessionsButton(Card *card)
{
    auto *button =
        new Button(tr("End all sessions…"), ButtonKind::Normal, QStringLiteral("box-arrow-right"), card);
    button->setToolTip(tr("Shows a plan first: every user would have to sign in again."));
    connect(button, &QPushButton::clicked, this, &UserPane::endSessionsRequested);
    return button;
}

void UserPane::setSessions(bool canEnd, int lifetimeDays)
{
    m_canEndSessions = canEnd;
    m_lifetimeDays = lifetimeDays;
    showTokens();
}

/// Of a user who may sign in the note of the button above says it.
void UserPane::showTokens()
{
    m_tokenNote->setText(
        tr("Tokens that were given out before are good for up to %n day(s).", nullptr, m_lifetimeDays));
    m_tokenNote->setVisible(m_canEndSessions && !m_isEnabled && m_lifetimeDays > 0);
    m_endSessions->setVisible(m_canEndSessions);
    m_endSessionsToo->setVisible(m_canEndSessions);
}

void UserPane::makeDeleteCard()
{
    m_deleteCard = new Card(tr("If you delete this user"), Card::Body::Padded, this);
    m_deleteCard->addHeadWidget(
        new Label(tr("preview, nothing is changed"), TextRole::Small, &Tokens::text2, m_deleteCard));
    m_lines = new QWidget(m_deleteCard);
    auto *lines = new QVBoxLayout(m_lines);
    lines->setContentsMargins(0, 0, 0, 0);
    lines->setSpacing(0);
    m_previewNote = note(m_deleteCard);
    m_keepsData = new QCheckBox(tr("Keep the data"), m_deleteCard);
    m_keepsData->setToolTip(tr("Deletes the account alone. Conversations and files stay without an owner."));
    m_deleteNote = note(m_deleteCard);
    m_undoNote = note(m_deleteCard);
    m_undoNote->setInk(&Tokens::okText);
    m_delete = new Button({}, ButtonKind::QuietDanger, QStringLiteral("trash3"), m_deleteCard);
    auto *heading =
        new Label(tr("What the delete does not undo"), TextRole::SmallStrong, &Tokens::text2, m_deleteCard);
    m_deleteCard->body()->addWidget(m_lines);
    m_deleteCard->body()->addWidget(m_previewNote);
    m_deleteCard->body()->addWidget(m_keepsData);
    m_deleteCard->body()->addWidget(heading);
    m_deleteCard->body()->addLayout(marked(StateKind::Warning, m_deleteNote, m_deleteCard));
    m_endSessionsToo = endSessionsButton(m_deleteCard);
    m_deleteCard->body()->addWidget(m_endSessionsToo, 0, Qt::AlignLeft);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(12);
    foot->addWidget(m_undoNote, 1, Qt::AlignVCenter);
    foot->addWidget(m_delete);
    m_deleteCard->body()->addLayout(foot);
    connect(m_keepsData, &QCheckBox::toggled, this, &UserPane::showLines);
    connect(m_delete, &QPushButton::clicked, this,
            [this] { emit deleteRequested(m_keepsData->isChecked()); });
}

void UserPane::showNothing()
{
    m_nothing->show();
    m_head->hide();
    m_deleteCard->hide();
    m_keepsData->setChecked(false);
}

void UserPane::showUser(const EntityItem &item, const EntityList &list)
{
    m_isEnabled = item.row.isEnabled;
    m_monogram->setName(item.name);
    m_name->setText(shortened(item.name));
    m_name->setToolTip({});
    m_second->setText(shortened(item.second));
    m_second->setVisible(!item.second.isEmpty());
    m_state->setPill(m_isEnabled
                         ? PillCell{entityStateWord(true), Tone::Ok, QStringLiteral("check-lg")}
                         : PillCell{entityStateWord(false), Tone::Neutral, QStringLiteral("slash-circle")});
    m_lookalike->setVisible(item.isLookalike);
    showFacts(item, list);
    showTokens();
    const QString action = m_isEnabled ? QStringLiteral("disable") : QStringLiteral("enable");
    const auto &actions = list.entity.actions;
    const bool canToggle = std::any_of(actions.begin(), actions.end(),
                                       [&](const ProfileEntityAction &one) { return one.id == action; });
    m_toggle->setVisible(canToggle);
    m_toggle->setText(m_isEnabled ? tr("Disable") : tr("Enable"));
    m_toggle->setIconName(m_isEnabled ? QStringLiteral("slash-circle") : QStringLiteral("person-check"));
    m_toggleNote->setText(list.entity.notes.value(action));
    m_toggleNote->setVisible(canToggle && !m_toggleNote->text().isEmpty());
    m_deleteNote->setText(list.entity.notes.value(QStringLiteral("delete")));
    m_delete->setText(tr("Delete %1…").arg(mnemonicSafe(shortened(item.row.label))));
    m_nothing->hide();
    m_head->show();
    m_deleteCard->show();
}

void UserPane::showFacts(const EntityItem &item, const EntityList &list)
{
    clear(m_facts);
    int row = 0;
    for (const EntityColumn &column : list.columns) {
        const QString text = entityText(item, column, shownNow());
        const bool isName = column.kind != EntityColumn::Kind::Value || column.id == list.entity.label
                            || visibleLine(text) == visibleLine(item.name);
        if (isName || text.isEmpty())
            continue;
        auto *title = new Label(column.title, TextRole::Small, &Tokens::text3, m_head);
        auto *value = new ElidingLabel(text, Qt::ElideMiddle, TextRole::Small, m_head);
        m_facts->addWidget(title, row, 0);
        m_facts->addWidget(value, row++, 1);
    }
}

void UserPane::showPreview(const DeletePreview &preview)
{
    m_preview = preview;
    showLines();
}

void UserPane::showLines()
{
    clear(m_lines->layout());
    const bool keepsData = m_keepsData->isChecked();
    for (const DeleteLine &line : m_preview.lines) {
        const bool isKept = line.isNothing || (keepsData && line.isData);
        auto *row = new QWidget(m_lines);
        row->setFixedHeight(UserPaneLineHeight);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->setSpacing(8);
        auto *place = new ElidingLabel(line.place, Qt::ElideMiddle, TextRole::Small, row);
        place->setInk(&Tokens::text3);
        place->setFixedWidth(PlaceWidth);
        auto *what = new ElidingLabel(line.what, Qt::ElideRight, TextRole::Small, row);
        what->setInk(isKept ? &Tokens::text3 : &Tokens::text);
        layout->addWidget(place);
        layout->addWidget(what, 1);
        layout->addWidget(new Label(keepsData && line.isData ? tr("kept") : line.amount,
                                    isKept ? TextRole::Small : TextRole::SmallStrong,
                                    isKept ? &Tokens::text3 : &Tokens::text, row));
        m_lines->layout()->addWidget(row);
    }
    m_lines->setMinimumHeight(static_cast<int>(m_preview.lines.size()) * UserPaneLineHeight);
    m_lines->setVisible(!m_preview.lines.isEmpty());
    m_previewNote->setText(m_preview.state == DeletePreview::State::Reading
                               ? tr("Reading what belongs to the account.")
                               : m_preview.sentence);
    m_previewNote->setInk(m_preview.state == DeletePreview::State::Failed ? &Tokens::downText
                                                                          : &Tokens::text2);
    m_previewNote->setVisible(m_preview.state != DeletePreview::State::Known);
    m_undoNote->setText(keepsData ? tr("Undo brings the account back.")
                                  : tr("Undo brings rows and files back."));
}

} // namespace pilothouse
