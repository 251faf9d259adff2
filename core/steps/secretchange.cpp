// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/secretchange.h"

#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/process/commandline.h"

#include <QDateTime>
#include <QFileInfo>
#include <QJsonDocument>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 DayMs = 86'400'000;

QString text(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString folderOf(const QString &stateFolder)
{
    return stateFolder + QStringLiteral("/kept-secrets");
}

} // namespace

SecretChange::SecretChange(const StepScope &scope)
    : m_scope(scope)
    , m_place(scope.session.runtime(), {text(scope.arguments, "file"), text(scope.arguments, "line")})
{
}

QString SecretChange::keptFile(const QString &stateFolder, const QUuid &operation)
{
    return folderOf(stateFolder) + u'/' + operation.toString(QUuid::WithoutBraces);
}

bool SecretChange::isKept(const QString &stateFolder, const QUuid &operation)
{
    return QFileInfo::exists(keptFile(stateFolder, operation));
}

QString SecretChange::shell(const SecretPlace::Line &line)
{
    const QString file = shellQuoted(line.file);
    const QString name = line.name;
    return QStringLiteral("sed -i '/^%1=/d' %2; printf '%1=%s\\n' \"$(openssl rand -hex 32)\" >> %2")
        .arg(name, file);
}

QUuid SecretChange::source() const
{
    return QUuid::fromString(text(m_scope.arguments, "of"));
}

Result<std::optional<SecretChange::Kept>> SecretChange::read(const QUuid &operation) const
{
    const auto content = FileOps().read(keptFile(m_scope.session.stateFolder(), operation), 1 << 16);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return std::optional<Kept>();
    if (!content)
        return failure(content.error());
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    Kept kept;
    if (object.contains(QLatin1String("was")))
        kept.was = QByteArray::fromBase64(text(object, "was").toLatin1());
    kept.digest = text(object, "digest").toLatin1();
    return std::optional(kept);
}

Result<> SecretChange::keep(const Kept &kept) const
{
    FileOps files;
    const QString stateFolder = m_scope.session.stateFolder();
    if (auto made = files.makeFolder(folderOf(stateFolder)); !made)
        return made;
    QJsonObject object{{QStringLiteral("digest"), QString::fromLatin1(kept.digest)}};
    if (kept.was)
        object.insert(QStringLiteral("was"), QString::fromLatin1(kept.was->toBase64()));
    FileAccess hidden;
    hidden.mode = 0600;
    return files.write(keptFile(stateFolder, m_scope.operation),
                       QJsonDocument(object).toJson(QJsonDocument::Compact), hidden);
}

/// What is too old to be put back is kept no longer.
void SecretChange::sweep() const
{
    FileOps files;
    const QString folder = folderOf(m_scope.session.stateFolder());
    const qint64 limit =
        QDateTime::currentMSecsSinceEpoch() - DayMs * std::max(1, m_scope.session.instance().safetyDays);
    for (const QString &name : files.list(folder).value_or(QStringList())) {
        const QString path = folder + u'/' + name;
        const auto facts = files.facts(path);
        if (facts && facts->isRegular && facts->modifiedMs < limit)
            std::ignore = files.removeFile(path);
    }
}

Result<> SecretChange::apply() const
{
    const auto now = m_place.raw();
    if (!now)
        return failure(now.error());
    const auto begun = read(m_scope.operation);
    if (!begun)
        return failure(begun.error());
    if (*begun && (*begun)->digest == secretDigest(*now))
        return {};
    std::optional<QByteArray> wanted = newSecret();
    if (!source().isNull()) {
        const auto old = read(source());
        if (!old)
            return failure(old.error());
        if (!*old)
            return failure(ErrorKind::NotFound, tr("The old secret is no longer kept."));
        wanted = (*old)->was;
    }
    if (auto kept = keep({*begun ? (*begun)->was : *now, secretDigest(wanted)}); !kept)
        return kept;
    sweep();
    return m_place.setRaw(wanted, m_scope.context);
}

Result<Observed> SecretChange::observe() const
{
    const auto begun = read(m_scope.operation);
    if (!begun)
        return failure(begun.error());
    if (!*begun)
        return Observed::NotDone;
    const auto now = m_place.raw();
    if (!now)
        return failure(now.error());
    if (secretDigest(*now) == (*begun)->digest)
        return Observed::Done;
    return *now == (*begun)->was ? Observed::NotDone : Observed::Unknown;
}

Result<> SecretChange::putBack() const
{
    const auto seen = observe();
    if (!seen)
        return failure(seen.error());
    const auto begun = read(m_scope.operation);
    if (!begun || !*begun)
        return begun ? Result<>() : failure(begun.error());
    if (*seen == Observed::Unknown)
        return failure(Error{ErrorKind::NeedsOperator,
                             text(m_scope.arguments, "file"),
                             tr("Somebody else has changed the secret meanwhile."),
                             tr("Keep what stands there now, or put the old one back by hand."),
                             {}});
    return m_place.setRaw((*begun)->was, m_scope.context);
}

Result<QList<bool>> SecretChange::matches() const
{
    const auto begun = read(m_scope.operation);
    if (!begun)
        return failure(begun.error());
    const auto digests = secretDigestsInEffect(m_scope.session.runtime(), text(m_scope.arguments, "variable"),
                                               m_scope.context);
    if (!digests)
        return failure(digests.error());
    QList<bool> matching;
    for (const QByteArray &digest : *digests)
        matching << (*begun && !digest.isEmpty() && digest == (*begun)->digest);
    return matching;
}

Result<bool> SecretChange::isInEffect() const
{
    if (!source().isNull())
        return true;
    return matches().map(
        [](const QList<bool> &matching) { return !matching.isEmpty() && !matching.contains(false); });
}

Result<bool> SecretChange::isNowhere() const
{
    return matches().map([](const QList<bool> &matching) { return !matching.contains(true); });
}

} // namespace pilothouse
