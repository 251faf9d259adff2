// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/secretplace.h"

#include "core/files/fileops.h"
#include "core/runtime/composeruntime.h"
#include "core/runtime/containeraccess.h"
#include "core/runtime/processruntime.h"
#include "core/runtime/systemdruntime.h"
#include "core/runtime/unitenvironment.h"

#include <QCryptographicHash>
#include <QDir>
#include <QJsonArray>
#include <QRandomGenerator>

namespace pilothouse {

namespace {

constexpr qint64 LargestSecretFile = 1 << 20;
constexpr qsizetype ShortestSecret = 6; // by which a line is recognised
constexpr const char *Heading = "# Written by Pilothouse: goes away when the change is put back.\n";

/// Of the name in a line such as "export KEY = value"; empty: none.
QByteArray nameOf(const QByteArray &line)
{
    const qsizetype sign = line.indexOf('=');
    QByteArray name = sign < 0 ? QByteArray() : line.left(sign).trimmed();
    if (name.startsWith("export "))
        name = name.mid(7).trimmed();
    return name;
}

qsizetype lastLineOf(const QList<QByteArray> &lines, const QByteArray &name)
{
    for (qsizetype at = lines.size() - 1; at >= 0; --at)
        if (nameOf(lines.at(at)) == name)
            return at;
    return -1;
}

std::optional<QByteArray> valueIn(const QList<QByteArray> &lines, const QByteArray &name)
{
    const QByteArray start = name + '=';
    for (const QByteArray &line : lines)
        if (line.startsWith(start))
            return line.mid(name.size() + 1);
    return std::nullopt;
}

QList<QByteArray> environmentOf(const QJsonObject &inspected)
{
    QList<QByteArray> lines;
    for (const QJsonValue &entry :
         inspected.value(QLatin1String("Config")).toObject().value(QLatin1String("Env")).toArray())
        lines << entry.toString().toUtf8();
    return lines;
}

/// The environment of each container of the service.
Result<QList<QList<QByteArray>>> containerEnvironments(const ServiceRuntime &runtime,
                                                       const OperationContext &context)
{
    const auto all = containersOf(runtime, context);
    if (!all)
        return failure(all.error());
    QList<QList<QByteArray>> environments;
    for (const QString &container : all->containers) {
        const auto inspected = all->engine.inspect(container, context);
        if (!inspected)
            return failure(inspected.error());
        environments << environmentOf(*inspected);
    }
    return environments;
}

/// Of the service's process as it runs.
Result<QList<QByteArray>> runningEnvironment(ServiceRuntime &runtime, const OperationContext &context)
{
    const auto status = runtime.status(context);
    if (!status)
        return failure(status.error());
    QFile file(QStringLiteral("/proc/%1/environ").arg(status->pid));
    if (status->pid <= 0 || !file.open(QIODevice::ReadOnly))
        return failure(ErrorKind::NotFound,
                       SecretPlace::tr("The environment of the running service cannot be read."));
    return file.readAll().split('\0');
}

/// Files that a compose file names after "env_file:", one of them or a list.
QStringList namedFiles(const QByteArray &composeFile)
{
    QStringList names;
    bool isInList = false;
    for (const QByteArray &line : composeFile.split('\n')) {
        QByteArray word = line.trimmed();
        const bool isItem = word.startsWith("- ");
        if (word.startsWith("env_file:")) {
            word = word.mid(9).trimmed();
            isInList = true;
        } else if (isInList && isItem) {
            word = word.mid(2).trimmed();
            if (word.startsWith("path:"))
                word = word.mid(5).trimmed();
        } else {
            isInList = isInList && (word.isEmpty() || word.startsWith('#'));
            continue;
        }
        for (QByteArray name : word.split(',')) {
            for (const char sign : {'[', ']', '"', '\''})
                name.replace(QByteArray(1, sign), QByteArray());
            if (!name.trimmed().isEmpty())
                names << QString::fromUtf8(name.trimmed());
        }
    }
    return names;
}

QStringList composeEnvironmentFiles(const ComposeFiles &files)
{
    const QDir folder(files.folder);
    QStringList found{files.environmentFile.isEmpty() ? folder.filePath(QStringLiteral(".env"))
                                                      : folder.absoluteFilePath(files.environmentFile)};
    for (const QString &file : files.files)
        for (const QString &name : namedFiles(FileOps().read(file, LargestSecretFile).value_or(QByteArray())))
            found << QDir::cleanPath(folder.absoluteFilePath(name));
    found.removeDuplicates();
    return found;
}

/// The only line of the project's environment files that has this value.
std::optional<SecretPlace::Line> lineWith(const QStringList &files, const QByteArray &value)
{
    QList<SecretPlace::Line> found;
    for (const QString &file : files) {
        const auto lines =
            environmentFileLines(FileOps().read(file, LargestSecretFile).value_or(QByteArray()));
        for (const QByteArray &line : lines)
            if (line.mid(line.indexOf('=') + 1) == value)
                found << SecretPlace::Line{file, QString::fromUtf8(nameOf(line))};
    }
    return found.size() == 1 ? std::optional(found.first()) : std::nullopt;
}

tl::unexpected<Error> refused(const QString &subject, const QString &message, const QString &advice)
{
    return failure(Error{ErrorKind::Refused, subject, message, advice, {}});
}

} // namespace

QByteArray newSecret()
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (char &byte : bytes)
        byte = static_cast<char>(QRandomGenerator::system()->bounded(256));
    return bytes.toHex();
}

