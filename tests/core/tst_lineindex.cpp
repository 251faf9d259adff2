// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/engine/lineindexer.h"
#include "core/logs/engine/lineindexstore.h"
#include "core/logs/engine/screenlines.h"
#include "tests/support/testsupport.h"

#include <QElapsedTimer>
#include <QFile>
#include <QRandomGenerator>
#include <QStringEncoder>
#include <QTemporaryDir>

#include <atomic>
#include <thread>
#include <unistd.h>

using namespace pilothouse;

namespace tst_lineindex {

namespace {

/// Lines of all lengths, among them empty ones and some longer than a block.
QByteArray mixedLines(int count, quint32 seed)
{
    QRandomGenerator random(seed);
    QByteArray text;
    for (int number = 0; number < count; ++number) {
        const int length = number % 1000 == 999 ? 200000 : static_cast<int>(random.bounded(200));
        text += QByteArray(length, static_cast<char>('a' + number % 26)) + '\n';
    }
    return text;
}

QList<qint64> beginnings(const QByteArray &text)
{
    QList<qint64> offsets{0};
    for (qsizetype at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1))
        offsets.append(at + 1);
    return offsets;
}

QByteArray wide(const QString &text, QStringEncoder::Encoding encoding)
{
    QStringEncoder encoder(encoding, QStringEncoder::Flag::WriteBom);
    return encoder.encode(text);
}

void append(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::Append));
    QCOMPARE(file.write(bytes), bytes.size());
}

} // namespace

class LineIndexTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString file(const QByteArray &content)
    {
        const QString path =
            m_folder.filePath(QStringLiteral("%1.log").arg(QLatin1String(QTest::currentTestFunction())));
        writeAll(path, content);
        return path;
    }
    static LineIndexer opened(const QString &path, LineIndex known = {})
    {
        return LineIndexer(LogFile::open(path).value(), std::move(known));
    }

