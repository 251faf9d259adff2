// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/theme/buttonlook.h"

#include <QDialog>

class QHBoxLayout;
class QVBoxLayout;

namespace pilothouse {

class Button;
class DialogHead;
class Label;

/// What stands in the head of a dialog.
struct DialogHeadText
{
    QString title; ///< "Restore agentx.db and users.db on prod-1"
    QString facts; ///< one line
    QString iconName;
    std::optional<BadgeCell> environment = {}; ///< stripe and badge; without one there is neither
};

/// The frame of every dialog: stripe, emblem, title, facts and badge; a body; a sunken foot with side tools
/// at the left, Cancel and then the named button at the right. Cancel is the default and Escape; Enter
/// presses the named button only while it has the focus. Open it with open(), never with exec().
class DialogFrame : public QDialog
{
    Q_OBJECT

public:
    explicit DialogFrame(const DialogHeadText &head, QWidget *parent = nullptr);

    void setHead(const DialogHeadText &head);

    /// Where the contents go; it pads 24 and scrolls when the window is too small, the foot never does.
    QVBoxLayout *body() const { return m_body; }
    /// The place below the head for the numbered pages of a dialog that has several.
    QHBoxLayout *pageRow() const { return m_pageRow; }

    /// Adds the named button at the end of the foot. It starts nothing by itself: the caller connects it.
    Button *addAction(const QString &text, ButtonKind kind, const QString &iconName = {});
    /// Adds a quiet tool, such as copy or save, at the left of the foot.
    Button *addTool(const QString &text, const QString &iconName);
    /// Says in the foot why the named button is off; `isWrong`: because something is in the way.
    void setFootNote(const QString &note, bool isWrong = false);

    Button *cancelButton() const { return m_cancel; }

private:
    QWidget *makeFoot();

    DialogHead *m_head;
    QVBoxLayout *m_body;
    QHBoxLayout *m_pageRow;
    QHBoxLayout *m_tools;
    QHBoxLayout *m_actions;
    Label *m_note;
    Button *m_cancel;
};

} // namespace pilothouse
