// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pilothouse {

/// The first letter of a name in a disc of 40. Decoration: the name stands beside it.
class Monogram final : public QWidget
{
    Q_OBJECT
public:
    explicit Monogram(QWidget *parent = nullptr);

    void setName(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_initial;
};

} // namespace pilothouse
