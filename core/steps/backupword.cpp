// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/backupword.h"

#include <QJsonDocument>

namespace pilothouse {

QString BackupWord::text(const QJsonObject &arguments, const char *key)
{
    return arguments.value(QLatin1String(key)).toString();
}

QString BackupWord::lastPart(const QJsonObject &arguments, const char *key)
{
    return QFileInfo(text(arguments, key)).fileName();
}

Result<> BackupWord::removeTreeIfThere(const QString &folder) const
{
    return m_files.exists(folder) ? m_files.removeTree(folder) : Result<>();
}

Result<> BackupWord::removeFileIfThere(const QString &path) const
{
    return m_files.exists(path) ? m_files.removeFile(path) : Result<>();
}

Result<> BackupWord::writeNote(const QString &path, const QJsonObject &note) const
{
    return m_files.write(path, QJsonDocument(note).toJson(QJsonDocument::Compact), {0600, {}, {}});
}

QJsonObject BackupWord::readNote(const QString &path) const
{
    const Result<QByteArray> json = m_files.read(path);
    return json ? QJsonDocument::fromJson(*json).object() : QJsonObject();
}

Result<Manifest> BackupWord::manifestOf(const QJsonObject &reference) const
{
    const QString inlined = text(reference, "inline");
    if (!inlined.isEmpty())
        return manifestFromJson(inlined.toUtf8());
    const QString set = text(reference, "set");
    const Result<QString> digest = store().manifestDigest(set);
    if (!digest)
        return tl::unexpected(withSubject(digest.error(), set));
    if (*digest != text(reference, "digest"))
        return failure(Error{ErrorKind::Refused,
                             set,
                             tr("The backup has changed since this was planned."),
                             tr("Plan it anew."),
                             {}});
    return store().manifest(set);
}

Result<> BackupWord::checkBelow(const QString &path, const QString &folder)
{
    const QString clean = QDir::cleanPath(path);
    if (!folder.isEmpty() && clean == path && path.startsWith(QDir::cleanPath(folder) + u'/'))
        return {};
    return failure(
        Error{ErrorKind::Refused, path, tr("This is outside the folder that it must be in."), {}, folder});
}

} // namespace pilothouse
