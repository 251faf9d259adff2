// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/app/upgradeworld.h"

QByteArray inspected(const QString &container, const QString &format)
{
    return CliWorld::docker({QStringLiteral("inspect"), QStringLiteral("--format"), format, container});
}

QString upgradeImage(const QString &name, const QByteArray &lines)
{
    const QString reference = QStringLiteral("pilothouse-test/portagent:") + name;
    QProcess build;
    build.start(QStringLiteral("docker"), {QStringLiteral("build"), QStringLiteral("--quiet"),
                                           QStringLiteral("--tag"), reference, QStringLiteral("-")});
    build.write("FROM " + qgetenv("PILOTHOUSE_TESTBED_IMAGE") + "\n" + lines);
    build.closeWriteChannel();
    build.waitForFinished(60000);
    return build.exitCode() == 0 ? reference : QString();
}

QString goodUpgrade()
{
    return upgradeImage(QStringLiteral("v2-good"), "LABEL org.opencontainers.image.version=2.0.0\n"
                                                   "ENV NODE_VERSION=20\n");
}

void addFailingUpgrades()
{
    QTest::addColumn<QByteArray>("lines");
    QTest::newRow("never healthy") << QByteArray("ENTRYPOINT [\"/bin/sh\", \"-c\", \"sleep 1000\"]\n");
    QTest::newRow("writes over the data and ends")
        << QByteArray("ENTRYPOINT [\"/bin/sh\", \"-c\", \"for f in /home/node/.agentx/data/*.db; do "
                      "echo gone > $f; done; exit 3\"]\n");
    QTest::newRow("healthy, but has lost the rows")
        << QByteArray("ENTRYPOINT [\"/bin/sh\", \"-c\", \"echo > /home/node/.agentx/data/portagent.db; exec "
                      "/usr/local/bin/portagent --host 0.0.0.0 --rate 0\"]\n");
}
