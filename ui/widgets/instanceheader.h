// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/headertext.h"

#include <QJsonObject>
#include <QMenu>
#include <QWidget>

namespace pilothouse {

class Badge;
class Button;
class ElidingLabel;
class Label;
class Pill;
class StateMark;

/// Mark, name, reason and facts of the instance; at its right what is done most.
class InstanceHeader final : public QWidget
{
    Q_OBJECT
public:
    explicit InstanceHeader(QWidget *parent = nullptr);

    void setText(const HeaderText &text);
    /// One line of 48 where the window is low.
    void setCompact(bool isCompact);

signals:
    void actionRequested(const QString &action, const QJsonObject &arguments);
    void probeRequested();
    void troubleshootRequested();
    /// Its environment, group, runtime or places are to be changed.
    void editRequested();
    void removeRequested();
    void upgradeRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void fillMenu();

    StateMark *m_mark;
    Label *m_name;
    Badge *m_environment;
    Pill *m_reason;
    ElidingLabel *m_facts;
    ElidingLabel *m_factsBeside;
    Button *m_restart;
    Button *m_start;
    Button *m_backup;
    QMenu *m_menu;
    HeaderText m_text;
    bool m_isCompact = false;
};

} // namespace pilothouse
