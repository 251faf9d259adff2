// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/models/statekind.h"

#include <QAbstractListModel>

namespace pilothouse {

/// One instance as the rail shows it.
struct RailItem
{
    QString name;    ///< unique; foreign text
    QString profile; ///< "Notes"
    StateKind state = StateKind::NotChecked;
    QString reason; ///< the state in words: "Down 23 min"; empty where all is well
    BadgeKind environment = BadgeKind::Other;
    QString group;   ///< what it is listed under; empty: nothing in particular
    QString heading; ///< set by the model: the group, at the first row of it that is shown

    bool operator==(const RailItem &) const = default;
};

/// The instances in their groups (production first), in each worst state first, then by name. A refresh keeps
/// the rows of what has not moved.
class RailModel final : public QAbstractListModel
{
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void setItems(QList<RailItem> items);
    /// Only names that contain this, ignoring case.
    void setFilter(const QString &text);
    const QList<RailItem> &items() const { return m_shown; }
    QModelIndex indexOf(const QString &name) const;
    /// The worst state of all, whatever the filter shows.
    StateKind worst() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;

private:
    void show();

    QList<RailItem> m_items;
    QList<RailItem> m_shown;
    QString m_filter;
};

} // namespace pilothouse
