// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/pages/firstrunpage.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/card.h"
#include "ui/widgets/label.h"

#include <QPainter>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int Width = 860;
constexpr int EmblemSize = 52;

/// An icon in its colour, in a soft square where it is large.
class Emblem final : public QWidget
{
public:
    Emblem(QString name, int size, bool isBoxed)
        : m_name(std::move(name))
        , m_isBoxed(isBoxed)
    {
        setFixedSize(size, size);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Tokens &tokens = currentTokens();
        const qreal inset = m_isBoxed ? width() * 0.25 : 0;
        if (m_isBoxed)
            paintCardBox(painter, rect(), tokens.accentSoft,
                         tokens.isHighContrast ? tokens.border : tokens.accentSoft, 12);
        paintIcon(painter, QRectF(rect()).adjusted(inset, inset, -inset, -inset), m_name, tokens.link);
    }

private:
    QString m_name;
    bool m_isBoxed;
};

Card *makeWay(const QString &iconName, const QString &title, const QString &sentence, Button *button)
{
    auto *card = new Card;
    auto *head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(new Emblem(iconName, 18, false));
    head->addWidget(new Label(title, TextRole::Strong), 1);
    auto *text = new Label(sentence, TextRole::Small, &Tokens::text2);
    text->setWordWrap(true);
    text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    card->body()->setContentsMargins(0, 8, 0, 6);
    card->body()->setSpacing(10);
    card->body()->addLayout(head);
    card->body()->addWidget(text, 1);
    card->body()->addWidget(button, 0, Qt::AlignLeft);
    return card;
}

} // namespace

FirstRunPage::FirstRunPage(QWidget *parent)
    : QWidget(parent)
{
    auto *contents = new QWidget;
    contents->setProperty("transparent", true);
    auto *middle = new QWidget;
    middle->setMaximumWidth(Width);
    auto *column = new QVBoxLayout(middle);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    column->addWidget(makeHead());
    column->addSpacing(8);
    column->addWidget(makeFacts());
    column->addWidget(makeWays());
    column->addWidget(makeFoot());
    auto *frame = new QVBoxLayout(contents);
    frame->setContentsMargins(20, 16, 20, 16);
    frame->addStretch(2);
    auto *row = new QHBoxLayout;
    row->addStretch(1);
    row->addWidget(middle, 1000);
    row->addStretch(1);
    frame->addLayout(row);
    frame->addStretch(3);
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setFocusPolicy(Qt::NoFocus);
    area->setWidget(contents);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(area);
}

QWidget *FirstRunPage::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(18);
    row->addWidget(new Emblem(QStringLiteral("hdd-network"), EmblemSize, true));
    auto *column = new QVBoxLayout;
    column->setSpacing(4);
    column->addStretch(1);
    column->addWidget(new Label(tr("Add your first instance"), TextRole::PageTitle));
    auto *sentence = new Label(tr("An instance is one running service. Adding it changes nothing on it."),
                               TextRole::Body, &Tokens::text2);
    sentence->setWordWrap(true);
    column->addWidget(sentence);
    column->addStretch(1);
    row->addLayout(column, 1);
    return head;
}

QWidget *FirstRunPage::makeFacts()
{
    auto *card = new Card;
    card->body()->setContentsMargins(0, 8, 0, 6);
    card->body()->setSpacing(12);
    const std::pair<QString, QString> facts[] = {
        {QStringLiteral("folder2-open"), tr("Pilothouse needs the folder that holds the service's data, and "
                                            "how it runs: as a container, as a "
                                            "process, or not known.")},
        {QStringLiteral("clipboard-check"),
         tr("Before anything is stored it reads what is there and says where that differs from the profile "
            "of the service.")},
        {QStringLiteral("list-check"),
         tr("Whatever changes the service later is shown first, step by step, and starts only on your "
            "click.")}};
    for (const auto &[iconName, sentence] : facts) {
        auto *row = new QHBoxLayout;
        row->setSpacing(12);
        row->addWidget(new Emblem(iconName, 16, false), 0, Qt::AlignTop);
        auto *text = new Label(sentence, TextRole::Body, &Tokens::text);
        text->setWordWrap(true);
        row->addWidget(text, 1);
        card->body()->addLayout(row);
    }
    return card;
}

QWidget *FirstRunPage::makeWays()
{
    auto *holder = new QWidget;
    auto *add = new Button(tr("Find services…"), ButtonKind::Primary, QStringLiteral("search"));
    auto *demo = new Button(tr("Start the demo"), ButtonKind::Normal, QStringLiteral("play"));
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(makeWay(QStringLiteral("sliders"), tr("A service of yours"),
                           tr("Pilothouse looks through containers, units, processes and data folders of "
                              "this machine. You choose, or describe it yourself."),
                           add),
                   1);
    row->addWidget(makeWay(QStringLiteral("shuffle"), tr("Try it without risk"),
                           tr("A demo service with users, logs and backups. It lives in one folder and "
                              "leaves no trace."),
                           demo),
                   1);
    connect(add, &QPushButton::clicked, this, &FirstRunPage::addRequested);
    connect(demo, &QPushButton::clicked, this, &FirstRunPage::demoRequested);
    return holder;
}

QWidget *FirstRunPage::makeFoot()
{
    auto *foot = new QWidget;
    auto *row = new QHBoxLayout(foot);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(new Emblem(QStringLiteral("shield-lock"), 14, false));
    auto *text = new Label(tr("No account, no telemetry, no agent. Passwords go to your keyring only."),
                           TextRole::Small, &Tokens::text2);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    return foot;
}

} // namespace pilothouse
