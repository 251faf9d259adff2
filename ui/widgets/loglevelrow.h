// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/logscontroller.h"

#include <QMap>
#include <QWidget>

namespace pilothouse {

class Button;

/// A switch for each group of levels with the number of its records in the whole log.
class LogLevelRow final : public QWidget
{
    Q_OBJECT
public:
    /// Marks alone where there is little room; their hints say the rest.
    enum class Look { Words, Marks };

    LogLevelRow(LogsController &controller, Look look, QWidget *parent = nullptr);

signals:
    void levelAsked(pilothouse::LogGroup group, bool isShown);

private:
    Button *makeLevel(LogGroup group);
    void showCounts();

    LogsController &m_controller;
    Look m_look;
    QMap<LogGroup, Button *> m_levels;
};

} // namespace pilothouse
