// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/steps/secretchange.h"

#include "core/base/units.h"
#include "core/files/fileops.h"
#include "core/instances/instancesession.h"
#include "core/process/commandline.h"

#include <QFileInfo>
#include <QJsonDocument>

namespace pilothouse {

namespace {

constexpr qint64 LargestFile = 1 << 16;

QString secretText(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1String(key)).toString();
}

QString nameOf(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

/// Where an earlier version kept it: a file for each operation, whatever its instance.
QString formerFile(const InstanceSession &session, const QUuid &operation)
{
    return session.stateFolder() + QStringLiteral("/kept-secrets/") + nameOf(operation);
}

QJsonObject objectIn(const QString &path)
{
    return QJsonDocument::fromJson(FileOps().read(path, LargestFile).value_or(QByteArray())).object();
}

} // namespace

SecretChange::SecretChange(const StepScope &scope)
    : m_scope(scope)
    , m_place(scope.session.runtime(),
              {secretText(scope.arguments, "file"), secretText(scope.arguments, "line")})
{
}

QString SecretChange::keptFolder(const QString &stateFolder, const QUuid &instance)
{
    return stateFolder + QStringLiteral("/kept-secrets/") + nameOf(instance);
}

QString SecretChange::keptFile(const InstanceSession &session, const QUuid &operation)
{
    const QString former = formerFile(session, operation);
    const FileFacts facts = FileOps().facts(former).value_or(FileFacts());
    if (facts.isRegular)
        return former;
    return keptFolder(session.stateFolder(), session.instance().id) + u'/' + nameOf(operation)
           + QStringLiteral("/secret");
}

bool SecretChange::isKept(const InstanceSession &session, const QUuid &operation)
{
    return QFileInfo::exists(keptFile(session, operation));
}

QList<KeptSecret> SecretChange::allKept(const InstanceSession &session, const QList<QUuid> &operations)
{
    const FileOps files;
    QList<KeptSecret> all;
    const QString folder = keptFolder(session.stateFolder(), session.instance().id);
    for (const QString &name : files.list(folder).value_or(QStringList())) {
        const QString until =
            secretText(objectIn(folder + u'/' + name + QStringLiteral("/secret")), "keepUntil");
        all << KeptSecret{folder + u'/' + name, QUuid::fromString(name),
                          QDateTime::fromString(until, Qt::ISODateWithMs)};
    }
    for (const QUuid &operation : operations) {
        const auto former = files.facts(formerFile(session, operation));
        if (former && former->isRegular)
            all << KeptSecret{formerFile(session, operation), operation,
                              QDateTime::fromMSecsSinceEpoch(former->modifiedMs, Qt::UTC)
                                  .addDays(session.instance().safetyDays)};
    }
    return all;
}

QString SecretChange::shell(const SecretPlace::Line &line)
{
    return QStringLiteral("umask 077; mkdir -p %3; touch %2; sed -i '/^%1=/d' %2; "
                          "printf '%1=%s\\n' \"$(openssl rand -hex 32)\" >> %2")
        .arg(line.name, shellQuoted(line.file), shellQuoted(QFileInfo(line.file).path()));
}

QString SecretChange::backShell(const SecretPlace::Line &line, const QString &keptFile)
{
    return QStringLiteral("umask 077; mkdir -p %4; touch %2; sed -i '/^%1=/d' %2; "
                          "jq -r 'select(.was) | \"%1=\" + (.was | @base64d)' %3 >> %2")
        .arg(line.name, shellQuoted(line.file), shellQuoted(keptFile),
             shellQuoted(QFileInfo(line.file).path()));
}

QUuid SecretChange::source() const
{
    return QUuid::fromString(secretText(m_scope.arguments, "of"));
}

Result<std::optional<SecretChange::Kept>> SecretChange::read(const QUuid &operation) const
{
    const auto content = FileOps().read(keptFile(m_scope.session, operation), LargestFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return std::optional<Kept>();
    if (!content)
        return failure(content.error());
    const QJsonObject object = QJsonDocument::fromJson(*content).object();
    Kept kept;
    if (object.contains(QLatin1String("was")))
        kept.was = QByteArray::fromBase64(secretText(object, "was").toLatin1());
    kept.digest = secretText(object, "digest").toLatin1();
    return std::optional(kept);
}

Result<> SecretChange::keep(const Kept &kept) const
{
    FileOps files;
    const QString path = keptFile(m_scope.session, m_scope.operation);
    if (auto made = files.makeFolder(QFileInfo(path).path(), {0700, {}, {}}); !made)
        return made;
    const QDateTime until = QDateTime::currentDateTimeUtc().addDays(m_scope.session.instance().safetyDays);
    QJsonObject object{{QStringLiteral("digest"), QString::fromLatin1(kept.digest)},
                       {QStringLiteral("keepUntil"), toIso(until)}};
    if (kept.was)
        object.insert(QStringLiteral("was"), QString::fromLatin1(kept.was->toBase64()));
    FileAccess hidden;
    hidden.mode = 0600;
    return files.write(path, QJsonDocument(object).toJson(QJsonDocument::Compact), hidden);
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
                             secretText(m_scope.arguments, "file"),
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
    const auto digests = secretDigestsInEffect(m_scope.session.runtime(),
                                               secretText(m_scope.arguments, "variable"), m_scope.context);
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
