// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/actions/logs/loghighlighters.h"

#include <QWidget>

class QCheckBox;
class QLineEdit;

namespace pilothouse {

class Button;

/// One highlighter to be edited: whether it is on, its name, its text, how that is meant, and its colour.
class HighlighterRow final : public QWidget
{
    Q_OBJECT
public:
    explicit HighlighterRow(const LogHighlighter &rule, QWidget *parent = nullptr);

    LogHighlighter rule() const;
    void focusText();

signals:
    void removeAsked();

private:
    Button *makeToggle(const QString &text, const QString &hint, bool isOn);
    void showColor();
    void nextColor();

    int m_color;
    QCheckBox *m_on;
    QLineEdit *m_name;
    QLineEdit *m_text;
    Button *m_pattern;
    Button *m_case;
    Button *m_colorButton;
};

} // namespace pilothouse
