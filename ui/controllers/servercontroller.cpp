// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/controllers/servercontroller.h"

#include "core/files/fileops.h"
#include "core/instances/instancesession.h"

#include <QFileInfo>
#include <QJsonDocument>

#include <tuple>

namespace pilothouse {

namespace {

constexpr std::chrono::seconds Interval{5};
constexpr int KeptSeconds = 60; ///< between two writes of what is kept
constexpr qint64 LargestKept = 4 << 20;
const QString Overview = QStringLiteral("server.overview");
const QString Sizes = QStringLiteral("server.sizes");
const QString Recovery = QStringLiteral("pitr.show");

/// Queries of sessions hold values of the service's users: they are never kept.
QJsonObject keepable(QJsonObject answer)
{
    answer.remove(QStringLiteral("sessions"));
    answer.remove(QStringLiteral("locks"));
    return answer;
}

struct Kept
{
    QJsonObject overview;
    QJsonObject sizes;
    QDateTime at;
};

QJsonObject readKeptFile(const QString &path, QDateTime &at)
{
    const auto bytes = FileOps().read(path, LargestKept);
    const QJsonObject kept = bytes ? QJsonDocument::fromJson(*bytes).object() : QJsonObject();
    at = QDateTime::fromString(kept.value(QLatin1String("at")).toString(), Qt::ISODateWithMs);
    return at.isValid() ? kept.value(QLatin1String("answer")).toObject() : QJsonObject();
}

/// What cannot be kept is read again at the next start: nothing hangs on it.
void keep(const QString &file, const QJsonObject &answer, const QDateTime &at)
{
    const QJsonObject kept{{QStringLiteral("at"), at.toUTC().toString(Qt::ISODateWithMs)},
                           {QStringLiteral("answer"), keepable(answer)}};
    FileOps files;
    if (files.makeFolder(QFileInfo(file).path()))
        std::ignore = files.write(file, QJsonDocument(kept).toJson(QJsonDocument::Compact));
}

void take(Readable<QJsonObject> &target, const QJsonObject &kept, const QDateTime &at)
{
    if (target.hasValue || kept.isEmpty())
        return;
    target.value = kept;
    target.hasValue = true;
    target.readAt = at;
}

} // namespace

ServerController::ServerController(ServerServices services, QObject *parent)
    : QObject(parent)
    , m_services(std::move(services))
    , m_keptRead(m_services.runner, this)
    , m_overviewRead(m_services.runner, this)
    , m_sizesRead(m_services.runner, this)
    , m_recoveryRead(m_services.runner, this)
{
    m_again.setInterval(Interval);
    connect(&m_again, &QTimer::timeout, this, [this] {
        if (!m_overview.isReading)
            ask(Overview, m_overviewRead, m_overview);
    });
}

QString ServerController::keptFile(const QString &query) const
{
    return QStringLiteral("%1/%2-%3-%4.json")
        .arg(m_services.cacheFolder, m_session->instance().id.toString(QUuid::WithoutBraces), m_database,
             query);
}

void ServerController::setDatabase(const SessionPointer &session, const QString &database)
{
    if (session == m_session && database == m_database)
        return;
    for (LatestRead *read : {&m_keptRead, &m_overviewRead, &m_sizesRead, &m_recoveryRead})
        read->cancel();
    m_session = session;
    m_database = session ? database : QString();
    m_overview = {};
    m_sizes = {};
    m_recovery = {};
    m_keptAt.clear();
    if (!m_database.isEmpty()) {
        readKept();
        refresh();
    }
    emit changed();
}

void ServerController::readKept()
{
    m_keptRead.start(
        tr("Reading what is known of the server"),
        [overviewFile = keptFile(Overview),
         sizesFile = keptFile(Sizes)](const OperationContext &) -> Result<Kept> {
            Kept kept;
            QDateTime sizesAt;
            kept.overview = readKeptFile(overviewFile, kept.at);
            kept.sizes = readKeptFile(sizesFile, sizesAt);
            return kept;
        },
        [this](const Result<Kept> &kept) {
            if (!kept)
                return;
            take(m_overview, kept->overview, kept->at);
            take(m_sizes, kept->sizes, kept->at);
            emit changed();
        });
}

void ServerController::refresh()
{
    if (m_database.isEmpty())
        return;
    ask(Overview, m_overviewRead, m_overview);
    ask(Sizes, m_sizesRead, m_sizes);
    ask(Recovery, m_recoveryRead, m_recovery);
}

void ServerController::setWatched(bool isWatched)
{
    if (isWatched && !m_again.isActive())
        m_again.start();
    else if (!isWatched)
        m_again.stop();
}

void ServerController::ask(const QString &query, LatestRead &read, Readable<QJsonObject> &target)
{
    if (m_database.isEmpty())
        return;
    target.isReading = true;
    target.startedAt = m_services.clock.now();
    const QJsonObject arguments{{QStringLiteral("database"), m_database}};
    QDateTime &keptAt = m_keptAt[query];
    const bool isKept =
        query != Recovery && (!keptAt.isValid() || keptAt.secsTo(target.startedAt) >= KeptSeconds);
    if (isKept)
        keptAt = target.startedAt;
    read.start(
        tr("Asking the database server"),
        [query, arguments, session = m_session, ask = m_services.query,
         file = isKept ? keptFile(query) : QString(),
         at = m_services.clock.now()](const OperationContext &context) -> Result<QJsonObject> {
            const auto answer = ask(query, *session, arguments, context);
            if (!answer)
                return failure(answer.error());
            if (!file.isEmpty())
                keep(file, answer->toObject(), at);
            return answer->toObject();
        },
        [this, &target](const Result<QJsonObject> &answer) {
            target.isReading = false;
            target.error = answer ? std::nullopt : std::optional(answer.error());
            if (answer) {
                target.value = *answer;
                target.hasValue = true;
                target.readAt = m_services.clock.now();
            }
            emit changed();
        });
}

} // namespace pilothouse
