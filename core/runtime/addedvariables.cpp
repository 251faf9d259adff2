// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/runtime/addedvariables.h"

#include "core/files/fileops.h"
#include "core/runtime/unitenvironment.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr qint64 LargestFile = 1 << 16;

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(AddedVariables)
};

bool isPrintable(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar one) { return one.isPrint(); });
}

} // namespace

Result<> checkVariables(const VariableMap &variables)
{
    static const QRegularExpression Name(QStringLiteral("\\A[A-Za-z_][A-Za-z0-9_]*\\z"));
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        if (!Name.match(variable.key()).hasMatch() || !isPrintable(variable.value()))
            return failure(ErrorKind::BadInput, Text::tr("This cannot be a variable of an environment."));
    }
    return {};
}

QByteArray variablesText(const VariableMap &variables)
{
    QByteArray text = "# Written by Pilothouse: goes away when the change is put back.\n";
    for (auto variable = variables.begin(); variable != variables.end(); ++variable) {
        QString value = variable.value();
        value.replace(u'\\', QStringLiteral("\\\\")).replace(u'"', QStringLiteral("\\\""));
        text += QStringLiteral("%1=\"%2\"\n").arg(variable.key(), value).toUtf8();
    }
    return text;
}

Result<VariableMap> readVariables(const FileOps &files, const QString &path)
{
    const auto content = files.read(path, LargestFile);
    if (!content && content.error().kind == ErrorKind::NotFound)
        return VariableMap();
    if (!content)
        return failure(content.error());
    VariableMap variables;
    for (const QByteArray &line : environmentFileLines(*content)) {
        const qsizetype sign = line.indexOf('=');
        if (sign > 0)
            variables.insert(QString::fromUtf8(line.left(sign)), QString::fromUtf8(line.mid(sign + 1)));
    }
    return variables;
}

Result<> writeVariables(FileOps &files, const QString &path, const VariableMap &variables)
{
    if (auto checked = checkVariables(variables); !checked)
        return checked;
    if (variables.isEmpty())
        return files.exists(path) ? files.removeFile(path) : Result<>();
    FileAccess hidden;
    hidden.mode = 0600;
    return files.write(path, variablesText(variables), hidden);
}

} // namespace pilothouse
