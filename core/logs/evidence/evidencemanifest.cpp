// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/logs/evidence/evidencemanifest.h"

#include "core/base/units.h"
#include "core/files/fileops.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

namespace pilothouse {

namespace {

struct EvidenceText
{
    Q_DECLARE_TR_FUNCTIONS(Evidence)
};

const QString EvidenceFormat = QStringLiteral("pilothouse-log-evidence");

QString momentOf(const QDateTime &moment)
{
    return moment.isValid() ? toIso(moment) : QString();
}

QDateTime momentFromJson(const QJsonObject &object, QLatin1String name)
{
    return QDateTime::fromString(object.value(name).toString(), Qt::ISODateWithMs);
}

/// A name that leads out of the set is none.
bool isInside(const QString &name)
{
    return !name.isEmpty() && !name.startsWith(u'/') && !name.split(u'/').contains(QStringLiteral(".."))
           && !name.contains(QChar::Null);
}

QJsonObject fileToJson(const EvidenceFile &file)
{
    QJsonObject object{{QStringLiteral("name"), file.name},
                       {QStringLiteral("source"), file.source},
                       {QStringLiteral("bytes"), file.bytes},
                       {QStringLiteral("sha256"), QString::fromLatin1(file.sha256.toHex())}};
    if (!file.from.isEmpty())
        object.insert(QStringLiteral("from"), file.from);
    if (file.records >= 0)
        object.insert(QStringLiteral("records"), file.records);
    if (file.cutRecords > 0) {
        object.insert(QStringLiteral("cutRecords"), file.cutRecords);
        object.insert(QStringLiteral("cutAtByte"), file.cutAt);
    }
    return object;
}

/// Every file below a folder, by its name from there.
Result<> addNames(const FileOps &files, const QString &folder, const QString &prefix, QStringList &names)
{
    const auto list = files.list(folder);
    if (!list)
        return tl::unexpected(list.error());
    for (const QString &name : *list) {
        const auto facts = files.facts(folder + u'/' + name);
        if (facts && facts->isDirectory) {
            if (auto added = addNames(files, folder + u'/' + name, prefix + name + u'/', names); !added)
                return added;
        } else {
            names.append(prefix + name);
        }
    }
    return {};
}

/// Empty where the file is as it was.
Result<QString> problemOf(const FileOps &files, const QString &folder, const EvidenceFile &file,
                          const OperationContext &context)
{
    const QString path = folder + u'/' + file.name;
    const auto facts = files.facts(path);
    if (!facts || !facts->isRegular)
        return EvidenceText::tr("%1 is missing.").arg(file.name);
    if (facts->bytes != file.bytes)
        return EvidenceText::tr("%1 has %2 bytes instead of %3.")
            .arg(file.name, QString::number(facts->bytes), QString::number(file.bytes));
    const auto hash = files.sha256(path, context);
    if (!hash && hash.error().kind == ErrorKind::Cancelled)
        return failure(hash.error());
    if (!hash)
        return hash.error().toText();
    return *hash == file.sha256 ? QString() : EvidenceText::tr("%1 was changed.").arg(file.name);
}

} // namespace

QString evidenceManifestName()
{
    return QStringLiteral("manifest.json");
}

QString evidenceSumsName()
{
    return QStringLiteral("SHA256SUMS");
}

QByteArray evidenceSums(const QList<EvidenceFile> &files, const QByteArray &manifestSha256)
{
    QByteArray lines;
    for (const EvidenceFile &file : files)
        lines += file.sha256.toHex() + "  " + file.name.toUtf8() + '\n';
    return lines + manifestSha256.toHex() + "  " + evidenceManifestName().toUtf8() + '\n';
}

QJsonObject EvidenceManifest::toJson() const
{
    QJsonArray list;
    for (const EvidenceFile &file : files)
        list.append(fileToJson(file));
    QJsonObject object{{QStringLiteral("format"), EvidenceFormat},
                       {QStringLiteral("version"), Version},
                       {QStringLiteral("instance"), instance},
                       {QStringLiteral("profile"), profile},
                       {QStringLiteral("madeBy"), actor},
                       {QStringLiteral("madeOn"), workstation},
                       {QStringLiteral("madeAt"), momentOf(madeAt)},
                       {QStringLiteral("timeZone"), QStringLiteral("UTC")},
                       {QStringLiteral("filter"), filter},
                       {QStringLiteral("since"), momentOf(since)},
                       {QStringLiteral("until"), momentOf(until)},
                       {QStringLiteral("files"), list}};
    if (isOfMarks) {
        object.insert(QStringLiteral("marked"), true);
        object.insert(QStringLiteral("notes"), QJsonArray::fromStringList(notes));
    }
    return object;
}

Result<EvidenceManifest> EvidenceManifest::fromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    if (object.value(QLatin1String("format")).toString() != EvidenceFormat
        || object.value(QLatin1String("version")).toInt() != Version)
        return failure(ErrorKind::BadData, EvidenceText::tr("This is no evidence set of Pilothouse."));
    EvidenceManifest manifest;
    manifest.instance = object.value(QLatin1String("instance")).toString();
    manifest.profile = object.value(QLatin1String("profile")).toString();
    manifest.actor = object.value(QLatin1String("madeBy")).toString();
    manifest.workstation = object.value(QLatin1String("madeOn")).toString();
    manifest.madeAt = momentFromJson(object, QLatin1String("madeAt"));
    manifest.filter = object.value(QLatin1String("filter")).toString();
    manifest.since = momentFromJson(object, QLatin1String("since"));
    manifest.until = momentFromJson(object, QLatin1String("until"));
    manifest.isOfMarks = object.value(QLatin1String("marked")).toBool();
    for (const QJsonValue &note : object.value(QLatin1String("notes")).toArray())
        manifest.notes.append(note.toString());
    for (const QJsonValue &value : object.value(QLatin1String("files")).toArray()) {
        const QJsonObject one = value.toObject();
        EvidenceFile file{one.value(QLatin1String("name")).toString(),
                          one.value(QLatin1String("source")).toString(),
                          one.value(QLatin1String("from")).toString(),
                          one.value(QLatin1String("bytes")).toInteger(-1),
                          one.value(QLatin1String("records")).toInteger(-1),
                          QByteArray::fromHex(one.value(QLatin1String("sha256")).toString().toLatin1()),
                          one.value(QLatin1String("cutRecords")).toInteger(),
                          one.value(QLatin1String("cutAtByte")).toInteger()};
        if (!isInside(file.name) || file.sha256.size() != 32 || file.bytes < 0)
            return failure(ErrorKind::BadData, EvidenceText::tr("The manifest of the set is damaged."));
        manifest.files.append(file);
    }
    return manifest;
}

