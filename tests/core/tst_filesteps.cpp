// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/support/planworld.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_filesteps {

class TestFileSteps : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<PlanWorld> m_world;
    const QUuid m_operation = QUuid::createUuid();
    const QJsonObject m_outputs;

    QString at(const QString &name) const { return m_world->data(name); }
    /// Calls one word with arguments.
    template <typename Work>
    auto with(const QString &word, const QJsonObject &arguments, Work work) const
    {
        const StepScope scope{m_world->session, m_operation,      arguments,
                              m_outputs,        m_world->secrets, m_world->context};
        return work(*m_world->steps.find(word), scope);
    }
    Result<QJsonObject> prepare(const QString &word, const QJsonObject &arguments) const
    {
        return with(word, arguments,
                    [](const Step &step, const StepScope &scope) { return step.prepare(scope); });
    }
    Result<QJsonObject> effect(const QString &word, const QJsonObject &arguments,
                               const QJsonObject &before) const
    {
        return with(word, arguments,
                    [&](const Step &step, const StepScope &scope) { return step.effect(scope, before); });
    }
    Observed observe(const QString &word, const QJsonObject &arguments, const QJsonObject &before) const
    {
        return with(word, arguments,
                    [&](const Step &step, const StepScope &scope) { return step.observe(scope, before); })
            .value();
    }
    Result<> compensate(const QString &word, const QJsonObject &arguments, const QJsonObject &before) const
    {
        return with(word, arguments,
                    [&](const Step &step, const StepScope &scope) { return step.compensate(scope, before); });
    }

    void addRows() const
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QJsonObject>("arguments");
        QTest::newRow("copy") << u"file.copy"_qs
                              << QJsonObject{{u"from"_qs, u"a"_qs}, {u"to"_qs, u"new/deep/b"_qs}};
        QTest::newRow("write over") << u"file.write"_qs
                                    << QJsonObject{{u"path"_qs, u"a"_qs},
                                                   {u"text"_qs, u"x"_qs},
                                                   {u"mode"_qs, u"0640"_qs}};
        QTest::newRow("write new") << u"file.write"_qs
                                   << QJsonObject{{u"path"_qs, u"n"_qs}, {u"base64"_qs, u"AAEC"_qs}};
        QTest::newRow("remove file") << u"file.remove"_qs << QJsonObject{{u"path"_qs, u"a"_qs}};
        QTest::newRow("remove folder") << u"file.remove"_qs << QJsonObject{{u"path"_qs, u"folder"_qs}};
        QTest::newRow("mode") << u"file.set-mode"_qs
                              << QJsonObject{{u"path"_qs, u"a"_qs}, {u"mode"_qs, u"0604"_qs}};
        if (::geteuid() == 0)
            QTest::newRow("owner") << u"file.set-owner"_qs
                                   << QJsonObject{{u"path"_qs, u"a"_qs},
                                                  {u"ownerId"_qs, 1000},
                                                  {u"groupId"_qs, 1001}};
    }

    /// Arguments with the paths of this test's data.
    QJsonObject placed(QJsonObject arguments) const
    {
        for (const QString &key : {u"path"_qs, u"from"_qs, u"to"_qs}) {
            if (arguments.contains(key))
                arguments.insert(key, at(arguments.value(key).toString()));
        }
        return arguments;
    }