QByteArray secretDigest(const std::optional<QByteArray> &value)
{
    return value ? QCryptographicHash::hash(*value, QCryptographicHash::Sha256).toHex() : QByteArray();
}

Result<QList<QByteArray>> secretDigestsInEffect(ServiceRuntime &runtime, const QString &variable,
                                                const OperationContext &context)
{
    const auto environments = isContainerKind(runtime.kind())
                                  ? containerEnvironments(runtime, context)
                                  : runningEnvironment(runtime, context).map([](const auto &lines) {
                                        return QList<QList<QByteArray>>{lines};
                                    });
    if (!environments)
        return failure(environments.error());
    QList<QByteArray> digests;
    for (const QList<QByteArray> &environment : *environments) {
        const auto value = valueIn(environment, variable.toUtf8());
        digests << (value && !value->isEmpty() ? secretDigest(value) : QByteArray());
    }
    return digests;
}

Result<Secret> secretInEffect(ServiceRuntime &runtime, const QString &variable,
                              const OperationContext &context)
{
    const auto lines = [&]() -> Result<QList<QByteArray>> {
        if (isContainerKind(runtime.kind()))
            return containerEnvironments(runtime, context).map([](const auto &all) { return all.value(0); });
        if (const auto *unit = dynamic_cast<const SystemdRuntime *>(&runtime))
            return unit->environmentLines(context);
        return runningEnvironment(runtime, context);
    }();
    if (!lines)
        return failure(lines.error());
    return Secret(valueIn(*lines, variable.toUtf8()).value_or(QByteArray()));
}

SecretPlace::SecretPlace(ServiceRuntime &runtime, Line line)
    : m_runtime(runtime)
    , m_line(std::move(line))
{
}