private slots:
    void knowsWhereEachLineBegins()
    {
        const QByteArray text = mixedLines(60000, 7); // more than a piece, so on several threads
        LineIndexer indexer = opened(file(text));
        QCOMPARE(indexer.update({}).value(), LogChange::Grown);
        const QList<qint64> expected = beginnings(text);
        QCOMPARE(indexer.lineCount(), expected.size() - 1);
        for (qsizetype line = 0; line<expected.size(); line += line % 1000> 990 ? 1 : 37) {
            QCOMPARE(indexer.offsetOf(line), expected.at(line));
            if (line + 1 < expected.size())
                QCOMPARE(indexer.lineAt(expected.at(line + 1) - 1), line);
        }
        QVERIFY(indexer.index().toBytes().size() < text.size() / 10000);
    }

    void countsEndsAtEveryPlace()
    {
        const QByteArray text = mixedLines(3000, 3);
        for (int begin = 0; begin < 300; ++begin) {
            const QByteArrayView part = QByteArrayView(text).sliced(begin, 60000 - 2 * begin);
            QCOMPARE(countLineEnds(part, LogEncoding::Bytes), std::count(part.begin(), part.end(), '\n'));
        }
        const QByteArray ends(100000, '\n');
        QCOMPARE(countLineEnds(ends, LogEncoding::Bytes), ends.size());
    }

    void goesOnWhereAnotherProcessAppends()
    {
        const QString path = file("one\ntwo");
        LineIndexer indexer = opened(path);
        QCOMPARE(indexer.update({}).value(), LogChange::Grown);
        QCOMPARE(indexer.lineCount(), 2);
        QByteArray text = "one\ntwo";
        for (int round = 0; round < 40; ++round) {
            const QByteArray more =
                mixedLines(static_cast<int>(QRandomGenerator::global()->bounded(400)), 5) + "tail";
            append(path, more);
            text += more;
            QCOMPARE(indexer.update({}).value(), LogChange::Grown);
            QCOMPARE(indexer.lineCount(), text.count('\n') + 1);
        }
        QCOMPARE(indexer.update({}).value(), LogChange::None);
        LineIndexer anew = opened(path);
        QVERIFY(anew.update({}).has_value());
        QVERIFY(anew.index() == indexer.index());
    }

    void beginsAgainAfterTruncation()
    {
        const QString path = file(mixedLines(2000, 1));
        LineIndexer indexer = opened(path);
        QVERIFY(indexer.update({}).has_value());
        writeAll(path, "short\n");
        QCOMPARE(indexer.update({}).value(), LogChange::Replaced);
        QCOMPARE(indexer.lineCount(), 1);
        QVERIFY(QFile::resize(path, 0));
        QCOMPARE(indexer.update({}).value(), LogChange::Replaced);
        QCOMPARE(indexer.lineCount(), 0);
    }

    void noticesWhatIsAsLongAsBeforeButOther()
    {
        const QString path = file("one\ntwo\n");
        LineIndexer indexer = opened(path);
        QVERIFY(indexer.update({}).has_value());
        QFile other(path);
        QVERIFY(other.open(QIODevice::ReadWrite));
        other.write("a\nb\nc\nd\n");
        other.close();
        QCOMPARE(indexer.update({}).value(), LogChange::Replaced);
        QCOMPARE(indexer.lineCount(), 4);
    }

    void survivesTruncationWhileItReads()
    {
        const QByteArray text = mixedLines(60000, 2);
        const QString path = file(text);
        LineIndexer indexer = opened(path);
        std::atomic<bool> isDone = false;
        std::thread truncating([&] {
            while (!isDone) {
                [[maybe_unused]] const int cut = ::truncate(path.toUtf8().constData(), 1000);
                [[maybe_unused]] const int grown = ::truncate(path.toUtf8().constData(), text.size());
            }
        });
        bool isGood = true;
        for (int round = 0; round < 50; ++round)
            isGood = isGood && indexer.update({}).has_value();
        isDone = true;
        truncating.join();
        QVERIFY(isGood);
        writeAll(path, "end\n");
        QVERIFY(indexer.update({}).has_value());
        QCOMPARE(indexer.lineCount(), 1);
    }

    void stopsWhenCancelled()
    {
        LineIndexer indexer = opened(file(mixedLines(60000, 2)));
        OperationContext context;
        context.cancel();
        const auto updated = indexer.update(context);
        QVERIFY(!updated);
        QCOMPARE(updated.error().kind, ErrorKind::Cancelled);
        QCOMPARE(indexer.lineCount(), 0);
        QCOMPARE(indexer.update({}).value(), LogChange::Grown);
    }

    void readsUtf16_data()
    {
        QTest::addColumn<QStringEncoder::Encoding>("encoding");
        QTest::newRow("little") << QStringEncoder::Utf16LE;
        QTest::newRow("big") << QStringEncoder::Utf16BE;
    }
    void readsUtf16()
    {
        QFETCH(QStringEncoder::Encoding, encoding);
        // U+0A00 and U+000A have the same bytes the other way round.
        const QString text =
            QStringLiteral("erste Zeile\r\n\u0a00\u0a0a\u010a zweite\n\nlast").repeated(5000);
        LineIndexer indexer = opened(file(wide(text, encoding)));
        QVERIFY(indexer.update({}).has_value());
        QCOMPARE(indexer.lineCount(), text.count(u'\n') + 1);
        const ScreenLines screen(indexer.file(), indexer.index().encoding());
        const QList<RawLine> lines = screen.from(indexer.offsetOf(3 * 4000 + 1), 2);
        QCOMPARE(lines.at(0).text, QStringLiteral("\u0a00\u0a0a\u010a zweite").toUtf8());
        QCOMPARE(lines.at(1).text, QByteArray());
        QCOMPARE(screen.before(indexer.index().bytes(), 1).first().text, QByteArray("last"));
    }

    void keepsAnIndexForTheNextTime()
    {
        const LineIndexStore store(m_folder.filePath(QStringLiteral("cache")));
        const QString path = file(mixedLines(60000, 9));
        LineIndexer indexer = opened(path);
        QVERIFY(indexer.update({}).has_value());
        store.keep(indexer.file(), indexer.index());
        const auto stored = store.find(indexer.file());
        QVERIFY(stored.has_value());
        QVERIFY(*stored == indexer.index());

        append(path, "one more\n");
        LineIndexer again = opened(path, *store.find(indexer.file()));
        QCOMPARE(again.update({}).value(), LogChange::Grown);
        QCOMPARE(again.lineCount(), indexer.lineCount() + 1);
    }

    void believesNoIndexOfAnotherContent()
    {
        const LineIndexStore store(m_folder.filePath(QStringLiteral("doubted")));
        const QString path = file(mixedLines(60000, 9));
        LineIndexer indexer = opened(path);
        QVERIFY(indexer.update({}).has_value());
        store.keep(indexer.file(), indexer.index());
        QFile other(path);
        QVERIFY(other.open(QIODevice::ReadWrite));
        other.write("other");
        other.close();
        QVERIFY(!store.find(indexer.file()));
        QVERIFY(!LineIndex::fromBytes("nonsense"));
        QVERIFY(!LineIndex::fromBytes(indexer.index().toBytes().chopped(1)));
    }

    void showsFirstAndLastLines()
    {
        const QByteArray text = mixedLines(5000, 4) + "last\r\n";
        const QString path = file(text);
        const auto log = LogFile::open(path).value();
        const ScreenLines screen(*log, LogEncoding::Bytes);
        const QList<qint64> expected = beginnings(text);
        const QList<RawLine> first = screen.from(0, 50);
        QCOMPARE(first.size(), 50);
        QCOMPARE(first.at(49).offset, expected.at(49));
        const QList<RawLine> last = screen.before(text.size(), 50);
        QCOMPARE(last.size(), 50);
        QCOMPARE(last.first().offset, expected.at(expected.size() - 51));
        QCOMPARE(last.last().text, QByteArray("last"));
        const QList<RawLine> huge = screen.before(expected.at(1000), 1);
        QCOMPARE(huge.first().offset, expected.at(999));
        QVERIFY(huge.first().isCut);
    }

    void takesAHugeLineInItsStride()
    {
        const QString path = file("first\n");
        QVERIFY(QFile::resize(path, qint64{1} << 30)); // NULs, and a hole on disk
        append(path, "\nlast\n");
        LineIndexer indexer = opened(path);
        QVERIFY(indexer.update({}).has_value());
        QCOMPARE(indexer.lineCount(), 3);
        QCOMPARE(indexer.offsetOf(2), (qint64{1} << 30) + 1);
        const ScreenLines screen(indexer.file(), LogEncoding::Bytes);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(screen.from(0, 50).size() >= 1);
        QCOMPARE(screen.before(indexer.index().bytes(), 1).first().text, QByteArray("last"));
        QVERIFY(timer.elapsed() < 1000);
    }
};

} // namespace tst_lineindex

QTEST_GUILESS_MAIN(tst_lineindex::LineIndexTest)
#include "tst_lineindex.moc"
