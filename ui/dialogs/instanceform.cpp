// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/instanceform.h"

#include "core/instances/instancesession.h"
#include "core/process/commandline.h"
#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/environmentchoice.h"
#include "ui/widgets/filechoice.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"

#include <QAction>
#include <QComboBox>
#include <QIntValidator>
#include <QLineEdit>
#include <QProcess>
#include <QUrl>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int Padding = 24;
constexpr int LongestWatch = 3600;  ///< seconds
constexpr int LongestSafety = 3650; ///< days

QWidget *lineOf(const QList<QWidget *> &widgets)
{
    auto *line = new QWidget;
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
    for (QWidget *widget : widgets)
        row->addWidget(widget, 1, Qt::AlignTop);
    return line;
}

QLineEdit *codeEdit(const QString &example)
{
    auto *edit = new QLineEdit;
    edit->setFont(fontOf(TextRole::Code));
    edit->setPlaceholderText(example);
    return edit;
}

QComboBox *editableBox()
{
    auto *box = new QComboBox;
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    return box;
}

} // namespace

InstanceForm::InstanceForm(AddInstanceController &controller, QWidget *parent)
    : QWidget(parent)
    , m_controller(controller)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(Padding, 6, 20, 4);
    column->setSpacing(8);
    makeWhat(*column);
    makeWhere(*column);
    makePlaces(*column);
    column->addStretch(1);
    m_isFilling = false;
    showRuntime();
    readForm();
    setFocusProxy(m_name);
}

void InstanceForm::addGroup(QBoxLayout &form, const QString &heading, const Lines &lines)
{
    if (form.count() > 0)
        form.addSpacing(1);
    form.addWidget(new Label(heading, TextRole::Strong));
    for (const QList<QWidget *> &line : lines)
        form.addWidget(line.size() == 1 ? line.first() : lineOf(line));
}

LabeledField *InstanceForm::makeField(InstanceField field, const QString &label, QWidget *widget)
{
    auto *labeled = new LabeledField(label, widget);
    if (field != InstanceField::None)
        m_fields.insert(field, labeled);
    if (auto *edit = qobject_cast<QLineEdit *>(widget))
        connect(edit, &QLineEdit::textChanged, this, &InstanceForm::readForm);
    else if (auto *box = qobject_cast<QComboBox *>(widget))
        connect(box, &QComboBox::currentTextChanged, this, &InstanceForm::readForm);
    return labeled;
}

/// A field for digits up to that number.
QLineEdit *InstanceForm::numberEdit(int lowest, int highest, const QString &meaning)
{
    auto *edit = new QLineEdit;
    edit->setPlaceholderText(meaning);
    edit->setValidator(new QIntValidator(lowest, highest, edit));
    return edit;
}

LabeledField *InstanceForm::makeFolder(InstanceField field, const QString &label, QLineEdit *&edit)
{
    edit = codeEdit(QStringLiteral("/srv/service/data"));
    QAction *choose = edit->addAction(fieldIcon(QStringLiteral("folder2-open")), QLineEdit::TrailingPosition);
    choose->setToolTip(tr("Choose a folder"));
    connect(choose, &QAction::triggered, this, [this, target = edit, label] { chooseFolder(target, label); });
    return makeField(field, label, edit);
}

void InstanceForm::chooseFolder(QLineEdit *edit, const QString &title)
{
    askFolder(this, {title, edit->text(), {}}, [edit](const QString &path) { edit->setText(path); });
}

void InstanceForm::makeWhat(QBoxLayout &form)
{
    m_name = codeEdit(QStringLiteral("service-1"));
    if (m_controller.stored()) {
        m_name->setReadOnly(true); // its backups and its history are kept under it
        m_name->setToolTip(tr("The name stays: backups and history are kept under it."));
    }
    m_profile = new QComboBox;
    for (const ProfileEntry &entry : m_controller.profiles())
        m_profile->addItem(visibleLine(entry.profile->title), entry.id);
    m_group = editableBox();
    m_group->addItem(QString());
    for (const QString &group : m_controller.groups())
        m_group->addItem(group);
    m_group->lineEdit()->setPlaceholderText(tr("None"));
    m_environment = new EnvironmentChoice;
    connect(m_environment, &EnvironmentChoice::changed, this, &InstanceForm::readForm);
    addGroup(form, tr("What it is"),
             {{makeField(InstanceField::Name, tr("Name"), m_name),
               makeField(InstanceField::Profile, tr("Profile"), m_profile),
               makeField(InstanceField::Group, tr("Group"), m_group)},
              {makeField(InstanceField::None, tr("Environment"), m_environment)}});
}

