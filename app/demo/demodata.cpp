// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/demo/demodata.h"

#include "app/demo/demostory.h"
#include "app/demo/demowords.h"

#include <QCoreApplication>
#include <QDir>

namespace pilothouse {

namespace {

constexpr int DaysOfHistory = 120;
constexpr int OwnerlessContainers = 2;
constexpr int BytesOfAStory = 1500; ///< about what one event writes into the log

/// Makes one data set; lives for one call of createDemoData().
class DemoDataMaker
{
public:
    DemoDataMaker(QString directory, const DemoDataOptions &options, const OperationContext &context)
        : m_directory(std::move(directory))
        , m_options(options)
        , m_context(context)
        , m_random(options.seed)
    {
    }

    Result<> makeRecords();
    Result<> makeLogs();

private:
    QDateTime someTime();
    Result<> makeUser(DemoStore &store, int number);
    Result<> makeConversations(DemoStore &store, const QString &containerId, const QDateTime &since,
                               int count);
    QJsonArray makeMessages(const QDateTime &since, int count);
    Result<> makeEvents(DemoStore &store);
    Result<> makeWorkFolder(const QString &containerId, const QString &imageId);
    Result<> makeLogFile(const QString &name, QDateTime &time, qint64 bytes);

    QString m_directory;
    const DemoDataOptions &m_options;
    const OperationContext &m_context;
    DemoRandom m_random;
    QStringList m_sessions;
    QStringList m_containers;
};

QDateTime DemoDataMaker::someTime()
{
    const qint64 seconds = m_random.below(DaysOfHistory * 24 * 3600);
    return m_options.now.addDays(-DaysOfHistory).addSecs(seconds).addMSecs(m_random.below(1000));
}

Result<> DemoDataMaker::makeRecords()
{
    auto store = DemoStore::open(m_directory, m_options.layout);
    if (!store)
        return failure(store.error());
    if (auto result = store->begin(); !result)
        return result;
    for (int number = 0; number < m_options.users; ++number) {
        if (m_context.isCancelled())
            return failure(ErrorKind::Cancelled, QCoreApplication::translate("DemoData", "Cancelled."));
        if (auto result = makeUser(*store, number); !result)
            return result;
        m_context.report(
            {number, m_options.users, QCoreApplication::translate("DemoData", "Making demo data")});
    }
    for (int number = 0; number < OwnerlessContainers; ++number) {
        const QString container = u"user-" + m_random.uuid();
        const QDateTime time = someTime();
        if (auto result = store->addContainer(container, time); !result)
            return result;
        if (auto result = makeConversations(*store, container, time, number); !result)
            return result;
    }
    if (auto result = makeEvents(*store); !result)
        return result;
    return store->commit();
}

Result<> DemoDataMaker::makeUser(DemoStore &store, int number)
{
    static const QList<DemoPerson> Awkward = awkwardPeople();
    const DemoPerson person = number < Awkward.size() ? Awkward.at(number) : demoPerson(m_random, number);
    DemoUser user;
    user.userId = m_random.uuid();
    user.username = person.username;
    const bool gaveEmail = number >= Awkward.size() && m_random.chance(80);
    user.email =
        gaveEmail ? QString(person.username + u"@example.org") : QString(user.userId + u"@noemail.portagent");
    user.passwordHash = m_random.bcryptLookalike();
    user.containerId = u"user-" + m_random.uuid();
    user.displayName = person.displayName;
    user.isActive = number == 0 || !m_random.chance(7);
    user.createdAt = someTime();
    if (auto result = store.addUser(user); !result)
        return result;
    if (auto result = store.addContainer(user.containerId, user.createdAt); !result)
        return result;
    m_containers.append(user.containerId);
    const int conversations = number == 0 ? 24 : qMax(0, m_random.below(6) - 2);
    return makeConversations(store, user.containerId, user.createdAt, conversations);
}

Result<> DemoDataMaker::makeConversations(DemoStore &store, const QString &containerId,
                                          const QDateTime &since, int count)
{
    for (int number = 0; number < count; ++number) {
        const qint64 span = qMax<qint64>(60, since.secsTo(m_options.now) - 7200);
        DemoConversation conversation;
        conversation.createdAt = since.addSecs(m_random.below(static_cast<int>(span)));
        conversation.updatedAt = conversation.createdAt.addSecs(m_random.below(3600));
        conversation.imageId = m_random.id(QStringLiteral("img"), conversation.createdAt);
        conversation.sessionId = m_random.id(QStringLiteral("sess"), conversation.createdAt);
        conversation.containerId = containerId;
        conversation.name = demoTitle(m_random);
        conversation.sdkSessionId = m_random.uuid();
        const QJsonArray messages = makeMessages(conversation.createdAt, 1 + m_random.below(8));
        if (auto result = store.addConversation(conversation, messages); !result)
            return result;
        if (auto result = makeWorkFolder(containerId, conversation.imageId); !result)
            return result;
        m_sessions.append(conversation.sessionId);
    }
    return {};
}

QJsonArray DemoDataMaker::makeMessages(const QDateTime &since, int count)
{
    QJsonArray messages;
    QDateTime time = since;
    for (int number = 0; number < count; ++number) {
        time = time.addMSecs(4000 + m_random.below(90000));
        messages.append(demoMessage(m_random.decimalId(QStringLiteral("msg"), time, 7),
                                    QStringLiteral("user"), demoQuestion(m_random), time));
        time = time.addMSecs(900 + m_random.below(20000));
        messages.append(demoMessage(m_random.decimalId(QStringLiteral("msg"), time, 7),
                                    QStringLiteral("assistant"), demoAnswer(m_random), time));
    }
    return messages;
}

Result<> DemoDataMaker::makeEvents(DemoStore &store)
{
    QDateTime time = m_options.now.addDays(-2);
    for (const QString &session : std::as_const(m_sessions)) {
        const int events = 1 + m_random.below(5);
        for (int number = 0; number < events; ++number) {
            time = time.addMSecs(m_random.below(60000));
            if (auto result = store.addEvent(session, demoQueueEvent(session, time), time); !result)
                return result;
        }
        if (!m_random.chance(20))
            continue;
        const QString consumer = m_random.decimalId(QStringLiteral("conn"), time);
        if (auto result = store.addConsumer(consumer, session, time); !result)
            return result;
    }
    for (const QString &container : std::as_const(m_containers)) {
        time = time.addMSecs(m_random.below(5000));
        if (auto result = store.addEvent(QStringLiteral("global"), demoContainerEvent(container, time), time);
            !result)
            return result;
    }
    return {};
}

Result<> DemoDataMaker::makeWorkFolder(const QString &containerId, const QString &imageId)
{
    const QString folder = m_directory + u"/containers/" + containerId + u"/workdirs/" + imageId;
    QDir().mkpath(folder);
    const int files = m_random.below(3);
    for (int number = 0; number < files; ++number) {
        QFile file(folder + QLatin1Char('/') + demoFileName(m_random));
        const QByteArray content = demoFileContent(m_random);
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            return failure(ErrorKind::NoSpace,
                           QCoreApplication::translate("DemoData", "A demo file cannot be written."),
                           file.errorString());
    }
    return {};
}

Result<> DemoDataMaker::makeLogs()
{
    QDir().mkpath(m_directory + QStringLiteral("/logs"));
    QDateTime time = m_options.now.addDays(-1);
    for (int number = m_options.logFiles - 1; number >= 0; --number) {
        const QString name = number == 0 ? QStringLiteral("/logs/portagent.log")
                                         : QStringLiteral("/logs/portagent.log.%1").arg(number);
        const qint64 bytes = number == 0 ? m_options.logFileBytes / 2 : m_options.logFileBytes;
        if (auto result = makeLogFile(name, time, bytes); !result)
            return result;
    }
    return {};
}

Result<> DemoDataMaker::makeLogFile(const QString &name, QDateTime &time, qint64 bytes)
{
    DemoStory story(m_random);
    QByteArray text;
    const qint64 spanMs = m_options.now.addDays(-1).msecsTo(m_options.now);
    const qint64 total = m_options.logFiles * m_options.logFileBytes;
    const int pause = static_cast<int>(qMax<qint64>(1000, spanMs * BytesOfAStory / qMax<qint64>(1, total)));
    while (text.size() < bytes && !m_context.isCancelled()) {
        time = time.addMSecs(700 + m_random.below(pause));
        const QString session = m_sessions.isEmpty() ? QString() : m_random.pick(m_sessions);
        for (const DemoLogRecord &record : story.anything(time, session)) {
            if (record.level != DemoLogRecord::Level::Debug)
                text += toFileFormat(record);
        }
    }
    QFile file(m_directory + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return failure(ErrorKind::NoSpace,
                       QCoreApplication::translate("DemoData", "A demo log cannot be written."),
                       file.errorString());
    return {};
}

} // namespace

Result<> createDemoData(const QString &directory, const DemoDataOptions &options,
                        const OperationContext &context)
{
    if (QDir(directory).exists() && !QDir(directory).isEmpty())
        return failure(
            ErrorKind::Refused,
            QCoreApplication::translate("DemoData", "Demo data is only written to an empty folder."),
            directory);
    DemoDataMaker maker(directory, options, context);
    if (auto result = maker.makeRecords(); !result)
        return result;
    return maker.makeLogs();
}

} // namespace pilothouse
