// SPDX-FileCopyrightText: 2026 The Pilothouse authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/theme/stylesheet.h"

#include "ui/theme/fonts.h"

namespace pilothouse {
namespace {

QString css(const QColor &color)
{
    return color.isValid() ? color.name(QColor::HexRgb) : QStringLiteral("transparent");
}

QString boxRule(const QString &selector, const ButtonLook &look, int edge)
{
    return QStringLiteral("%1 { background: %2; border: %3px solid %4; color: %5; padding: %6px %7px; }\n")
        .arg(selector, css(look.fill), QString::number(edge), css(look.edge), css(look.label))
        .arg(7 - edge)
        .arg(12 - edge);
}

QString buttonBase()
{
    return QStringLiteral(
        "QPushButton, QToolButton { border-radius: 6px; font-weight: 500; outline: 0; }\n"
        "QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }\n");
}

QString inkRules(const Tokens &tokens)
{
    QString rules;
    for (const NamedColor &color : namedColors())
        rules +=
            QStringLiteral("QLabel[ink=\"%1\"] { color: %2; }\n").arg(color.name, css(tokens.*color.role));
    return rules;
}

/// Replaces each @name with the value of that token; @ringWidth, @ringPad and @ringHeight follow from the
/// focus ring.
QString filled(QString sheet, const Tokens &tokens)
{
    QList<NamedColor> colors = namedColors();
    std::sort(colors.begin(), colors.end(), [](const NamedColor &one, const NamedColor &other) {
        return one.name.size() > other.name.size();
    });
    sheet.replace(QLatin1String("@ringWidth"), QString::number(tokens.focusWidth()));
    sheet.replace(QLatin1String("@ringHeight"), QString::number(30 - 2 * tokens.focusWidth()));
    sheet.replace(QLatin1String("@ringPad"), QString::number(8 - tokens.focusWidth()));
    for (const NamedColor &color : colors)
        sheet.replace(QLatin1Char('@') + color.name, css(tokens.*color.role));
    return sheet;
}

/// Says no text colour: with one Qt 6.4 would draw the placeholder in half of it and not in the palette's
/// own.
QString fieldRules()
{
    return QStringLiteral(R"(
QLineEdit, QPlainTextEdit, QTextEdit, QTextBrowser {
    background: @surface; border: 1px solid @borderStrong; border-radius: 6px;
    selection-background-color: @sel; selection-color: @text; }
QLineEdit { padding: 0 7px; min-height: 28px; max-height: 28px; }
QPlainTextEdit, QTextEdit { padding: 3px; }
QTextBrowser[frameless="true"], QTextBrowser[frameless="true"]:focus { border: none; border-radius: 0; padding: 0; }
QPlainTextEdit[bare="true"] { border: @ringWidthpx solid transparent; background: transparent; padding: 0; }
QPlainTextEdit[bare="true"]:focus { border: @ringWidthpx solid @focus; }
QLineEdit:focus, QPlainTextEdit:focus, QTextEdit:focus { border: @ringWidthpx solid @focus; }
QLineEdit:focus { padding: 0 @ringPadpx; min-height: @ringHeightpx; max-height: @ringHeightpx; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QTextEdit[wrong="true"] { border: 2px solid @downFill; }
QLineEdit[wrong="true"] { padding: 0 6px; min-height: 26px; max-height: 26px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled {
    background: @sunken; border: 1px solid @border; }
QComboBox QAbstractItemView { background: @raised; color: @text; border: 1px solid @border; outline: 0;
    selection-background-color: @sel; selection-color: @text; }
)");
}

QString viewRules()
{
    return QStringLiteral(R"(
QAbstractItemView { background: @surface; color: @text; border: none; outline: 0; }
QAbstractItemView#railList { background: @rail; }
QAbstractItemView#filterChoices { background: @raised; border: 1px solid @border; }
QAbstractItemView#filterChoices::item { padding: 3px 6px; }
QAbstractItemView::item:selected { background: @sel; color: @text; }
QTableCornerButton::section, QHeaderView { background: transparent; border: none; }
QScrollArea, QScrollArea > QWidget > QWidget[transparent="true"] { background: transparent; border: none; }
QScrollBar:vertical { background: transparent; width: 10px; margin: 0; border: none; }
QScrollBar:horizontal { background: transparent; height: 10px; margin: 0; border: none; }
QScrollBar::handle { background: @scrollThumb; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 28px; }
QScrollBar::handle:horizontal { min-width: 28px; }
QScrollBar::handle:hover { background: @borderStrong; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: none; }
pilothouse--DataTable { background: transparent; }
pilothouse--DataTable QScrollBar:vertical { width: 14px; }
pilothouse--DataTable QScrollBar::handle:vertical { margin: 2px 6px 2px 2px; }
QSplitter::handle { background: @border; }
)");
}

QString windowRules()
{
    return QStringLiteral(R"(
QDialog { background: @surface; }
QToolTip { background: @raised; color: @text; border: 1px solid @border; padding: 5px 8px; }
QMenu { background: @raised; color: @text; border: 1px solid @border; padding: 4px; }
QMenu::item { padding: 6px 24px 6px 28px; border-radius: 4px; }
QMenu::item:selected { background: @sel; }
QMenu::item:disabled { color: @disabled; }
QMenu::icon { padding-left: 8px; }
QMenu::separator { height: 1px; background: @grid; margin: 4px 8px; }
QTabWidget::pane { border: none; border-top: 1px solid @border; }
QTabBar { qproperty-drawBase: 0; background: @surface; }
QTabBar::tab { background: transparent; color: @text2; font-weight: 500; height: 32px; padding: 0 12px;
    border: none; border-bottom: 2px solid transparent; }
QTabBar::tab:hover { color: @text; background: @hover; }
QTabBar::tab:selected { color: @text; font-weight: 600; border-bottom: 2px solid @focus; }
QTabBar::tab:disabled { color: @disabled; }
QTabBar::tab:selected:focus { background: @hover; }
QWidget#tableFoot { border-top: 1px solid @grid; }
QProgressBar { background: @idleSoft; border: none; border-radius: 2px; max-height: 5px; min-height: 5px; }
QProgressBar::chunk { background: @infoFill; border-radius: 2px; }
QLabel { background: transparent; }
QLabel:disabled { color: @disabled; }
)");
}

} // namespace

QString buttonRules(ButtonKind kind, const Tokens &tokens)
{
    const QString name = buttonKindName(kind);
    const auto rule = [&](const char *state, ButtonState look, int edge) {
        QStringList selectors;
        for (const char *type : {"QPushButton", "QToolButton"}) {
            selectors.append(
                QStringLiteral("%1[kind=\"%2\"]%3").arg(QLatin1String(type), name, QLatin1String(state)));
            if (kind == (qstrcmp(type, "QPushButton") == 0 ? ButtonKind::Normal : ButtonKind::IconOnly))
                selectors.append(QLatin1String(type) + QLatin1String(state)); // also what has no kind
        }
        return boxRule(selectors.join(QLatin1String(", ")), buttonLook(kind, look, tokens), edge);
    };
    return rule("", ButtonState::Rest, 1) + rule(":hover", ButtonState::Hover, 1)
           + rule(":checked", ButtonState::Checked, 1)
           + rule(":focus", ButtonState::Focus, tokens.focusWidth())
           + rule(":pressed", ButtonState::Pressed, 1) + rule(":disabled", ButtonState::Disabled, 1);
}

QString styleSheet(const Tokens &tokens)
{
    QString sheet = buttonBase();
    for (const auto &kind : buttonKinds())
        sheet += buttonRules(kind.first, tokens);
    sheet += filled(fieldRules() + viewRules() + windowRules(), tokens);
    return sheet + inkRules(tokens);
}

} // namespace pilothouse
