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
#include <QPainter>
#include <QScrollBar>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QTextBlock>
#include <QTextBrowser>
#include <QTextFrame>
#include <QTextList>
#include <QTextTable>
#include <QUrl>

namespace pilothouse {

namespace {

constexpr int ListWidth = 220;
constexpr int TextWidth = 720; // about 90 characters
constexpr int SideMargin = 28;
constexpr int SmallestPicture = 320;

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
    return block.isValid() && block.blockFormat().hasProperty(QTextFormat::BlockCodeLanguage);
}

/// Code gets the code font, links their colour, and stress is weight and not a slant.
void dressPieces(const QTextBlock &block, const Tokens &tokens)
{
    QTextCursor cursor(block);
    for (auto piece = block.begin(); !piece.atEnd(); ++piece) {
        const QTextFragment fragment = piece.fragment();
        const QTextCharFormat before = fragment.charFormat();
        QTextCharFormat format;
        if (isCode(block) || before.fontFixedPitch())
            format.setFont(fontOf(TextRole::Code), QTextCharFormat::FontPropertiesSpecifiedOnly);
        if (before.fontItalic()) {
            format.setFontItalic(false);
            format.setFontWeight(QFont::Medium);
        }
        if (before.isAnchor()) {
            format.setForeground(tokens.link);
            format.setFontUnderline(false);
        }
        cursor.setPosition(fragment.position());
        cursor.setPosition(fragment.position() + fragment.length(), QTextCursor::KeepAnchor);
        cursor.mergeCharFormat(format);
    }
}

bool isPicture(const QTextBlock &block)
{
    return block.begin() != block.end() && block.begin().fragment().charFormat().isImageFormat();
}

QTextBlockFormat formatOf(const QTextBlock &block, const Tokens &tokens)
{
    QTextBlockFormat format;
    const int level = block.blockFormat().headingLevel();
    if (level > 0) {
        format.setTopMargin(level == 1 ? 12 : 24);
        format.setBottomMargin(8);
        return format;
    }
    const bool isInTable = QTextCursor(block).currentTable() != nullptr;
    if (isCode(block)) {
        format.setBackground(tokens.sunken);
        format.setBottomMargin(isCode(block.next()) ? 0 : 10);
        return format; // lines that stand closer, so that their fill has no gaps
    }
    if (!isPicture(block)) // the height of a picture is no line's
        format.setLineHeight(140, QTextBlockFormat::ProportionalHeight);
    if (!isInTable) {
        format.setBottomMargin(block.textList() ? 5 : 10);
    }
    return format;
}

void dressBlock(const QTextBlock &block, const Tokens &tokens)
{
    QTextCursor cursor(block);
    const int level = block.blockFormat().headingLevel();
    if (level > 0) {
        QTextCharFormat heading;
        heading.setFont(fontOf(roleOfHeading(level)));
        heading.setForeground(tokens.text);
        cursor.select(QTextCursor::BlockUnderCursor);
        cursor.setCharFormat(heading); // not merged: Markdown's own enlargement would stay
    }
    dressPieces(block, tokens);
    QTextCursor(block).mergeBlockFormat(formatOf(block, tokens));
}

/// A line of the list of sections: text at 16, a tint where it is open.
class SectionDelegate final : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &tokens = currentTokens();
        const bool isOpen = option.state.testFlag(QStyle::State_Selected);
        const bool isUnder = option.state.testFlag(QStyle::State_MouseOver);
        painter->save();
        if (isOpen || isUnder)
            painter->fillRect(option.rect, isOpen ? tokens.sel : tokens.hover);
        if (isOpen)
            painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                              option.state.testFlag(QStyle::State_HasFocus) ? tokens.focus
                                                                            : tokens.borderStrong);
        painter->setFont(fontOf(isOpen ? TextRole::Strong : TextRole::Body));
        painter->setPen(tokens.text);
        const QRect room = option.rect.adjusted(16, 0, -8, 0);
        painter->drawText(
            room, Qt::AlignVCenter | Qt::TextSingleLine,
            painter->fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
        painter->restore();
    }
};

/// Shows the pictures of the manual, those of the dark theme where the window is dark, as wide as the text.
class ManualBrowser final : public QTextBrowser
{
public:
    using QTextBrowser::QTextBrowser;

    QVariant loadResource(int type, const QUrl &name) override
    {
        if (type != QTextDocument::ImageResource)
            return {};
        const bool isDark = currentTokens().canvas.lightness() < currentTokens().text.lightness();
        QImage image = manualPicture(name.toString(), isDark);
        if (image.isNull())
            return {};
        const int room = qBound(SmallestPicture, viewport()->width() - 2 * SideMargin - 16, TextWidth);
        image = image.scaledToWidth(qRound(room * devicePixelRatioF()), Qt::SmoothTransformation);
        image.setDevicePixelRatio(devicePixelRatioF());
        return image;
    }
};

} // namespace

ManualWindow::ManualWindow(QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_sections(new QListWidget(this))
{
    setWindowTitle(tr("Pilothouse manual"));
    resize(1040, 760);
    m_sections->setFixedWidth(ListWidth);
    m_sections->setMouseTracking(true);
    m_sections->setItemDelegate(new SectionDelegate(m_sections));
    m_sections->setAccessibleName(tr("Sections of the manual"));
    for (const ManualSection &section : manualSections()) {
        auto *item = new QListWidgetItem(section.title, m_sections);
        item->setData(Qt::UserRole, section.id);
        item->setSizeHint({ListWidth - 4, 32});
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(12);
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
    m_text = new ManualBrowser(holder);
    m_text->setOpenLinks(false);
    m_text->setProperty("frameless", true);
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
    if (event->type() != QEvent::PaletteChange || !m_text)
        return;
    // Anew, and not only dressed: the pictures are those of the theme.
    const int place = m_text->verticalScrollBar()->value();
    m_text->setMarkdown(manualText(m_place.section));
    dress();
    m_text->verticalScrollBar()->setValue(place);
}

} // namespace pilothouse
