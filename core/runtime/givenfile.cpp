// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/givenfile.h"

#include "core/files/fileops.h"

#include <QFileInfo>

namespace pilothouse {

namespace {

constexpr qint64 LargestGivenFile = 1 << 16;

Result<std::optional<QByteArray>> readIfThere(const QString &path)
{
    if (path.isEmpty()) // it was never kept elsewhere
        return std::optional<QByteArray>();
    const auto content = FileOps().readOwn(path, LargestGivenFile);
    if (content)
        return std::optional(*content);
    if (content.error().kind == ErrorKind::NotFound)
        return std::optional<QByteArray>();
    return failure(content.error());
}

} // namespace

GivenFile::GivenFile(QString path, QString former)
    : m_path(std::move(path))
    , m_former(std::move(former))
{
}

Result<std::optional<QByteArray>> GivenFile::read() const
{
    auto content = readIfThere(m_path);
    return content && !*content ? readIfThere(m_former) : content;
}

Result<> GivenFile::write(const QByteArray &content) const
{
    FileOps files;
    const QString folder = QFileInfo(m_path).path();
    if (auto made = files.makeFolder(folder, {0700, {}, {}}); !made)
        return made;
    if (auto written = files.write(m_path, content, {0600, {}, {}}); !written)
        return written;
    return removeFormer();
}

/// The former one first: it would count again where the other one has gone.
Result<> GivenFile::remove() const
{
    FileOps files;
    if (auto removed = removeFormer(); !removed)
        return removed;
    return files.exists(m_path) ? files.removeFile(m_path) : Result<>();
}

Result<> GivenFile::takeOver() const
{
    if (FileOps().exists(m_path))
        return removeFormer();
    const auto former = readIfThere(m_former);
    if (!former)
        return failure(former.error());
    return *former ? write(**former) : Result<>();
}

/// What somebody else has laid there is left alone: beside the file of its own it counts for nothing.
Result<> GivenFile::removeFormer() const
{
    const auto former = readIfThere(m_former);
    return former && *former ? FileOps().removeFile(m_former) : Result<>();
}

} // namespace pilothouse
