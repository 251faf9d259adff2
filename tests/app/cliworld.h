// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "tests/support/composeworld.h"
#include "tests/support/systemdhost.h"
#include "tests/support/testsupport.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <map>
#include <memory>

/// What one run of the command line said.
struct CliRun
{
    int code = -1; ///< -1: it was killed
    QByteArray output;
    QByteArray error;
    QJsonDocument json; ///< of runs with --json

    /// All of it, for the message of a failed check.
    QByteArray told() const { return QByteArray::number(code) + "\n" + output + error; }
};

/// The words of a command line without quotes.
QStringList words(const QString &line);

/// A service with its data in a folder of its own, and an operator with nothing but the command line.
class CliWorld
{
public:
    enum class Kind { Files, Process, Docker, Systemd, Compose };

    explicit CliWorld(Kind kind);
    ~CliWorld();

    /// How many events a second a service of one process writes; nothing by itself where it is not asked.
    void setEventsPerSecond(int rate) { m_rate = rate; }
    /// Makes the data, starts the service and adds it as "svc"; empty when all is well, else what went wrong.
    QByteArray begin();

    CliRun run(const QStringList &words);
    CliRun json(const QStringList &words);
    /// Starts it and kills it so many milliseconds after it has begun to change things; true: it was still
    /// running then.
    bool killed(const QStringList &words, int milliseconds);
    std::unique_ptr<QProcess> started(const QStringList &words) const;
    /// The id of the newest thing in a list such as {"backup", "list", "svc"}.
    QString newest(const QStringList &words, const QString &key);

    QString path(const QString &name) const { return m_folder.filePath(name); }
    QString data(const QString &name = {}) const;
    QString database(const QString &id) const { return data(QStringLiteral("data/%1.db").arg(id)); }
    QString home() const { return path(QStringLiteral("home")); }
    QString container() const { return m_container; }
    const pilothouse::ComposeWorld &compose() const { return *m_compose; }
    /// Runs the docker client; its output, trimmed.
    static QByteArray docker(const QStringList &words);

    /// Digests of all rows of every database and of the users' folders; the service writes nothing by itself.
    QByteArray content() const;
    /// When the service was started; empty for plain files.
    QString startedAt();
    QString state();
    void execute(const QString &id, const QByteArray &sql) const;

    /// What must hold whatever was done: no secret was told or kept, the audit is whole. Empty: it does.
    QByteArray complaint();

private:
    QByteArray beginProcess();
    QByteArray beginDocker();
    QByteArray beginSystemd();
    QByteArray beginCompose();

    Kind m_kind;
    int m_rate = 0;
    QTemporaryDir m_folder;
    QString m_container;
    std::unique_ptr<pilothouse::HostUnit> m_unit;
    std::unique_ptr<pilothouse::ComposeWorld> m_compose;
    QByteArray m_told;
};

/// One world of a kind for all slots of a test: each leaves the data as it found them, and the service
/// running.
class CliWorlds
{
public:
    /// Makes it where it is not there yet. Null where it cannot be made; why is told.
    CliWorld *begin(CliWorld::Kind kind);
    /// Ends all; empty, or what one of them complains of.
    QByteArray end();

private:
    std::map<CliWorld::Kind, std::unique_ptr<CliWorld>> m_worlds;
};

/// Fails the test with all that was told where the exit code is another one.
#define EXPECT_CODE(run, expected)                                                                           \
    do {                                                                                                     \
        const CliRun pilothouseRun = (run);                                                                  \
        QVERIFY2(pilothouseRun.code == (expected), pilothouseRun.told().constData());                        \
    } while (false)

/// Makes a world of a kind; the test fails where it cannot be made.
#define BEGIN_WORLD(world, kind)                                                                             \
    if ((kind) == CliWorld::Kind::Docker)                                                                    \
        PILOTHOUSE_REQUIRE(                                                                                  \
            qEnvironmentVariableIsSet("PILOTHOUSE_TESTBED_IMAGE"),                                           \
            "no Docker Engine: run ./dev testbed up as root and eval \"$(./dev testbed env)\"");             \
    CliWorld world(kind);                                                                                    \
    const QByteArray begun = world.begin();                                                                  \
    QVERIFY2(begun.isEmpty(), begun.constData())

/// What must hold after whatever was done.
#define END_WORLD(world)                                                                                     \
    const QByteArray complaint = world.complaint();                                                          \
    QVERIFY2(complaint.isEmpty(), complaint.constData())
