// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/discovery/discoverysources.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr int Levels = 2;
constexpr qsizetype MostFolders = 5000;

struct DiscoverFoldersText
{
    Q_DECLARE_TR_FUNCTIONS(Discovery)
};

/// A folder, its folders and theirs; links are not followed.
QStringList treeOf(const QString &root, const OperationContext &context)
{
    QStringList folders{root};
    qsizetype first = 0;
    for (int level = 0; level < Levels; ++level) {
        const qsizetype end = folders.size();
        for (; first < end && folders.size() < MostFolders && !context.isCancelled(); ++first) {
            const QDir folder(folders.at(first));
            for (const QString &name :
                 folder.entryList(QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks))
                folders << folder.filePath(name);
        }
    }
    return folders;
}

void lookAt(const QString &path, const SourceWork &work)
{
    Clues clues;
    clues.dataFolder = QDir::cleanPath(path);
    const ProfileMatch match = bestMatch(clues, work.request.profiles);
    if (!match.profile)
        return;
    Candidate candidate;
    const QString name = QFileInfo(clues.dataFolder).fileName();
    candidate.title = name == QLatin1String("data") || name.startsWith(u'.') ? QString() : name;
    if (candidate.title.isEmpty())
        candidate.title = match.profile->title;
    candidate.facts << DiscoverFoldersText::tr("Data folder") << clues.dataFolder;
    candidate.problems << DiscoverFoldersText::tr(
        "Which service writes there is not known: Pilothouse reads and backs up, "
        "but cannot stop and start it.");
    take(candidate, match);
    work.candidates << candidate;
}

} // namespace

Result<> findFolders(const SourceWork &work)
{
    QStringList folders;
    for (const ServiceProfile &profile : work.request.profiles)
        folders << usualFolders(profile, work.request.home);
    QStringList unreadable;
    for (const QString &root : work.request.folders) {
        if (QDir(root).isReadable())
            folders << treeOf(root, work.context);
        else
            unreadable << root;
    }
    folders.removeDuplicates();
    for (const QString &folder : std::as_const(folders)) {
        if (work.context.isCancelled())
            return failure(ErrorKind::Cancelled,
                           DiscoverFoldersText::tr("Looking for services was cancelled."));
        lookAt(folder, work);
    }
    if (unreadable.isEmpty())
        return {};
    return failure(Error{ErrorKind::NotFound,
                         unreadable.join(QStringLiteral(", ")),
                         DiscoverFoldersText::tr("This folder cannot be read, or it is not there."),
                         DiscoverFoldersText::tr("Name a folder that this user may read."),
                         {}});
}

} // namespace pilothouse
