// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/models/shortcutlist.h"

#include <QJsonArray>

namespace pilothouse {

namespace {

constexpr int Tabs = 9;
constexpr int Instances = 9;

QKeySequence sequence(int modifiers, int key)
{
    return QKeySequence(modifiers | key);
}

/// A letter or digit alone would be taken from every field.
bool isBare(const QKeySequence &keys)
{
    const QKeyCombination first = keys[0];
    const bool hasModifier =
        first.keyboardModifiers().testAnyFlags(Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier);
    const int key = first.key();
    return !hasModifier && key < Qt::Key_F1 && key != Qt::Key_Escape;
}

} // namespace

ShortcutList::ShortcutList(QObject *parent)
    : QObject(parent)
{
    const int control = static_cast<int>(Qt::CTRL);
    const int shift = static_cast<int>(Qt::SHIFT);
    const int alt = static_cast<int>(Qt::ALT);
    add(QStringLiteral("palette"), tr("Go to or do anything"),
        {sequence(control, Qt::Key_K), sequence(control | shift, Qt::Key_P)});
    add(QStringLiteral("keyboard"), tr("Keyboard"),
        {sequence(control, Qt::Key_Question), sequence(control | shift, Qt::Key_Question)});
    add(QStringLiteral("manual"), tr("Manual for this page"), {sequence(0, Qt::Key_F1)});
    add(QStringLiteral("refresh"), tr("Read again"), {sequence(0, Qt::Key_F5)});
    add(QStringLiteral("find"), tr("Find or filter here"), {sequence(control, Qt::Key_F)});
    add(QStringLiteral("dock"), tr("Operations"), {sequence(control, Qt::Key_J)});
    add(QStringLiteral("region"), tr("List of instances"), {sequence(0, Qt::Key_F6)});
    add(QStringLiteral("back"), tr("Back"), {sequence(alt, Qt::Key_Left)});
    add(QStringLiteral("forward"), tr("Forward"), {sequence(alt, Qt::Key_Right)});
    add(QStringLiteral("backup"), tr("Back up now"), {sequence(control, Qt::Key_B)});
    add(QStringLiteral("lock"), tr("Lock now"), {sequence(control | shift, Qt::Key_L)});
    add(QStringLiteral("tab.next"), tr("Next tab"), {sequence(control, Qt::Key_Tab)});
    add(QStringLiteral("tab.previous"), tr("Previous tab"),
        {sequence(control | shift, Qt::Key_Tab), sequence(control | shift, Qt::Key_Backtab)});
    addTabsAndInstances();
}

void ShortcutList::addTabsAndInstances()
{
    for (int at = 1; at <= Tabs; ++at)
        add(QStringLiteral("tab.%1").arg(at), tr("Tab %1").arg(at),
            {sequence(static_cast<int>(Qt::ALT), Qt::Key_0 + at)});
    for (int at = 1; at <= Instances; ++at)
        add(QStringLiteral("instance.%1").arg(at), tr("Instance %1 of the list").arg(at),
            {sequence(static_cast<int>(Qt::CTRL), Qt::Key_0 + at)});
}

void ShortcutList::add(const QString &id, const QString &title, const QList<QKeySequence> &standard)
{
    m_shortcuts << Shortcut{id, title, standard, standard};
}

const Shortcut *ShortcutList::find(const QString &id) const
{
    const auto found = std::find_if(m_shortcuts.begin(), m_shortcuts.end(),
                                    [&id](const Shortcut &shortcut) { return shortcut.id == id; });
    return found == m_shortcuts.end() ? nullptr : &*found;
}

Shortcut *ShortcutList::find(const QString &id)
{
    const auto found = std::find_if(m_shortcuts.begin(), m_shortcuts.end(),
                                    [&id](const Shortcut &shortcut) { return shortcut.id == id; });
    return found == m_shortcuts.end() ? nullptr : &*found;
}

QList<QKeySequence> ShortcutList::keys(const QString &id) const
{
    const Shortcut *shortcut = find(id);
    return shortcut ? shortcut->keys : QList<QKeySequence>();
}

QString ShortcutList::keyText(const QString &id) const
{
    return keys(id).value(0).toString(QKeySequence::NativeText);
}

QString ShortcutList::hint(const QString &title, const QString &id) const
{
    const QString key = keyText(id);
    return key.isEmpty() ? title : QStringLiteral("%1 (%2)").arg(title, key);
}

const Shortcut *ShortcutList::holder(const QString &id, const QList<QKeySequence> &keys) const
{
    for (const Shortcut &shortcut : m_shortcuts) {
        for (const QKeySequence &key : keys) {
            if (shortcut.id != id && shortcut.keys.contains(key))
                return &shortcut;
        }
    }
    return nullptr;
}

Result<> ShortcutList::setKeys(const QString &id, const QList<QKeySequence> &keys)
{
    Shortcut *shortcut = find(id);
    if (!shortcut)
        return failure(ErrorKind::NotFound, tr("There is no such shortcut."));
    for (const QKeySequence &key : keys) {
        if (key.isEmpty() || isBare(key))
            return failure(ErrorKind::BadInput,
                           tr("A key alone would be taken from every field. Add Ctrl, Alt or Meta, or take a "
                              "function key."));
    }
    if (const Shortcut *other = holder(id, keys))
        return failure(ErrorKind::Refused, tr("“%1” has this key already.").arg(other->title));
    if (shortcut->keys != keys) {
        shortcut->keys = keys;
        emit changed();
    }
    return {};
}

void ShortcutList::reset(const QString &id)
{
    if (const Shortcut *shortcut = find(id)) {
        // Whoever took the key since then gives it back.
        const QList<QKeySequence> standard = shortcut->standard;
        while (const Shortcut *other = holder(id, standard))
            find(other->id)->keys = {};
        find(id)->keys = standard;
        emit changed();
    }
}

void ShortcutList::resetAll()
{
    for (Shortcut &shortcut : m_shortcuts)
        shortcut.keys = shortcut.standard;
    emit changed();
}

bool ShortcutList::isChanged(const QString &id) const
{
    const Shortcut *shortcut = find(id);
    return shortcut && shortcut->keys != shortcut->standard;
}

QJsonObject ShortcutList::toJson() const
{
    QJsonObject object;
    for (const Shortcut &shortcut : m_shortcuts) {
        if (shortcut.keys == shortcut.standard)
            continue;
        QJsonArray keys;
        for (const QKeySequence &key : shortcut.keys)
            keys << key.toString(QKeySequence::PortableText);
        object.insert(shortcut.id, keys);
    }
    return object;
}

void ShortcutList::restore(const QJsonObject &changed)
{
    for (auto item = changed.begin(); item != changed.end(); ++item) {
        if (Shortcut *shortcut = find(item.key()))
            shortcut->keys.clear(); // those that changed places are free before anybody takes them
    }
    for (auto item = changed.begin(); item != changed.end(); ++item) {
        QList<QKeySequence> keys;
        for (const QJsonValue &key : item.value().toArray())
            keys << QKeySequence(key.toString(), QKeySequence::PortableText);
        if (find(item.key()) && !setKeys(item.key(), keys) && !holder(item.key(), find(item.key())->standard))
            find(item.key())->keys = find(item.key())->standard;
    }
    emit this->changed();
}

} // namespace pilothouse
