// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/backupstampcard.h"

#include "core/base/units.h"
#include "ui/models/backuprows.h"
#include "ui/theme/theme.h"
#include "ui/widgets/elidinglabel.h"
#include "ui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>

namespace pilothouse {

namespace {

constexpr int SquareSize = 32;
constexpr int LinkWidth = 24;

QString ago(const QDateTime &then, const QDateTime &now)
{
    return formatDuration(then.msecsTo(now));
}

} // namespace

/// One station, 32 wide.
class BackupStampCard::Square final : public QWidget
{
public:
    Square(StationKind kind, QWidget *parent)
        : QWidget(parent)
        , m_kind(kind)
    {
        setFixedSize(SquareSize, SquareSize);
    }

    void setStation(Station station)
    {
        m_station = station;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        paintStation(painter, rect(), m_kind, m_station, currentTokens());
    }

private:
    StationKind m_kind;
    Station m_station = Station::NotReached;
};

/// The line between two stations: green up to one that was reached.
class BackupStampCard::Link final : public QWidget
{
public:
    explicit Link(QWidget *parent)
        : QWidget(parent)
    {
        setMinimumWidth(LinkWidth);
        setFixedHeight(2);
        setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    }

    void setReached(bool isReached)
    {
        m_isReached = isReached;
        update();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.fillRect(rect(), m_isReached ? currentTokens().stamp : currentTokens().border);
    }

private:
    bool m_isReached = false;
};

BackupStampCard::BackupStampCard(QWidget *parent)
    : Card({}, Body::Padded, parent)
{
    setFixedHeight(62);
    layout()->setContentsMargins(16, 0, 16, 0);
    auto *row = new QHBoxLayout;
    row->setSpacing(14);
    row->addWidget(makePart(StationKind::Complete, tr("Complete")), 1);
    row->addWidget(makePart(StationKind::Verified, tr("Verified")), 1);
    row->addWidget(makePart(StationKind::Proven, tr("Proven")), 1);
    body()->addLayout(row);
    showUnknown();
}

QWidget *BackupStampCard::makePart(StationKind kind, const QString &title)
{
    Part &part = m_parts[static_cast<int>(kind)];
    auto *holder = new QWidget(this);
    part.square = new Square(kind, holder);
    part.when = new Label({}, TextRole::Body, &Tokens::text2, holder);
    part.sentence = new ElidingLabel({}, Qt::ElideRight, TextRole::Small, holder);
    auto *head = new QHBoxLayout;
    head->setSpacing(8);
    head->addWidget(new Label(title, TextRole::Strong, &Tokens::text, holder));
    head->addWidget(part.when, 1);
    auto *text = new QVBoxLayout;
    text->setSpacing(1);
    text->addStretch(1);
    text->addLayout(head);
    text->addWidget(part.sentence);
    text->addStretch(1);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    row->addWidget(part.square);
    row->addLayout(text);
    if (kind == StationKind::Proven) {
        row->addStretch(1);
        return holder;
    }
    part.link = new Link(holder);
    row->addWidget(part.link, 1);
    return holder;
}

void BackupStampCard::showUnknown()
{
    for (const StationKind kind : {StationKind::Complete, StationKind::Verified, StationKind::Proven})
        show(kind, {Station::NotReached, {}, tr("Not read yet")});
}

void BackupStampCard::showBackups(const BackupsReading &reading, const QDateTime &now)
{
    const BackupRecord *newest = reading.newestCounted();
    if (!newest) {
        const QString none = reading.records.isEmpty() ? tr("No backup yet") : tr("No backup that counts");
        show(StationKind::Complete, {Station::NotReached, {}, none});
        show(StationKind::Verified, {Station::NotReached, {}, tr("Follows when its files were checked")});
        show(StationKind::Proven, {Station::NotReached, {}, tr("Follows when a restore from it has passed")});
        return;
    }
    show(StationKind::Complete, completeOf(reading, *newest, now));
    show(StationKind::Verified, verifiedOf(*newest, now));
    show(StationKind::Proven, provenOf(reading, *newest, now));
}

BackupStampCard::Shown BackupStampCard::completeOf(const BackupsReading &reading, const BackupRecord &newest,
                                                   const QDateTime &now)
{
    Shown shown{Station::Reached, takenText(newest.takenAt, now), {}};
    const auto isIn = [&](const QString &id) { return newest.databases.contains(id); };
    const auto held = static_cast<int>(std::count_if(reading.wanted.cbegin(), reading.wanted.cend(), isIn));
    const auto wanted = static_cast<int>(reading.wanted.size());
    if (held < wanted) {
        shown.sentence = tr("%1 of %n database(s) in the set", nullptr, wanted).arg(held);
        shown.ink = &Tokens::warnText;
    } else {
        shown.sentence =
            tr("%n database(s) and all files, %1", nullptr, static_cast<int>(newest.databases.size()))
                .arg(formatBytes(newest.contentBytes));
    }
    return shown;
}

BackupStampCard::Shown BackupStampCard::verifiedOf(const BackupRecord &newest, const QDateTime &now)
{
    if (newest.verified.state != BackupStamp::State::Reached)
        return {Station::NotReached, {}, tr("Not verified yet")};
    return {Station::Reached, takenText(newest.verified.at, now),
            tr("Digests match, the databases are sound")};
}

BackupStampCard::Shown BackupStampCard::provenOf(const BackupsReading &reading, const BackupRecord &newest,
                                                 const QDateTime &now)
{
    if (newest.proven.state == BackupStamp::State::Reached)
        return {Station::Reached, takenText(newest.proven.at, now),
                tr("A restore from it passed its checks")};
    const BackupRecord *proven = reading.newestProven();
    if (!proven)
        return {Station::NotReached, {}, tr("No restore has proven a backup yet")};
    return {Station::NotReached,
            {},
            tr("Not this one yet; last proven %1, %2 ago")
                .arg(formatMoment(proven->proven.at, now), ago(proven->proven.at, now))};
}

void BackupStampCard::show(StationKind kind, const Shown &shown)
{
    const auto at = static_cast<int>(kind);
    const Part &part = m_parts[at];
    part.square->setStation(shown.station);
    part.when->setText(shown.when);
    part.sentence->setText(shown.sentence);
    part.sentence->setInk(shown.ink);
    if (at > 0)
        m_parts[at - 1].link->setReached(shown.station == Station::Reached);
}

} // namespace pilothouse
