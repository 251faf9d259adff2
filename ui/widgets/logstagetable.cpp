// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Which columns the views of a log have as a table.
#include "ui/models/foreigntext.h"
#include "ui/widgets/logmatchespane.h"
#include "ui/widgets/logstage.h"
#include "ui/widgets/logview.h"

#include <QMenu>

namespace pilothouse {

const LogSource *LogStage::source() const
{
    const QList<LogSource> &sources = m_log.sources().sources;
    const auto found = std::find_if(sources.begin(), sources.end(), [this](const LogSource &source) {
        return source.id == m_log.sourceId();
    });
    return found == sources.end() ? nullptr : &*found;
}

/// Columns are chosen for each kind of log of a service.
QString LogStage::kind() const
{
    const LogSource *shown = source();
    return shown ? m_profile + u'/' + shown->format.id : QString();
}

void LogStage::setProfile(const QString &id)
{
    m_profile = id;
    applyTable();
}

void LogStage::applyTable()
{
    const LogSource *shown = source();
    LogTable table;
    if (m_choices.isTable() && shown) {
        table = m_choices.table(kind());
        if (table.isEmpty())
            table = standardLogTable(shown->format);
    }
    const bool isAnother = kind() != m_tableKind;
    m_tableKind = kind();
    if (isAnother)
        m_reader =
            shown ? LogFieldReader::compile(shown->format).value_or(LogFieldReader()) : LogFieldReader();
    QList<LogView *> all{m_view};
    if (m_matches)
        all.append(&m_matches->view());
    for (LogView *view : all) {
        if (isAnother || view->table() != table)
            view->setTable(table, m_reader);
    }
}

void LogStage::showColumnMenu(const QPoint &globalPosition)
{
    const LogSource *shown = source();
    if (!shown)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const LogTable &table = m_view->table();
    const auto isIn = [&table](const QString &id) {
        return std::any_of(table.begin(), table.end(),
                           [&id](const LogTableColumn &column) { return column.id == id; });
    };
    for (const QString &id : possibleLogColumns(shown->format, m_reader, m_log.model().records())) {
        QAction *action =
            menu->addAction(mnemonicSafe(logColumnTitle(id)), this, [this, id] { toggleColumn(id); });
        action->setCheckable(true);
        action->setChecked(isIn(id));
        action->setEnabled(table.size() > 1 || !isIn(id));
    }
    menu->addSeparator();
    menu->addAction(tr("Standard columns"), this, [this] { m_choices.setTableOf(m_tableKind, LogTable()); });
    menu->popup(globalPosition);
}

/// A new one stands before the message, which is the widest and the last.
void LogStage::toggleColumn(const QString &id)
{
    LogTable table = m_view->table();
    const auto is = [](const QString &wanted) {
        return [wanted](const LogTableColumn &column) { return column.id == wanted; };
    };
    const auto known = std::find_if(table.begin(), table.end(), is(id));
    if (known != table.end())
        table.erase(known);
    else
        table.insert(std::find_if(table.begin(), table.end(), is(LogColumnId::Message)), newLogColumn(id));
    m_choices.setTableOf(m_tableKind, table);
}

} // namespace pilothouse
