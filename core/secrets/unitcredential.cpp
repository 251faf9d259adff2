// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/secrets/unitcredential.h"

#include "core/files/fileops.h"

#include <QDir>

namespace pilothouse {
namespace {

constexpr qint64 LargestCredential = 4096;

} // namespace

Secret credentialOfUnit(const QString &reference)
{
    const QString folder = qEnvironmentVariable("CREDENTIALS_DIRECTORY");
    if (folder.isEmpty())
        return {};
    const QString name = QString(reference).replace(u'/', u'.');
    auto content = FileOps().read(QDir(folder).filePath(name), LargestCredential);
    if (!content)
        return {};
    QByteArray bytes = std::move(*content);
    while (bytes.endsWith('\n') || bytes.endsWith('\r'))
        bytes.chop(1);
    return Secret(std::move(bytes));
}

Result<Secret> keptSecret(SecretStore &secrets, const QString &reference, const OperationContext &context)
{
    Secret given = credentialOfUnit(reference);
    return given.isEmpty() ? secrets.read(reference, context) : Result<Secret>(std::move(given));
}

} // namespace pilothouse
