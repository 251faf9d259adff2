// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>
#include <QVariant>

class QDBusVariant;
class QPalette;

namespace pilothouse {

/// What the desktop asks of the look. Qt 6.4 has no hint for it, so it is read from the desktop's settings
/// portal.
class ColorScheme final : public QObject
{
    Q_OBJECT

public:
    /// Starts from the palette that the platform set, before ours replaces it: where no portal answers, light
    /// or dark is judged by it.
    explicit ColorScheme(const QPalette &startPalette, QObject *parent = nullptr);

    /// Asks the portal and follows its changes. Returns at once; the answers arrive as changed().
    void followDesktop();

    bool isDark() const { return m_isDark; }
    bool isHighContrast() const { return m_isHighContrast; }
    bool isMotionReduced() const { return m_isMotionReduced; }

    /// Takes one setting of the portal; what it does not know it ignores.
    void take(const QString &group, const QString &key, const QVariant &value);

signals:
    void changed();

private slots:
    void settingChanged(const QString &group, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &group, const QString &key);

    bool m_paletteIsDark;
    bool m_isDark;
    bool m_isHighContrast = false;
    bool m_isMotionReduced = false;
};

} // namespace pilothouse
