// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backuppane.h"

#include "core/backup/retention.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "ui/models/backuprows.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"
#include "ui/widgets/pill.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

#include <numeric>

namespace pilothouse {

namespace {

QString exact(const QDateTime &at)
{
    return shownTime(at).toString(QStringLiteral("yyyy-MM-dd HH:mm:ss t"));
}

QString stampInWords(const BackupStamp &stamp, const QDateTime &now)
{
    switch (stamp.state) {
    case BackupStamp::State::Reached:
        return takenText(stamp.at, now);
    case BackupStamp::State::Failed:
        return BackupPane::tr("Failed: %1").arg(takenText(stamp.at, now));
    case BackupStamp::State::NotReached:
        break;
    }
    return BackupPane::tr("Not yet");
}

qint64 rowsOf(const ManifestDatabase &database)
{
    return std::accumulate(database.rows.cbegin(), database.rows.cend(), qint64{0});
}

/// Of its copy, or of all files of its dump.
qint64 bytesOf(const Manifest &manifest, const ManifestDatabase &database)
{
    qint64 bytes = 0;
    for (const ManifestMember &member : manifest.members)
        if (member.path == database.member || (member.isOfDump() && member.database == database.id))
            bytes += member.bytes;
    return bytes;
}

} // namespace

BackupPane::BackupPane(QWidget *parent)
    : Card(tr("Backup"), Body::Padded, parent)
    , m_kept(new Pill({}, this))
{
    addHeadWidget(m_kept);
    m_problem = new Label({}, TextRole::Small, &Tokens::downText, this);
    m_problem->setWrapping(true);
    m_reasons = new Label({}, TextRole::Small, &Tokens::text2, this);
    m_reasons->setWrapping(true);
    m_choice = new Label(tr("Restore only"), TextRole::SmallStrong, &Tokens::text3, this);
    m_choices = new QVBoxLayout;
    m_choices->setSpacing(4);
    m_files = new Label({}, TextRole::Small, &Tokens::text2, this);
    m_files->setWrapping(true);
    m_facts = new Label({}, TextRole::Small, &Tokens::text2, this);
    m_facts->setWrapping(true);
    m_copy = new Label({}, TextRole::Small, &Tokens::text2, this);
    m_copy->setWrapping(true);
    body()->addWidget(m_problem);
    m_proof = new Label({}, TextRole::Small, &Tokens::text2, this);
    body()->addWidget(makeStamps());
    body()->addWidget(m_proof);
    body()->addWidget(m_reasons);
    body()->addWidget(m_choice);
    body()->addLayout(m_choices);
    body()->addWidget(m_files);
    body()->addWidget(m_facts);
    body()->addWidget(m_copy);
    body()->addWidget(makePlace());
}

QWidget *BackupPane::makeStamps()
{
    auto *holder = new QWidget(this);
    holder->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto *grid = new QGridLayout(holder);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    grid->setColumnStretch(1, 1);
    const QString titles[] = {tr("Complete"), tr("Verified"), tr("Proven")};
    for (int row = 0; row < 3; ++row) {
        m_stamps[row] = new Label({}, TextRole::Small, &Tokens::text2, holder);
        grid->addWidget(new Label(titles[row], TextRole::SmallStrong, &Tokens::text3, holder), row, 0);
        grid->addWidget(m_stamps[row], row, 1);
    }
    return holder;
}

QWidget *BackupPane::makePlace()
{
    auto *holder = new QWidget(this);
    m_path = new ElidingLabel({}, Qt::ElideMiddle, TextRole::Code, holder);
    m_path->setInk(&Tokens::text2);
    auto *copy = Button::withIcon(QStringLiteral("clipboard"), tr("Copy the path of the folder"), holder);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_path, 1);
    row->addWidget(copy);
    connect(copy, &QPushButton::clicked, this, [this] {
        QGuiApplication::clipboard()->setText(m_folder);
        emit pathCopied();
    });
    return holder;
}

void BackupPane::showBackup(const BackupRecord &record, const QDateTime &now)
{
    if (m_folder != record.folder)
        clearDatabases();
    m_folder = record.folder;
    setTitle(record.takenAt.isValid() ? takenText(record.takenAt, now) : tr("A backup without a manifest"));
    m_kept->setPill(keptPill(record));
    m_problem->setText(visibleText(record.problem));
    m_problem->setVisible(!record.problem.isEmpty());
    QStringList reasons;
    for (const QString &reason : record.keptAs)
        reasons << retentionReasonText(reason);
    m_reasons->setText(reasons.isEmpty() ? tr("No rule keeps it: it goes when old backups are removed.")
                                         : tr("Kept as: %1").arg(reasons.join(QStringLiteral(", "))));
    m_reasons->setVisible(isSoundBackup(record));
    showStamps(record, now);
    m_path->setText(record.folder);
}

void BackupPane::showStamps(const BackupRecord &record, const QDateTime &now)
{
    const BackupStamp all[] = {record.complete, record.verified, record.proven};
    for (int at = 0; at < 3; ++at) {
        const BackupStamp &stamp = all[at];
        const bool isFailed = stamp.state == BackupStamp::State::Failed;
        m_stamps[at]->setText(stampInWords(stamp, now));
        m_stamps[at]->setInk(stamp.state == BackupStamp::State::Reached ? &Tokens::text
                             : isFailed                                 ? &Tokens::downText
                                                                        : &Tokens::text2);
    }
    // What a failed stamp notes is the set's problem; a proven one notes the operation that proved it.
    m_proof->setText(tr("Proven by operation %1").arg(visibleLine(record.proven.note).left(8)));
    m_proof->setVisible(record.proven.state == BackupStamp::State::Reached && !record.proven.note.isEmpty());
}

