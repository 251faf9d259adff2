// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/serverrows.h"
#include "ui/widgets/card.h"

class QStackedWidget;
class QTabBar;

namespace pilothouse {

class DataTable;
class ElidingLabel;
class EqualColumns;
class Pill;
class UsageBar;

/// A database server: what it says of itself, and below it its sessions, who waits for whom, and its largest
/// tables, each with what can be done about the chosen line.
class ServerCard final : public Card
{
    Q_OBJECT

public:
    explicit ServerCard(QWidget *parent = nullptr);

    /// `age` stands in the head where what is shown is old; empty: it is not.
    void showServer(const QJsonObject &overview, const QJsonObject &sizes, const QDateTime &now);
    void showAge(const QString &age);
    void showReading(bool isReading);

signals:
    /// An action of the catalogue on the chosen line.
    void actionRequested(const QString &action, const QJsonObject &arguments);

private:
    struct Fact
    {
        QWidget *holder;
        Label *caption;
        ElidingLabel *value;
        ElidingLabel *more;
    };

    void addFact();
    QWidget *makeTabs();
    DataTable *makeTable(const QString &name, QAbstractItemModel *model, const QList<int> &widths,
                         int stretch, const QString &emptySentence);
    void showFacts(const QList<ServiceFact> &facts, double share);
    void fitHeight();
    void showButtons();
    void askFor(const QString &action);
    void maintain(const QString &kind);
    const ServerRow *current() const;

    ValueTableModel<ServerRow> m_sessions;
    ValueTableModel<ServerRow> m_locks;
    ValueTableModel<ServerRow> m_sizes;
    Pill *m_age;
    QList<Fact> m_facts;
    EqualColumns *m_columns;
    UsageBar *m_share;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_stack = nullptr;
    QList<DataTable *> m_tables;
    Button *m_cancel;
    Button *m_end;
    Button *m_vacuum;
    Button *m_analyze;
    Button *m_reindex;
};

} // namespace pilothouse
