// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

#include <functional>
#include <optional>

namespace pilothouse {

/// What a notification says; plain text without secrets.
struct Notice
{
    QString title;
    QString body;
    bool isFailure = false;

    bool operator==(const Notice &) const = default;
};

/// Hands notices to the desktop (org.freedesktop.Notifications on the session bus) without waiting; where
/// nobody there takes them, to the fallback. UI thread.
class DesktopNotifier final : public QObject
{
    Q_OBJECT
public:
    using Fallback = std::function<void(const Notice &)>;

    explicit DesktopNotifier(QObject *parent = nullptr);

    void setFallback(Fallback fallback) { m_fallback = std::move(fallback); }
    void show(const Notice &notice);

signals:
    /// The user pressed the notification.
    void activated();

private slots:
    void onAction(uint id, const QString &action);

private:
    void askWhatItCan(const Notice &notice);
    void send(const Notice &notice);
    void fallBack(const Notice &notice);

    Fallback m_fallback;
    std::optional<bool> m_takesMarkup; ///< not known before the first notice
    uint m_last = 0;
    bool m_isListening = false;
};

} // namespace pilothouse
