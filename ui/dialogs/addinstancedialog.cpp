// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/addinstancedialog.h"

#include "ui/models/foreigntext.h"
#include "ui/theme/fonts.h"
#include "ui/theme/icons.h"
#include "ui/widgets/button.h"
#include "ui/widgets/findingslist.h"
#include "ui/widgets/label.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/rule.h"

#include <QAction>
#include <QComboBox>
#include <QFileDialog>
#include <QLineEdit>
#include <QProcess>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr int PaneWidth = 372;
constexpr int Padding = 24;

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

} // namespace

AddInstanceDialog::AddInstanceDialog(const AddInstanceServices &services, QWidget *parent)
    : DialogFrame({tr("Add an instance"), tr("One running service. Adding it changes nothing on it."),
                   QStringLiteral("plus-lg")},
                  parent)
    , m_controller(services)
    , m_add(addAction(tr("Add instance"), ButtonKind::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    body()->setContentsMargins(0, 0, 0, 0);
    body()->setSpacing(0);
    body()->addWidget(new Rule(Qt::Horizontal));
    auto *halves = new QHBoxLayout;
    halves->setSpacing(0);
    halves->addWidget(makeForm(), 1);
    halves->addWidget(new Rule(Qt::Vertical));
    halves->addWidget(makePane());
    body()->addLayout(halves, 1);
    resize(QSize(960, 692).boundedTo(screen()->availableSize() - QSize(24, 48)));
    connect(&m_controller, &AddInstanceController::changed, this, &AddInstanceDialog::showState);
    connect(&m_controller, &AddInstanceController::containersChanged, this,
            &AddInstanceDialog::showContainers);
    connect(&m_controller, &AddInstanceController::added, this, [this](const QString &name) {
        emit added(name);
        accept();
    });
    connect(&m_controller, &AddInstanceController::addFailed, this, [this](const Error &error) {
        m_add->setBusy(false);
        m_fields.value(InstanceField::Name)->setError(error.message);
        setFootNote(tr("Not added: %1 Nothing was changed.").arg(error.message), true);
    });
    // Enter in a field must not throw away what was typed; adding destroys nothing.
    cancelButton()->setDefault(false);
    cancelButton()->setAutoDefault(false);
    m_add->setDefault(true);
    connect(m_add, &QPushButton::clicked, &m_controller, &AddInstanceController::add);
    showRuntime();
    readForm();
    showState();
    m_name->setFocus();
}

QWidget *AddInstanceDialog::makeForm()
{
    auto *form = new QWidget;
    auto *column = new QVBoxLayout(form);
    column->setContentsMargins(Padding, 12, 20, 16);
    column->setSpacing(8);
    makeWhat(*column);
    makeWhere(*column);
    makePlaces(*column);
    column->addStretch(1);
    return form;
}

void AddInstanceDialog::addGroup(QBoxLayout &form, const QString &heading,
                                 const QList<QList<QWidget *>> &lines)
{
    if (form.count() > 0)
        form.addSpacing(8);
    form.addWidget(new Label(heading, TextRole::Strong));
    for (const QList<QWidget *> &line : lines)
        form.addWidget(line.size() == 1 ? line.first() : lineOf(line));
}

LabeledField *AddInstanceDialog::makeField(InstanceField field, const QString &label, QWidget *widget)
{
    auto *labeled = new LabeledField(label, widget);
    if (field != InstanceField::None)
        m_fields.insert(field, labeled);
    if (auto *edit = qobject_cast<QLineEdit *>(widget))
        connect(edit, &QLineEdit::textChanged, this, &AddInstanceDialog::readForm);
    else if (auto *box = qobject_cast<QComboBox *>(widget))
        connect(box, &QComboBox::currentTextChanged, this, &AddInstanceDialog::readForm);
    return labeled;
}

LabeledField *AddInstanceDialog::makeFolder(InstanceField field, const QString &label, QLineEdit *&edit)
{
    edit = codeEdit(QStringLiteral("/srv/service/data"));
    QAction *choose = edit->addAction(fieldIcon(QStringLiteral("folder2-open")), QLineEdit::TrailingPosition);
    choose->setToolTip(tr("Choose a folder"));
    connect(choose, &QAction::triggered, this, [this, target = edit, label] { chooseFolder(target, label); });
    return makeField(field, label, edit);
}

void AddInstanceDialog::chooseFolder(QLineEdit *edit, const QString &title)
{
    auto *chooser = new QFileDialog(this, title, edit->text());
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    connect(chooser, &QFileDialog::fileSelected, edit, &QLineEdit::setText);
    chooser->open();
}

void AddInstanceDialog::makeWhat(QBoxLayout &form)
{
    m_name = codeEdit(QStringLiteral("service-1"));
    m_profile = new QComboBox;
    for (const ProfileEntry &entry : m_controller.profiles())
        m_profile->addItem(visibleLine(entry.profile->title), entry.id);
    addGroup(form, tr("What it is"),
             {{makeField(InstanceField::Name, tr("Name"), m_name),
               makeField(InstanceField::Profile, tr("Profile"), m_profile)}});
}

void AddInstanceDialog::makeWhere(QBoxLayout &form)
{
    m_runtime = new QComboBox;
    m_runtime->addItem(tr("Files only"), QStringLiteral("files"));
    m_runtime->addItem(tr("Process"), QStringLiteral("process"));
    m_runtime->addItem(tr("Docker container"), QStringLiteral("docker"));
    m_health = codeEdit(QStringLiteral("http://127.0.0.1:8080/health"));
    auto *health = makeField(InstanceField::HealthAddress, tr("Health address"), m_health);
    m_container = new QComboBox;
    m_container->setEditable(true);
    m_container->setInsertPolicy(QComboBox::NoInsert);
    m_command = codeEdit(QStringLiteral("/usr/bin/service --port 8080"));
    m_pidFile = codeEdit(QStringLiteral("/run/service.pid"));
    m_processLine = lineOf({makeField(InstanceField::Command, tr("Command that starts it"), m_command),
                            makeField(InstanceField::PidFile, tr("Pid file"), m_pidFile)});
    addGroup(form, tr("Where it runs"),
             {{makeField(InstanceField::None, tr("Runtime"), m_runtime), health},
              {makeField(InstanceField::Container, tr("Container"), m_container)},
              {m_processLine}});
    connect(m_runtime, &QComboBox::currentIndexChanged, this, &AddInstanceDialog::showRuntime);
    connect(m_container, &QComboBox::activated, this, &AddInstanceDialog::takeContainer);
}

void AddInstanceDialog::makePlaces(QBoxLayout &form)
{
    LabeledField *dataFolder = makeFolder(InstanceField::DataFolder, tr("Data folder"), m_data);
    LabeledField *backups = makeFolder(InstanceField::BackupFolder, tr("Backups go to"), m_backups);
    LabeledField *second = makeFolder(InstanceField::SecondFolder, tr("Second copy goes to"), m_second);
    m_backups->setPlaceholderText(QStringLiteral("/var/backups/service"));
    m_second->setPlaceholderText(QStringLiteral("/mnt/nas/service"));
    backups->setHint(tr("Empty: a folder of Pilothouse's own"));
    second->setHint(tr("Empty: there is none"));
    m_format = new QComboBox;
    m_format->addItem(tr("tar.gz, read everywhere"), QStringLiteral("tar.gz"));
    m_format->addItem(tr("tar.zst, smaller and faster"), QStringLiteral("tar.zst"));
    addGroup(form, tr("Where things are"),
             {{dataFolder},
              {backups, second},
              {makeField(InstanceField::ArchiveFormat, tr("Archive format"), m_format), new QWidget}});
}

QWidget *AddInstanceDialog::makePane()
{
    auto *pane = new QWidget;
    pane->setFixedWidth(PaneWidth);
    auto *column = new QVBoxLayout(pane);
    column->setContentsMargins(20, 8, 16, 16);
    column->setSpacing(4);
    auto *head = new QHBoxLayout;
    head->addWidget(new Label(tr("What was read"), TextRole::Strong), 1);
    m_again = new Button(tr("Check again"), ButtonKind::Ghost, QStringLiteral("arrow-repeat"));
    m_again->setSmall(true);
    head->addWidget(m_again);
    column->addLayout(head);
    m_summary = new Label({}, TextRole::Small, &Tokens::text2);
    m_summary->setWordWrap(true);
    column->addWidget(m_summary);
    column->addSpacing(8);
    m_findings = new FindingsList;
    auto *area = new QScrollArea;
    area->setWidgetResizable(true);
    area->setFrameShape(QFrame::NoFrame);
    area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    area->setAccessibleName(tr("What was read"));
    area->setWidget(m_findings);
    column->addWidget(area, 1);
    connect(m_again, &QPushButton::clicked, &m_controller, &AddInstanceController::probeNow);
    return pane;
}

void AddInstanceDialog::showRuntime()
{
    const QString kind = m_runtime->currentData().toString();
    const bool isDocker = kind == QLatin1String("docker");
    m_fields.value(InstanceField::Container)->setVisible(isDocker);
    m_processLine->setVisible(kind == QLatin1String("process"));
    const Readable<QList<DockerCandidate>> &containers = m_controller.containers();
    if (isDocker && !containers.hasValue && !containers.isReading)
        m_controller.findContainers();
}

void AddInstanceDialog::showContainers()
{
    const Readable<QList<DockerCandidate>> &containers = m_controller.containers();
    LabeledField *field = m_fields.value(InstanceField::Container);
    if (containers.isReading) {
        field->setHint(tr("Looking for containers"));
        return;
    }
    if (containers.error) {
        field->setHint(tr("The containers cannot be listed: %1").arg(containers.error->message));
        return;
    }
    const QString typed = m_container->currentText();
    m_container->clear();
    for (const DockerCandidate &candidate : containers.value)
        m_container->addItem(candidate.container.name);
    m_container->setCurrentIndex(-1);
    m_container->setEditText(typed);
    field->setHint(tr("%n container(s) found", nullptr, static_cast<int>(containers.value.size())));
}

/// Fills in what the chosen container tells, where the operator has written nothing.
void AddInstanceDialog::takeContainer(int index)
{
    const QList<DockerCandidate> &candidates = m_controller.containers().value;
    if (index < 0 || index >= candidates.size())
        return;
    const DockerCandidate &candidate = candidates.at(index);
    if (m_name->text().isEmpty())
        m_name->setText(candidate.container.name);
    if (!candidate.dataFolder.isEmpty())
        m_data->setText(candidate.dataFolder);
    if (const int profile = m_profile->findData(candidate.profile); profile >= 0)
        m_profile->setCurrentIndex(profile);
}

Instance AddInstanceDialog::formContent() const
{
    Instance instance;
    instance.name = m_name->text().trimmed();
    instance.profile = m_profile->currentData().toString();
    instance.runtime.kind = m_runtime->currentData().toString();
    if (instance.runtime.kind == QLatin1String("docker"))
        instance.runtime.container = m_container->currentText().trimmed();
    if (instance.runtime.kind == QLatin1String("process")) {
        instance.runtime.command = QProcess::splitCommand(m_command->text());
        instance.runtime.pidFile = m_pidFile->text().trimmed();
    }
    instance.healthUrl = m_health->text().trimmed();
    instance.dataDir = m_data->text().trimmed();
    instance.backupDir = m_backups->text().trimmed();
    instance.secondBackupDir = m_second->text().trimmed();
    instance.archiveFormat = m_format->currentData().toString();
    return instance;
}

void AddInstanceDialog::fill(const Instance &instance)
{
    const auto choose = [](QComboBox *box, const QString &value) {
        if (const int index = box->findData(value); index >= 0)
            box->setCurrentIndex(index);
    };
    m_name->setText(instance.name);
    choose(m_profile, instance.profile);
    choose(m_runtime, instance.runtime.kind);
    m_container->setEditText(instance.runtime.container);
    m_command->setText(instance.runtime.command.join(u' '));
    m_pidFile->setText(instance.runtime.pidFile);
    m_health->setText(instance.healthUrl);
    m_data->setText(instance.dataDir);
    m_backups->setText(instance.backupDir);
    m_second->setText(instance.secondBackupDir);
    choose(m_format, instance.archiveFormat);
    for (QLineEdit *edit : findChildren<QLineEdit *>())
        edit->setCursorPosition(0); // what is too long shows its beginning
}

void AddInstanceDialog::readForm()
{
    if (m_format) // not while the form is being built
        m_controller.setDraft(formContent());
}

/// Says in place of what an empty field stands: the profile's value, or what the container told.
void AddInstanceDialog::showReadPlaces()
{
    const Instance &draft = m_controller.draft();
    const Instance completed = m_controller.completed();
    const bool isDocker = draft.runtime.kind == QLatin1String("docker");
    const auto hintOf = [](const QString &typed, const QString &read, const QString &otherwise) {
        if (!typed.isEmpty())
            return QString();
        // A path breaks at its parts, else it would make the whole form wider.
        const QString breakable = visibleLine(read).replace(u'/', QStringLiteral("/\u200B"));
        return read.isEmpty() ? otherwise : tr("Read off the container: %1").arg(breakable);
    };
    m_fields.value(InstanceField::DataFolder)
        ->setHint(hintOf(draft.dataDir, completed.dataDir,
                         isDocker ? tr("Empty: where the container keeps it") : QString()));
    m_fields.value(InstanceField::HealthAddress)
        ->setHint(hintOf(draft.healthUrl, completed.healthUrl, tr("Empty: the one that the profile knows")));
}

void AddInstanceDialog::showState()
{
    for (auto field = m_fields.begin(); field != m_fields.end(); ++field)
        field.value()->setError(visibleLine(m_controller.wrongIn(field.key())));
    showReadPlaces();
    const Readable<QList<ProbeFinding>> &findings = m_controller.probe().findings();
    const bool isFirst = findings.isReading && !findings.hasValue;
    m_findings->setFindings(findings.value, isFirst ? tr("Reading what is there") : QString());
    const QString summary = m_controller.probe().summary();
    m_summary->setText(summary.isEmpty() ? tr("Reading starts by itself once the form says where to look.")
                                         : summary);
    m_again->setBusy(findings.isReading);
    const QString name = m_controller.draft().name;
    m_add->setText(name.isEmpty() ? tr("Add instance") : tr("Add %1").arg(mnemonicSafe(visibleLine(name))));
    m_add->setBusy(m_controller.isAdding());
    const QString refusal = m_controller.refusal();
    m_add->setRefusal(m_controller.isAdding() ? QString() : refusal);
    setFootNote(m_controller.isAdding() ? QString() : refusal, m_controller.isRefusalWrong());
}

} // namespace pilothouse