void InstanceForm::makeWhere(QBoxLayout &form)
{
    m_runtime = new QComboBox;
    m_runtime->addItem(tr("Files only"), QStringLiteral("files"));
    m_runtime->addItem(tr("Process"), QStringLiteral("process"));
    m_runtime->addItem(tr("Docker container"), QStringLiteral("docker"));
    m_runtime->addItem(tr("Compose project"), QStringLiteral("compose"));
    m_runtime->addItem(tr("systemd unit"), QStringLiteral("systemd"));
    m_health = codeEdit(tr("Empty: the one that the profile knows"));
    m_health->setFont(fontOf(TextRole::Body));
    auto *health = makeField(InstanceField::HealthAddress, tr("Health address"), m_health);
    m_container = editableBox();
    m_project = codeEdit(QStringLiteral("project"));
    m_service = codeEdit(QStringLiteral("service"));
    m_unit = codeEdit(QStringLiteral("service.service"));
    m_manager = new QComboBox;
    m_manager->addItem(tr("This machine"), false);
    m_manager->addItem(tr("This user"), true);
    m_command = codeEdit(QStringLiteral("/usr/bin/service --port 8080"));
    m_pidFile = codeEdit(QStringLiteral("/run/service.pid"));
    m_runtimeLines = {
        {QStringLiteral("docker"), makeField(InstanceField::Container, tr("Container"), m_container)},
        {QStringLiteral("compose"), lineOf({makeField(InstanceField::Project, tr("Project"), m_project),
                                            makeField(InstanceField::None, tr("Service"), m_service)})},
        {QStringLiteral("systemd"), lineOf({makeField(InstanceField::Unit, tr("Unit"), m_unit),
                                            makeField(InstanceField::None, tr("Unit of"), m_manager)})},
        {QStringLiteral("process"),
         lineOf({makeField(InstanceField::Command, tr("Command that starts it"), m_command),
                 makeField(InstanceField::PidFile, tr("Pid file"), m_pidFile)})}};
    Lines lines{{makeField(InstanceField::None, tr("Runtime"), m_runtime), health}};
    for (QWidget *line : std::as_const(m_runtimeLines))
        lines << QList<QWidget *>{line};
    addGroup(form, tr("Where it runs"), lines);
    connect(m_runtime, &QComboBox::currentIndexChanged, this, &InstanceForm::showRuntime);
    connect(m_container, &QComboBox::activated, this, &InstanceForm::takeContainer);
}

void InstanceForm::makePlaces(QBoxLayout &form)
{
    LabeledField *dataFolder = makeFolder(InstanceField::DataFolder, tr("Data folder"), m_data);
    LabeledField *backups = makeFolder(InstanceField::BackupFolder, tr("Backups go to"), m_backups);
    LabeledField *second = makeFolder(InstanceField::SecondFolder, tr("Second copy goes to"), m_second);
    // What an empty field means stands in it: the form has to fit a small screen.
    for (const auto &[edit, meaning] : {std::pair(m_backups, tr("Empty: a folder of Pilothouse's own")),
                                        std::pair(m_second, tr("Empty: there is none"))}) {
        edit->setFont(fontOf(TextRole::Body));
        edit->setPlaceholderText(meaning);
    }
    m_address = codeEdit(tr("Empty: as the service itself was told"));
    m_address->setFont(fontOf(TextRole::Body));
    m_address->setToolTip(QStringLiteral("postgresql://user@host:5432/database"));
    m_password = new QLineEdit;
    m_password->setEchoMode(QLineEdit::Password);
    m_password->setPlaceholderText(m_controller.stored() ? tr("Empty: the one that is kept")
                                                         : tr("Kept in the keyring"));
    m_serverLine =
        lineOf({makeField(InstanceField::DatabaseAddress, tr("Address of the database"), m_address),
                makeField(InstanceField::None, tr("Password of its role"), m_password)});
    m_format = new QComboBox;
    m_format->addItem(tr("tar.gz, read everywhere"), QStringLiteral("tar.gz"));
    m_format->addItem(tr("tar.zst, smaller and faster"), QStringLiteral("tar.zst"));
    m_reach = new QComboBox;
    m_reach->addItem(tr("Directly, else by the engine"), false);
    m_reach->addItem(tr("By the container engine"), true);
    m_reachField = makeField(InstanceField::None, tr("Data is reached"), m_reach);
    m_watch = numberEdit(0, LongestWatch, tr("As the profile says"));
    m_watch->setToolTip(tr("How long the log is watched for errors after a restore."));
    m_safety = numberEdit(1, LongestSafety, QString::number(Instance().safetyDays));
    m_safety->setToolTip(tr("How long what a restore replaced can be put back."));
    addGroup(form, tr("Where things are"),
             {{dataFolder, m_reachField},
              {m_serverLine},
              {backups, second},
              {makeField(InstanceField::ArchiveFormat, tr("Archive format"), m_format),
               makeField(InstanceField::None, tr("Watch the log, seconds"), m_watch),
               makeField(InstanceField::None, tr("Keep safety copies, days"), m_safety)}});
}

