// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/operationrunner.h"
#include "tests/support/testsupport.h"

#include <QSemaphore>
#include <QSignalSpy>

#include <stdexcept>

using namespace pilothouse;

namespace tst_operationrunner {

class TestOperationRunner : public QObject
{
    Q_OBJECT

private slots:
    void deliversTheValueInTheCallersThread()
    {
        OperationRunner runner;
        QThread *workThread = nullptr;
        QThread *doneThread = nullptr;
        int value = 0;
        runner.run(
            QStringLiteral("t"), this,
            [&](const OperationContext &) -> Result<int> {
                workThread = QThread::currentThread();
                return 42;
            },
            [&](Result<int> result) {
                doneThread = QThread::currentThread();
                value = *result;
            });
        QTRY_COMPARE(value, 42);
        QCOMPARE(doneThread, thread());
        QVERIFY(workThread != thread());
    }

    void finishesBeforeItHandsOver()
    {
        OperationRunner runner;
        QStringList order;
        Operation *operation = runner.run(
            QStringLiteral("t"), this, [](const OperationContext &) -> Result<> { return {}; },
            [&](Result<>) { order << QStringLiteral("done"); });
        connect(operation, &Operation::finished, this, [&] { order << QStringLiteral("finished"); });
        QTRY_COMPARE(order.size(), 2);
        QCOMPARE(order.first(), QStringLiteral("finished"));
    }

    void deliversAFailure()
    {
        OperationRunner runner;
        Result<int> received = 1;
        Operation *operation = runner.run(
            QStringLiteral("t"), this,
            [](const OperationContext &) -> Result<int> {
                return failure(ErrorKind::NoSpace, QStringLiteral("full"));
            },
            [&](Result<int> result) { received = std::move(result); });
        QSignalSpy finished(operation, &Operation::finished);
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().first().value<Operation::State>(), Operation::State::Failed);
        QTRY_VERIFY(!received.has_value());
        QCOMPARE(received.error().kind, ErrorKind::NoSpace);
    }

    void turnsAnExceptionIntoInternal()
    {
        OperationRunner runner;
        Result<int> received = 1;
        runner.run(
            QStringLiteral("t"), this,
            [](const OperationContext &) -> Result<int> { throw std::runtime_error("broken"); },
            [&](Result<int> result) { received = std::move(result); });
        QTRY_VERIFY(!received.has_value());
        QCOMPARE(received.error().kind, ErrorKind::Internal);
        QCOMPARE(received.error().detail, QStringLiteral("broken"));
    }

    void cancels()
    {
        OperationRunner runner;
        bool isDone = false;
        Operation *operation = runner.run(
            QStringLiteral("t"), this,
            [](const OperationContext &context) -> Result<> {
                while (!context.isCancelled())
                    QThread::msleep(1);
                return failure(ErrorKind::Cancelled, QStringLiteral("cancelled"));
            },
            [&](Result<>) { isDone = true; });
        QSignalSpy finished(operation, &Operation::finished);
        operation->cancel();
        QVERIFY(finished.wait());
        QCOMPARE(finished.first().first().value<Operation::State>(), Operation::State::Cancelled);
        QTRY_VERIFY(isDone);
    }

    void skipsTheCallbackOfADeadReceiver()
    {
        OperationRunner runner;
        auto receiver = std::make_unique<QObject>();
        QSemaphore go;
        bool isDone = false;
        Operation *operation = runner.run(
            QStringLiteral("t"), receiver.get(),
            [&](const OperationContext &) -> Result<> {
                go.acquire();
                return {};
            },
            [&](Result<>) { isDone = true; });
        QSignalSpy finished(operation, &Operation::finished);
        receiver.reset();
        go.release();
        QVERIFY(finished.wait());
        QVERIFY(!isDone);
    }

    void waitsForItsWorkWhenItIsDestroyed()
    {
        std::atomic_bool hasEnded = false;
        {
            OperationRunner runner;
            runner.run(
                QStringLiteral("t"), this,
                [&](const OperationContext &context) -> Result<> {
                    while (!context.isCancelled())
                        QThread::msleep(1);
                    hasEnded = true;
                    return {};
                },
                [](Result<>) {});
        }
        QVERIFY(hasEnded);
    }

    void throttlesProgressButDeliversTheLast()
    {
        OperationRunner runner;
        Operation *operation = runner.run(
            QStringLiteral("t"), this,
            [](const OperationContext &context) -> Result<> {
                for (int i = 1; i <= 1000; ++i)
                    context.report({i, 1000, {}});
                return {};
            },
            [](Result<>) {});
        QList<qint64> seen;
        connect(operation, &Operation::progressChanged, this, [&](const Progress &p) { seen << p.done; });
        QSignalSpy finished(operation, &Operation::finished);
        QVERIFY(finished.wait());
        QVERIFY(seen.size() < 100);
        QCOMPARE(seen.last(), 1000);
    }
};

} // namespace tst_operationrunner

QTEST_GUILESS_MAIN(tst_operationrunner::TestOperationRunner)
#include "tst_operationrunner.moc"
