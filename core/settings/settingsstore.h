// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonValue>
#include <QList>

#include <optional>

namespace pilothouse {

class StateStore;

/// That somebody has seen a warning and knows about it.
struct Acknowledgement
{
    QString instance; ///< its id
    QString subject;  ///< what it is about: "disk", "backup-age"
    QString note;
    QString actor;
    QDateTime at;
    QDateTime until; ///< invalid: until it changes

    bool operator==(const Acknowledgement &) const = default;
};

/// Settings, the window's state and acknowledgements in the StateStore. Blocking; from any thread but the
/// UI's.
class SettingsStore
{
public:
    explicit SettingsStore(const StateStore &store)
        : m_store(store)
    {
    }

    /// Undefined where it was never set.
    [[nodiscard]] Result<QJsonValue> setting(const QString &name) const;
    /// Undefined removes it.
    [[nodiscard]] Result<> setSetting(const QString &name, const QJsonValue &value) const;

    /// Geometry, columns and the like; empty where it was never set.
    [[nodiscard]] Result<QByteArray> uiState(const QString &name) const;
    [[nodiscard]] Result<> setUiState(const QString &name, const QByteArray &value) const;

    [[nodiscard]] Result<> acknowledge(const Acknowledgement &mark) const;
    [[nodiscard]] Result<> withdraw(const QString &instance, const QString &subject) const;
    /// Those that hold at `now`.
    [[nodiscard]] Result<QList<Acknowledgement>> acknowledgements(const QString &instance,
                                                                  const QDateTime &now) const;

private:
    const StateStore &m_store;
};

} // namespace pilothouse
