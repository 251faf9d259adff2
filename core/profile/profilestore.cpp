// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/profile/profilestore.h"

#include "core/base/oneachcore.h"
#include "core/profile/profileloader.h"
#include "core/profile/profiletexts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QLocale>
#include <QThread>

#include <atomic>
#include <vector>

static void initialiseProfiles()
{
    Q_INIT_RESOURCE(pilothouse);
}

namespace pilothouse {
namespace {
constexpr qint64 SizeLimit = 4 << 20;

struct ProfileStoreText
{
    Q_DECLARE_TR_FUNCTIONS(ProfileStore)
};

Result<QByteArray> contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error{file.exists() ? ErrorKind::Refused : ErrorKind::NotFound,
                             path,
                             ProfileStoreText::tr("The profile cannot be read."),
                             {},
                             file.errorString()});
    const QByteArray content = file.read(SizeLimit + 1);
    if (content.size() > SizeLimit)
        return failure(Error{ErrorKind::BadInput,
                             path,
                             ProfileStoreText::tr("The file is larger than a profile may be (4 MiB)."),
                             {},
                             {}});
    return content;
}

ProfileEntry readEntry(const QFileInfo &file, bool isBuiltIn)
{
    ProfileEntry entry;
    entry.id = file.completeBaseName();
    entry.file = file.filePath();
    entry.isBuiltIn = isBuiltIn;
    auto loaded = contentOf(entry.file).and_then([&entry](const QByteArray &json) {
        entry.json = json;
        return loadProfile(json, entry.file);
    });
    if (loaded) {
        translateProfile(*loaded, QLocale().name());
        entry.id = loaded->id;
        entry.profile = std::make_shared<const ServiceProfile>(std::move(*loaded));
    } else {
        entry.error = loaded.error();
    }
    return entry;
}
} // namespace

ProfileStore ProfileStore::load(const QString &folder)
{
    initialiseProfiles();
    ProfileStore store;
    store.m_entries = std::async(std::launch::async, [folder] {
        Entries entries;
        read(QStringLiteral(":/profiles"), true, entries);
        if (!folder.isEmpty())
            read(folder, false, entries);
        return entries;
    });
    return store;
}

void ProfileStore::read(const QString &folder, bool isBuiltIn, Entries &entries)
{
    const QFileInfoList files =
        QDir(folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files | QDir::Readable, QDir::Name);
    std::vector<ProfileEntry> found(static_cast<std::size_t>(files.size()));
    std::atomic_size_t next = 0;
    onEachCore(qMin<int>(QThread::idealThreadCount(), qMax(1, static_cast<int>(files.size()))), [&] {
        for (std::size_t at = next++; at < found.size(); at = next++)
            found[at] = readEntry(files.at(static_cast<qsizetype>(at)), isBuiltIn);
    });
    for (ProfileEntry &entry : found)
        entries.insert_or_assign(entry.id, std::move(entry));
}

QList<ProfileEntry> ProfileStore::entries() const
{
    QList<ProfileEntry> list;
    for (const auto &[id, entry] : all())
        list << entry;
    return list;
}

Result<ServiceProfile> ProfileStore::profile(const QString &id) const
{
    const auto found = all().find(id);
    if (found != all().end() && found->second.profile)
        return *found->second.profile;
    if (found != all().end())
        return failure(*found->second.error);
    QStringList ids;
    for (const auto &[known, entry] : all())
        ids << known;
    return failure(Error{ErrorKind::NotFound,
                         id,
                         ProfileStoreText::tr("There is no profile with this id."),
                         ProfileStoreText::tr("Known profiles: %1.").arg(ids.join(QLatin1String(", "))),
                         {}});
}

Result<ServiceProfile> ProfileStore::validate(const QString &file)
{
    return contentOf(file).and_then([&file](const QByteArray &json) { return loadProfile(json, file); });
}

} // namespace pilothouse
