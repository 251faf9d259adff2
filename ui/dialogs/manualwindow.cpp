// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/dialogs/manualwindow.h"

#include "ui/theme/fonts.h"
#include "ui/theme/theme.h"
#include "ui/widgets/button.h"
#include "ui/widgets/label.h"
#include "ui/widgets/searchfield.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QListWidget>
#include <QScrollBar>
#include <QShortcut>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTextTable>
#include <QUrl>

namespace pilothouse {

namespace {

constexpr int ListWidth = 220;
constexpr int TextWidth = 720; // about 90 characters
constexpr int SideMargin = 28;

TextRole roleOfHeading(int level)
{
    switch (level) {
    case 1:
        return TextRole::PageTitle;
    case 2:
        return TextRole::Heading;
    default:
        return TextRole::Strong;
    }
}

bool isCode(const QTextBlock &block)
{
    return block.blockFormat().hasProperty(QTextFormat::BlockCodeFence)
           || block.blockFormat().nonBreakableLines();
}

/// Every piece of a block that is code gets the code font, every link its colour.
void dressPieces(const QTextBlock &block, const Tokens &tokens)
{
    QTextCursor cursor(block);
    for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
        const QTextFragment fragment = piece.fragment();
        QTextCharFormat format;
        if (fragment.charFormat().fontFixedPitch())
            format.setFont(fontOf(TextRole::Code), QTextCharFormat::FontPropertiesSpecifiedOnly);
        if (fragment.charFormat().isAnchor()) {
            format.setForeground(tokens.link);
            format.setFontUnderline(false);
        }
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

void dressBlock(const QTextBlock &block, const Tokens &tokens)
{
    QTextCursor cursor(block);
    QTextBlockFormat format;
    const int level = block.blockFormat().headingLevel();
    if (level > 0) {
        QTextCharFormat heading;
        heading.setFont(fontOf(roleOfHeading(level)));
        heading.setForeground(tokens.text);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.mergeCharFormat(heading);
        format.setTopMargin(level == 1 ? 8 : 22);
        format.setBottomMargin(6);
    } else if (isCode(block)) {
        format.setBackground(tokens.sunken);
        format.setLeftMargin(0);
        format.setTopMargin(block.previous().isValid() && isCode(block.previous()) ? 0 : 8);
        format.setBottomMargin(block.next().isValid() && isCode(block.next()) ? 0 : 8);
        format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    } else {
        format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    }
    dressPieces(block, tokens);
    QTextCursor(block).mergeBlockFormat(format);
}

} // namespace

ManualWindow::ManualWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_sections(new QListWidget(this))
{
    setWindowTitle(tr("Pilothouse manual"));
    resize(1040, 760);
    m_sections->setFixedWidth(ListWidth);
    m_sections->setAccessibleName(tr("Sections of the manual"));
    for (const ManualSection &section : manualSections()) {
        auto *item = new QListWidgetItem(section.title, m_sections);
        item->setData(Qt::UserRole, section.id);
        item->setSizeHint({ListWidth - 4, 32});
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sections);
    row->addWidget(makeReader(), 1);
    connect(m_sections, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item && item->data(Qt::UserRole).toString() != m_place.section)
            showPlace(item->data(Qt::UserRole).toString());
    });
    addShortcuts();
    showPlace(QStringLiteral("index"));
}

QWidget *ManualWindow::makeReader()
{
    auto *holder = new QWidget(this);
    m_find = new SearchField(tr("Find in this section"), tr("Find in this section"), QStringLiteral("search"),
                             holder);
    m_find->setMaximumWidth(300);
    m_found = new Label({}, TextRole::Small, &Tokens::text2, holder);
    auto *before = Button::withIcon(QStringLiteral("arrow-up"), tr("Previous place"), holder);
    auto *next = Button::withIcon(QStringLiteral("arrow-down"), tr("Next place"), holder);
    m_text = new QTextBrowser(holder);
    m_text->setOpenLinks(false);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setAccessibleName(tr("Text of the manual"));
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(SideMargin, 10, SideMargin, 10);
    bar->setSpacing(8);
    bar->addWidget(m_find, 1);
    bar->addWidget(before);
    bar->addWidget(next);
    bar->addWidget(m_found, 1);
    auto *column = new QVBoxLayout(holder);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(bar);
    column->addWidget(m_text, 1);
    connect(m_find, &QLineEdit::textChanged, this, &ManualWindow::findFromTop);
    connect(m_find, &QLineEdit::returnPressed, this, [this] { findAgain(false); });
    connect(before, &QPushButton::clicked, this, [this] { findAgain(true); });
    connect(next, &QPushButton::clicked, this, [this] { findAgain(false); });
    connect(m_text, &QTextBrowser::anchorClicked, this, &ManualWindow::openLink);
    return holder;
}

