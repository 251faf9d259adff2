// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QString>
#include <QStringList>
#include <QVariant>

#include <memory>

struct sqlite3;

namespace pilothouse {

/// A plain connection of a test to a SQLite file, as the service would have one; aborts the test on any
/// failure.
class TestDatabase
{
public:
    explicit TestDatabase(const QString &path);
    ~TestDatabase();

    void run(const QString &sql);
    /// False, and the error in lastError(), where the statement fails.
    bool tryRun(const QString &sql);
    QString lastError() const;
    /// The first cell of the first row.
    QVariant value(const QString &sql);
    /// The first column of all rows.
    QStringList column(const QString &sql);
    /// Makes its close leave the -wal as it is, like a service that was killed.
    void leaveWalBehind();

private:
    struct Close
    {
        void operator()(sqlite3 *handle) const;
    };
    std::unique_ptr<sqlite3, Close> m_handle;
};

/// How many of everything a made service has.
struct TestServiceSize
{
    int users = 3;
    int sessionsPerUser = 2;
    int messagesPerSession = 3;
    bool isLegacy = false; ///< agentx.db with tables instead of one key-value table
    bool hasFolders = true;
};

/// "00000000-0000-4000-8000-000000000007" for 7.
QString testUserId(int number);
/// "user-<its id>".
QString testContainerId(int number);

/// A data folder in Portagent's shape: data/portagent.db, data/agentx.db, data/queue.db (WAL), containers/.
void makeTestService(const QString &folder, const TestServiceSize &size = {});
/// Only the users: "user0", "user1", ...
void makeTestUsers(const QString &path, int count);

} // namespace pilothouse
