// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/logexportdialog.h"

#include "core/base/dateformat.h"
#include "core/base/shownzone.h"
#include "core/base/units.h"
#include "core/instances/instancesession.h"
#include "ui/models/foreigntext.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/filechoice.h"
#include "ui/widgets/labeledfield.h"
#include "ui/widgets/loadingline.h"

#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>
#include <QLocale>
#include <QStandardItemModel>
#include <QStandardPaths>

namespace pilothouse {

namespace {

using What = LogExportWish::What;

QString timesText(const LogTimes &times)
{
    const QString pattern = dayPattern() + QStringLiteral(", HH:mm:ss");
    const auto text = [&pattern](qint64 time) {
        return QLocale().toString(shownTime(QDateTime::fromMSecsSinceEpoch(time, Qt::UTC)), pattern);
    };
    return LogExportDialog::tr("Only from %1 to %2, as chosen above the log")
        .arg(text(times.from), text(times.to));
}

QString madeText(const EvidenceSet &set)
{
    qint64 bytes = 0;
    for (const EvidenceFile &file : set.manifest.files)
        bytes += file.bytes;
    const int count = static_cast<int>(set.manifest.files.size());
    const QString files = LogExportDialog::tr("%n file(s)", nullptr, count);
    return LogExportDialog::tr("%1, %2. The hash of the manifest is in the audit as well.")
        .arg(files, formatBytes(bytes));
}

} // namespace

LogExportDialog::LogExportDialog(LogExportController *controller, QWidget *parent)
    : DialogFrame({tr("Keep logs of %1 as evidence").arg(visibleLine(controller->instance())),
                   tr("A folder with the records, a manifest, and the SHA-256 of each file."),
                   QStringLiteral("download")},
                  parent)
    , m_controller(controller)
    , m_what(new QComboBox)
    , m_times(new QCheckBox)
    , m_folder(new QLineEdit)
    , m_folderField(new LabeledField(tr("Folder that is made"), m_folder))
    , m_progress(new LoadingLine)
    , m_end(new Banner)
    , m_copy(addTool(tr("Copy path and hash"), QStringLiteral("clipboard")))
    , m_start(addAction(tr("Keep them"), ButtonKind::Primary, QStringLiteral("download")))
{
    setAttribute(Qt::WA_DeleteOnClose);
    controller->setParent(this);
    cancelButton()->setText(tr("Close"));
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    m_folder->setText(QDir::toNativeSeparators(m_controller->folderIn(documents)));
    m_copy->hide();
    fillWhat();
    layOut();
    resize(640, 440);
    connect(m_controller, &LogExportController::changed, this, &LogExportDialog::showProgress);
    connect(m_progress, &LoadingLine::stopAsked, m_controller, &LogExportController::cancel);
    connect(m_what, &QComboBox::currentIndexChanged, this, &LogExportDialog::showTimes);
    connect(m_folder, &QLineEdit::textChanged, this, [this] { m_folderField->setError({}); });
    connect(m_start, &QPushButton::clicked, this, &LogExportDialog::start);
    connect(m_copy, &QPushButton::clicked, this, [this] {
        const EvidenceSet &set = m_controller->set().value;
        QGuiApplication::clipboard()->setText(set.folder + u'\n'
                                              + QString::fromLatin1(set.manifestSha256.toHex()));
    });
    showTimes();
}

void LogExportDialog::keyPressEvent(QKeyEvent *event)
{
    if (event->key() != Qt::Key_Return && event->key() != Qt::Key_Enter)
        DialogFrame::keyPressEvent(event);
}

/// What there is none of cannot be chosen, but says so.
void LogExportDialog::fillWhat()
{
    LogsController &logs = m_controller->logs();
    const LogSource *source = logs.shownSource();
    const bool hasQuery = !logs.query().text.trimmed().isEmpty() && logs.queryError().isEmpty();
    const int marked = static_cast<int>(logs.model().marks().size());
    const auto add = [this](What what, const QString &text, bool isThere) {
        m_what->addItem(text, static_cast<int>(what));
        qobject_cast<QStandardItemModel *>(m_what->model())->item(m_what->count() - 1)->setEnabled(isThere);
    };
    add(What::AllLogs, tr("All logs, their files as they are"), true);
    add(What::ThisLog,
        tr("This log with its rotations: %1").arg(source ? visibleLine(source->title) : QString()),
        source != nullptr);
    add(What::Found,
        hasQuery ? tr("What is found in this log: %1").arg(formatCount(logs.matchCount()))
                 : tr("What is found in this log (nothing is looked for)"),
        hasQuery);
    const QString markedText = tr("%n marked record(s), with notes", nullptr, marked);
    add(What::Marked, marked > 0 ? markedText : tr("Marked records (none is marked)"), marked > 0);
    m_what->setCurrentIndex(hasQuery ? m_what->findData(static_cast<int>(What::Found)) : 0);
    if (logs.timeline().times())
        m_times->setText(timesText(*logs.timeline().times()));
    m_times->setChecked(logs.timeline().times().has_value());
}

void LogExportDialog::layOut()
{
    auto *browse = new Button(tr("Choose…"), ButtonKind::Normal, QStringLiteral("folder"));
    connect(browse, &QPushButton::clicked, this, &LogExportDialog::chooseFolder);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    row->addWidget(m_folderField, 1);
    row->addWidget(browse, 0, Qt::AlignBottom);
    body()->addWidget(new LabeledField(tr("What"), m_what));
    body()->addWidget(m_times);
    body()->addLayout(row);
    body()->addWidget(m_progress);
    body()->addWidget(m_end);
    body()->addStretch(1);
    m_end->hide();
}

void LogExportDialog::showTimes()
{
    const auto what = static_cast<What>(m_what->currentData().toInt());
    m_times->setVisible(m_controller->logs().timeline().times().has_value() && what != What::Marked);
}

void LogExportDialog::chooseFolder()
{
    const QString parent = QFileInfo(m_folder->text()).path();
    askFolder(this, {tr("Where the folder is made"), parent, {}}, [this](const QString &folder) {
        m_folder->setText(QDir::toNativeSeparators(m_controller->folderIn(folder)));
    });
}

void LogExportDialog::start()
{
    const QString folder = QDir::cleanPath(m_folder->text().trimmed());
    if (!QDir::isAbsolutePath(folder)) {
        m_folderField->setError(tr("Write the whole path of a folder."));
        return;
    }
    m_controller->start({static_cast<What>(m_what->currentData().toInt()),
                         !m_times->isHidden() && m_times->isChecked(), folder});
}

void LogExportDialog::showProgress()
{
    const Readable<EvidenceSet> &set = m_controller->set();
    m_start->setBusy(set.isReading);
    if (set.isReading)
        m_progress->start(tr("Keeping the logs"));
    else
        m_progress->stop();
    if (set.hasValue)
        m_end->setBanner(
            {StateKind::Healthy, tr("Kept"), madeText(set.value),
             visibleText(set.value.folder) + u'\n' + QString::fromLatin1(set.value.manifestSha256.toHex())});
    else if (set.error)
        m_end->setBanner(bannerOf(StateKind::Warning, tr("Nothing was kept"), *set.error));
    m_end->setVisible(set.hasValue || set.error);
    m_copy->setVisible(set.hasValue);
    m_start->setVisible(!set.hasValue);
}

} // namespace pilothouse
