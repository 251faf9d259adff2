// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/widgets/filechoice.h"

#include <QFileDialog>

namespace pilothouse {

namespace {

QFileDialog *makeChooser(QWidget *parent, const FileQuestion &question, FileChosen chosen)
{
    auto *chooser = new QFileDialog(parent, question.title, question.start, question.filter);
    chooser->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(chooser, &QFileDialog::fileSelected, parent, std::move(chosen));
    return chooser;
}

} // namespace

void askFolder(QWidget *parent, const FileQuestion &question, FileChosen chosen)
{
    QFileDialog *chooser = makeChooser(parent, question, std::move(chosen));
    chooser->setFileMode(QFileDialog::Directory);
    chooser->setOption(QFileDialog::ShowDirsOnly);
    chooser->open();
}

void askFile(QWidget *parent, const FileQuestion &question, FileChosen chosen)
{
    QFileDialog *chooser = makeChooser(parent, question, std::move(chosen));
    chooser->setFileMode(QFileDialog::ExistingFile);
    chooser->open();
}

void askNewFile(QWidget *parent, const FileQuestion &question, FileChosen chosen)
{
    QFileDialog *chooser = makeChooser(parent, question, std::move(chosen));
    chooser->setAcceptMode(QFileDialog::AcceptSave);
    chooser->open();
}

} // namespace pilothouse
