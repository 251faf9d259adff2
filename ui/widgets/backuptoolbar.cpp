// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backuptoolbar.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>

namespace pilothouse {

namespace {

/// A line between two groups of buttons.
class Separator final : public QWidget
{
public:
    explicit Separator(QWidget *parent)
        : QWidget(parent)
    {
        setFixedSize(1, 18);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), currentTokens().border);
    }
};

QPoint below(const QWidget *widget)
{
    return widget->mapToGlobal(QPoint(0, widget->height() + 4));
}

} // namespace

BackupToolbar::BackupToolbar(QWidget *parent)
    : QWidget(parent)
    , m_restore(
          new Button(tr("Restore…"), ButtonKind::Normal, QStringLiteral("arrow-counterclockwise"), this))
    , m_verify(new Button(tr("Verify"), ButtonKind::Normal, QStringLiteral("shield-check"), this))
    , m_pin(new Button(tr("Pin"), ButtonKind::Normal, QStringLiteral("pin-angle-fill"), this))
    , m_file(new Button(tr("Restore from a file…"), ButtonKind::Ghost, QStringLiteral("folder2-open"), this))
    , m_retention(new Button(tr("Retention…"), ButtonKind::Ghost, QStringLiteral("calendar3"), this))
    , m_age(new Pill({}, this))
    , m_filter(new SearchField(tr("Filter backups"), tr("Filter backups"), QStringLiteral("funnel"), this))
{
    m_age->hide();
    m_filter->setMinimumWidth(110);
    m_filter->setMaximumWidth(183);
    auto *columns = Button::withIcon(QStringLiteral("layout-three-columns"), tr("Columns"), this);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_restore);
    row->addWidget(m_verify);
    row->addWidget(m_pin);
    row->addWidget(new Separator(this));
    row->addWidget(m_file);
    row->addWidget(m_retention);
    row->addWidget(makeMore());
    row->addStretch(1);
    row->addWidget(m_age);
    row->addWidget(m_filter, 100);
    row->addWidget(columns);
    connect(columns, &QPushButton::clicked, this, [this, columns] { emit columnsAsked(below(columns)); });
    makeButtons();
}

void BackupToolbar::makeButtons()
{
    connect(m_restore, &QPushButton::clicked, this, &BackupToolbar::restoreAsked);
    connect(m_verify, &QPushButton::clicked, this, &BackupToolbar::verifyAsked);
    connect(m_pin, &QPushButton::clicked, this, &BackupToolbar::pinAsked);
    connect(m_file, &QPushButton::clicked, this, &BackupToolbar::restoreFileAsked);
    connect(m_retention, &QPushButton::clicked, this, &BackupToolbar::retentionAsked);
}

Button *BackupToolbar::makeMore()
{
    auto *menu = new QMenu(this);
    m_beside = menu->addAction(icon(QStringLiteral("folder")), tr("Restore side by side…"), this,
                               &BackupToolbar::restoreBesideAsked);
    menu->addAction(icon(QStringLiteral("stop-circle")), tr("Back up offline…"), this,
                    &BackupToolbar::offlineAsked);
    Button *more = Button::withIcon(QStringLiteral("three-dots"), tr("More"), this);
    connect(more, &QPushButton::clicked, menu, [menu, more] { menu->popup(below(more)); });
    return more;
}

void BackupToolbar::setState(const State &state)
{
    m_restore->setRefusal(state.restoreRefusal);
    m_beside->setEnabled(state.restoreRefusal.isEmpty());
    m_verify->setRefusal(state.selectionRefusal);
    m_pin->setRefusal(state.selectionRefusal);
    m_pin->setText(state.isPinned ? tr("Unpin") : tr("Pin"));
    m_retention->setRefusal(state.pruneRefusal);
}

void BackupToolbar::setAge(const QString &age)
{
    m_age->setVisible(!age.isEmpty());
    m_age->setPill({age, Tone::Warn, QStringLiteral("clock-history")});
}

} // namespace pilothouse