void ManualWindow::addShortcuts()
{
    const auto add = [this](const QKeySequence &keys, auto act) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, act);
    };
    add(QKeySequence::Find, [this] { m_find->setFocus(Qt::ShortcutFocusReason); });
    add(QKeySequence(Qt::Key_F3), [this] { findAgain(false); });
    add(QKeySequence(Qt::SHIFT | Qt::Key_F3), [this] { findAgain(true); });
    add(QKeySequence::Close, [this] { close(); });
}

void ManualWindow::showPlace(const QString &place)
{
    const ManualPlace found = manualPlace(place, m_place.section);
    const QString section = found.section.isEmpty() ? QStringLiteral("index") : found.section;
    if (section != m_place.section)
        load(section);
    m_place = {section, found.anchor};
    for (int row = 0; row < m_sections->count(); ++row)
        if (m_sections->item(row)->data(Qt::UserRole).toString() == section)
            m_sections->setCurrentRow(row);
    scrollTo(found.anchor);
}

void ManualWindow::openLink(const QUrl &link)
{
    const ManualPlace place = manualPlace(link.toString(), m_place.section);
    if (!place.section.isEmpty())
        showPlace(place.anchor.isEmpty() ? place.section : place.section + u'#' + place.anchor);
}

void ManualWindow::load(const QString &section)
{
    m_place = {section, {}};
    m_text->document()->setDefaultFont(fontOf(TextRole::Body));
    m_text->setMarkdown(manualText(section));
    dress();
    findFromTop();
}

void ManualWindow::dress()
{
    const Tokens &tokens = currentTokens();
    QTextDocument *document = m_text->document();
    QTextCursor all(document);
    all.beginEditBlock();
    for (QTextBlock block = document->begin(); block.isValid(); block = block.next())
        dressBlock(block, tokens);
    for (QTextFrame *frame : document->rootFrame()->childFrames()) {
        auto *table = qobject_cast<QTextTable *>(frame);
        if (!table)
            continue;
        QTextTableFormat format = table->format();
        format.setBorderBrush(tokens.border);
        format.setBorderStyle(QTextFrameFormat::BorderStyle_Solid);
        format.setBorderCollapse(true);
        format.setBorder(1);
        format.setCellPadding(6);
        format.setTopMargin(8);
        format.setBottomMargin(8);
        table->setFormat(format);
    }
    all.endEditBlock();
    fitText();
}

void ManualWindow::fitText()
{
    QTextFrame *root = m_text->document()->rootFrame();
    QTextFrameFormat format = root->frameFormat();
    const int room = m_text->viewport()->width() - SideMargin - TextWidth;
    format.setLeftMargin(SideMargin);
    format.setRightMargin(qMax(SideMargin, room));
    format.setBottomMargin(SideMargin);
    root->setFrameFormat(format);
}

void ManualWindow::scrollTo(const QString &anchor)
{
    QScrollBar *bar = m_text->verticalScrollBar();
    if (anchor.isEmpty()) {
        bar->setValue(0);
        return;
    }
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next()) {
        if (block.blockFormat().headingLevel() == 0 || headingAnchor(block.text()) != anchor)
            continue;
        m_text->setTextCursor(QTextCursor(block));
        bar->setValue(bar->value() + m_text->cursorRect().top() - 8);
        return;
    }
}

void ManualWindow::findFromTop()
{
    m_text->moveCursor(QTextCursor::Start);
    m_found->setText({});
    if (!m_find->text().isEmpty())
        findAgain(false);
}

void ManualWindow::findAgain(bool isBackward)
{
    const QString wanted = m_find->text();
    if (wanted.isEmpty()) {
        m_find->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    const QTextDocument::FindFlags flags =
        isBackward ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool isFound = m_text->find(wanted, flags);
    if (!isFound) {
        m_text->moveCursor(isBackward ? QTextCursor::End : QTextCursor::Start);
        isFound = m_text->find(wanted, flags);
    }
    m_found->setText(isFound ? QString() : tr("Not in this section."));
}

void ManualWindow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        close();
    else
        QWidget::keyPressEvent(event);
}

void ManualWindow::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitText();
}

void ManualWindow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_text)
        dress();
}

} // namespace pilothouse
