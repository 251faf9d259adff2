// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/limitscard.h"

#include "core/base/memorysize.h"
#include "core/base/units.h"
#include "core/runtime/procfs.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/usagebar.h"

#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QLineEdit>

#include <unistd.h>

namespace pilothouse {

namespace {

double machineCores()
{
    return static_cast<double>(std::max(1L, ::sysconf(_SC_NPROCESSORS_ONLN)));
}

QString coresText(double cores)
{
    return LimitsCard::tr("%1 cores").arg(cores);
}

QString presetText(const ProfileLimits &preset)
{
    QStringList parts;
    if (preset.memoryBytes > 0)
        parts << limitText(preset.memoryBytes).toUpper();
    if (preset.cpus > 0)
        parts << coresText(preset.cpus);
    return QStringLiteral("%1: %2").arg(visibleLine(preset.title), parts.join(QStringLiteral(", ")));
}

} // namespace

LimitsCard::LimitsCard(QWidget *parent)
    : Card(tr("Limits and use"), Body::Padded, parent)
    , m_memoryLine(addLine(tr("Memory")))
    , m_cpuLine(addLine(tr("Processor")))
    , m_note(new Label({}, TextRole::Small, &Tokens::text2))
{
    m_note->setWrapping(true);
    body()->addWidget(m_note);
    body()->addWidget(m_change = makeFields());
    m_change->hide();
}

LimitsCard::Line LimitsCard::addLine(const QString &caption)
{
    auto *head = new QHBoxLayout;
    Line line{new Label({}, TextRole::Small, &Tokens::text2), new UsageBar};
    head->addWidget(new Label(caption, TextRole::SmallStrong));
    head->addStretch(1);
    head->addWidget(line.text);
    body()->setSpacing(8);
    body()->addLayout(head);
    body()->addWidget(line.bar);
    return line;
}

QWidget *LimitsCard::makeFields()
{
    auto *change = new QWidget(this);
    auto *column = new QVBoxLayout(change);
    column->setContentsMargins(0, 4, 0, 0);
    column->setSpacing(10);
    m_presets = new QHBoxLayout;
    m_presets->setSpacing(8);
    column->addLayout(m_presets);
    m_memory = new QLineEdit;
    m_memory->setPlaceholderText(tr("such as 2G"));
    m_cpus = new QDoubleSpinBox;
    m_cpus->setRange(0, machineCores());
    m_cpus->setSingleStep(0.5);
    m_cpus->setSpecialValueText(tr("no limit"));
    auto *fields = new QHBoxLayout;
    fields->setSpacing(8);
    fields->addWidget(new LabeledField(tr("Memory"), m_memory), 1);
    fields->addWidget(new LabeledField(tr("Cores"), m_cpus), 1);
    auto *button = new Button(tr("Change…"), ButtonKind::Normal, QStringLiteral("sliders"));
    fields->addWidget(button, 0, Qt::AlignBottom);
    column->addLayout(fields);
    connect(button, &QPushButton::clicked, this, &LimitsCard::ask);
    connect(m_memory, &QLineEdit::returnPressed, this, &LimitsCard::ask);
    return change;
}

void LimitsCard::ask()
{
    QJsonObject arguments{{QStringLiteral("cpus"), m_cpus->value()}};
    if (!m_memory->text().trimmed().isEmpty())
        arguments.insert(QStringLiteral("memory"), m_memory->text().trimmed());
    emit changeAsked(arguments);
}

void LimitsCard::setReport(const Result<LimitsReport> &report, const QList<ProfileLimits> &presets)
{
    m_change->setVisible(report && report->canSet);
    m_note->setVisible(!report || !report->definedBy.isEmpty());
    for (const Line &line : {m_memoryLine, m_cpuLine})
        line.bar->setVisible(report.has_value());
    if (!report) {
        m_memoryLine.text->setText(tr("not known"));
        m_cpuLine.text->setText(tr("not known"));
        m_note->setText(visibleText(report.error().message));
        return;
    }
    m_note->setText(tr("Defined by %1, which decides again when it is created anew.")
                        .arg(visibleLine(report->definedBy)));
    showUse(*report);
    showPresets(presets);
    m_memory->setText(report->limits.memoryBytes > 0 ? limitText(report->limits.memoryBytes).toUpper()
                                                     : QString());
    m_cpus->setValue(report->limits.cpus);
}

void LimitsCard::showUse(const LimitsReport &report)
{
    const bool hasMemory = report.limits.memoryBytes > 0;
    const auto whole = static_cast<double>(hasMemory ? report.limits.memoryBytes : machineMemory());
    const qint64 used = report.use ? report.use->memoryBytes : 0;
    const QString limit = hasMemory ? formatBytes(report.limits.memoryBytes) : tr("no limit");
    const QString now = !report.use ? limit
                        : hasMemory ? tr("%1 of %2").arg(formatBytes(used), limit)
                                    : tr("%1, no limit").arg(formatBytes(used));
    m_memoryLine.text->setText(report.memoryPeak > 0
                                   ? tr("%1, at most %2 in 7 days").arg(now, formatBytes(report.memoryPeak))
                                   : now);
    m_memoryLine.bar->setShare(static_cast<double>(used) / whole, m_memoryLine.text->text());
    m_memoryLine.bar->setPeak(static_cast<double>(report.memoryPeak) / whole);
    const double cores = report.limits.cpus > 0 ? report.limits.cpus : machineCores();
    const double percent = report.use ? report.use->cpuPercent : 0;
    const QString cpuLimit = report.limits.cpus > 0 ? coresText(report.limits.cpus) : tr("no limit");
    m_cpuLine.text->setText(report.use ? tr("%1 % of a core, %2").arg(percent, 0, 'f', 0).arg(cpuLimit)
                                       : cpuLimit);
    m_cpuLine.bar->setShare(percent / 100 / cores, m_cpuLine.text->text());
    m_cpuLine.bar->setPeak(report.cpuPeak / 100 / cores);
}

void LimitsCard::showPresets(const QList<ProfileLimits> &presets)
{
    QStringList texts;
    for (const ProfileLimits &preset : presets)
        texts << presetText(preset);
    if (texts == m_presetTexts)
        return;
    m_presetTexts = texts;
    while (QLayoutItem *item = m_presets->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const ProfileLimits &preset : presets) {
        auto *button = new Button(mnemonicSafe(presetText(preset)), ButtonKind::Normal);
        button->setSmall(true);
        connect(button, &QPushButton::clicked, this, [this, id = preset.id] {
            emit changeAsked({{QStringLiteral("preset"), id}});
        });
        m_presets->addWidget(button);
    }
    m_presets->addStretch(1);
}

} // namespace pilothouse
