// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "ui/controllers/operationscontroller.h"

#include <QJsonObject>
#include <QWidget>

namespace pilothouse {

/// One tab of an instance. A page reads through its controller, shows, and asks for actions; it never acts
/// itself.
class Page : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// Stable: "databases". Used for shortcuts, the manual, screenshots and remembered state.
    virtual QString id() const = 0;
    virtual QString title() const = 0;
    /// Where the manual tells of what is being done here: a section, or a heading of it such as
    /// "logs#filter".
    virtual QString manualPlace() const { return id(); }
    /// Shows another instance (null: none). Reads at once where the page is visible, else when it is shown.
    virtual void setSession(const SessionPointer &session) = 0;
    /// Reads again (F5, and after every operation on this instance).
    virtual void refresh() = 0;
    /// Ctrl+F or "/".
    virtual void focusFilter() {}
    /// False when what the page shows will not change by itself any more; screenshots wait for it.
    virtual bool isReading() const = 0;

protected:
    /// Fills the page with contents that are as wide as it is and scroll when they are higher.
    void setScrolled(const QString &name, QWidget *contents);

signals:
    /// An action of the catalogue; the window plans it, asks where the ladder wants it, and runs it.
    void actionRequested(const QString &action, const QJsonObject &arguments);
    void undoRequested(const QUuid &operation);
    void pageRequested(const QString &page);
    /// Something failed here; the troubleshooter may find why.
    void troubleshootRequested();
    /// The pill in the tab; 0: none. `isBad`: red, else grey.
    void countChanged(int count, bool isBad);
    /// Something done that needs no dialog, with an Undo where `operation` is set.
    void told(const QString &sentence, const QUuid &operation);
};

} // namespace pilothouse
