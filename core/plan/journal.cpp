// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/plan/journal.h"

#include "core/audit/actor.h"
#include "core/files/fileops.h"
#include "core/plan/journalcontents.h"
#include "core/plan/journalfile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <map>

namespace pilothouse {

namespace {

constexpr qint64 JournalLimit = 256 << 20;

QString idText(const QUuid &operation)
{
    return operation.toString(QUuid::WithoutBraces);
}

QString journalPath(const QString &folder)
{
    return folder + QStringLiteral("/journal");
}

QString leasePath(const QString &folder)
{
    return folder + QStringLiteral("/lease");
}

/// Reads one journal, without who undid it.
Result<OperationRecord> readOne(const FileOps &files, const QString &folder)
{
    const auto content = files.read(journalPath(folder), JournalLimit);
    if (!content)
        return tl::unexpected(content.error());
    const auto text = parseJournal(*content);
    if (!text)
        return tl::unexpected(withSubject(text.error(), journalPath(folder)));
    auto record = recordOf(text->lines);
    if (record && record->outcome == Outcome::Running && !LeasedLock::holder(leasePath(folder)))
        record->outcome = Outcome::Interrupted;
    return record;
}

/// The journal anew: the same events without what rows held, and one that says so.
QByteArray shortened(const QList<JournalLine> &lines, const QDateTime &now)
{
    JournalChain chain;
    QByteArray content;
    const auto add = [&chain, &content](const JournalLine &entry) {
        const QByteArray line = chain.next(entry);
        chain.take(line);
        content += line;
    };
    for (JournalLine entry : lines) {
        entry.body = withoutContents(entry.body);
        if (entry.event == QStringLiteral("before"))
            entry.body.insert(QStringLiteral("before"), QJsonObject());
        add(entry);
    }
    add({now, QStringLiteral("shortened"), {}});
    return content;
}

/// An operation counts as undone while the one that undid it stands, that is, was not undone itself: so an
/// operation can be put back and forth as often as wanted. `records` are newest first.
void deriveUndone(QList<OperationRecord> &records)
{
    std::map<QUuid, QUuid> undoneBy;
    for (const OperationRecord &record : std::as_const(records)) {
        const bool undoes = !record.plan.undoes.isNull() && record.outcome == Outcome::Done;
        if (undoes && !undoneBy.contains(record.plan.operation))
            undoneBy.try_emplace(record.plan.undoes, record.plan.operation);
    }
    for (OperationRecord &record : records) {
        const auto it = undoneBy.find(record.plan.operation);
        record.undoneBy = it == undoneBy.end() ? QUuid() : it->second;
    }
}

} // namespace

JournalStore::JournalStore(FileOps &files, const QString &folder)
    : JournalStore(files, folder, nullptr)
{
}

JournalStore::JournalStore(FileOps &files, const QString &folder, const Clock *clock)
    : m_files(files)
    , m_folder(QDir::cleanPath(folder))
    , m_clock(clock ? clock : &m_systemClock)
{
}

JournalStore::~JournalStore() = default;

QString JournalStore::folderOf(const QUuid &operation) const
{
    return m_folder + u'/' + idText(operation);
}

Result<std::unique_ptr<Journal>> JournalStore::create(const Plan &plan, const QString &copyFolder)
{
    const QString folder = folderOf(plan.operation);
    if (auto made = m_files.makeFolder(folder); !made)
        return tl::unexpected(made.error());
    auto lock = LeasedLock::take(leasePath(folder), leaseOfThisProcess(plan.operation, m_clock->now()));
    if (!lock)
        return tl::unexpected(lock.error());
    if (const auto content = m_files.read(journalPath(folder), JournalLimit); content && !content->isEmpty())
        return failure(ErrorKind::Refused,
                       QCoreApplication::translate("Journal", "This plan has run already. Plan it anew."));
    auto journal = std::make_unique<JournalFile>(m_files, *m_clock, journalPath(folder), std::move(*lock));
    QJsonObject body{{QStringLiteral("plan"), toJson(plan)}, {QStringLiteral("actor"), osUser()}};
    if (!copyFolder.isEmpty()) {
        const QString copy = copyFolder + QStringLiteral("/.pilothouse/") + idText(plan.operation)
                             + QStringLiteral(".journal");
        if (m_files.makeFolder(QFileInfo(copy).path())) {
            journal->setCopy(copy);
            body.insert(QStringLiteral("copy"), copy);
        }
    }
    if (auto appended = journal->append(QStringLiteral("plan"), body); !appended)
        return tl::unexpected(appended.error());
    return journal;
}

Result<std::unique_ptr<Journal>> JournalStore::reopen(const QUuid &operation)
{
    const QString folder = folderOf(operation);
    if (!m_files.exists(journalPath(folder)))
        return failure(ErrorKind::NotFound,
                       QCoreApplication::translate("Journal", "There is no such operation."));
    auto lock = LeasedLock::take(leasePath(folder), leaseOfThisProcess(operation, m_clock->now()));
    if (!lock)
        return tl::unexpected(lock.error());
    const auto content = m_files.read(journalPath(folder), JournalLimit);
    if (!content)
        return tl::unexpected(content.error());
    const auto text = parseJournal(*content);
    if (!text)
        return tl::unexpected(withSubject(text.error(), journalPath(folder)));
    const QByteArray good = content->left(text->goodBytes);
    if (good.size() != content->size()) {
        if (auto written = m_files.write(journalPath(folder), good); !written)
            return tl::unexpected(written.error());
    }
    auto journal = std::make_unique<JournalFile>(m_files, *m_clock, journalPath(folder), std::move(*lock));
    journal->continueFrom(*text);
    const QString copy =
        text->lines.isEmpty() ? QString() : text->lines.first().body.value(QStringLiteral("copy")).toString();
    if (!copy.isEmpty() && m_files.write(copy, good))
        journal->setCopy(copy);
    return journal;
}

Result<OperationRecord> JournalStore::read(const QUuid &operation) const
{
    auto record = readOne(m_files, folderOf(operation));
    if (!record)
        return record;
    const auto all = list(record->plan.instance);
    const auto it = std::find_if(all.begin(), all.end(), [&operation](const OperationRecord &other) {
        return other.plan.operation == operation;
    });
    if (it != all.end())
        record->undoneBy = it->undoneBy;
    return record;
}

QList<OperationRecord> JournalStore::list(const QString &instance) const
{
    QList<OperationRecord> records;
    for (const QString &name : m_files.list(m_folder).value_or(QStringList())) {
        const QUuid operation = QUuid::fromString(name);
        if (operation.isNull())
            continue;
        auto record = readOne(m_files, folderOf(operation));
        if (!record && record.error().kind == ErrorKind::NotFound)
            continue;
        if (!record) {
            OperationRecord broken;
            broken.plan.operation = operation;
            broken.outcome = Outcome::Interrupted;
            broken.error = record.error();
            record = broken;
        }
        records << *record;
    }
    if (!instance.isEmpty())
        records.removeIf([&instance](const OperationRecord &record) {
            return !record.plan.instance.isEmpty() && record.plan.instance != instance;
        });
    std::stable_sort(records.begin(), records.end(),
                     [](const OperationRecord &left, const OperationRecord &right) {
                         return left.startedAt > right.startedAt;
                     });
    deriveUndone(records);
    return records;
}

QList<OperationRecord> JournalStore::unfinished() const
{
    QList<OperationRecord> records = list();
    records.removeIf([](const OperationRecord &record) { return record.outcome != Outcome::Interrupted; });
    return records;
}

Result<> JournalStore::shorten(const QUuid &operation)
{
    const QString folder = folderOf(operation);
    const auto lock = LeasedLock::take(leasePath(folder), leaseOfThisProcess(operation, m_clock->now()));
    if (!lock)
        return tl::unexpected(lock.error());
    const auto text = m_files.read(journalPath(folder), JournalLimit).and_then(parseJournal);
    if (!text)
        return tl::unexpected(withSubject(text.error(), journalPath(folder)));
    const auto record = recordOf(text->lines);
    if (!record)
        return tl::unexpected(record.error());
    if (!record->hasEnded())
        return failure(ErrorKind::Refused,
                       QCoreApplication::translate("Journal", "This operation has not ended."));
    // Where the copy goes first, a crash in between leaves something to do again.
    const QString copy = text->lines.first().body.value(QStringLiteral("copy")).toString();
    if (copy.endsWith(QStringLiteral("/.pilothouse/%1.journal").arg(idText(operation)))
        && m_files.exists(copy)) {
        if (auto removed = m_files.removeFile(copy); !removed)
            return removed;
    }
    if (record->isShortened)
        return {};
    return m_files.write(journalPath(folder), shortened(text->lines, m_clock->now()));
}

Result<> JournalStore::acknowledge(const QUuid &operation)
{
    auto journal = reopen(operation);
    if (!journal)
        return tl::unexpected(journal.error());
    return (*journal)->append(QStringLiteral("acknowledged"), {{QStringLiteral("actor"), osUser()}});
}

} // namespace pilothouse
