// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/operationcontext.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace pilothouse {

class FileOps;

/// A timer with the service that it starts, as they are or shall be.
struct TimerState
{
    std::optional<QByteArray> service; ///< content of its file; nothing: there is none
    std::optional<QByteArray> timer;
    bool isEnabled = false;
    bool isActive = false;

    bool operator==(const TimerState &) const = default;
};

QJsonObject toJson(const TimerState &state);
TimerState timerStateFromJson(const QJsonObject &object);

/// A timer of this user's systemd, or of the machine's. Blocking.
class TimerUnits
{
public:
    /// `name` without ".timer". The machine's units are switched only, their files are not ours.
    TimerUnits(FileOps &files, QString name, bool isUser = true);

    QString serviceFile() const;
    QString timerFile() const;
    [[nodiscard]] Result<TimerState> read(const OperationContext &context) const;
    /// Makes it so, whatever half of it is so already.
    [[nodiscard]] Result<> apply(const TimerState &wanted, const OperationContext &context) const;

private:
    [[nodiscard]] Result<std::optional<QByteArray>> content(const QString &file) const;
    /// True: the file was changed.
    [[nodiscard]] Result<bool> put(const QString &file, const std::optional<QByteArray> &wanted) const;
    [[nodiscard]] Result<QByteArray> call(const QStringList &words, const OperationContext &context) const;

    FileOps &m_files;
    QString m_name;
    bool m_isUser;
};

/// Whether this user's systemd answers here.
bool hasUserSystemd(const OperationContext &context);
/// Whether this user's systemd runs while nobody is logged in.
bool isLingering();

} // namespace pilothouse
