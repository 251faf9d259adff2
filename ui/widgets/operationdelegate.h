// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/operationscontroller.h"

#include <QStyledItemDelegate>

namespace pilothouse {

/// A line of the dock's list: mark, verb and object, when; instance and outcome below.
class OperationDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit OperationDelegate(const OperationsController &operations, QObject *parent = nullptr);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

private:
    const OperationsController &m_operations;
};

} // namespace pilothouse
