// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/runbookwindow.h"

#include "ui/models/foreigntext.h"
#include "ui/models/manual.h"
#include "ui/widgets/label.h"

#include <QCoreApplication>
#include <QFile>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace pilothouse {

namespace {

constexpr qint64 Longest = 4 << 20;

/// Fetches nothing, whatever the text names.
class ClosedBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;
    QVariant loadResource(int, const QUrl &) override { return {}; }
};

} // namespace

Result<QString> readRunbook(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(Error{ErrorKind::NotFound, path,
                             QCoreApplication::translate("RunbookWindow", "The runbook cannot be read."),
                             QCoreApplication::translate("RunbookWindow",
                                                         "Point the instance at another file: "
                                                         "pilothouse-cli instance set NAME --runbook FILE"),
                             file.errorString()});
    const QByteArray bytes = file.read(Longest + 1);
    if (bytes.size() > Longest || bytes.contains('\0'))
        return failure(
            Error{ErrorKind::BadData,
                  path,
                  QCoreApplication::translate("RunbookWindow", "This is no text of at most 4 MiB."),
                  {},
                  {}});
    return QString::fromUtf8(bytes);
}

RunbookWindow::RunbookWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_line(new Label({}, TextRole::Small, &Tokens::text2))
    , m_text(new ClosedBrowser)
{
    resize(900, 720);
    m_text->setOpenLinks(false);
    m_text->setProperty("frameless", true);
    m_text->setAccessibleName(tr("Text of the runbook"));
    m_text->document()->setDocumentMargin(24);
    m_line->setContentsMargins(24, 8, 24, 8);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_line);
    column->addWidget(m_text, 1);
    connect(m_text, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.toString().startsWith(u'#'))
            scrollTo(link.fragment());
    });
}

void RunbookWindow::showText(const QString &file, const QString &markdown, const QString &anchor)
{
    setWindowTitle(tr("Runbook %1").arg(visibleLine(file)));
    m_text->document()->setDefaultFont(fontOf(TextRole::Body));
    m_text->document()->setMarkdown(markdown, QTextDocument::MarkdownNoHTML);
    const bool isFound = anchor.isEmpty() || scrollTo(anchor);
    m_line->setText(isFound
                        ? visibleLine(file)
                        : tr("%1 has no heading for this; its beginning is shown.").arg(visibleLine(file)));
}

bool RunbookWindow::scrollTo(const QString &anchor)
{
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || headingAnchor(block.text()) != anchor)
            continue;
        QTextCursor cursor(block);
        m_text->setTextCursor(cursor);
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->value()
                                              + m_text->cursorRect(cursor).top() - 12);
        return true;
    }
    return false;
}

} // namespace pilothouse
