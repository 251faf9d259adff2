// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/logsettingscard.h"

#include "ui/models/foreigntext.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QSpinBox>

#include <algorithm>

namespace pilothouse {

namespace {

constexpr int UsualMinutes = 30;
constexpr int MostMinutes = 7 * 24 * 60;
constexpr int UsualMiB = 10;
constexpr int MostMiB = 10240;
constexpr int UsualFiles = 10;
constexpr int MostFiles = 1000;

QString originText(const LevelSetting &level)
{
    if (level.from == QLatin1String("pilothouse"))
        return LogSettingsCard::tr("set by Pilothouse");
    if (level.from == QLatin1String("environment"))
        return LogSettingsCard::tr("from its environment");
    return level.from.isEmpty() ? LogSettingsCard::tr("not known") : LogSettingsCard::tr("built in");
}

} // namespace

LogSettingsCard::LogSettingsCard(QWidget *parent)
    : Card(tr("Log"), Body::Padded, parent)
    , m_level(new Label({}, TextRole::Strong))
    , m_text(new Label({}, TextRole::Small, &Tokens::text2))
    , m_findings(new FindingsList)
{
    m_text->setWrapping(true);
    body()->setSpacing(8);
    body()->addWidget(m_level);
    body()->addWidget(m_text);
    body()->addWidget(m_change = makeFields());
    body()->addSpacing(4);
    body()->addWidget(m_findings);
    body()->addWidget(m_driver = makeDriverFields());
    m_change->hide();
    m_driver->hide();
}

QWidget *LogSettingsCard::makeFields()
{
    auto *change = new QWidget(this);
    auto *row = new QHBoxLayout(change);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_choice = new QComboBox;
    m_minutes = new QSpinBox;
    m_minutes->setRange(0, MostMinutes);
    m_minutes->setValue(UsualMinutes);
    m_minutes->setSuffix(u' ' + tr("min"));
    m_minutes->setSpecialValueText(tr("not by itself"));
    row->addWidget(new LabeledField(tr("New level"), m_choice), 1);
    row->addWidget(new LabeledField(tr("Goes back after"), m_minutes), 1);
    auto *button = new Button(tr("Restart with it…"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    row->addWidget(button, 0, Qt::AlignBottom);
    connect(button, &QPushButton::clicked, this, [this] {
        emit levelAsked({{QStringLiteral("level"), m_choice->currentText()},
                         {QStringLiteral("minutes"), m_minutes->value()}});
    });
    return change;
}

QWidget *LogSettingsCard::makeDriverFields()
{
    auto *change = new QWidget(this);
    auto *row = new QHBoxLayout(change);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_driverName = new QComboBox;
    m_driverName->addItems({QStringLiteral("json-file"), QStringLiteral("local")});
    m_size = new QSpinBox;
    m_size->setRange(1, MostMiB);
    m_size->setSuffix(QStringLiteral(" MiB"));
    m_files = new QSpinBox;
    m_files->setRange(1, MostFiles);
    row->addWidget(new LabeledField(tr("Log driver"), m_driverName), 1);
    row->addWidget(new LabeledField(tr("Size of a file"), m_size), 1);
    row->addWidget(new LabeledField(tr("Files at most"), m_files), 1);
    auto *button = new Button(tr("Keep it so…"), ButtonKind::Normal, QStringLiteral("arrow-repeat"));
    row->addWidget(button, 0, Qt::AlignBottom);
    connect(button, &QPushButton::clicked, this, [this] {
        emit driverAsked({{QStringLiteral("driver"), m_driverName->currentText()},
                          {QStringLiteral("size"), QString(QString::number(m_size->value()) + u'm')},
                          {QStringLiteral("files"), m_files->value()}});
    });
    return change;
}

void LogSettingsCard::showDriver(const LogDriver &driver)
{
    constexpr qint64 MiB = 1 << 20;
    if (m_driverName->findText(driver.name) >= 0)
        m_driverName->setCurrentText(driver.name);
    m_size->setValue(driver.maxBytes > 0 ? static_cast<int>(std::max<qint64>(1, driver.maxBytes / MiB))
                                         : UsualMiB);
    m_files->setValue(driver.maxBytes > 0 ? driver.maxFiles : UsualFiles);
}

void LogSettingsCard::setSettings(const Result<LogSettings> &settings, Changes changes)
{
    const bool hasLevel = settings && !settings->level.variable.isEmpty();
    m_change->setVisible(hasLevel && changes.level);
    m_driver->setVisible(settings && changes.driver && !settings->driver.name.isEmpty());
    m_level->setVisible(hasLevel);
    m_text->setVisible(hasLevel || !settings);
    if (!settings) {
        m_text->setText(visibleText(settings.error().message));
        m_findings->setFindings({}, {});
        return;
    }
    const LevelSetting &level = settings->level;
    m_level->setText(
        QStringLiteral("%1 = %2, %3").arg(level.variable, visibleLine(level.value), originText(level)));
    m_text->setText(visibleText(level.text));
    if (m_choice->count() != level.choices.size()) {
        m_choice->clear();
        m_choice->addItems(level.choices);
        m_choice->setCurrentText(level.value);
    }
    m_findings->setFindings(settings->findings, {});
    if (!m_driver->isVisibleTo(this) || m_shown == settings->driver)
        return;
    m_shown = settings->driver; // what was typed stays while nothing else is known
    showDriver(m_shown);
}

} // namespace pilothouse
