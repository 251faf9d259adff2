// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/models/cellvalue.h"
#include "ui/models/paletteentry.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;
class QListView;

namespace pilothouse {

class Badge;
class Label;
class PaletteLines;

/// The command palette over its window: a field, what fits below it, and which keys work. A child that covers
/// the window, no window of its own, so that it works under Wayland. It only asks; the window acts.
class CommandPalette final : public QWidget
{
    Q_OBJECT
public:
    explicit CommandPalette(QWidget *window);

    /// Shows it with an empty field; `badge` without a text: there is none.
    void open(const BadgeCell &badge);
    void setBadge(const BadgeCell &badge);
    void setGroups(const QList<PaletteGroup> &groups, bool isReading);
    QString typed() const;
    void setTyped(const QString &typed);
    /// What Enter would take; nothing where nothing fits.
    std::optional<PaletteEntry> current() const;

signals:
    void typedChanged(const QString &typed);
    void chosen(const pilothouse::PaletteEntry &entry);
    /// Tab: the next instance in front, Shift+Tab the one before.
    void instanceStepped(int by);
    void closed();

protected:
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    QWidget *makeFoot();
    bool onKey(int key, Qt::KeyboardModifiers modifiers);
    void step(int by);
    void choose();
    void shut();
    void arrange();

    QWidget *m_panel;
    QLineEdit *m_field;
    Badge *m_badge;
    QListView *m_list;
    Label *m_nothing;
    PaletteLines *m_lines;
    QPointer<QWidget> m_focusBefore;
    bool m_isFresh = true; ///< the text has changed since the lines came
};

} // namespace pilothouse
