// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/colorscheme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QPalette>

namespace pilothouse {
namespace {

const QString Service = QStringLiteral("org.freedesktop.portal.Desktop");
const QString Path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString Interface = QStringLiteral("org.freedesktop.portal.Settings");
const QString Appearance = QStringLiteral("org.freedesktop.appearance");
const QString GnomeInterface = QStringLiteral("org.gnome.desktop.interface");

bool looksDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
}

/// Read wraps its answer twice on some desktops.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

} // namespace

ColorScheme::ColorScheme(const QPalette &startPalette, QObject *parent)
    : QObject(parent)
    , m_paletteIsDark(looksDark(startPalette))
    , m_isDark(m_paletteIsDark)
{
}

void ColorScheme::followDesktop()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(Service, Path, Interface, QStringLiteral("SettingChanged"), this,
                SLOT(settingChanged(QString, QString, QDBusVariant)));
    for (const char *key : {"color-scheme", "contrast", "reduced-motion"})
        ask(Appearance, QLatin1String(key));
    ask(GnomeInterface, QStringLiteral("enable-animations"));
}

void ColorScheme::ask(const QString &group, const QString &key)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Service, Path, Interface, QStringLiteral("Read"));
    call << group << key;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, group, key] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (reply.isValid())
            take(group, key, reply.value().variant());
        watcher->deleteLater();
    });
}

void ColorScheme::settingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    take(group, key, value.variant());
}

void ColorScheme::take(const QString &group, const QString &key, const QVariant &value)
{
    const QVariant plain = unwrapped(value);
    const auto before = std::tuple(m_isDark, m_isHighContrast, m_isMotionReduced);
    if (group == Appearance && key == QLatin1String("color-scheme")) {
        const uint scheme = plain.toUInt(); // 0: no preference, 1: dark, 2: light
        m_isDark = scheme == 1 || (scheme == 0 && m_paletteIsDark);
    } else if (group == Appearance && key == QLatin1String("contrast")) {
        m_isHighContrast = plain.toUInt() == 1;
    } else if (group == Appearance && key == QLatin1String("reduced-motion")) {
        m_isMotionReduced = plain.toUInt() == 1;
    } else if (group == GnomeInterface && key == QLatin1String("enable-animations")) {
        m_isMotionReduced = !plain.toBool();
    }
    if (before != std::tuple(m_isDark, m_isHighContrast, m_isMotionReduced))
        emit changed();
}

} // namespace pilothouse