private slots:
    void init()
    {
        m_world.reset();
        m_folder = QTemporaryDir();
        m_world = std::make_unique<PlanWorld>(m_folder.path());
        writeAll(at(u"a"_qs), "content");
        writeAll(at(u"folder/inside"_qs), "inside");
    }

    void goesThereAndBackTwiceEach_data() { addRows(); }
    void goesThereAndBackTwiceEach()
    {
        QFETCH(QString, word);
        QFETCH(QJsonObject, arguments);
        arguments = placed(arguments);
        const QStringList old = m_world->snapshot();
        const auto before = prepare(word, arguments);
        QVERIFY_RESULT(before);
        QCOMPARE(m_world->snapshot(), old);
        QCOMPARE(observe(word, arguments, *before), Observed::NotDone);
        QVERIFY_RESULT(effect(word, arguments, *before));
        QCOMPARE(observe(word, arguments, *before), Observed::Done);
        const QStringList changed = m_world->snapshot();
        QVERIFY_RESULT(effect(word, arguments, *before));
        QCOMPARE(m_world->snapshot(), changed);
        QVERIFY_RESULT(compensate(word, arguments, *before));
        QCOMPARE(m_world->snapshot(), old);
        QCOMPARE(observe(word, arguments, *before), Observed::NotDone);
        QVERIFY_RESULT(compensate(word, arguments, *before));
        QCOMPARE(m_world->snapshot(), old);
    }

    void describesItselfAndRefusesNonsense_data() { addRows(); }
    void describesItselfAndRefusesNonsense()
    {
        QFETCH(QString, word);
        QFETCH(QJsonObject, arguments);
        QVERIFY(!m_world->steps.find(word)->describe(placed(arguments)).title.isEmpty());
        QCOMPARE(prepare(word, {}).error().kind, ErrorKind::BadInput);
        QCOMPARE(prepare(word, arguments).error().kind, ErrorKind::BadInput); // relative paths
    }

    void copyDoesNotTakeAStrangersFileForItsOwn()
    {
        const QJsonObject arguments = placed({{u"from"_qs, u"a"_qs}, {u"to"_qs, u"b"_qs}});
        const QJsonObject before = prepare(u"file.copy"_qs, arguments).value();
        writeAll(at(u"b"_qs), "CONTENT"); // as long, and different
        QCOMPARE(observe(u"file.copy"_qs, arguments, before), Observed::Unknown);
        QVERIFY(!effect(u"file.copy"_qs, arguments, before));
        QCOMPARE(prepare(u"file.copy"_qs, arguments).error().kind, ErrorKind::Refused);
    }

    void copyChecksTheContentItWasPromised()
    {
        const QJsonObject arguments =
            placed({{u"from"_qs, u"a"_qs}, {u"to"_qs, u"b"_qs}, {u"sha256"_qs, QString(64, u'0')}});
        const QJsonObject before = prepare(u"file.copy"_qs, arguments).value();
        QVERIFY_RESULT(effect(u"file.copy"_qs, arguments, before));
        QCOMPARE(observe(u"file.copy"_qs, arguments, before), Observed::Unknown);
    }

    void writeSeesWhatIsNeitherOldNorNew()
    {
        const QJsonObject arguments =
            placed({{u"path"_qs, u"a"_qs}, {u"text"_qs, u"new"_qs}, {u"mode"_qs, u"0640"_qs}});
        const QJsonObject before = prepare(u"file.write"_qs, arguments).value();
        writeAll(at(u"a"_qs), "a stranger's");
        QCOMPARE(observe(u"file.write"_qs, arguments, before), Observed::Unknown);
        QCOMPARE(effect(u"file.write"_qs, arguments, before).error().kind, ErrorKind::Refused);
        QCOMPARE(readAll(at(u"a"_qs)), QByteArray("a stranger's"));
        writeAll(at(u"a"_qs), "new");
        QCOMPARE(observe(u"file.write"_qs, arguments, before), Observed::Partly); // the mode is not there yet
    }

    void removeNeverReplacesWhatTookThePlace()
    {
        const QJsonObject arguments = placed({{u"path"_qs, u"a"_qs}});
        const QJsonObject before = prepare(u"file.remove"_qs, arguments).value();
        QVERIFY_RESULT(effect(u"file.remove"_qs, arguments, before));
        writeAll(at(u"a"_qs), "newcomer");
        QCOMPARE(observe(u"file.remove"_qs, arguments, before), Observed::Done);
        QVERIFY(!compensate(u"file.remove"_qs, arguments, before));
        QCOMPARE(readAll(at(u"a"_qs)), QByteArray("newcomer"));
        const Step *step = m_world->steps.find(u"file.remove"_qs);
        QCOMPARE(step->keptFiles(arguments, before).size(), 1);
    }

    void whatIsNotThereCountsAsRemoved()
    {
        const QJsonObject arguments = placed({{u"path"_qs, u"none"_qs}});
        const QJsonObject before = prepare(u"file.remove"_qs, arguments).value();
        QVERIFY_RESULT(effect(u"file.remove"_qs, arguments, before));
        QCOMPARE(observe(u"file.remove"_qs, arguments, before), Observed::Done);
        QVERIFY_RESULT(compensate(u"file.remove"_qs, arguments, before));
    }

    void discardTakesOnlyWhatWasSetAside()
    {
        QCOMPARE(prepare(u"file.discard"_qs, placed({{u"path"_qs, u"a"_qs}})).error().kind,
                 ErrorKind::Refused);
        QCOMPARE(prepare(u"file.discard"_qs, placed({{u"path"_qs, u".pilothouse"_qs}})).error().kind,
                 ErrorKind::Refused);
        writeAll(at(u".pilothouse/x/one"_qs), "1");
        writeAll(at(u".pilothouse/x/two"_qs), "2");
        const QJsonObject arguments = placed({{u"path"_qs, u".pilothouse/x"_qs}});
        const QJsonObject before = prepare(u"file.discard"_qs, arguments).value();
        QCOMPARE(observe(u"file.discard"_qs, arguments, before), Observed::NotDone);
        QVERIFY(QFile::remove(at(u".pilothouse/x/one"_qs)));
        QCOMPARE(observe(u"file.discard"_qs, arguments, before), Observed::Partly);
        QVERIFY_RESULT(effect(u"file.discard"_qs, arguments, before));
        QVERIFY_RESULT(effect(u"file.discard"_qs, arguments, before));
        QCOMPARE(observe(u"file.discard"_qs, arguments, before), Observed::Done);
        QVERIFY(!m_world->steps.find(u"file.discard"_qs)->isReversible());
    }
};

} // namespace tst_filesteps

QTEST_GUILESS_MAIN(tst_filesteps::TestFileSteps)
#include "tst_filesteps.moc"
