// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"

#include <QWidget>

class QVBoxLayout;

namespace pilothouse {

class Button;
class CodeBox;
class Label;
class StateMark;

/// The record that is selected in the log view: level and time, message, fields, its further lines, and
/// copying it.
class LogPane final : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    void showRecord(const LogRecord &record);
    void showNothing();

signals:
    void copyAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void addField(const QString &name, const QString &value);

    StateMark *m_mark;
    Label *m_level;
    Label *m_time;
    Label *m_title;
    QWidget *m_fields;
    QVBoxLayout *m_fieldRows;
    Label *m_linesTitle;
    CodeBox *m_lines;
    Button *m_copy;
    Label *m_nothing;
};

} // namespace pilothouse
