// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/keyboardwalk.h"

#include <QAccessible>
#include <QApplication>
#include <QSet>
#include <QTest>

namespace pilothouse {

namespace {

constexpr int MostStops = 400;
constexpr int MostLinks = 50;

QString accessibleNameOf(QWidget *widget)
{
    const QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(widget);
    return interface ? interface->text(QAccessible::Name) : QString();
}

/// "Button “Export…” in UsersPage", for the developer.
QString describe(QWidget *widget)
{
    QString path = QString::fromLatin1(widget->metaObject()->className());
    const QString name = accessibleNameOf(widget);
    if (!name.isEmpty())
        path += QStringLiteral(" “%1”").arg(name);
    for (QWidget *above = widget->parentWidget(); above; above = above->parentWidget()) {
        const QString known = QString::fromLatin1(above->metaObject()->className());
        if (known.startsWith(QStringLiteral("pilothouse::")))
            return path + QStringLiteral(" in ") + known;
    }
    return path;
}

bool isStop(const QWidget *widget, const QWidget &window)
{
    return widget->window() == &window && widget->isVisible() && widget->isEnabled() && !widget->focusProxy()
           && (widget->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
}

} // namespace

QStringList keyboardFaults(QWidget &window)
{
    QStringList faults;
    QSet<QWidget *> seen;
    QApplication::setActiveWindow(&window); // there is no window manager that would do it
    if (!QTest::qWaitForWindowActive(&window))
        return {QStringLiteral("the window is not active")};
    for (int stop = 0; stop < MostStops; ++stop) {
        QWidget *before = window.focusWidget();
        QWidget *now = before;
        // A text goes from link to link first.
        for (int press = 0; press < MostLinks && now == before; ++press) {
            QTest::keyClick(before ? before : &window, Qt::Key_Tab);
            now = QApplication::focusWidget();
        }
        if (!now || now->window() != &window)
            return faults
                   << QStringLiteral("the focus is lost after %1").arg(before ? describe(before) : QString());
        if (now == before)
            return faults << describe(now) + QStringLiteral(" does not let go of the focus");
        if (seen.contains(now))
            break;
        seen.insert(now);
        if (accessibleNameOf(now).isEmpty())
            faults << describe(now) + QStringLiteral(" has no name");
    }
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (isStop(widget, window) && !seen.contains(widget))
            faults << describe(widget) + QStringLiteral(" is not reached");
    }
    return faults;
}

} // namespace pilothouse
