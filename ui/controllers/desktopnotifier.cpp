// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/desktopnotifier.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

namespace pilothouse {

namespace {

const QString Service = QStringLiteral("org.freedesktop.Notifications");
const QString Path = QStringLiteral("/org/freedesktop/Notifications");
constexpr uchar NormalUrgency = 1;
constexpr int AnswerTime = 3000; ///< ms; a service that hangs is no service

QDBusMessage call(const QString &method)
{
    return QDBusMessage::createMethodCall(Service, Path, Service, method);
}

} // namespace

DesktopNotifier::DesktopNotifier(QObject *parent)
    : QObject(parent)
{
}

void DesktopNotifier::show(const Notice &notice)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {
        fallBack(notice);
        return;
    }
    if (!m_isListening)
        m_isListening = bus.connect(Service, Path, Service, QStringLiteral("ActionInvoked"), this,
                                    SLOT(onAction(uint, QString)));
    if (m_takesMarkup)
        send(notice);
    else
        askWhatItCan(notice);
}

void DesktopNotifier::askWhatItCan(const Notice &notice)
{
    auto *watcher = new QDBusPendingCallWatcher(
        QDBusConnection::sessionBus().asyncCall(call(QStringLiteral("GetCapabilities")), AnswerTime), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        watcher->deleteLater();
        if (!reply.isValid()) {
            fallBack(notice);
            return;
        }
        m_takesMarkup = reply.value().contains(QStringLiteral("body-markup"));
        send(notice);
    });
}

void DesktopNotifier::send(const Notice &notice)
{
    // A title is plain by the standard; a body is markup wherever the service takes that.
    const QString body = *m_takesMarkup ? notice.body.toHtmlEscaped() : notice.body;
    // Failures stay in the dock; here they are no alarm that would have to be clicked away.
    const QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(NormalUrgency)},
                            {QStringLiteral("desktop-entry"), QStringLiteral("pilothouse")}};
    QDBusMessage message = call(QStringLiteral("Notify"));
    message << QStringLiteral("Pilothouse") << uint(0)
            << (notice.isFailure ? QStringLiteral("dialog-error") : QStringLiteral("dialog-information"))
            << notice.title << body << QStringList{QStringLiteral("default"), tr("Show")} << hints << -1;
    auto *watcher =
        new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(message, AnswerTime), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher, notice] {
        const QDBusPendingReply<uint> reply = *watcher;
        watcher->deleteLater();
        if (reply.isValid()) {
            m_last = reply.value();
            return;
        }
        m_takesMarkup.reset(); // whoever comes next may be another service
        fallBack(notice);
    });
}

void DesktopNotifier::fallBack(const Notice &notice)
{
    if (m_fallback)
        m_fallback(notice);
}

void DesktopNotifier::onAction(uint id, const QString &)
{
    if (id == m_last)
        emit activated();
}

} // namespace pilothouse
