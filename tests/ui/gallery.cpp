// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/gallery.h"

#include "ui/theme/fonts.h"
#include "ui/widgets/backupstamps.h"
#include "ui/widgets/badge.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/codebox.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/sparkline.h"
#include "ui/widgets/statemark.h"
#include "ui/widgets/stepmark.h"
#include "ui/widgets/uptimebar.h"
#include "ui/widgets/usagebar.h"
#include "ui/widgets/verdictmark.h"

#include <QCheckBox>
#include <QComboBox>
#include <QRadioButton>
#include <QSpinBox>

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
    for (int state = 0; state <= static_cast<int>(StepLook::NotBegun); ++state)
        steps.append(
            markWithWord(new StepMark(static_cast<StepLook>(state)), stepWord(static_cast<StepLook>(state))));
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

} // namespace

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

} // namespace pilothouse
