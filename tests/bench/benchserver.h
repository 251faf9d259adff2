// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/result.h"
#include "core/postgres/connectiontext.h"
#include "core/postgres/postgresconnection.h"
#include "tests/bench/measure.h"

#include <QProcess>

#include <memory>

namespace pilothouse {

/// A PostgreSQL server of the bench's own, and in it a database of files and the calls of tools: half bytes,
/// half JSON, as services that keep documents have it. It is made once and kept between runs.
class BenchServer
{
public:
    /// Makes or starts it and fills its database to the wanted size. NotFound without PostgreSQL.
    [[nodiscard]] static Result<std::unique_ptr<BenchServer>> create(const BenchOptions &options);
    ~BenchServer();

    /// The name of the database that is filled.
    static QString database() { return QStringLiteral("bench_files"); }
    GivenConnection given(const QString &name = database()) const;
    /// -h, -p and -U for PostgreSQL's own programs.
    QStringList words() const;
    static QString program(const QString &name);
    [[nodiscard]] Result<> run(const QByteArray &sql,
                               const QString &database = QStringLiteral("postgres")) const;
    [[nodiscard]] Result<QVariant> value(const QByteArray &sql, const QString &database) const;
    /// An empty database of that name.
    [[nodiscard]] Result<> makeEmpty(const QString &database) const;

private:
    explicit BenchServer(QString folder);
    [[nodiscard]] Result<> start();
    [[nodiscard]] Result<> fill(qint64 bytes) const;

    QString m_folder;
    std::unique_ptr<QProcess> m_process;
};

} // namespace pilothouse
