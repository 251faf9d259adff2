// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/instances/instancesession.h"
#include "ui/controllers/latestread.h"

#include <QJsonObject>
#include <QObject>

namespace pilothouse {

/// What of an instance can be upgraded, for its dialog. UI thread.
class UpgradeController final : public QObject
{
    Q_OBJECT
public:
    using Session = std::shared_ptr<const InstanceSession>;

    UpgradeController(OperationRunner &runner, Session session, QObject *parent = nullptr);

    /// Reads again what runs and which newer images are there.
    void refresh();
    const Readable<QJsonObject> &facts() const { return m_facts; }
    /// A container is upgraded by an image, everything else by a version of its package.
    bool isContainer() const;
    /// "example/notes:1", "@example/notes 1.0.0"; empty until it was read.
    QString current() const;
    /// Names of newer images on this machine.
    QStringList newer() const;
    /// The arguments of upgrade.run for what was typed; a file wins.
    QJsonObject arguments(const QString &wanted, const QString &file) const;

signals:
    void changed();

private:
    Session m_session;
    LatestRead m_read;
    Readable<QJsonObject> m_facts;
};

} // namespace pilothouse