void InstanceForm::showRuntime()
{
    const QString kind = m_runtime->currentData().toString();
    for (auto line = m_runtimeLines.begin(); line != m_runtimeLines.end(); ++line)
        line.value()->setVisible(line.key() == kind);
    m_reachField->setVisible(kind == QLatin1String("docker"));
}

/// Only where the profile knows a database on a server.
void InstanceForm::showServer()
{
    m_serverLine->setVisible(!m_controller.serverDatabase(m_profile->currentData().toString()).isEmpty());
}

/// A password within the address moves to its own field, so that it stands nowhere in plain sight.
Secret InstanceForm::takePassword()
{
    const auto given = connectionFromText(m_address->text().toUtf8());
    if (given && !given->password.isEmpty() && !m_isTakingPassword) {
        m_isTakingPassword = true;
        m_password->setText(QString::fromUtf8(given->password.bytes()));
        QUrl url(m_address->text());
        url.setPassword({});
        m_address->setText(url.isValid() && !url.scheme().isEmpty() ? url.toString() : QString());
        m_isTakingPassword = false;
    }
    return Secret(m_password->text().toUtf8());
}

void InstanceForm::showContainers()
{
    const DiscoveryController &discovery = m_controller.discovery();
    LabeledField *field = m_fields.value(InstanceField::Container);
    const SourceReport *report = discovery.report(DiscoverySource::Containers);
    if (!report) {
        field->setHint(discovery.isReading() ? tr("Looking for containers") : QString());
        return;
    }
    if (report->error) {
        field->setHint(tr("The containers cannot be listed: %1").arg(visibleLine(report->error->message)));
        return;
    }
    QStringList names;
    for (const Candidate &candidate : m_controller.containers())
        names << candidate.instance.runtime.container;
    field->setHint(tr("%n container(s) found", nullptr, static_cast<int>(names.size())));
    if (names == m_shownContainers)
        return;
    m_shownContainers = names;
    const QString typed = m_container->currentText();
    m_container->clear();
    m_container->addItems(names);
    m_container->setCurrentIndex(-1);
    m_container->setEditText(typed);
}

/// Fills in what the chosen container tells, where the operator has written nothing.
void InstanceForm::takeContainer(int index)
{
    const QList<Candidate> candidates = m_controller.containers();
    if (index < 0 || index >= candidates.size())
        return;
    const Instance &found = candidates.at(index).instance;
    if (m_name->text().isEmpty())
        m_name->setText(found.name);
    if (!found.dataDir.isEmpty())
        m_data->setText(found.dataDir);
    choose(*m_profile, found.profile);
}

void InstanceForm::readForm()
{
    if (m_isFilling || m_isTakingPassword)
        return;
    showServer();
    const bool isOnServer = m_serverLine->isVisibleTo(this);
    const Secret password = isOnServer ? takePassword() : Secret();
    m_controller.setDraft(content());
    m_controller.setDatabaseAddress(isOnServer ? m_address->text().trimmed() : QString(), password);
}

void InstanceForm::setError(InstanceField field, const QString &sentence)
{
    m_fields.value(field)->setError(visibleLine(sentence));
}

/// Says in place of what an empty field stands: the profile's value, or what the container told.
void InstanceForm::showReadPlaces()
{
    const Instance &draft = m_controller.draft();
    const Instance completed = m_controller.completed();
    const auto hintOf = [](const QString &typed, const QString &read, const QString &otherwise) {
        if (!typed.isEmpty())
            return QString();
        // A path breaks at its parts, else it would make the whole form wider.
        const QString breakable = visibleLine(read).replace(u'/', QStringLiteral("/\u200B"));
        return read.isEmpty() ? otherwise : tr("Read off the container: %1").arg(breakable);
    };
    m_fields.value(InstanceField::DataFolder)
        ->setHint(hintOf(draft.dataDir, completed.dataDir,
                         isContainerKind(draft.runtime.kind) ? tr("Empty: where the container keeps it")
                                                             : QString()));
    m_fields.value(InstanceField::HealthAddress)
        ->setHint(hintOf(draft.healthUrl, completed.healthUrl, QString()));
}

void InstanceForm::showState()
{
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field)
        field.value()->setError(visibleLine(m_controller.wrongIn(field.key())));
    showReadPlaces();
    showContainers();
}

} // namespace pilothouse
