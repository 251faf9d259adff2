// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace pilothouse {

/// Goes on inside the testbed's host, where systemd runs: replaces this process by the same program with the
/// same arguments there. Returns at once inside the host, and where there is none.
void enterSystemdHost(char **arguments);

bool isInSystemdHost();

/// Runs a program of the host; its output, and "failed: " with its errors where it fails.
QByteArray hostSays(const QStringList &words);

/// A unit of the host's systemd for one test; it is stopped and removed with its scope.
class HostUnit
{
public:
    /// Lines of its [Service] section.
    HostUnit(const QString &name, const QByteArray &service, const QByteArray &unit = {});
    ~HostUnit();
    HostUnit(const HostUnit &) = delete;
    HostUnit &operator=(const HostUnit &) = delete;

    QString name() const { return m_name; }
    /// One property, as "systemctl show" gives it.
    QByteArray property(const char *name) const;

private:
    QString m_name;
};

} // namespace pilothouse

/// The main function of a test that runs inside the host.
#define PILOTHOUSE_SYSTEMD_MAIN(TestClass)                                                                   \
    int main(int argc, char **argv)                                                                          \
    {                                                                                                        \
        pilothouse::enterSystemdHost(argv);                                                                  \
        QCoreApplication app(argc, argv);                                                                    \
        TestClass test;                                                                                      \
        return QTest::qExec(&test, argc, argv);                                                              \
    }

/// For initTestCase().
#define PILOTHOUSE_REQUIRE_SYSTEMD()                                                                         \
    PILOTHOUSE_REQUIRE(pilothouse::isInSystemdHost(),                                                        \
                       "no systemd: run ./dev testbed up as root and eval \"$(./dev testbed env)\"")
