// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/logchoices.h"

class QMenu;

namespace pilothouse {

class Button;

/// The button that says how logs are laid out: where matches stand, as a table or not, one log or two.
class LogViewMenu final : public QObject
{
    Q_OBJECT
public:
    explicit LogViewMenu(LogChoices &choices, QObject *parent = nullptr);

    Button *button() const { return m_button; }
    void setSecondShown(bool isShown) { m_isSecondShown = isShown; }

signals:
    void secondAsked(bool isShown);

private:
    void addPlace(QMenu &menu, const QString &title, LogChoices::MatchPlace place);
    void popUp();

    LogChoices &m_choices;
    Button *m_button;
    bool m_isSecondShown = false;
};

} // namespace pilothouse
