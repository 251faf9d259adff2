// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/testsupport.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace pilothouse;

namespace tst_includedirection {

namespace {

/// Folders by rank: an include may point to a lower rank, to its own folder, or within one rank without a
/// cycle.
const QMap<QString, int> &ranks()
{
    static const QMap<QString, int> Ranks{{QStringLiteral("core"), 0},
                                          {QStringLiteral("core/base"), 0},
                                          {QStringLiteral("core/domain"), 1},
                                          {QStringLiteral("core/net"), 2},
                                          {QStringLiteral("core/process"), 2},
                                          {QStringLiteral("core/files"), 2},
                                          {QStringLiteral("core/audit"), 2},
                                          {QStringLiteral("core/secrets"), 2},
                                          {QStringLiteral("core/settings"), 2},
                                          {QStringLiteral("core/plan"), 3},
                                          {QStringLiteral("core/database"), 3},
                                          {QStringLiteral("core/postgres"), 3},
                                          {QStringLiteral("core/runtime"), 3},
                                          {QStringLiteral("core/profile"), 3},
                                          {QStringLiteral("core/instances"), 3},
                                          {QStringLiteral("core/steps"), 4},
                                          {QStringLiteral("core/backup"), 4},
                                          {QStringLiteral("core/discovery"), 4},
                                          {QStringLiteral("core/drill"), 4},
                                          {QStringLiteral("core/logs"), 4},
                                          {QStringLiteral("core/logs/engine"), 4},
                                          {QStringLiteral("core/schedule"), 4},
                                          {QStringLiteral("core/monitoring"), 4},
                                          {QStringLiteral("core/remote"), 4},
                                          {QStringLiteral("core/actions/backup"), 5},
                                          {QStringLiteral("core/actions/configuration"), 5},
                                          {QStringLiteral("core/actions/database"), 5},
                                          {QStringLiteral("core/actions/drill"), 5},
                                          {QStringLiteral("core/actions/entities"), 5},
                                          {QStringLiteral("core/actions/logs"), 5},
                                          {QStringLiteral("core/actions/maintenance"), 5},
                                          {QStringLiteral("core/actions/schedule"), 5},
                                          {QStringLiteral("core/actions/server"), 5},
                                          {QStringLiteral("core/actions/service"), 5},
                                          {QStringLiteral("core/actions/upgrade"), 5},
                                          {QStringLiteral("core/actions/users"), 5},
                                          {QStringLiteral("ui/models"), 6},
                                          {QStringLiteral("ui/controllers"), 6},
                                          {QStringLiteral("ui/theme"), 7},
                                          {QStringLiteral("ui/widgets"), 7},
                                          {QStringLiteral("ui/dialogs"), 7},
                                          {QStringLiteral("ui/pages"), 7},
                                          {QStringLiteral("ui"), 8},
                                          {QStringLiteral("app"), 9},
                                          {QStringLiteral("app/commandline"), 9},
                                          {QStringLiteral("app/demo"), 9}};
    return Ranks;
}

QString folderOf(const QString &path)
{
    return path.section(u'/', 0, -2);
}

struct Arrow
{
    QString from;
    QString to;
    QString file;
};

QList<Arrow> arrows()
{
    static const QRegularExpression Include(QStringLiteral("^#include \"((?:core|ui|app)/[^\"]+)\""),
                                            QRegularExpression::MultilineOption);
    const QDir root(QStringLiteral(PILOTHOUSE_SOURCE_DIR));
    QList<Arrow> found;
    for (const QString &top : {QStringLiteral("core"), QStringLiteral("ui"), QStringLiteral("app")}) {
        QDirIterator files(root.filePath(top), {QStringLiteral("*.h"), QStringLiteral("*.cpp")}, QDir::Files,
                           QDirIterator::Subdirectories);
        while (files.hasNext()) {
            const QString path = files.next();
            const QString relative = root.relativeFilePath(path);
            auto matches = Include.globalMatch(QString::fromUtf8(readAll(path)));
            while (matches.hasNext()) {
                const QString target = folderOf(matches.next().captured(1));
                if (target != folderOf(relative))
                    found << Arrow{folderOf(relative), target, relative};
            }
        }
    }
    return found;
}

bool reaches(const QMap<QString, QSet<QString>> &graph, const QString &from, const QString &goal,
             QSet<QString> &seen)
{
    if (from == goal)
        return true;
    if (seen.contains(from))
        return false;
    seen.insert(from);
    for (const QString &next : graph.value(from)) {
        if (reaches(graph, next, goal, seen))
            return true;
    }
    return false;
}

} // namespace

/// The layers of DESIGN.md 4, read from the include lines.
class TestIncludeDirection : public QObject
{
    Q_OBJECT

private slots:
    void knowsEveryFolder()
    {
        QVERIFY(!arrows().isEmpty());
        for (const Arrow &arrow : arrows()) {
            QVERIFY2(ranks().contains(arrow.from), qPrintable(arrow.file));
            QVERIFY2(ranks().contains(arrow.to), qPrintable(arrow.file + u' ' + arrow.to));
        }
    }

    void noArrowRunsBack()
    {
        for (const Arrow &arrow : arrows())
            QVERIFY2(ranks().value(arrow.to) <= ranks().value(arrow.from),
                     qPrintable(arrow.file + QStringLiteral(" includes ") + arrow.to));
    }

    void foldersOfOneRankFormNoCycle()
    {
        QMap<QString, QSet<QString>> graph;
        for (const Arrow &arrow : arrows()) {
            if (ranks().value(arrow.to) == ranks().value(arrow.from)
                && !arrow.from.startsWith(QStringLiteral("app")))
                graph[arrow.from].insert(arrow.to);
        }
        for (auto it = graph.constBegin(); it != graph.constEnd(); ++it) {
            for (const QString &next : it.value()) {
                QSet<QString> seen;
                QVERIFY2(!reaches(graph, next, it.key(), seen),
                         qPrintable(it.key() + QStringLiteral(" and ") + next
                                    + QStringLiteral(" include each other")));
            }
        }
    }
};

} // namespace tst_includedirection

QTEST_GUILESS_MAIN(tst_includedirection::TestIncludeDirection)
#include "tst_includedirection.moc"
