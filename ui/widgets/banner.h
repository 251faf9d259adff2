// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "ui/models/cellvalue.h"

#include <QWidget>

class QBoxLayout;

namespace pilothouse {

class Button;
class Label;
class StateMark;

/// What a banner says. `code` is raw text of the service, shown as it is.
struct BannerText
{
    StateKind state = StateKind::Warning;
    QString heading;
    QString sentence;
    QString code = {};
};

/// What a banner says of a failure: its message with advice, and what it happened to as raw text.
BannerText bannerOf(StateKind state, const QString &heading, const Error &error);

/// A card that says what is wrong with the data below it: a bar in the state's colour, a mark, a heading, a
/// sentence, raw text in a code box, and buttons.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    explicit Banner(QWidget *parent = nullptr);

    void setBanner(const BannerText &banner);
    /// Adds a button at the end of the row of buttons and becomes its parent.
    void addButton(Button *button);
    /// A quiet note after the buttons, such as "Next try by itself in 24 s".
    void setNote(const QString &note);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    StateKind m_state = StateKind::Warning;
    StateMark *m_mark;
    Label *m_heading;
    Label *m_sentence;
    Label *m_code;
    Label *m_note;
    QWidget *m_foot;
    QBoxLayout *m_buttons;
};

} // namespace pilothouse
