// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/maintenancelist.h"

#include "ui/theme/theme.h"
#include "ui/widgets/label.h"
#include "ui/widgets/maintenancerow.h"

#include <QPainter>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

QString titleOf(MaintenanceGroup group)
{
    switch (group) {
    case MaintenanceGroup::Databases:
        return MaintenanceList::tr("Databases");
    case MaintenanceGroup::Access:
        return MaintenanceList::tr("Access");
    case MaintenanceGroup::Running:
        return MaintenanceList::tr("Running");
    }
    return {};
}

/// The name of a group in a line of 26.
class GroupLine final : public QWidget
{
public:
    GroupLine(const QString &title, QWidget *parent)
        : QWidget(parent)
    {
        setFixedHeight(26);
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(16, 0, 16, 0);
        layout->addWidget(new Label(title, TextRole::SmallStrong, &Tokens::text2, this));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), currentTokens().sunken);
        painter.fillRect(QRect(0, height() - 1, width(), 1), currentTokens().grid);
    }
};

bool haveSameIds(const QList<MaintenanceRow *> &rows, const QList<MaintenanceItem> &items)
{
    return std::equal(rows.cbegin(), rows.cend(), items.cbegin(), items.cend(),
                      [](const MaintenanceRow *row, const MaintenanceItem &item) {
                          return row->item().id == item.id && row->item().group == item.group;
                      });
}

} // namespace

MaintenanceList::MaintenanceList(QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(0);
    setProperty("transparent", true);
}

void MaintenanceList::setItems(const QList<MaintenanceItem> &items, const QDateTime &now)
{
    if (!haveSameIds(m_rows, items))
        rebuild(items);
    for (qsizetype at = 0; at < items.size(); ++at)
        m_rows[at]->setItem(items[at], now);
    const bool isThere = row(m_current) != nullptr;
    select(isThere || items.isEmpty() ? m_current : items.first().id);
    emit currentChanged();
}

void MaintenanceList::rebuild(const QList<MaintenanceItem> &items)
{
    m_rows.clear();
    while (QLayoutItem *old = m_layout->takeAt(0)) {
        if (old->widget()) {
            old->widget()->hide();
            old->widget()->deleteLater();
        }
        delete old;
    }
    std::optional<MaintenanceGroup> group;
    for (const MaintenanceItem &item : items) {
        if (group != item.group)
            m_layout->addWidget(new GroupLine(titleOf(item.group), this));
        group = item.group;
        m_layout->addWidget(addRow());
    }
    m_layout->addStretch(1);
}

MaintenanceRow *MaintenanceList::addRow()
{
    auto *row = new MaintenanceRow(this);
    m_rows << row;
    connect(row, &MaintenanceRow::selected, this, [this, row] { select(row->item().id); });
    connect(row, &MaintenanceRow::activated, this, [this, row] { emit activated(row->item()); });
    connect(row, &MaintenanceRow::moved, this, [this, row](int by) { move(row, by); });
    return row;
}

void MaintenanceList::move(const MaintenanceRow *from, int by)
{
    const qsizetype at = m_rows.indexOf(from) + by;
    if (at >= 0 && at < m_rows.size())
        m_rows[at]->setFocus(Qt::TabFocusReason);
}

const MaintenanceItem *MaintenanceList::current() const
{
    const MaintenanceRow *shown = row(m_current);
    return shown ? &shown->item() : nullptr;
}

MaintenanceRow *MaintenanceList::row(const QString &id) const
{
    const auto found = std::find_if(m_rows.cbegin(), m_rows.cend(),
                                    [&id](const MaintenanceRow *row) { return row->item().id == id; });
    return found == m_rows.cend() ? nullptr : *found;
}

void MaintenanceList::select(const QString &id)
{
    const bool isOther = m_current != id;
    m_current = id;
    for (MaintenanceRow *row : std::as_const(m_rows))
        row->setSelected(row->item().id == id);
    if (isOther)
        emit currentChanged();
}

void MaintenanceList::focusCurrent()
{
    if (MaintenanceRow *shown = row(m_current))
        shown->setFocus(Qt::ShortcutFocusReason);
}

} // namespace pilothouse
