// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/units.h"
#include "tests/ui/logspagetest.h"
#include "ui/controllers/eventloopwatchdog.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/logstage.h"

#include <QDir>
#include <QLabel>
#include <QScrollBar>
#include <QThread>

#include <atomic>
#include <sys/stat.h>

using namespace pilothouse;

namespace tst_logflood {

namespace {

constexpr int First = 2000;    ///< records that are there before
constexpr int Written = 30000; ///< by the flood
constexpr int Burst = 500;     ///< written at once
/// A block of the window that nobody would call calm, on whatever machine.
constexpr qint64 LongestBlockMs = 1500;

QByteArray recordAt(int sequence)
{
    return timedRecordHead(sequence, sequence % 100 == 0 ? "ERR" : "INF", "Part") + " user: 'Alice' }\n";
}

/// Writes as quickly as it can, as far as it is let.
class Flood final : public QThread
{
public:
    explicit Flood(QString path)
        : m_path(std::move(path))
    {
    }
    ~Flood() override { wait(); }
    /// Stands still after so many.
    void letGoTo(int sequence) { m_limit = sequence; }
    int written() const { return m_written; }

protected:
    void run() override
    {
        QFile file(m_path);
        if (!file.open(QIODevice::Append | QIODevice::Unbuffered))
            return;
        for (int sequence = First; sequence < First + Written;) {
            if (sequence >= m_limit) {
                msleep(5);
                continue;
            }
            QByteArray bytes;
            const int end = std::min(sequence + Burst, First + Written);
            for (; sequence < end; ++sequence)
                bytes += recordAt(sequence);
            file.write(bytes);
            m_written = sequence;
            msleep(4); // what is written has to be read as well, on two cores
        }
    }

private:
    QString m_path;
    std::atomic<int> m_limit{First + Written};
    std::atomic<int> m_written{First};
};

} // namespace

/// The Logs page while a service writes more than anybody can read, and over what is no log.
class TestLogFlood : public LogsPageTest
{
    Q_OBJECT

    LogSource m_source;

    int lastSequence() const
    {
        return model().records().isEmpty() ? -1 : sequenceOf(model().records().last().message);
    }
    QString shownText() const
    {
        QStringList texts;
        for (const QLabel *label : m_page->findChildren<QLabel *>()) {
            if (label->isVisible())
                texts.append(label->text());
        }
        return texts.join(u'\n');
    }

private slots:
    void initTestCase()
    {
        makeSurroundings();
        m_source = sourceIn(QStringLiteral("file"), QStringLiteral("app.log"));
    }

    void init()
    {
        QByteArray bytes;
        for (int i = 0; i < First; ++i)
            bytes += recordAt(i);
        writeAll(m_source.path, bytes);
        openPage({m_source});
    }

    void cleanup() { closePage(); }

    void staysCalmAndFollowsToTheLastLine()
    {
        EventLoopWatchdog watchdog;
        watchdog.start();
        Flood flood(m_source.path);
        flood.start();
        QTRY_VERIFY_WITH_TIMEOUT(flood.isFinished(), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(lastSequence(), First + Written - 1, 20000);
        QVERIFY(m_view->isFollowing());
        QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
        QVERIFY(model().records().size() <= 9000); // the window stays small
        QTRY_COMPARE(m_controller->countOf(LogGroup::Error), (First + Written) / 100);
        qInfo("longest block %lld ms", watchdog.longestBlock());
        QVERIFY2(watchdog.longestBlock() < LongestBlockMs,
                 QByteArray::number(watchdog.longestBlock()).constData());
    }

    void saysHowManyLinesCameWhileTheReaderReads()
    {
        QTRY_COMPARE(model().extent().lines(), First);
        m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() - 20);
        QVERIFY(!m_view->isFollowing());
        const quint64 top = model().record(m_view->firstVisibleRow()).number;
        Flood flood(m_source.path);
        flood.start();
        QTRY_VERIFY_WITH_TIMEOUT(flood.isFinished(), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_view->newLines(), Written, 20000);
        QCOMPARE(model().record(m_view->firstVisibleRow()).number, top); // nothing moved below the eyes
        QVERIFY(button(QStringLiteral("%1 new lines").arg(formatCount(Written))));
        m_view->setFollowing(true);
        QTRY_COMPARE_WITH_TIMEOUT(lastSequence(), First + Written - 1, 20000);
    }

    void findsAndStepsInTheMiddleOfIt()
    {
        Flood flood(m_source.path);
        flood.letGoTo(First + Written / 2);
        flood.start();
        m_controller->find({QStringLiteral("Step 1500'")});
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->matchCount(), 1, 20000);
        flood.letGoTo(First + Written); // the flood goes on while F3 is pressed
        QTest::keyClick(m_view, Qt::Key_F3);
        QTRY_COMPARE_WITH_TIMEOUT(currentSequence(), 1500, 20000);
        QVERIFY(!m_view->isFollowing());
        m_controller->find({QStringLiteral("[ERR]")});
        QTRY_VERIFY_WITH_TIMEOUT(m_controller->matchCount() > 20, 20000);
        QTest::keyClick(m_view, Qt::Key_F3);
        QTRY_VERIFY_WITH_TIMEOUT(currentSequence() > 1500 && currentSequence() % 100 == 0, 20000);
        QTRY_VERIFY_WITH_TIMEOUT(flood.isFinished(), 60000);
        QTRY_COMPARE_WITH_TIMEOUT(m_controller->matchCount(), (First + Written) / 100, 20000);
    }

    void saysWhatIsNoLog_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::addColumn<QString>("said");
        QTest::newRow("pipe") << QStringLiteral("pipe") << QStringLiteral("is a pipe, so");
        QTest::newRow("folder") << QStringLiteral("folder") << QStringLiteral("is a folder, so");
        QTest::newRow("device") << QStringLiteral("/dev/zero") << QStringLiteral("is a device, so");
        QTest::newRow("circle") << QStringLiteral("circle") << QStringLiteral("cannot be read");
    }
    void saysWhatIsNoLog()
    {
        QFETCH(QString, kind);
        QFETCH(QString, said);
        LogSource source = m_source;
        source.path = kind.startsWith(u'/') ? kind : m_folder->filePath(kind);
        source.id = source.title = kind;
        source.rotated.clear();
        if (kind == u"pipe")
            ::mkfifo(QFile::encodeName(source.path).constData(), 0600);
        else if (kind == u"folder")
            QVERIFY(QDir().mkpath(source.path));
        else if (kind == u"circle")
            QVERIFY(QFile::link(source.path, source.path));
        EventLoopWatchdog watchdog;
        watchdog.start();
        desk()->setSources({QStringLiteral("one"), {source, m_source}, {}}, QStringLiteral("some"));
        m_controller->showSource(source.id);
        QTRY_VERIFY2(shownText().contains(said), qPrintable(shownText()));
        QVERIFY(m_controller->state() == LogsController::State::Failed);
        QVERIFY(shownText().contains(QStringLiteral("This log cannot be read")));
        desk()->showSide(true); // the log beside says it, too
        QTRY_VERIFY(desk()->side());
        m_controller->showSource(m_source.id);
        QTRY_VERIFY(model().rowCount() > 100); // others can be shown
        QVERIFY(!shownText().contains(QStringLiteral("This log cannot be read")));
        QVERIFY2(watchdog.longestBlock() < LongestBlockMs,
                 QByteArray::number(watchdog.longestBlock()).constData());
    }
};

} // namespace tst_logflood

QTEST_MAIN(tst_logflood::TestLogFlood)
#include "tst_logflood.moc"
