// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/userstoolbar.h"

#include "core/base/units.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/loadingline.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"

#include <QButtonGroup>
#include <QHBoxLayout>

namespace pilothouse {

UsersToolbar::UsersToolbar(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchField(tr("Filter by name, e-mail or id"), tr("Filter users"),
                               QStringLiteral("search"), this))
{
    m_search->setMinimumWidth(150);
    m_search->setMaximumWidth(280);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 12, 0);
    layout->setSpacing(8);
    layout->addWidget(m_search, 4);
    addStates(layout);
    layout->addStretch(1);
    makeWords();
    makeButtons();
    for (QWidget *widget : std::initializer_list<QWidget *>{m_summary, m_age, m_loading, m_orphans, m_export,
                                                            m_endSessions, m_columns})
        layout->addWidget(widget);
    connect(m_search, &QLineEdit::textChanged, this, &UsersToolbar::filterChanged);
}

void UsersToolbar::addStates(QHBoxLayout *layout)
{
    auto *group = new QButtonGroup(this);
    for (const QString &icon :
         {QStringLiteral("people"), QStringLiteral("check-circle"), QStringLiteral("slash-circle")}) {
        auto *button = new Button({}, ButtonKind::Normal, icon, this);
        button->setCheckable(true);
        group->addButton(button, static_cast<int>(m_states.size()));
        layout->addWidget(button);
        m_states << button;
    }
    m_states.first()->setChecked(true);
    connect(group, &QButtonGroup::idToggled, this, [this](int, bool isChecked) {
        if (isChecked)
            emit filterChanged();
    });
}

void UsersToolbar::makeWords()
{
    m_summary = new Label({}, TextRole::Small, &Tokens::text2, this);
    m_age = new Pill({}, this);
    m_loading = new LoadingLine(this);
    connect(m_loading, &LoadingLine::stopAsked, this, &UsersToolbar::stopAsked);
}

void UsersToolbar::makeButtons()
{
    m_orphans = new Button({}, ButtonKind::Normal, QStringLiteral("eraser"), this);
    m_orphans->setToolTip(tr("What deleted users and refused registrations left behind"));
    m_orphans->hide();
    m_export = new Button(tr("Export…"), ButtonKind::Normal, QStringLiteral("download"), this);
    m_endSessions = Button::withIcon(QStringLiteral("box-arrow-right"), tr("End all sessions…"), this);
    m_endSessions->hide();
    m_columns = Button::withIcon(QStringLiteral("layout-three-columns"), tr("Columns"), this);
    setTabOrder(m_export, m_endSessions);
    setTabOrder(m_endSessions, m_columns);
    connect(m_orphans, &QPushButton::clicked, this, &UsersToolbar::orphansAsked);
    connect(m_endSessions, &QPushButton::clicked, this, &UsersToolbar::endSessionsAsked);
    connect(m_export, &QPushButton::clicked, this, &UsersToolbar::exportAsked);
    connect(m_columns, &QPushButton::clicked, this,
            [this] { emit columnsAsked(m_columns->mapToGlobal(QPoint(0, m_columns->height() + 4))); });
}

EntityFilter::State UsersToolbar::state() const
{
    if (m_states.at(1)->isChecked())
        return EntityFilter::State::Enabled;
    return m_states.at(2)->isChecked() ? EntityFilter::State::Disabled : EntityFilter::State::All;
}

void UsersToolbar::clearFilter()
{
    m_search->clear();
    m_states.first()->setChecked(true);
}

void UsersToolbar::setCounts(const EntityListPointer &list)
{
    const auto word = [&](const QString &name, qint64 count) {
        return list ? QStringLiteral("%1  %2").arg(name, formatCount(count)) : name;
    };
    const qint64 all = list ? list->items.size() : 0;
    const qint64 enabled = list ? list->enabledCount : 0;
    m_states.at(0)->setText(word(tr("All"), all));
    m_states.at(1)->setText(word(entityStateWord(true), enabled));
    m_states.at(2)->setText(word(entityStateWord(false), all - enabled));
    m_columns->setEnabled(list != nullptr);
}

void UsersToolbar::setOrphans(int count)
{
    m_orphans->setVisible(count > 0);
    m_orphans->setText(tr("%n orphan(s)…", nullptr, count));
}

void UsersToolbar::setCanExport(bool canExport)
{
    m_export->setEnabled(canExport);
}

void UsersToolbar::setCanEndSessions(bool canEnd)
{
    m_endSessions->setVisible(canEnd);
}

void UsersToolbar::endSessions()
{
    m_endSessions->click();
}

void UsersToolbar::setReading(const QString &what)
{
    if (what.isEmpty())
        m_loading->stop();
    else if (m_loading->isHidden())
        m_loading->start(what);
}

void UsersToolbar::setAge(const QString &age)
{
    m_age->setVisible(!age.isEmpty());
    if (!age.isEmpty())
        m_age->setPill({age, Tone::Warn, QStringLiteral("clock-history")});
}

void UsersToolbar::setSummary(const QString &summary)
{
    m_summary->setVisible(!summary.isEmpty());
    m_summary->setText(summary);
}

void UsersToolbar::addButton(Button *button)
{
    layout()->addWidget(button);
    setTabOrder(m_columns, button);
}

} // namespace pilothouse
