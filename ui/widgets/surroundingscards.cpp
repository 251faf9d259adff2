// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/surroundingscards.h"

#include "core/base/units.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/datatable.h"
#include "ui/widgets/emptystate.h"

#include <QVBoxLayout>

namespace pilothouse {
namespace {

constexpr int SurroundingsRowHeight = 32;
constexpr int SurroundingsHeadHeight = 34;
constexpr qsizetype MostRows = 8;

QList<ValueColumn<EnvironmentEntry>> environmentColumns()
{
    const auto key = [](const EnvironmentEntry &entry) -> CellValue {
        TextCell cell;
        cell.text = visibleLine(entry.key);
        cell.isCode = true;
        return cell;
    };
    const auto value = [](const EnvironmentEntry &entry) -> CellValue {
        if (!entry.isSecret && entry.value.isEmpty())
            return MissingCell{EnvironmentCard::tr("Empty")};
        TextCell cell;
        cell.text = entry.isSecret ? QString(8, QChar(0x2022)) : visibleLine(entry.value);
        cell.isMuted = entry.isSecret;
        cell.isCode = !entry.isSecret;
        return cell;
    };
    return {{QStringLiteral("key"), EnvironmentCard::tr("Key"), Qt::AlignLeft, key},
            {QStringLiteral("value"), EnvironmentCard::tr("In effect"), Qt::AlignLeft, value}};
}

QList<ValueColumn<MountEntry>> mountColumns()
{
    const auto target = [](const MountEntry &mount) -> CellValue {
        TextCell cell;
        cell.text = visibleLine(mount.target);
        cell.isCode = true;
        cell.isPath = true;
        return cell;
    };
    const auto source = [](const MountEntry &mount) -> CellValue {
        if (mount.source.isEmpty())
            return TextCell{mount.kind, false, true};
        TextCell cell;
        cell.text = visibleLine(mount.source);
        cell.isCode = true;
        cell.isPath = true;
        return cell;
    };
    const auto access = [](const MountEntry &mount) -> CellValue {
        return PillCell{mount.isReadOnly ? MountsCard::tr("Read-only") : MountsCard::tr("Read and write"),
                        mount.isReadOnly ? Tone::Neutral : Tone::Info};
    };
    return {{QStringLiteral("target"), MountsCard::tr("In the container"), Qt::AlignLeft, target},
            {QStringLiteral("source"), MountsCard::tr("On this machine"), Qt::AlignLeft, source},
            {QStringLiteral("access"), MountsCard::tr("Access"), Qt::AlignLeft, access}};
}

DataTable *makeTable(Card &card, QAbstractItemModel &model, const QString &name, const QString &empty)
{
    auto *table = new DataTable(name, &card);
    table->setModel(&model);
    table->setRowHeight(SurroundingsRowHeight);
    table->setStretchColumn(1);
    table->setEmptyWidget(new EmptyState(empty));
    card.body()->addWidget(table);
    card.body()->addStretch(1);
    return table;
}

int heightFor(qsizetype rows)
{
    return SurroundingsHeadHeight
           + static_cast<int>(std::clamp<qsizetype>(rows, 2, MostRows)) * SurroundingsRowHeight;
}

} // namespace

EnvironmentCard::EnvironmentCard(QWidget *parent)
    : Card(tr("Environment"), Body::Flush, parent)
    , m_model(environmentColumns(), [](const EnvironmentEntry &entry) { return entry.key; })
    , m_table(makeTable(*this, m_model, tr("Environment of the service"), tr("No variable is set.")))
{
    m_table->setColumnWidth(0, 220);
}

void EnvironmentCard::setEntries(const QList<EnvironmentEntry> &entries)
{
    const auto isSecret = [](const EnvironmentEntry &entry) { return entry.isSecret; };
    const auto secrets = std::count_if(entries.begin(), entries.end(), isSecret);
    m_model.setRows(entries);
    const QString variables = tr("%n variable(s)", nullptr, static_cast<int>(entries.size()));
    setSubtitle(secrets == 0 ? variables
                             : tr("%1, %2").arg(variables,
                                                tr("%n of them secret", nullptr, static_cast<int>(secrets))));
    m_table->setFixedHeight(heightFor(entries.size()));
}

MountsCard::MountsCard(QWidget *parent)
    : Card(tr("Mounts"), Body::Flush, parent)
    , m_model(mountColumns(), [](const MountEntry &mount) { return mount.target; })
    , m_table(makeTable(*this, m_model, tr("Mounts of the container"), tr("Nothing is mounted.")))
{
    m_table->setColumnWidth(0, 190);
    m_table->setColumnWidth(2, 130);
}

void MountsCard::setMounts(const QList<MountEntry> &mounts)
{
    m_model.setRows(mounts);
    setSubtitle(formatCount(mounts.size()));
    m_table->setFixedHeight(heightFor(mounts.size()));
}

} // namespace pilothouse
