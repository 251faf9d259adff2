// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/actions/logs/loghighlighters.h"
#include "core/actions/logs/savedfilters.h"
#include "core/logs/filter/logfilter.h"
#include "core/profile/profilestore.h"
#include "core/settings/settingsstore.h"
#include "core/settings/statestore.h"
#include "tests/support/testsupport.h"

#include <QTemporaryDir>

using namespace pilothouse;

namespace tst_savedfilters {

/// Filters of logs under names, for every instance of a profile.
class TestSavedFilters : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<StateStore> m_state;
    std::unique_ptr<SettingsStore> m_settings;
    ServiceProfile m_profile;

    SavedLogFilters filters() const { return SavedLogFilters(*m_settings); }
    QStringList names() const
    {
        QStringList names;
        const auto all = filters().list(m_profile);
        for (const SavedLogFilter &one : all.value_or(QList<SavedLogFilter>()))
            names.append(one.name);
        return names;
    }

private slots:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_state = std::make_unique<StateStore>(m_folder->filePath(QStringLiteral("state.db")));
        QVERIFY_RESULT(m_state->open());
        m_settings = std::make_unique<SettingsStore>(*m_state);
        m_profile = ServiceProfile();
        m_profile.id = QStringLiteral("shop");
        ProfileLogFormat format;
        format.id = QStringLiteral("file");
        format.questions = {{QStringLiteral("errors"),
                             QStringLiteral("Errors by part"),
                             QStringLiteral("level>=error"),
                             QStringLiteral("component"),
                             {},
                             {}},
                            {QStringLiteral("all"), QStringLiteral("All of it"), {}, {}, {}, {}}};
        m_profile.logFormats = {format};
    }

    void keepsThemUnderTheirNames()
    {
        QVERIFY_RESULT(
            filters().save(m_profile, QStringLiteral(" slow  logins "), QStringLiteral("duration>1s ")));
        QVERIFY_RESULT(filters().save(m_profile, QStringLiteral("Disk"), QStringLiteral("disk or volume")));
        QCOMPARE(names(), (QStringList{QStringLiteral("Errors by part"), QStringLiteral("Disk"),
                                       QStringLiteral("slow logins")}));
        QVERIFY_RESULT(filters().save(m_profile, QStringLiteral("DISK"), QStringLiteral("disk")));
        const auto disk = filters().find(m_profile, QStringLiteral("disk"));
        QVERIFY_RESULT(disk);
        QCOMPARE(disk->filter, QStringLiteral("disk"));
        QCOMPARE(names().size(), 3);
        m_profile.id = QStringLiteral("other"); // each profile has its own
        QCOMPARE(names(), QStringList{QStringLiteral("Errors by part")});
    }

    void findsThoseOfTheProfileByTitleAndId()
    {
        for (const char *name : {"errors", "Errors by part"}) {
            const auto found = filters().find(m_profile, QString::fromLatin1(name));
            QVERIFY_RESULT(found);
            QCOMPARE(found->filter, QStringLiteral("level>=error"));
            QVERIFY(found->isOfProfile());
        }
        const auto missing = filters().find(m_profile, QStringLiteral("nothing"));
        QCOMPARE(missing.error().kind, ErrorKind::NotFound);
        QVERIFY(missing.error().advice.contains(QStringLiteral("Errors by part")));
    }

    void renamesAndRemoves()
    {
        QVERIFY_RESULT(filters().save(m_profile, QStringLiteral("a"), QStringLiteral("x")));
        QVERIFY_RESULT(filters().save(m_profile, QStringLiteral("b"), QStringLiteral("y")));
        QCOMPARE(filters().rename(m_profile, QStringLiteral("a"), QStringLiteral("B")).error().kind,
                 ErrorKind::Refused);
        QVERIFY_RESULT(filters().rename(m_profile, QStringLiteral("a"), QStringLiteral("c")));
        QCOMPARE(filters().find(m_profile, QStringLiteral("c"))->filter, QStringLiteral("x"));
        QVERIFY_RESULT(filters().remove(m_profile, QStringLiteral("b")));
        QCOMPARE(filters().remove(m_profile, QStringLiteral("b")).error().kind, ErrorKind::NotFound);
        QCOMPARE(filters().remove(m_profile, QStringLiteral("Errors by part")).error().kind,
                 ErrorKind::NotFound);
    }

    void refusesWhatIsNoFilterOrNoName()
    {
        const auto kind = [this](const char *name, const char *filter) {
            const auto saved = filters().save(m_profile, QString::fromUtf8(name), QString::fromUtf8(filter));
            return saved ? ErrorKind::Internal : saved.error().kind;
        };
        QCOMPARE(kind("", "x"), ErrorKind::BadInput);
        QCOMPARE(kind("x", "  "), ErrorKind::BadInput);
        QCOMPARE(kind("x", "level:loud"), ErrorKind::BadInput);
        QCOMPARE(kind("errors BY part", "x"), ErrorKind::Refused);
        QCOMPARE(filters().save(m_profile, QString(61, u'x'), QStringLiteral("x")).error().kind,
                 ErrorKind::BadInput);
        QCOMPARE(names().size(), 1);
    }

    void joinsASavedOneWithAnother()
    {
        QCOMPARE(joinedFilters(QStringLiteral("a or b"), QStringLiteral("c")),
                 QStringLiteral("(a or b) (c)"));
        QCOMPARE(joinedFilters({}, QStringLiteral("c")), QStringLiteral("c"));
        QCOMPARE(joinedFilters(QStringLiteral("a or b"), QStringLiteral(" ")), QStringLiteral("a or b"));
    }

    void keepsHighlighters()
    {
        const LogHighlighters highlighters(*m_settings);
        LogHighlighter rule{QStringLiteral("Disks"), {QStringLiteral("disk-\\d+"), true, true}, 2, false};
        QVERIFY_RESULT(highlighters.set(m_profile, {rule}));
        const auto kept = highlighters.list(m_profile);
        QVERIFY_RESULT(kept);
        QCOMPARE(*kept, QList<LogHighlighter>{rule});
        rule.query.text = QStringLiteral("disk-(");
        const auto wrong = highlighters.set(m_profile, {rule});
        QCOMPARE(wrong.error().kind, ErrorKind::BadInput);
        QVERIFY(wrong.error().subject.contains(QStringLiteral("Disks")));
        QCOMPARE(highlighters.list(m_profile)->first().query.text, QStringLiteral("disk-\\d+"));
        QVERIFY(!highlighters.set(m_profile, QList<LogHighlighter>(LogHighlighters::Most + 1, rule)));
        QVERIFY_RESULT(highlighters.set(m_profile, {}));
        QVERIFY(highlighters.list(m_profile)->isEmpty());
    }

    void everyFilterThatComesAlongCanBeRead()
    {
        const ProfileStore store = ProfileStore::load({});
        int count = 0;
        for (const ProfileEntry &entry : store.entries()) {
            QVERIFY(entry.profile);
            for (const SavedLogFilter &one : filtersOf(*entry.profile)) {
                const auto read = LogFilter::parse(one.filter);
                QVERIFY2(read, qPrintable(entry.id + u' ' + one.id));
                ++count;
            }
        }
        QVERIFY(count > 3);
    }
};

} // namespace tst_savedfilters

QTEST_GUILESS_MAIN(tst_savedfilters::TestSavedFilters)
#include "tst_savedfilters.moc"
