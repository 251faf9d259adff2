// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QJsonObject>
#include <QKeySequence>
#include <QObject>

namespace pilothouse {

/// What one key does.
struct Shortcut
{
    QString id; ///< "palette", "tab.3"
    QString title;
    QList<QKeySequence> standard;
    QList<QKeySequence> keys; ///< those in force; empty: none
};

/// Every key of the window in one list: window, menus, tooltips, palette and the dialog of keys read it. UI
/// thread.
class ShortcutList final : public QObject
{
    Q_OBJECT
public:
    explicit ShortcutList(QObject *parent = nullptr);

    const QList<Shortcut> &shortcuts() const { return m_shortcuts; }
    QList<QKeySequence> keys(const QString &id) const;
    /// The first key as the desktop writes it; empty where there is none.
    QString keyText(const QString &id) const;
    /// "Back (Alt+Left)".
    QString hint(const QString &title, const QString &id) const;

    /// BadInput for a bare letter; Refused where somebody else has the key, who is named and keeps it.
    [[nodiscard]] Result<> setKeys(const QString &id, const QList<QKeySequence> &keys);
    void reset(const QString &id);
    void resetAll();
    bool isChanged(const QString &id) const;

    /// Only what differs from the standard, for the settings.
    QJsonObject toJson() const;
    /// What is not known or stands in the way of another is left at its standard.
    void restore(const QJsonObject &changed);

signals:
    void changed();

private:
    Shortcut *find(const QString &id);
    const Shortcut *find(const QString &id) const;
    void add(const QString &id, const QString &title, const QList<QKeySequence> &standard);
    void addTabsAndInstances();
    /// Who else has one of these keys; null: nobody.
    const Shortcut *holder(const QString &id, const QList<QKeySequence> &keys) const;

    QList<Shortcut> m_shortcuts;
};

} // namespace pilothouse
