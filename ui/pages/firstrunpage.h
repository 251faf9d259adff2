// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pilothouse {

class Card;

/// What stands in the window while there is no instance: what one is, that adding it changes nothing, and the
/// two ways to begin.
class FirstRunPage final : public QWidget
{
    Q_OBJECT
public:
    explicit FirstRunPage(QWidget *parent = nullptr);

signals:
    void addRequested();
    void demoRequested();

private:
    QWidget *makeHead();
    QWidget *makeFacts();
    QWidget *makeWays();
    QWidget *makeFoot();
};

} // namespace pilothouse
