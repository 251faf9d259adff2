// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QList>
#include <QString>
#include <QVariantMap>

namespace pilothouse {

/// Runs statements on a SQLite file, making it and its folder; ends the test program where one fails.
void runSql(const QString &path, const QByteArray &sql);

/// The rows of one SELECT with named parameters (texts and numbers), each as texts; NULL as a null string.
QList<QStringList> selectSql(const QString &path, const QString &sql, const QVariantMap &parameters = {});

/// Two users of the conversation service (ada, bob) in `dataDir` as the built-in profile's "kv" layout keeps
/// them: each with a container, one image, one session, messages, queue entries and a working folder; and
/// lookalikes of ada's ids.
void makeKeyValueData(const QString &dataDir);

/// The same two users as the "tables" layout keeps them; without a queue.
void makeTableData(const QString &dataDir);

/// One profile file of tests/data/profiles.
QByteArray testProfile(const QString &name);

} // namespace pilothouse
