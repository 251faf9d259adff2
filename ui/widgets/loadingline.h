// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QElapsedTimer>
#include <QTimer>
#include <QWidget>

namespace pilothouse {

class Button;
class Label;
class StateMark;

/// The toolbar's word on a page that is being read: the turning arc, "Reading users from users.db, 3 s",
/// and Stop.
class LoadingLine final : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingLine(QWidget *parent = nullptr);

    /// Starts counting and shows itself; `what` is a sentence without its full stop.
    void start(const QString &what);
    void stop();

signals:
    void stopAsked();

private:
    void tell();

    StateMark *m_mark;
    Label *m_words;
    Button *m_stop;
    QString m_what;
    QElapsedTimer m_clock;
    QTimer m_tick;
};

} // namespace pilothouse
