// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/logassembler.h"
#include "tests/support/logsamples.h"
#include "tests/support/testsupport.h"
#include "ui/controllers/logscontroller.h"
#include "ui/models/loglines.h"
#include "ui/models/logwrap.h"
#include "ui/models/prettyjson.h"
#include "ui/models/roles.h"

#include <QAbstractItemModelTester>
#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_logmodel {

namespace {

QList<LogRecord> records(int from, int to, quint64 firstNumber = 1)
{
    QByteArray bytes;
    for (int i = from; i < to; ++i)
        bytes += sampleRecord(i);
    auto parser = LogParser::compile(sampleFileFormat());
    LogAssembler assembler(*parser, QStringLiteral("file"), std::make_shared<quint64>(firstNumber - 1));
    assembler.feed(bytes);
    assembler.endOfFile();
    return assembler.take();
}

} // namespace

class TestLogModel : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheRulesOfModels()
    {
        LogModel model({.records = 50, .characters = 1 << 20}, nullptr);
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.append(records(100, 130, 1000));
        QVERIFY(model.prepend(records(90, 100, 900)));
        model.setShown(LogGroup::Info, false);
        model.append(records(130, 160, 1030));
        model.setUnfolded(0, true);
        model.setShown(LogGroup::Info, true);
        QVERIFY(model.records().size() <= 50);
        model.clear();
        QCOMPARE(model.rowCount(), 0);
    }

    void countsAndFiltersByLevel()
    {
        LogModel model;
        model.append(records(0, 100));
        QCOMPARE(model.countOf(LogGroup::Error), 20);
        QCOMPARE(model.countOf(LogGroup::Info), 40);
        model.setShown(LogGroup::Info, false);
        model.setShown(LogGroup::Debug, false);
        QCOMPARE(model.rowCount(), 40);
        QCOMPARE(model.hiddenCount(), 60);
        QCOMPARE(model.rowOf(model.record(7).number), 7);
        model.showAllGroups();
        QCOMPARE(model.rowCount(), 100);
    }

    void dropsTheOldestBeyondItsLimits()
    {
        LogModel model({.records = 1000, .characters = 1 << 30}, nullptr);
        for (int i = 0; i < 30; ++i)
            model.append(records(i * 100, i * 100 + 100, static_cast<quint64>(i) * 100 + 1));
        QVERIFY(model.records().size() <= 1000);
        QCOMPARE(sequenceOf(model.records().last().message), 2999);
        QCOMPARE(model.countOf(LogGroup::Error), model.records().size() / 5);
        QVERIFY(!model.prepend(records(0, 900)));

        LogModel small({.records = 100000, .characters = 20000}, nullptr);
        small.append(records(0, 2000));
        QVERIFY(small.records().size() < 400);
        QCOMPARE(sequenceOf(small.records().last().message), 1999);
    }

    void replacesARecordThatGrew()
    {
        LogModel model;
        QList<LogRecord> list = records(0, 5);
        model.append(list);
        list.last().continuation.append(QStringLiteral("more"));
        list.last().level = LogLevel::Warning;
        model.append({list.last()});
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.record(4).continuation.last(), QStringLiteral("more"));
        QCOMPARE(model.countOf(LogGroup::Error), 0);
    }

    void keepsMatchesOfShownRecordsOnly()
    {
        LogModel model;
        model.append(records(0, 20));
        const auto search = LogSearch::compile({QStringLiteral("step 1")});
        model.setMatches(*search->find(model.records(), OperationContext()));
        QCOMPARE(model.matches().size(), 11);
        model.setShown(LogGroup::Error, false);
        QCOMPARE(model.matches().size(), 9); // without 14 and 19
        model.setCurrentMatch(3);
        const LogMatch current = model.matches().at(3);
        model.setShown(LogGroup::Error, true);
        QCOMPARE(model.matches().at(model.currentMatch()), current);
    }

    void findsLinesInFewSteps()
    {
        QRandomGenerator random(3);
        LogLines lines;
        QList<int> heights;
        for (int i = 0; i < 3000; ++i) {
            heights.append(random.bounded(1, 9));
            lines.append(heights.last());
        }
        lines.setHeight(1700, 40);
        heights[1700] = 40;
        qint64 line = 0;
        for (int row = 0; row < heights.size(); ++row) {
            QCOMPARE(lines.lineOf(row), line);
            QCOMPARE(lines.rowAt(line), row);
            QCOMPARE(lines.rowAt(line + heights.at(row) - 1), row);
            line += heights.at(row);
        }
        QCOMPARE(lines.total(), line);
        QCOMPARE(lines.rowAt(line + 100), 2999);
        QCOMPARE(LogLines().rowAt(0), -1);
    }

    void wrapsWideAndNarrowCharacters()
    {
        QCOMPARE(wrapStarts(QStringLiteral("abcdefgh"), 3), QList<qsizetype>({0, 3, 6}));
        QCOMPARE(wrapCount(QStringLiteral("日本語"), 4), 2);
        QCOMPARE(wrapStarts(QStringLiteral("a🚀b"), 2), QList<qsizetype>({0, 1, 3}));
        QCOMPARE(wrapCount(QString(), 10), 1);
    }

    void findsRowsByTimeAndLevel()
    {
        LogModel model;
        QCOMPARE(model.rowAtTime(0), 0);
        model.append(records(0, 50)); // one a millisecond
        const auto timeOf = [&model](int row) { return model.record(row).time.toMSecsSinceEpoch(); };
        QCOMPARE(model.rowAtTime(timeOf(0) - 5), 0);
        QCOMPARE(model.rowAtTime(timeOf(17)), 17);
        QCOMPARE(model.rowAtTime(timeOf(49) + 1), 50);
        QCOMPARE(model.rowOfGroup(LogGroup::Error, 4, 1), 9);
        QCOMPARE(model.rowOfGroup(LogGroup::Error, 4, -1), -1);
        QCOMPARE(model.rowOfGroup(LogGroup::Warning, 4, -1), 3);
        LogRecord timeless = model.record(49);
        timeless.number += 1;
        timeless.time = QDateTime();
        model.append({timeless});
        QCOMPARE(model.rowAtTime(timeOf(49)), 49);
    }

    void spacesJsonAndChangesNothingElse()
    {
        const auto quoted = [](QString text) { return text.replace(u'~', u'"').replace(u'|', u'\\'); };
        const PrettyJson json = prettyJson(quoted(QStringLiteral(
            "{~z~:12345678901234567890,~a~:{},~msg~:~a |~b|~ {c}~,~list~:[1,[],{~x~:1.50}],~u~:~|u202e~}")));
        QCOMPARE(json.text, quoted(QStringLiteral(
                                "{\n  ~z~: 12345678901234567890,\n  ~a~: {},\n  ~msg~: ~a |~b|~ {c}~,\n"
                                "  ~list~: [\n    1,\n    [],\n    {\n      ~x~: 1.50\n    }\n  ],\n"
                                "  ~u~: ~|u202e~\n}")));
        QCOMPARE(json.message, quoted(QStringLiteral("a ~b~ {c}")));
        QCOMPARE(prettyJson(QStringLiteral("done in 3 ms {\"id\": 7}")).text,
                 QStringLiteral("{\n  \"id\": 7\n}"));
        QVERIFY(prettyJson(QStringLiteral("'Step' { id: 'x' }")).text.isEmpty());
        QVERIFY(prettyJson(QStringLiteral("{\"a\": 1} and more")).text.isEmpty());
    }

    void followsASourceAndSearchesWhatComes()
    {
        QTemporaryDir folder;
        LogSource source;
        source.id = QStringLiteral("file");
        source.title = QStringLiteral("app.log");
        source.kind = QStringLiteral("file");
        source.path = folder.filePath(QStringLiteral("app.log"));
        source.format = sampleFileFormat();
        QByteArray bytes;
        for (int i = 0; i < 100; ++i)
            bytes += sampleRecord(i);
        writeAll(source.path, bytes);
        OperationRunner runner;
        LogsController controller(runner);
        controller.setSources({QStringLiteral("one"), {source}, {}});
        QCOMPARE(controller.state(), LogsController::State::Reading);
        QTRY_COMPARE(controller.model().rowCount(), 100);
        QCOMPARE(controller.state(), LogsController::State::Following);
        controller.find({QStringLiteral("Step 9")});
        QTRY_COMPARE(controller.model().matches().size(), 11);
        controller.stepMatch(1, 50);
        QCOMPARE(
            sequenceOf(controller.model()
                           .record(controller.model().rowOf(
                               controller.model().matches().at(controller.model().currentMatch()).record))
                           .message),
            90);
        QFile file(source.path);
        QVERIFY(file.open(QIODevice::Append));
        file.write(sampleRecord(9));
        file.close();
        QTRY_COMPARE(controller.model().matches().size(), 12);
        controller.find({QStringLiteral("("), true});
        QVERIFY(!controller.queryError().isEmpty());
        QTRY_VERIFY(controller.model().matches().isEmpty());
        controller.pause();
        QTRY_COMPARE(controller.state(), LogsController::State::Ended);
    }

    void saysThatALogIsEmptyOrCannotBeRead()
    {
        QTemporaryDir folder;
        LogSource source;
        source.id = QStringLiteral("file");
        source.kind = QStringLiteral("file");
        source.path = folder.filePath(QStringLiteral("none.log"));
        OperationRunner runner;
        LogsController controller(runner);
        controller.setSources({{}, {source}, {}});
        QTRY_COMPARE(controller.state(), LogsController::State::Following);
        QCOMPARE(controller.model().rowCount(), 0);
        source.path = folder.path();
        controller.setSources({{}, {source}, {}});
        QTRY_COMPARE(controller.state(), LogsController::State::Failed);
        QVERIFY(!controller.error().message.isEmpty());
    }
};

} // namespace tst_logmodel

QTEST_GUILESS_MAIN(tst_logmodel::TestLogModel)
#include "tst_logmodel.moc"
