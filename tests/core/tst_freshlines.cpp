// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/freshlines.h"
#include "tests/support/testsupport.h"

#include <QFile>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_freshlines {

class TestFreshLines : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_dir;

    LogSource source() const
    {
        LogSource source;
        source.path = m_dir->filePath(QStringLiteral("app.log"));
        source.rotated = QStringLiteral("{path}.{n}");
        source.keep = 3;
        return source;
    }

    void add(const QByteArray &text) const
    {
        QFile file(source().path);
        QVERIFY(file.open(QIODevice::Append));
        QCOMPARE(file.write(text), text.size());
    }

private slots:
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void givesOnlyEndedLinesBehindTheMark()
    {
        add("old\n");
        FreshLines lines(source(), *markOf(source()));
        QCOMPARE(*lines.next(), QByteArrayList());
        add("one\ntw");
        QCOMPARE(*lines.next(), QByteArrayList{"one"});
        add("o\n");
        QCOMPARE(*lines.next(), QByteArrayList{"two"});
    }

    void readsAFileThatComesLater()
    {
        const auto mark = markOf(source());
        QVERIFY_RESULT(mark);
        FreshLines lines(source(), logMarkFromJson(toJson(*mark)));
        QCOMPARE(*lines.next(), QByteArrayList());
        add("first\n");
        QCOMPARE(*lines.next(), QByteArrayList{"first"});
    }

    void readsOnAcrossARotation()
    {
        add("old\n");
        const LogMark mark = *markOf(source());
        add("before\n");
        QVERIFY(QFile::rename(source().path, source().path + QStringLiteral(".1")));
        add("after\n");
        FreshLines lines(source(), logMarkFromJson(toJson(mark)));
        QCOMPARE(*lines.next(), (QByteArrayList{"before", "after"}));
    }

    void readsAFileThatWasCutFromItsStart()
    {
        add("a long line that was there\n");
        FreshLines lines(source(), *markOf(source()));
        writeAll(source().path, "new\n");
        QCOMPARE(*lines.next(), QByteArrayList{"new"});
    }
};

} // namespace tst_freshlines

QTEST_GUILESS_MAIN(tst_freshlines::TestFreshLines)
#include "tst_freshlines.moc"