void BackupPane::showContents(const Readable<BackupContents> &contents, const NameOf &nameOf)
{
    const bool isOfThis = contents.hasValue && contents.value.folder == m_folder;
    m_choice->setVisible(isOfThis);
    m_files->setVisible(isOfThis);
    m_facts->setVisible(isOfThis);
    m_copy->setVisible(isOfThis);
    if (!isOfThis) {
        clearDatabases();
        return;
    }
    showDatabases(contents.value.manifest, nameOf);
    showFacts(contents.value);
}

void BackupPane::clearDatabases()
{
    while (QLayoutItem *item = m_choices->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_boxes.clear();
    m_databases.clear();
}

void BackupPane::showDatabases(const Manifest &manifest, const NameOf &nameOf)
{
    if (m_databases == manifest.databases && !m_boxes.isEmpty())
        return;
    clearDatabases();
    m_databases = manifest.databases;
    for (const ManifestDatabase &database : manifest.databases) {
        auto *line = new QWidget(this);
        line->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        auto *box = new QCheckBox(mnemonicSafe(visibleLine(nameOf(database.id))), line);
        box->setChecked(true);
        QString rows = tr("%1 rows").arg(formatCount(rowsOf(database)));
        if (database.server)
            rows = tr("%n table(s)", nullptr, static_cast<int>(database.rows.size()))
                   + QStringLiteral("  \u00B7  ") + rows;
        auto *size = new Label(rows + QStringLiteral("  \u00B7  ") + formatBytes(bytesOf(manifest, database)),
                               TextRole::Small, &Tokens::text2, line);
        box->setAccessibleDescription(visibleText(size->text()));
        auto *row = new QHBoxLayout(line);
        row->setContentsMargins(0, 0, 0, 0);
        row->addWidget(box, 1);
        row->addWidget(size);
        m_choices->addWidget(line);
        m_boxes.insert(database.id, box);
        connect(box, &QCheckBox::toggled, this, &BackupPane::choiceChanged);
    }
}

/// What a dump was made of, and with.
QString BackupPane::serverFacts(const DumpFacts &facts)
{
    constexpr int VersionFactor = 10000;
    QStringList sentences{tr("%1 of PostgreSQL %2, dumped by pg_dump %3")
                              .arg(visibleLine(facts.database))
                              .arg(facts.serverVersion / VersionFactor)
                              .arg(visibleLine(facts.dumpVersion.section(u' ', 0, 0)))};
    if (!facts.extensions.isEmpty())
        sentences
            << tr("It needs the extensions %1").arg(visibleLine(facts.extensions.join(QStringLiteral(", "))));
    if (!facts.tables.isEmpty())
        sentences << tr("Only chosen tables: it can be restored beside the live database, not in its place");
    return sentences.join(u'\n');
}

void BackupPane::showFacts(const BackupContents &contents)
{
    const Manifest &manifest = contents.manifest;
    int files = 0;
    qint64 bytes = 0;
    for (const ManifestMember &member : manifest.members) {
        if (member.role != u"file")
            continue;
        ++files;
        bytes += member.bytes;
    }
    m_files->setText(files > 0
                         ? tr("%n file(s) beside them, %1. Only a restore of all databases brings them back.",
                              nullptr, files)
                               .arg(formatBytes(bytes))
                         : tr("No files beside them."));
    const QString kind =
        manifest.kind == u"offline" ? tr("offline, the service was stopped") : tr("online, the service ran");
    QStringList facts{
        tr("Taken %1 in %2, %3")
            .arg(exact(manifest.created), formatDuration(manifest.created.msecsTo(manifest.completed)), kind),
        tr("By %1 on %2, Pilothouse %3")
            .arg(visibleLine(manifest.user), visibleLine(manifest.host), visibleLine(manifest.toolVersion))};
    if (!manifest.serviceVersion.isEmpty())
        facts << tr("Of version %1 of the service").arg(visibleLine(manifest.serviceVersion));
    for (const ManifestDatabase &database : manifest.databases)
        if (database.server)
            facts << serverFacts(*database.server);
    m_facts->setText(facts.join(u'\n'));
    const bool hasProblem = !contents.copyProblem.isEmpty();
    m_copy->setInk(hasProblem ? &Tokens::warnText : &Tokens::text2);
    if (hasProblem)
        m_copy->setText(tr("No second copy: %1").arg(visibleText(contents.copyProblem)));
    else
        m_copy->setText(contents.copyFolder.isEmpty()
                            ? tr("No second copy")
                            : tr("Second copy: %1").arg(visibleLine(contents.copyFolder)));
}

QStringList BackupPane::chosenDatabases() const
{
    QStringList chosen;
    for (const ManifestDatabase &database : m_databases)
        if (const QCheckBox *box = m_boxes.value(database.id); box && box->isChecked())
            chosen << database.id;
    return chosen.size() == m_boxes.size() ? QStringList() : chosen;
}

bool BackupPane::hasChoice() const
{
    return m_boxes.isEmpty() || std::any_of(m_boxes.cbegin(), m_boxes.cend(), [](const QCheckBox *box) {
               return box->isChecked();
           });
}

} // namespace pilothouse
