// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/imagefile.h"

#include <archive.h>
#include <archive_entry.h>

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <memory>

namespace pilothouse {

namespace {

struct ImageFileText
{
    Q_DECLARE_TR_FUNCTIONS(ImageFile)
};

constexpr qint64 ManifestLimit = 1 << 20;
constexpr size_t BlockBytes = 256 << 10;

tl::unexpected<Error> noImage(const QString &file, const QString &detail)
{
    return failure(Error{ErrorKind::BadData, file,
                         ImageFileText::tr("This is not the file of a saved image."),
                         ImageFileText::tr("Make one with “docker save --output FILE IMAGE:TAG”."), detail});
}

Result<QByteArray> manifestOf(const QString &file, const OperationContext &context)
{
    const std::unique_ptr<archive, int (*)(archive *)> reader(archive_read_new(), archive_read_free);
    archive_read_support_filter_all(reader.get());
    archive_read_support_format_tar(reader.get());
    if (archive_read_open_filename(reader.get(), QFile::encodeName(file).constData(), BlockBytes)
        != ARCHIVE_OK)
        return noImage(file, QString::fromUtf8(archive_error_string(reader.get())));
    archive_entry *entry = nullptr;
    while (!context.isCancelled() && archive_read_next_header(reader.get(), &entry) == ARCHIVE_OK) {
        if (qstrcmp(archive_entry_pathname(entry), "manifest.json") != 0)
            continue;
        const qint64 bytes = archive_entry_size(entry);
        if (bytes <= 0 || bytes > ManifestLimit)
            return noImage(file, {});
        QByteArray content(static_cast<qsizetype>(bytes), '\0');
        const auto got = archive_read_data(reader.get(), content.data(), static_cast<size_t>(bytes));
        return got == bytes ? Result<QByteArray>(content) : noImage(file, {});
    }
    return context.isCancelled() ? failure(ErrorKind::Cancelled, ImageFileText::tr("Cancelled."))
                                 : noImage(file, {});
}

} // namespace

Result<ImageFile> readImageFile(const QString &file, const OperationContext &context)
{
    const QFileInfo facts(file);
    if (!facts.isFile())
        return failure(Error{ErrorKind::NotFound, file, ImageFileText::tr("There is no such file."), {}, {}});
    const auto manifest = manifestOf(file, context);
    if (!manifest)
        return failure(manifest.error());
    const QJsonArray images = QJsonDocument::fromJson(*manifest).array();
    if (images.size() > 1)
        return failure(Error{ErrorKind::BadData,
                             file,
                             ImageFileText::tr("The file holds more than one image."),
                             ImageFileText::tr("Save the one that is wanted alone."),
                             {}});
    const QJsonObject image = images.first().toObject();
    static const QRegularExpression Digest(QStringLiteral("^(?:blobs/sha256/)?([0-9a-f]{64})(?:\\.json)?$"));
    const auto match = Digest.match(image.value(QLatin1String("Config")).toString());
    if (!match.hasMatch())
        return noImage(file, {});
    ImageFile read;
    read.id = QStringLiteral("sha256:") + match.captured(1);
    read.bytes = facts.size();
    for (const QJsonValue &name : image.value(QLatin1String("RepoTags")).toArray())
        read.references << name.toString();
    return read;
}

} // namespace pilothouse
