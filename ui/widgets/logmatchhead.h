// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QWidget>

namespace pilothouse {

class Button;
class Label;

/// The line above matches in a view of their own: how many there are, how many records around each, where
/// they stand, and an end to it.
class LogMatchHead final : public QWidget
{
    Q_OBJECT
public:
    explicit LogMatchHead(QWidget *parent = nullptr);

    void setWords(const QString &words);
    void setContext(int records);
    void setBeside(bool isBeside);

signals:
    void contextAsked();
    /// Below instead of beside, or the other way round.
    void turnAsked();
    void closeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Label *m_words;
    Button *m_context;
    Button *m_turn;
};

} // namespace pilothouse
