// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/shortcutlist.h"
#include "ui/widgets/dialogframe.h"

class QKeySequenceEdit;
class QListWidget;
class QLineEdit;

namespace pilothouse {

/// "Keyboard": every key, to see, to change and to reset. A key that somebody else has is named and not
/// taken.
class KeyboardDialog final : public DialogFrame
{
    Q_OBJECT
public:
    explicit KeyboardDialog(ShortcutList &shortcuts, QWidget *parent = nullptr);

private:
    void fill();
    void addLogKeys();
    void showCurrent();
    void take();
    QString current() const;

    ShortcutList &m_shortcuts;
    QLineEdit *m_filter;
    QListWidget *m_list;
    Label *m_title;
    QKeySequenceEdit *m_edit;
    Label *m_problem;
    Button *m_set;
    Button *m_none;
    Button *m_reset;
};

} // namespace pilothouse