Result<SecretPlace::Line> SecretPlace::lineFor(ServiceRuntime &runtime, const QString &variable,
                                               const OperationContext &context)
{
    if (const auto *process = dynamic_cast<const ProcessRuntime *>(&runtime))
        return Line{process->givenSecrets().path(), variable};
    if (const auto *unit = dynamic_cast<const SystemdRuntime *>(&runtime))
        return Line{unit->secretsFile(), variable};
    const auto *compose = dynamic_cast<const ComposeRuntime *>(&runtime);
    if (!compose)
        return refused({}, tr("There is no file from which this service takes its secrets."), {});
    const auto files = compose->project().files(context);
    if (!files)
        return failure(files.error());
    const auto environments = containerEnvironments(runtime, context);
    if (!environments)
        return failure(environments.error());
    const QByteArray value = valueIn(environments->value(0), variable.toUtf8()).value_or(QByteArray());
    const auto line =
        value.size() < ShortestSecret ? std::nullopt : lineWith(composeEnvironmentFiles(*files), value);
    if (line)
        return *line;
    return refused(compose->project().name(),
                   tr("%1 comes from no environment file that Pilothouse could change: it stands in the "
                      "project's own file, or in several files.")
                       .arg(variable),
                   tr("Put it into %1 as %2=…, use ${%2} in the project's file, and try again.")
                       .arg(QDir(files->folder).filePath(QStringLiteral(".env")), variable));
}

bool SecretPlace::isOwnFile() const
{
    return dynamic_cast<const ComposeRuntime *>(&m_runtime) == nullptr;
}

/// Of a process that file which its runtime reads, whatever was planned: it may have moved since.
std::optional<GivenFile> SecretPlace::given() const
{
    const auto *process = dynamic_cast<const ProcessRuntime *>(&m_runtime);
    return process ? std::optional(process->givenSecrets()) : std::nullopt;
}

Result<std::optional<QByteArray>> SecretPlace::content() const
{
    if (const auto file = given())
        return file->read();
    const auto text = FileOps().read(m_line.file, LargestSecretFile);
    if (!text && text.error().kind == ErrorKind::NotFound && isOwnFile())
        return std::optional<QByteArray>();
    return text ? Result<std::optional<QByteArray>>(*text) : failure(text.error());
}

Result<> SecretPlace::write(const QByteArray &text) const
{
    FileAccess access;
    if (isOwnFile())
        access.mode = 0600;
    const auto file = given();
    return file ? file->write(text) : FileOps().write(m_line.file, text, access);
}

Result<> SecretPlace::remove() const
{
    const auto file = given();
    return file ? file->remove() : FileOps().removeFile(m_line.file);
}

Result<std::optional<QByteArray>> SecretPlace::raw() const
{
    const auto text = content();
    if (!text && text.error().kind == ErrorKind::NotFound)
        return std::optional<QByteArray>();
    if (!text || !*text)
        return text;
    const QList<QByteArray> lines = (*text)->split('\n');
    const qsizetype at = lastLineOf(lines, m_line.name.toUtf8());
    if (at < 0)
        return std::optional<QByteArray>();
    return std::optional(lines.at(at).mid(lines.at(at).indexOf('=') + 1));
}

Result<> SecretPlace::setRaw(const std::optional<QByteArray> &raw, const OperationContext &context) const
{
    const auto old = content();
    if (!old)
        return failure(old.error());
    QList<QByteArray> lines = old->value_or(QByteArray(Heading)).split('\n');
    const qsizetype at = lastLineOf(lines, m_line.name.toUtf8());
    const QByteArray line = m_line.name.toUtf8() + '=' + raw.value_or(QByteArray());
    if (at >= 0 && raw)
        lines[at] = lines.at(at).left(lines.at(at).indexOf('=') + 1) + *raw;
    else if (at >= 0)
        lines.removeAt(at);
    else if (raw)
        lines.insert(lines.last().isEmpty() ? lines.size() - 1 : lines.size(), line);
    const QByteArray text = lines.join('\n');
    const bool isEmpty = isOwnFile() && environmentFileLines(text).isEmpty();
    auto *unit = dynamic_cast<SystemdRuntime *>(&m_runtime);
    auto written = unit && !isEmpty ? unit->useSecrets(true, context) : Result<>();
    if (written && !isEmpty)
        written = write(text);
    else if (written && *old)
        written = remove();
    if (written && unit && isEmpty)
        written = unit->useSecrets(false, context);
    return written;
}

} // namespace pilothouse