Result<EvidenceCheck> checkEvidence(const FileOps &files, const QString &folder,
                                    const OperationContext &context)
{
    const QString manifestPath = folder + u'/' + evidenceManifestName();
    const auto json = files.read(manifestPath);
    if (!json)
        return failure(withSubject(json.error(), folder,
                                   EvidenceText::tr("Name the folder that “logs export” has made.")));
    auto manifest = EvidenceManifest::fromJson(*json);
    if (!manifest)
        return failure(withSubject(manifest.error(), folder));
    const auto hash = files.sha256(manifestPath, context);
    if (!hash)
        return failure(hash.error());
    EvidenceCheck check{*manifest, *hash, {}};
    QStringList names{evidenceManifestName(), evidenceSumsName()};
    for (const EvidenceFile &file : manifest->files) {
        names.append(file.name);
        const auto problem = problemOf(files, folder, file, context);
        if (!problem)
            return failure(problem.error());
        if (!problem->isEmpty())
            check.problems.append(*problem);
    }
    const auto sums = files.read(folder + u'/' + evidenceSumsName());
    if (!sums || *sums != evidenceSums(manifest->files, *hash))
        check.problems.append(EvidenceText::tr("%1 does not fit the manifest.").arg(evidenceSumsName()));
    QStringList there;
    if (const auto added = addNames(files, folder, {}, there); !added)
        return failure(added.error());
    for (const QString &name : there) {
        if (!names.contains(name))
            check.problems.append(EvidenceText::tr("%1 does not belong to the set.").arg(name));
    }
    return check;
}

} // namespace pilothouse
