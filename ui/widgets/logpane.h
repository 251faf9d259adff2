// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/domain/logrecord.h"
#include "core/logs/fields/logfields.h"

#include <QWidget>

class QLineEdit;

namespace pilothouse {

class Button;
class Label;
class LogFieldRows;
class StateMark;
class WrappedText;

/// The record that is selected in the log view: level and time, message, fields, its further lines or, where
/// it is JSON, its members one below the other as they were written, the note of its mark, and copying it.
class LogPane final : public QWidget
{
    Q_OBJECT
public:
    explicit LogPane(QWidget *parent = nullptr);

    /// `fields`: what the format of the log reads in it.
    void showRecord(const LogRecord &record, const LogFields &fields = {});
    void showNothing();
    /// The line that the record begins at, counted from 1.
    void showLine(qint64 line);
    /// The note can be written where there is a mark.
    void showMark(bool isMarked, const QString &note);

signals:
    /// Only records that say the same are to be shown, or all but those.
    void filterWanted(const QString &filter, bool isWanted);
    void copyAsked();
    void noteChanged(const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showJson(const LogRecord &record);
    void showFields(const LogRecord &record, const LogFields &fields);

    StateMark *m_mark;
    Label *m_level;
    Label *m_time;
    WrappedText *m_title;
    LogFieldRows *m_fields;
    QLineEdit *m_note;
    Label *m_linesTitle;
    WrappedText *m_lines;
    Button *m_copy;
    Label *m_nothing;
    bool m_isLineShown = false;
};

} // namespace pilothouse
